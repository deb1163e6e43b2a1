// SPDX-License-Identifier: GPL-3.0-or-later
// What an export of payments holds on request: refunds as rows of their own, custom fields and metadata as columns.
#pragma once

#include "desk/desk.h"

#include <QHash>
#include <QPointer>

namespace tilldeck::desk {

/// A refund as a row of an export.
struct ExportedRefund
{
    ExportedRefund(QString id, money::Money amount)
        : id(std::move(id))
        , amount(amount)
    {
    }

    QString id; ///< Empty when it is not known.
    money::Money amount;
    QDateTime at;             ///< Invalid when it was not reported.
    QString status;           ///< For reading.
    bool isGivenBack = false; ///< Its amount is taken off in the column of amounts.
    QString reason;

    friend bool operator==(const ExportedRefund &, const ExportedRefund &) = default;
};

struct PaymentExtras
{
    bool refundRows = false;
    bool fields = false;
    QHash<QString, std::vector<ledger::Intent>> refunds; ///< That were begun here, by the payment's id.
    /// Drafts with custom fields or metadata, by keyOf() of the session and of the payment that it names.
    QHash<QString, checkout::SessionDraft> drafts;

    static QString keyOf(const QString &accountId, const QString &id) { return accountId + u'\n' + id; }
    /// Returns the draft of the session that @p payment is of; null where it has no such fields or is not known.
    const checkout::SessionDraft *draftOf(const ledger::TransactionRecord &payment) const;
};

/// Reads what the payments of @p accountIds need. Errors: those of journal and ledger.
http::Task<checkout::Result<PaymentExtras>> readPaymentExtras(QPointer<Desk> desk, QStringList accountIds,
                                                              bool refundRows, bool fields);

/// Returns the refunds of @p payment: those that the provider lists, those that were begun here and are not in its
/// list, and what it reports as given back beyond them, oldest first.
std::vector<ExportedRefund> exportedRefunds(const ledger::TransactionRecord &payment, const PaymentExtras &extras);

} // namespace tilldeck::desk
