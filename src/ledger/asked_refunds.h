// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds that were asked for from here: a provider's total may hold one that the customer does not have yet.
#pragma once

#include "ledger/ledger.h"

#include <map>

namespace tilldeck::ledger {

class Connection;
class ShownAccounts;
struct Intent;

/// Returns what is given back of a payment as far as is known: what the provider reports, without what was only asked
/// for from here; nothing where it reports none.
std::optional<money::Money> knownGivenBack(const TransactionRecord &record);

/// Holds the refunds that were asked for from here and are not known to be given back, of each payment.
class AskedByPayment
{
public:
    AskedByPayment() = default;
    /// Takes the Accepted ones among @p refunds, each also for the accounts under which its own is shown.
    AskedByPayment(const std::vector<Intent> &refunds, const ConnectedAccounts &connected);

    /// Writes what was asked for into the payments.
    void addTo(std::vector<TransactionRecord> &records) const;
    /// Takes what was asked for out of what @p totals count as refunded, and names it there. Runs on a database's
    /// thread and may throw SqlFailure.
    void moveIn(std::vector<CurrencyTotal> &totals, const Connection &connection, const TransactionFilter &filter,
                const ShownAccounts &shown) const;
    /// Returns the accounts whose payments have others than in @p other.
    QStringList accountsUnlike(const AskedByPayment &other) const;

    friend bool operator==(const AskedByPayment &, const AskedByPayment &) = default;

private:
    struct Asked
    {
        qint64 amount = 0;
        qint64 before = 0; ///< What the provider reported before the first of them.

        friend bool operator==(const Asked &, const Asked &) = default;
    };
    using Payment = std::pair<QString, QString>; ///< Account and payment.

    std::map<Payment, Asked> m_asked;
};

} // namespace tilldeck::ledger
