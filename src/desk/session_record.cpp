// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/session_record.h"

#include "checkout/pricing.h"
#include "desk/labels.h"

namespace tilldeck::desk {

using ledger::SessionRecord;

SessionRecord recordOf(const QString &accountId, const checkout::Session &session, const checkout::Catalog &catalog,
                       const QDateTime &askedAt)
{
    SessionRecord record;
    record.accountId = accountId;
    record.session = session;
    record.draft = session.contents;
    record.customerLabel = customerLabel(session.contents, catalog);
    record.itemsLabel = itemsLabel(session.contents, catalog, session.paidTier.value_or(0));
    record.amount = checkout::amountOf(session);
    record.createdAt = session.createdAt.isValid() ? session.createdAt : askedAt;
    record.checkedAt = askedAt;
    return record;
}

} // namespace tilldeck::desk
