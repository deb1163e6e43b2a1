// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/session_combine.h"

#include "checkout/draft_fields.h"

namespace tilldeck::ledger {

using checkout::SessionStatus;

namespace {

const QString &either(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first;
}

const QDateTime &either(const QDateTime &first, const QDateTime &second)
{
    return first.isValid() ? first : second;
}

/// Returns the first of two labels that is not empty; one that begins with @p id, because no name was known when it was
/// written, gives way to the other.
QString namedLabel(const QString &first, const QString &second, const QString &id)
{
    const bool isNameless = !id.isEmpty() && first.startsWith(id) && !second.isEmpty();
    return first.isEmpty() || isNameless ? second : first;
}

/// Returns the id that a label of the items of @p draft begins with where no name is known.
QString firstItemId(const checkout::SessionDraft &draft)
{
    return draft.lineItems.empty() ? draft.productId : draft.lineItems.front().priceId;
}

checkout::GatewayHandover merged(const checkout::GatewayHandover &stored, checkout::GatewayHandover handover)
{
    handover.gateway = either(handover.gateway, stored.gateway);
    handover.clientSecret = either(handover.clientSecret, stored.clientSecret);
    handover.publishableKey = either(handover.publishableKey, stored.publishableKey);
    handover.gatewayAccountId = either(handover.gatewayAccountId, stored.gatewayAccountId);
    return handover;
}

bool isOver(SessionStatus status)
{
    return status == SessionStatus::Completed || status == SessionStatus::Expired || status == SessionStatus::Failed;
}

checkout::Session updated(const checkout::Session &stored, checkout::Session session)
{
    session.secureToken = either(session.secureToken, stored.secureToken);
    session.url = either(session.url, stored.url);
    session.paidRouteId = either(session.paidRouteId, stored.paidRouteId);
    session.createdAt = either(session.createdAt, stored.createdAt);
    session.expiresAt = either(session.expiresAt, stored.expiresAt);
    session.flow = either(session.flow, stored.flow);
    session.transactionId = either(session.transactionId, stored.transactionId);
    session.contents = {};
    if (!session.fees)
        session.fees = stored.fees;
    session.handover = merged(stored.handover, session.handover);
    if (session.customer.isEmpty())
        session.customer = stored.customer;
    if (!session.amount)
        session.amount = stored.amount;
    if (!session.paidTier)
        session.paidTier = stored.paidTier;
    if (session.attempts.empty())
        session.attempts = stored.attempts;
    return session;
}

} // namespace

bool isOlderAnswer(const QDateTime &askedAt, const QDateTime &storedAt)
{
    // A clock that was ahead once must not freeze the row until time has caught up.
    if (storedAt > QDateTime::currentDateTimeUtc().addSecs(300))
        return false;
    return storedAt.isValid() && (!askedAt.isValid() || askedAt < storedAt);
}

SessionRecord combined(const SessionRecord &stored, const SessionRecord &incoming, bool keepStoredTexts)
{
    const SessionRecord &first = keepStoredTexts ? stored : incoming;
    const SessionRecord &second = keepStoredTexts ? incoming : stored;
    SessionRecord record = stored;
    record.accountId = either(incoming.accountId, stored.accountId);
    record.intentId = either(incoming.intentId, stored.intentId);
    record.draft = first.draft == checkout::SessionDraft() ? second.draft : first.draft;
    // No provider reports what is local.
    for (const checkout::DraftField &field : checkout::localFields())
        field.text.in(record.draft) = either(field.text.in(first.draft), field.text.in(second.draft));
    record.customerLabel = namedLabel(first.customerLabel, second.customerLabel, record.draft.customer.id);
    record.itemsLabel = namedLabel(first.itemsLabel, second.itemsLabel, firstItemId(record.draft));
    record.quote = first.quote ? first.quote : second.quote;
    // A creation that is known to have worked stays known, whatever a slower path believes.
    const bool forgetsSession = !stored.session.id.isEmpty() && incoming.session.id.isEmpty();
    if (forgetsSession || isOlderAnswer(incoming.checkedAt, stored.checkedAt)) {
        if (!record.amount)
            record.amount = incoming.amount;
        return record;
    }
    record.state = incoming.state;
    record.session = updated(stored.session, incoming.session);
    // A name that is not known says nothing about a session that is over; it stands beside the status.
    const bool hasNoName =
        record.session.status == SessionStatus::Unrecognised || record.session.status == SessionStatus::NotAsked;
    if (isOver(stored.session.status) && hasNoName) {
        record.session.status = stored.session.status;
        record.session.rawStatus = either(record.session.rawStatus, stored.session.rawStatus);
    }
    // What was paid stays paid, whatever an answer that lags behind says.
    if (stored.session.status == SessionStatus::Completed && record.session.status == SessionStatus::Open) {
        record.session.status = stored.session.status;
        record.session.rawStatus = stored.session.rawStatus;
    }
    record.checkedAt = either(incoming.checkedAt, stored.checkedAt);
    // Of both answers together: the newer one may leave out what was paid.
    if (const auto amount = checkout::amountOf(record.session))
        record.amount = amount;
    else if (record.session.paidTier.value_or(0) > 0)
        record.amount.reset();
    else if (incoming.amount)
        record.amount = incoming.amount;
    // What a fallback tier sold is not what the first tier offered.
    if (incoming.session.paidTier.value_or(0) > 0)
        record.itemsLabel = either(incoming.itemsLabel, record.itemsLabel);
    return record;
}

} // namespace tilldeck::ledger
