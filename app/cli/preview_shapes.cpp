// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_shapes.h"

#include "context.h"
#include "error_shapes.h"
#include "shape_parts.h"
#include "shape_text.h"

#include "checkout/charged_again.h"
#include "money/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

namespace {

QString certaintyId(checkout::Certainty certainty)
{
    switch (certainty) {
    case checkout::Certainty::Exact:
        return u"exact"_s;
    case checkout::Certainty::Quote:
        return u"quote"_s;
    case checkout::Certainty::Estimate:
        return u"estimate"_s;
    }
    return {};
}

QJsonValue figureJson(const std::optional<checkout::Figure> &figure)
{
    if (!figure)
        return QJsonValue::Null;
    return QJsonObject{{u"amount"_s, figure->amount.minorUnits()},
                       {u"currency"_s, figure->amount.currency().code()},
                       {u"certainty"_s, certaintyId(figure->certainty)}};
}

QString figureText(const std::optional<checkout::Figure> &figure)
{
    if (!figure)
        return ShapeText::tr("not known");
    const QString amount = money::format(figure->amount, QLocale());
    if (figure->certainty == checkout::Certainty::Quote)
        return ShapeText::tr("%1 (quoted)").arg(amount);
    return figure->certainty == checkout::Certainty::Exact ? amount : ShapeText::tr("%1 (estimate)").arg(amount);
}

QStringList splitLines(const checkout::Split &split)
{
    return {ShapeText::tr("  Commission: %1 (computed here)").arg(written(split.commission)),
            ShapeText::tr("  %1 is credited with: %2 (computed here)", "sub-merchant, amount")
                .arg(split.name(), written(split.net))};
}

/// Names who gets what of the price: the amounts of two parties, which add up to it.
QStringList sharedLines(const checkout::Quote &quote)
{
    const bool paysFee = quote.fee && !quote.customerPaysFee.value_or(true);
    const QString own = written(quote.split->own());
    QStringList lines{ShapeText::tr("  Priced: %1, of which").arg(written(quote.split->gross))};
    lines << splitLines(*quote.split);
    lines << (paysFee ? ShapeText::tr("  You receive: %1 (computed here), before the fee, which you pay").arg(own)
                      : ShapeText::tr("  You receive: %1 (computed here)").arg(own));
    return lines;
}

QStringList quoteLines(const checkout::Quote &quote)
{
    QStringList lines;
    // Where the currency has a name in this language.
    const QString words = money::formatInWords(quote.customerPays, QLocale());
    if (!words.contains(quote.customerPays.currency().code()))
        lines << ShapeText::tr("  In words: %1").arg(words);
    if (quote.fee)
        lines << (quote.customerPaysFee.value_or(false)
                      ? ShapeText::tr("  Fee: %1, paid by the customer").arg(written(quote.fee))
                      : ShapeText::tr("  Fee: %1, not added to what the customer pays").arg(written(quote.fee)));
    if (quote.split)
        lines << sharedLines(quote);
    else if (quote.businessReceives)
        lines << (quote.isMultiplied ? ShapeText::tr("  You receive: %1 (computed here)")
                                     : ShapeText::tr("  You receive: %1"))
                     .arg(written(quote.businessReceives));
    if (quote.conversion && !quote.conversion->rate.isEmpty())
        lines << ShapeText::tr("  Rate as reported: %1").arg(quote.conversion->rate);
    if (quote.conversion && !quote.conversion->rateFits().value_or(true))
        lines << ShapeText::tr("  The reported rate does not fit these amounts. Both are shown as they came.");
    if (!quote.gateway.isEmpty())
        lines << ShapeText::tr("  Gateway: %1").arg(quote.gateway);
    if (quote.international)
        lines << (*quote.international ? ShapeText::tr("  International payment")
                                       : ShapeText::tr("  Domestic payment"));
    if (quote.validUntil.isValid())
        lines << ShapeText::tr("  Valid until: %1")
                     .arg(quote.validUntil.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss t"_s));
    return lines;
}

} // namespace

QJsonObject previewJson(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems)
{
    QJsonArray tiers;
    for (const checkout::Breakdown &tier : preview.tiers) {
        QJsonArray lines;
        for (const checkout::BreakdownLine &line : tier.lines) {
            lines.append(QJsonObject{{u"label"_s, line.label},
                                     {u"price_id"_s, orNull(line.priceId)},
                                     {u"quantity"_s, line.quantity},
                                     {u"unit_amount"_s, minor(line.unitAmount)},
                                     {u"amount"_s, minor(line.total)},
                                     {u"currency"_s, code(line.unitAmount)}});
        }
        QJsonArray again;
        const auto recurring = checkout::chargedAgain(tier);
        for (const checkout::ChargedAgain &each : recurring)
            again.append(QJsonObject{{u"period"_s, each.period},
                                     {u"amount"_s, minor(each.amount)},
                                     {u"currency"_s, code(each.amount)},
                                     {u"certainty"_s, each.amount ? certaintyId(each.certainty) : QJsonValue()},
                                     {u"unknown"_s, QJsonArray::fromStringList(each.unknown)}});
        tiers.append(QJsonObject{{u"tier"_s, tier.tier + 1},
                                 {u"lines"_s, lines},
                                 {u"subtotal"_s, figureJson(tier.subtotal)},
                                 {u"discount"_s, figureJson(tier.discount)},
                                 {u"customer_pays"_s, figureJson(tier.customerPays)},
                                 {u"charged_again"_s, again},
                                 {u"fees"_s, figureJson(tier.fees)},
                                 {u"received"_s, figureJson(tier.received)},
                                 {u"processor_route_id"_s, orNull(tier.processorRouteId)},
                                 {u"note"_s, orNull(tier.unpricedNote.value_or(QString()))}});
    }
    return {{u"tiers"_s, tiers},
            {u"quote"_s, quoteJson(preview.quote)},
            {u"quote_error"_s,
             preview.quoteError ? errorJson(*preview.quoteError).value(u"error"_s) : QJsonValue(QJsonValue::Null)},
            {u"discount_state"_s, orNull(preview.discountState)},
            {u"remarks"_s, QJsonArray::fromStringList(preview.remarks)},
            {u"problems"_s, problemsJson(problems)},
            {u"made_at"_s, moment(preview.madeAt)}};
}

QString previewText(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems)
{
    QStringList lines;
    for (const checkout::Breakdown &tier : preview.tiers) {
        if (preview.tiers.size() > 1)
            lines << (tier.tier == 0
                          ? ShapeText::tr("Tier 1, tried first")
                          : ShapeText::tr("Tier %1, if tier %2 is declined").arg(tier.tier + 1).arg(tier.tier));
        for (const checkout::BreakdownLine &line : tier.lines)
            lines << ShapeText::tr("  %1 × %2: %3", "item, quantity, amount")
                         .arg(line.label, QString::number(line.quantity), written(line.total));
        if (!tier.discountLabel.isEmpty() && tier.discount)
            lines << ShapeText::tr("  %1: −%2", "discount, amount").arg(tier.discountLabel, figureText(tier.discount));
        else if (!tier.discountLabel.isEmpty())
            lines << ShapeText::tr("  %1: what it takes off is not known here", "discount").arg(tier.discountLabel);
        lines << ShapeText::tr("  Customer pays: %1").arg(figureText(tier.customerPays));
        const QStringList then = checkout::chargedAgainTexts(tier, QLocale());
        for (const QString &sentence : then)
            lines << u"  "_s + sentence;
        const bool isSaidBelow = tier.unpricedNote && std::ranges::find(problems, *tier.unpricedNote,
                                                                        &checkout::Problem::sentence) != problems.end();
        if (tier.unpricedNote && !isSaidBelow)
            lines << u"  "_s + *tier.unpricedNote;
    }
    if (preview.quote)
        lines << quoteLines(*preview.quote);
    if (preview.quoteError) {
        lines << preview.quoteError->sentence;
        for (const checkout::Problem &problem : preview.quoteError->problems)
            lines << ShapeText::tr("%1: %2", "field, what is wrong").arg(fieldPath(problem), problem.sentence);
        if (!preview.quoteError->details.isEmpty())
            lines << ShapeText::tr("Details: %1").arg(preview.quoteError->details);
    }
    if (!preview.discountState.isEmpty())
        lines << preview.discountState;
    lines << preview.remarks;
    for (const checkout::Problem &problem : problems)
        lines << ShapeText::tr("%1: %2", "field, what is wrong").arg(fieldPath(problem), problem.sentence);
    return joinedLines(lines);
}

} // namespace tilldeck::cli
