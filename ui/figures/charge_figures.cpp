// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/charge_figures.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::ui {

using checkout::Split;
using money::Money;
using FigureColumn = std::optional<Money> FigureLine::*;

namespace {

struct ChargeFiguresText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::ChargeFigures)
};

QString netLabel(const Split &split)
{
    const QString &name = split.name();
    return name.isEmpty() ? ChargeFiguresText::tr("Net to the sub-merchant")
                          : ChargeFiguresText::tr("Net to %1", "sub-merchant").arg(name);
}

/// Collects one line for each label, with a figure in one column or both.
class FigureLines
{
public:
    void add(const QString &label, FigureColumn column, const std::optional<Money> &amount, bool total = false)
    {
        if (!amount)
            return;
        auto line = std::ranges::find(m_lines, label, &FigureLine::label);
        if (line == m_lines.end())
            line = m_lines.insert(line, {label, {}, {}, total});
        (*line).*column = amount;
    }
    void move(const QString &title, std::vector<FigureGroup> &groups,
              const std::optional<checkout::Conversion> &conversion = {})
    {
        if (!m_lines.empty())
            groups.push_back({title, std::move(m_lines), conversion});
    }

    bool isEmpty() const { return m_lines.empty(); }

private:
    std::vector<FigureLine> m_lines;
};

std::optional<Money> negative(const std::optional<Money> &amount)
{
    return amount && amount->minorUnits() != 0 ? amount->times(-1) : std::nullopt;
}

FigureLines customerSide(const std::optional<checkout::Quote> &quote, const ReportedFigures &reported)
{
    const QString price = reported.item.isEmpty() ? ChargeFiguresText::tr("Price") : reported.item;
    const auto &fees = reported.fees;
    const auto fee = [&](FigureLines &lines, bool partOfTotal) {
        if (quote && quote->customerPaysFee.value_or(false) == partOfTotal)
            lines.add(feeLabel(quote->customerPaysFee), &FigureLine::quoted, quote->fee);
        if (fees && fees->customerPays == partOfTotal)
            lines.add(feeLabel(fees->customerPays), &FigureLine::reported, fees->fee);
    };
    FigureLines lines;
    if (quote)
        lines.add(price, &FigureLine::quoted, quote->base);
    if (fees)
        lines.add(price, &FigureLine::reported, fees->base);
    else if (!reported.item.isEmpty() && reported.amount)
        lines.add(price, &FigureLine::reported,
                  reported.discount ? reported.amount->plus(*reported.discount) : reported.amount);
    fee(lines, true);
    lines.add(ChargeFiguresText::tr("Discount"), &FigureLine::reported, negative(reported.discount));
    if (quote)
        lines.add(reported.total, &FigureLine::quoted, quote->customerPays, true);
    const auto &total = fees && !reported.amount ? fees->total : reported.amount;
    lines.add(reported.total, &FigureLine::reported, total, true);
    if (fees && fees->total != total)
        lines.add(ChargeFiguresText::tr("Total of the fee details"), &FigureLine::reported, fees->total);
    fee(lines, false);
    lines.add(ChargeFiguresText::tr("Refunded"), &FigureLine::reported, negative(reported.refunded));
    return lines;
}

/// Adds what no column of what was settled can head.
void addUnsettled(FigureLines &lines, const ReportedFigures &reported)
{
    lines.add(ChargeFiguresText::tr("Refund asked for"), &FigureLine::reported, negative(reported.asked));
    lines.add(ChargeFiguresText::tr("Refund under way"), &FigureLine::reported, negative(reported.underWay));
    lines.add(ChargeFiguresText::tr("Refund of unknown outcome"), &FigureLine::reported, negative(reported.unknown));
}

FigureLines merchantSide(const std::optional<checkout::Quote> &quote, const ReportedFigures &reported)
{
    const QString priced = ChargeFiguresText::tr("Priced amount");
    FigureLines lines;
    if (quote) {
        lines.add(priced, &FigureLine::quoted, quote->businessReceives);
        if (quote->conversion && quote->conversion->original != quote->businessReceives)
            lines.add(ChargeFiguresText::tr("Converted amount"), &FigureLine::quoted, quote->conversion->original);
    }
    lines.add(priced, &FigureLine::reported, reported.priced);
    return lines;
}

/// Returns the label of what the split leaves to the merchant. No provider reports it.
QString ownLabel(const std::optional<checkout::Quote> &quote, const ReportedFigures &reported)
{
    std::optional<bool> customerPaysFee;
    if (reported.fees && reported.fees->fee)
        customerPaysFee = reported.fees->customerPays;
    else if (quote && quote->fee)
        customerPaysFee = quote->customerPaysFee;
    return customerPaysFee == std::optional(false) ? ChargeFiguresText::tr("Yours, before the fee")
                                                   : ChargeFiguresText::tr("Yours");
}

FigureLines splitLines(const std::optional<Split> &quoted, const std::optional<Split> &reported, const QString &own)
{
    FigureLines lines;
    QString commission, net;
    const auto add = [&](const Split &split, FigureColumn column) {
        lines.add(ChargeFiguresText::tr("Gross"), column, split.gross);
        lines.add(commission, column,
                  split.commission && split.commission->minorUnits() == 0 ? split.commission
                                                                          : negative(split.commission));
        lines.add(net, column, split.net, true);
        lines.add(own, column, split.own(), true);
    };
    if (quoted) {
        commission = commissionLabel(*quoted, QLocale());
        net = netLabel(*quoted);
        add(*quoted, &FigureLine::quoted);
    }
    if (reported) {
        // What was settled does not say again whose rate it is, nor always to whom.
        const bool sameRate = quoted && reported->commissionSource == Split::CommissionSource::NotReported &&
                              reported->commissionBasisPoints == quoted->commissionBasisPoints;
        if (!sameRate)
            commission = commissionLabel(*reported, QLocale());
        if (!quoted || (!reported->subMerchantId.isEmpty() && reported->subMerchantId != quoted->subMerchantId))
            net = netLabel(*reported);
        add(*reported, &FigureLine::reported);
    }
    return lines;
}

} // namespace

std::vector<FigureGroup> chargeFigures(const std::optional<checkout::Quote> &quote, const ReportedFigures &reported)
{
    std::vector<FigureGroup> groups;
    FigureLines customer = customerSide(quote, reported);
    FigureLines unsettled;
    addUnsettled(quote ? unsettled : customer, reported); // without a quote there are no columns
    customer.move(ChargeFiguresText::tr("Amounts"), groups);
    unsettled.move(ChargeFiguresText::tr("Not settled yet"), groups);
    merchantSide(quote, reported)
        .move(ChargeFiguresText::tr("Your price"), groups, quote ? quote->conversion : std::nullopt);
    FigureLines split = splitLines(quote ? quote->split : std::nullopt, reported.split, ownLabel(quote, reported));
    if (!split.isEmpty()) {
        split.move(ChargeFiguresText::tr("Split"), groups);
        groups.back().isComputedHere = true;
    }
    return groups;
}

QString feeLabel(std::optional<bool> customerPays)
{
    if (!customerPays)
        return ChargeFiguresText::tr("Fee");
    return *customerPays ? ChargeFiguresText::tr("Fee, paid by customer") : ChargeFiguresText::tr("Fee, paid by you");
}

QString commissionLabel(const Split &split, const QLocale &locale)
{
    const bool hasRate = split.commissionBasisPoints.has_value();
    const QString rate = locale.toString(static_cast<double>(split.commissionBasisPoints.value_or(0)) / 100, 'g', 6);
    switch (split.commissionSource) {
    case Split::CommissionSource::Own:
        return hasRate ? ChargeFiguresText::tr("Commission, own rate of %1%").arg(rate)
                       : ChargeFiguresText::tr("Commission, own rate");
    case Split::CommissionSource::Marketplace:
        return hasRate ? ChargeFiguresText::tr("Commission, marketplace rate of %1%").arg(rate)
                       : ChargeFiguresText::tr("Commission, marketplace rate");
    case Split::CommissionSource::None:
        return ChargeFiguresText::tr("No commission");
    case Split::CommissionSource::NotReported:
        return hasRate ? ChargeFiguresText::tr("Commission, %1%").arg(rate) : ChargeFiguresText::tr("Commission");
    }
    Q_UNREACHABLE();
}

QString rateText(const checkout::Conversion &conversion, const QLocale &locale)
{
    return QString(conversion.rate).replace(u'.', locale.decimalPoint());
}

QString rateNote(const checkout::Conversion &conversion)
{
    return conversion.rateFits().value_or(true)
               ? QString()
               : ChargeFiguresText::tr("This rate does not fit the amounts. The amounts are what counts.");
}

} // namespace tilldeck::ui
