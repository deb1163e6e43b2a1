// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace tilldeck::checkout {

/// Holds an amount in two currencies, as the provider reported it. Nothing is ever computed from `rate`.
struct Conversion
{
    Conversion(money::Money original, money::Money converted)
        : original(original)
        , converted(converted)
    {
    }

    money::Money original;
    money::Money converted;
    QString rate; ///< The provider's figure as it wrote it ("1600"); empty when it reported none.

    /// Returns whether `rate` fits the two amounts, in major or in minor units, within half a percent; nothing when no
    /// rate was reported. Where it is false, both are shown as they came.
    std::optional<bool> rateFits() const;

    friend bool operator==(const Conversion &, const Conversion &) = default;
};

/// Says how a payment is shared with a sub-merchant of a marketplace; amounts in the pricing currency.
struct Split
{
    enum class CommissionSource { Own, Marketplace, None, NotReported };

    explicit Split(money::Money gross)
        : gross(gross)
    {
    }

    money::Money gross;
    QString subMerchantId;
    QString subMerchantName;
    std::optional<qint64> commissionBasisPoints; ///< 500 is 5 %.
    CommissionSource commissionSource = CommissionSource::NotReported;
    std::optional<money::Money> commission;
    std::optional<money::Money> net; ///< What the sub-merchant is credited with.

    /// Returns what to call the sub-merchant: the name, else the id.
    const QString &name() const { return subMerchantName.isEmpty() ? subMerchantId : subMerchantName; }
    /// Returns what is left of `gross` for the marketplace, before any fee; no provider reports it. Nothing where `net`
    /// is not known.
    std::optional<money::Money> own() const;

    friend bool operator==(const Split &, const Split &) = default;
};

/// The fee of a payment and who pays it, as the provider reported them.
struct FeeDetails
{
    explicit FeeDetails(money::Money base)
        : base(base)
    {
    }

    money::Money base;
    std::optional<money::Money> fee;
    std::optional<money::Money> total;
    bool customerPays = false; ///< Only then the fee is part of the total.

    friend bool operator==(const FeeDetails &, const FeeDetails &) = default;
};

/// Holds a provider's own preview of a payment.
struct Quote
{
    explicit Quote(money::Money customerPays)
        : customerPays(customerPays)
    {
    }

    money::Money customerPays;                    ///< In the charge currency, everything included.
    std::optional<money::Money> base;             ///< Before the fee, in the charge currency.
    std::optional<money::Money> fee;              ///< In the charge currency.
    std::optional<bool> customerPaysFee;          ///< False: the fee is information and in no total.
    std::optional<money::Money> businessReceives; ///< Priced amount, in the pricing currency.
    std::optional<Conversion> conversion;         ///< Only where the currencies differ.
    QString gateway;                              ///< The provider's name: "paystack". Empty when it was not reported.
    std::optional<bool> international;
    QString businessCountry; ///< ISO 3166; empty when it was not reported.
    QString customerCountry;
    QString productTitle;       ///< Of a product that the provider priced.
    std::optional<Split> split; ///< No provider quotes one: it is computed here from the rate that is reported.
    bool isMultiplied = false;  ///< One piece was quoted and converted; the totals of all were computed here.
    QDateTime madeAt;           ///< UTC: when it was asked for.
    QDateTime validUntil;       ///< UTC; invalid: it does not end.

    /// Also where @p now lies before it was made: the clock was set back, and nobody knows how old the quote is.
    bool isOutdated(const QDateTime &now) const
    {
        constexpr qint64 correction = 60; // seconds that a clock may be set back by itself
        return validUntil.isValid() && (now >= validUntil || (madeAt.isValid() && now < madeAt.addSecs(-correction)));
    }

    friend bool operator==(const Quote &, const Quote &) = default;
};

} // namespace tilldeck::checkout
