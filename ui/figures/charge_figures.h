// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a payment: as they were quoted, and as the provider then reported them.
#pragma once

#include "checkout/quote.h"

#include <vector>

namespace tilldeck::ui {

/// What the provider reported of a payment, beside what it had quoted.
struct ReportedFigures
{
    QString item;  ///< What was sold; empty: nothing to name.
    QString total; ///< What `amount` is called: "Customer pays".
    std::optional<money::Money> amount;
    std::optional<money::Money> discount;
    std::optional<money::Money> refunded;
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
    std::optional<checkout::Conversion> conversion; ///< Whose rate belongs below the lines.
};

/// The customer's side, the merchant's side and the split, each where something is known of it. Nothing is computed but
/// the price before a discount; figures that disagree stand beside each other.
std::vector<FigureGroup> chargeFigures(const std::optional<checkout::Quote> &quote, const ReportedFigures &reported);

/// The sentence beside a rate that does not fit its amounts; empty where it does, or none was told.
QString rateNote(const checkout::Conversion &conversion);

} // namespace tilldeck::ui
