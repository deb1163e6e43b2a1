// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds that were sent from here: a provider's total may hold one that the customer does not have yet.
#pragma once

#include "ledger/known_statuses.h"
#include "ledger/ledger.h"

#include <map>

namespace tilldeck::ledger {

class Connection;
class ShownAccounts;
struct Intent;
struct Where;

/// Returns what is given back of a payment as far as is known: what the provider reports, without what was only asked
/// for from here or is of unknown outcome; nothing where it reports none.
std::optional<money::Money> knownGivenBack(const TransactionRecord &record);

/// Returns the status of a payment by what is known to be given back of it.
checkout::TransactionStatus knownStatus(const TransactionRecord &record);

OpenRefunds openRefunds(const TransactionRecord &record);

/// Holds the refunds that were sent from here and are not known to be given back, of each payment.
class AskedByPayment
{
public:
    AskedByPayment() = default;
    /// Takes those among @p refunds, oldest first, that are Open, Unknown or Accepted, each also for the accounts under
    /// which its own is shown. Of those that are Confirmed it is known what they add to a provider's figure.
    AskedByPayment(const std::vector<Intent> &refunds, const ConnectedAccounts &connected);

    /// Writes what was asked for into the payments.
    void addTo(std::vector<TransactionRecord> &records) const;
    /// Says of the rows what is known of those whose refunds were asked for. Runs on a database's thread and may throw
    /// SqlFailure, as the next ones do.
    void addTo(std::vector<PaymentRow> &rows, const Connection &connection) const;
    /// Returns the payments whose knownStatus() is not the reported one, and those with a refund asked for.
    KnownStatuses knownStatuses(const Connection &connection) const;
    /// Takes what was asked for, is under way or of unknown outcome, out of what @p totals count as refunded, and names
    /// it there.
    void moveIn(std::vector<CurrencyTotal> &totals, const Connection &connection, const TransactionFilter &filter,
                const ShownAccounts &shown, const KnownStatuses &known) const;
    /// Returns the accounts whose payments have others than in @p other.
    QStringList accountsUnlike(const AskedByPayment &other) const;

    friend bool operator==(const AskedByPayment &, const AskedByPayment &) = default;

private:
    struct Asked
    {
        qint64 amount = 0;
        qint64 unknown = 0;
        qint64 underWay = 0;  ///< Sent a moment ago.
        qint64 confirmed = 0; ///< Given back since the first of them was sent.
        qint64 before = 0;    ///< What the provider reported before that.

        friend bool operator==(const Asked &, const Asked &) = default;
    };
    using Payment = std::pair<QString, QString>; ///< Account and payment.

    std::vector<TransactionRecord> records(const Connection &connection, Where where) const;

    std::map<Payment, Asked> m_asked;
};

} // namespace tilldeck::ledger
