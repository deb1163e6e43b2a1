// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and totals of payments in words.
#pragma once

#include "accounts/account_store.h"
#include "ledger/ledger.h"

namespace tilldeck::ui {

/// "1 Apr 2026 to 14 Apr 2026": the days of a range, in the zone that they were chosen in (named when it is not that
/// of this computer).
QString daysText(const ledger::TransactionFilter &filter);
/// "100.00 to 250.00 NGN", "From 100.00 NGN".
QString amountsText(const ledger::TransactionFilter &filter);
/// The account by its name, several by their provider.
QString accountsText(const QStringList &accountIds, const accounts::AccountStore &accounts);

/// The same sums that the ledger makes of a filter, of these payments.
std::vector<ledger::CurrencyTotal> totalsOf(const std::vector<ledger::TransactionRecord> &records);

/// What is left of a payment that was taken after its fee; nothing where that is not known.
std::optional<money::Money> afterFee(const checkout::Transaction &transaction);

struct TotalsWords
{
    QString count; ///< "7 payments", "5 of 7 payments taken".
    /// "14,400.00 NGN, 106.40 USD · after fees 14,000.00 NGN, … · refunded 53.20 USD". Currencies are never added up.
    QString sums;
    QString brief; ///< The same without what is left after fees.
};
TotalsWords totalsWords(const std::vector<ledger::CurrencyTotal> &totals);

} // namespace tilldeck::ui
