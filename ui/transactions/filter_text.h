// SPDX-License-Identifier: GPL-3.0-or-later
// Texts for amounts and totals of payments.
#pragma once

#include "ledger/ledger.h"

namespace tilldeck::ui {

/// Returns @p amount with its currency, its direction kept whatever that of the layout.
QString amountText(const money::Money &amount);
/// Returns the totals of @p records, as the ledger computes them for a filter.
std::vector<ledger::CurrencyTotal> totalsOf(const std::vector<ledger::TransactionRecord> &records);

/// Returns the amount of a successful payment after its fee; nothing where the fee is not known.
std::optional<money::Money> afterFee(const checkout::Transaction &transaction);
std::optional<money::Money> afterFee(const ledger::PaymentRow &row);

/// Holds totals as text.
struct TotalsText
{
    QString count; ///< "7 payments", "7 payments, 5 paid".
    /// "14,400.00 NGN, 106.40 USD · after fees 14,000.00 NGN, … · refunded 53.20 USD". Currencies are never summed.
    QString sums;
};
/// Holds the totals of one currency, one below the other.
struct TotalsColumn
{
    QString paid;      ///< "348.00 EUR"
    QStringList lines; ///< "337.31 after fees, 1 fee not known", "refunded 13.20", "refund asked for 5.00".
};
/// Returns a column for each currency in which something was paid, refunded or asked for; @p isBrief leaves out the
/// amounts after fees.
std::vector<TotalsColumn> totalsColumns(const std::vector<ledger::CurrencyTotal> &totals, bool isBrief);

TotalsText totalsText(const std::vector<ledger::CurrencyTotal> &totals);

} // namespace tilldeck::ui
