// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"

#include "shape_text.h"

#include "shape_parts.h"

#include "money/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace tilldeck::cli {

namespace {

QString certaintyWord(checkout::Certainty certainty)
{
    switch (certainty) {
    case checkout::Certainty::Exact:
        return QStringLiteral("exact");
    case checkout::Certainty::Quote:
        return QStringLiteral("quote");
    case checkout::Certainty::Estimate:
        return QStringLiteral("estimate");
    }
    return {};
}

QJsonValue figureJson(const std::optional<checkout::Figure> &figure)
{
    if (!figure)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("amount"), figure->amount.minorUnits()},
                       {QStringLiteral("currency"), figure->amount.currency().code()},
                       {QStringLiteral("certainty"), certaintyWord(figure->certainty)}};
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
    const QString name = split.subMerchantName.isEmpty() ? split.subMerchantId : split.subMerchantName;
    return {ShapeText::tr("  Commission: %1").arg(written(split.commission)),
            ShapeText::tr("  %1 is credited with: %2", "sub-merchant, amount").arg(name, written(split.net))};
}

QStringList quoteLines(const checkout::Quote &quote)
{
    QStringList lines{ShapeText::tr("  In words: %1").arg(money::formatInWords(quote.customerPays, QLocale()))};
    if (quote.fee)
        lines << (quote.customerPaysFee.value_or(false)
                      ? ShapeText::tr("  Fee: %1, paid by the customer").arg(written(quote.fee))
                      : ShapeText::tr("  Fee: %1, not added to what the customer pays").arg(written(quote.fee)));
    if (quote.businessReceives)
        lines << ShapeText::tr("  You receive: %1").arg(written(quote.businessReceives));
    if (quote.conversion && !quote.conversion->rate.isEmpty())
        lines << ShapeText::tr("  Rate as reported: %1").arg(quote.conversion->rate);
    if (quote.conversion && !quote.conversion->rateFits().value_or(true))
        lines << ShapeText::tr("  The reported rate does not fit these amounts. Both are shown as they came.");
    if (!quote.gateway.isEmpty())
        lines << ShapeText::tr("  Gateway: %1").arg(quote.gateway);
    if (quote.international)
        lines << (*quote.international ? ShapeText::tr("  International payment")
                                       : ShapeText::tr("  Domestic payment"));
    if (quote.split)
        lines << splitLines(*quote.split);
    if (quote.validUntil.isValid())
        lines << ShapeText::tr("  Valid until: %1")
                     .arg(quote.validUntil.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    return lines;
}

} // namespace

QJsonObject previewJson(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems)
{
    QJsonArray tiers;
    for (const checkout::Breakdown &tier : preview.tiers) {
        QJsonArray lines;
        for (const checkout::BreakdownLine &line : tier.lines) {
            lines.append(QJsonObject{{QStringLiteral("label"), line.label},
                                     {QStringLiteral("price_id"), orNull(line.priceId)},
                                     {QStringLiteral("quantity"), line.quantity},
                                     {QStringLiteral("unit_amount"), minor(line.unitAmount)},
                                     {QStringLiteral("amount"), minor(line.total)},
                                     {QStringLiteral("currency"), code(line.unitAmount)}});
        }
        tiers.append(QJsonObject{{QStringLiteral("tier"), tier.tier + 1},
                                 {QStringLiteral("lines"), lines},
                                 {QStringLiteral("subtotal"), figureJson(tier.subtotal)},
                                 {QStringLiteral("discount"), figureJson(tier.discount)},
                                 {QStringLiteral("customer_pays"), figureJson(tier.customerPays)},
                                 {QStringLiteral("fees"), figureJson(tier.fees)},
                                 {QStringLiteral("received"), figureJson(tier.received)},
                                 {QStringLiteral("processor_route_id"), orNull(tier.processorRouteId)},
                                 {QStringLiteral("note"), orNull(tier.unpricedNote.value_or(QString()))}});
    }
    return {{QStringLiteral("tiers"), tiers},
            {QStringLiteral("quote"), quoteJson(preview.quote)},
            {QStringLiteral("quote_error"), preview.quoteError
                                                ? errorJson(*preview.quoteError).value(QStringLiteral("error"))
                                                : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("discount_state"), orNull(preview.discountState)},
            {QStringLiteral("problems"), problemsJson(problems)},
            {QStringLiteral("made_at"), moment(preview.madeAt)}};
}

QString previewText(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems)
{
    QStringList lines;
    for (const checkout::Breakdown &tier : preview.tiers) {
        lines << (tier.tier == 0 ? ShapeText::tr("Tier 1, tried first")
                                 : ShapeText::tr("Tier %1, if tier %2 is declined").arg(tier.tier + 1).arg(tier.tier));
        for (const checkout::BreakdownLine &line : tier.lines)
            lines << ShapeText::tr("  %1 × %2: %3", "item, quantity, amount")
                         .arg(line.label, QString::number(line.quantity), written(line.total));
        if (!tier.discountLabel.isEmpty())
            lines << ShapeText::tr("  %1: −%2", "discount, amount").arg(tier.discountLabel, figureText(tier.discount));
        lines << ShapeText::tr("  Customer pays: %1").arg(figureText(tier.customerPays));
        if (tier.unpricedNote)
            lines << QStringLiteral("  ") + *tier.unpricedNote;
    }
    if (preview.quote)
        lines << quoteLines(*preview.quote);
    if (preview.quoteError)
        lines << preview.quoteError->sentence;
    if (!preview.discountState.isEmpty())
        lines << preview.discountState;
    for (const checkout::Problem &problem : problems)
        lines << ShapeText::tr("%1: %2", "field, what is wrong").arg(fieldPath(problem), problem.sentence);
    return lines.join(u'\n');
}

} // namespace tilldeck::cli
