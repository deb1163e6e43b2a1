// SPDX-License-Identifier: GPL-3.0-or-later
// What sessions and payments can be filtered by, beside status, text and period.
#pragma once

#include "accounts/account_store.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace tilldeck::ui {

/// Holds the filters of a list that stand in its bar of chips. A list has those that its records have.
struct FilterParts
{
    QStringList accountIds;                     ///< Those that were chosen; empty: all that are shown.
    QString sessionId;                          ///< Payments of one session.
    QString discount;                           ///< Sessions with a promotion code or coupon.
    QDateTime createdSince, createdBefore;      ///< In the zone they were chosen in; invalid: any.
    QString currency;                           ///< ISO code; empty: any.
    std::optional<qint64> amountFrom, amountTo; ///< Minor units, both included; only with a currency.
    std::optional<int> tier;                    ///< From 0.

    friend bool operator==(const FilterParts &, const FilterParts &) = default;

    bool hasDays() const { return createdSince.isValid() || createdBefore.isValid(); }
    bool hasAmounts() const { return amountFrom || amountTo; }
    int count() const; ///< How many of them are on.
    /// Sets the currency; amounts of another one are none of it.
    void setCurrency(const QString &code);
};

/// Returns the parts of a filter of the ledger.
template <class Filter> FilterParts partsOf(const Filter &filter)
{
    FilterParts parts;
    parts.accountIds = filter.accountIds;
    parts.createdSince = filter.createdSince;
    parts.createdBefore = filter.createdBefore;
    parts.currency = filter.currency;
    parts.amountFrom = filter.amountFrom;
    parts.amountTo = filter.amountTo;
    parts.tier = filter.tier;
    if constexpr (requires { filter.sessionId; })
        parts.sessionId = filter.sessionId;
    if constexpr (requires { filter.discount; })
        parts.discount = filter.discount;
    return parts;
}

/// Sets the parts of a filter of the ledger.
template <class Filter> void putParts(Filter &filter, const FilterParts &parts)
{
    filter.accountIds = parts.accountIds;
    filter.createdSince = parts.createdSince;
    filter.createdBefore = parts.createdBefore;
    filter.currency = parts.currency;
    filter.amountFrom = parts.amountFrom;
    filter.amountTo = parts.amountTo;
    filter.tier = parts.tier;
    if constexpr (requires { filter.sessionId; })
        filter.sessionId = parts.sessionId;
    if constexpr (requires { filter.discount; })
        filter.discount = parts.discount;
}

/// Returns the days of the filter ("1 Apr 2026 to 14 Apr 2026") in the time zone in which they were chosen, which is
/// named where this computer has another.
QString daysText(const FilterParts &parts);
/// Returns the amounts of the filter: "100.00 to 250.00 NGN", "From 100.00 NGN".
QString amountsText(const FilterParts &parts);
/// Returns "Tier 2".
QString tierText(int tier);
/// Returns the name of one account, or the providers of several.
QString accountsText(const QStringList &accountIds, const accounts::AccountStore &accounts);

} // namespace tilldeck::ui
