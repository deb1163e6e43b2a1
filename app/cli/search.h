// SPDX-License-Identifier: GPL-3.0-or-later
// What --search takes: words, and fields such as status:completed or amount:>100.
#pragma once

#include "context.h"

#include "desk/search_text.h"

namespace tilldeck::cli {

/// Reads @p text. @p statuses are the words that "status:" takes, of which @p status, that of --status, may be one; a
/// field of the text takes its place. Days begin in @p zone. Error: InvalidInput, with the field that cannot be read.
checkout::Result<desk::Search> searchFrom(Context &context, const std::string &text, const QStringList &statuses,
                                          std::string &status, const QTimeZone &zone);

/// Makes @p filter let through only what @p search does as well. Returns whether the two leave anything; an account
/// that
/// @p search does not name leaves nothing.
template <class Filter> bool narrow(Filter &filter, const desk::Search &search, const QString &accountId)
{
    filter.text = search.text;
    const bool isOther = !filter.currency.isEmpty() && !search.currency.isEmpty() && filter.currency != search.currency;
    if (filter.currency.isEmpty())
        filter.currency = search.currency;
    filter.amountFrom = search.amountFrom;
    filter.amountTo = search.amountTo;
    filter.tier = search.tier;
    if (search.since.isValid() && !(filter.createdSince >= search.since))
        filter.createdSince = search.since;
    if (search.before.isValid() && (!filter.createdBefore.isValid() || filter.createdBefore > search.before))
        filter.createdBefore = search.before;
    return !isOther && (search.accountIds.isEmpty() || search.accountIds.contains(accountId));
}

/// Returns whether @p amount is among those that @p filter lets through: for what stands in no row of the ledger.
template <class Filter> bool hasWantedAmount(const std::optional<money::Money> &amount, const Filter &filter)
{
    if (filter.currency.isEmpty() || !amount)
        return filter.currency.isEmpty();
    const qint64 minorUnits = amount->minorUnits();
    return amount->currency().code().compare(filter.currency, Qt::CaseInsensitive) == 0 &&
           minorUnits >= filter.amountFrom.value_or(minorUnits) && minorUnits <= filter.amountTo.value_or(minorUnits);
}

} // namespace tilldeck::cli
