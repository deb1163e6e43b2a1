// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "checkout/quote.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tilldeck::checkout {

/// Says where a figure comes from. A sum with one estimated part is an estimate.
enum class Certainty {
    Exact,    ///< Reported by the provider, or an exact sum of reported prices and a confirmed discount.
    Quote,    ///< Quoted by a provider; can change.
    Estimate, ///< Rests on a rule or on a code nobody has confirmed.
};

struct Figure
{
    Figure(money::Money amount, Certainty certainty)
        : amount(amount)
        , certainty(certainty)
    {
    }

    money::Money amount;
    Certainty certainty;

    friend bool operator==(const Figure &, const Figure &) = default;
};

struct BreakdownLine
{
    QString label;
    QString priceId;
    qint64 quantity = 1;
    std::optional<money::Money> unitAmount; ///< Absent: the price is not in the catalog.
    std::optional<money::Money> total;
    QString billingPeriod; ///< As Price::billingPeriod.
};

/// Holds what one cascade tier would cost. An absent figure is not known, and is shown as such.
struct Breakdown
{
    int tier = 0;
    std::vector<BreakdownLine> lines;
    std::optional<Figure> subtotal;
    QString discountLabel; ///< "SPRING20, 20% off"; empty: no discount asked for.
    std::optional<Figure> discount;
    bool isRounded = false; ///< The discount has a part of a minor unit, which was rounded here.
    std::optional<Figure> customerPays;
    std::optional<Figure> fees;
    std::optional<Figure> received;
    QString processorRouteId;
    std::optional<QString> unpricedNote; ///< Why figures are missing, in a sentence.
};

/// Says where the provider's own preview of the draft stands.
enum class QuoteState {
    None,      ///< The flow has none.
    NotYet,    ///< The draft lacks something that a quote needs.
    Requested, ///< The provider has been asked and has not answered yet.
    Available, ///< `quote` belongs to this very draft. It may be outdated by now.
    Failed,    ///< `quoteError` says why.
};

/// Holds one breakdown for each tier, in the order in which they are tried.
struct Preview
{
    std::vector<Breakdown> tiers;
    QuoteState quoteState = QuoteState::None;
    std::optional<Quote> quote;      ///< Set when Available.
    std::optional<Error> quoteError; ///< Set when Failed; its problems stand on fields of the draft.
    QString discountState;           ///< A sentence on the code or coupon: "Valid. 20% off until 30 Apr 2026."
    bool discountConfirmed = false;
    QStringList remarks; ///< What has to be known beside the amounts: previewRemarks().
    QDateTime madeAt;    ///< UTC
};

} // namespace tilldeck::checkout
