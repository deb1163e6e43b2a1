// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a payment: as they were quoted, and as the provider then reported them.
#pragma once

#include "checkout/quote.h"

#include <QLocale>

#include <vector>

namespace tilldeck::ui {

/// Holds what the provider reported of a payment.
struct ReportedFigures
{
    QString item;  ///< Names what was sold; may be empty.
    QString total; ///< The label of `amount`: "Customer pays".
    std::optional<money::Money> amount;
    std::optional<money::Money> discount;
    std::optional<money::Money> refunded;
    std::optional<money::Money> asked;    ///< Asked back, and not known to be given back.
    std::optional<money::Money> unknown;  ///< Of refunds whose outcome is not known.
    std::optional<money::Money> underWay; ///< Of refunds whose answer is awaited.
    std::optional<money::Money> priced;
    std::optional<checkout::FeeDetails> fees;
    std::optional<checkout::Split> split;
};

struct FigureLine
{
    QString label;
    std::optional<money::Money> quoted;
    std::optional<money::Money> reported;
    bool total = false;
};

struct FigureGroup
{
    QString title;
    std::vector<FigureLine> lines;
    std::optional<checkout::Conversion> conversion; ///< Its rate is shown below the lines.
    bool isComputedHere = false;                    ///< Nobody quoted the figures of FigureLine::quoted.
};

/// Returns the customer's side, the merchant's side and the split, each if something is known of it. Only the price
/// before a discount is computed; figures that disagree are returned beside each other.
std::vector<FigureGroup> chargeFigures(const std::optional<checkout::Quote> &quote, const ReportedFigures &reported);

/// Returns the rate with the digits that the provider reported and the decimal sign of @p locale.
QString rateText(const checkout::Conversion &conversion, const QLocale &locale);

/// Returns the sentence beside a rate that does not fit its amounts; empty if it does, or if there is no rate.
QString rateNote(const checkout::Conversion &conversion);

/// Returns "Fee, paid by you", or "Fee" if the provider does not say who pays it.
QString feeLabel(std::optional<bool> customerPays);
/// Returns "Commission, own rate of 5%".
QString commissionLabel(const checkout::Split &split, const QLocale &locale);

} // namespace tilldeck::ui
