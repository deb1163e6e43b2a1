// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/apply_payment.h"

namespace tilldeck::desk {

using checkout::SessionStatus;
using checkout::TransactionStatus;

void applyPayment(checkout::Session &session, const checkout::Transaction &transaction)
{
    switch (transaction.status) {
    case TransactionStatus::Succeeded:
    case TransactionStatus::Refunded:
    case TransactionStatus::PartlyRefunded:
        session.status = SessionStatus::Completed;
        break;
    case TransactionStatus::Failed:
        if (session.status == SessionStatus::Completed)
            return;
        session.status = SessionStatus::Failed;
        break;
    case TransactionStatus::Pending:
    case TransactionStatus::Unrecognised:
        if (session.status == SessionStatus::NotAsked) {
            session.status = SessionStatus::Open;
            session.rawStatus = transaction.rawStatus;
        }
        return;
    }
    session.rawStatus = transaction.rawStatus;
    session.transactionId = transaction.id;
    if (transaction.fees)
        session.fees = transaction.fees;
}

} // namespace tilldeck::desk
