// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/journal.h"

#include "ledger/columns.h"
#include "ledger/draft_document.h"
#include "ledger/journal_store.h"
#include "ledger/owner_lock.h"
#include "money/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

constexpr QLatin1String
    intentColumns("id, account_id, body_hash, draft, opened_at, deadline_at, state, session_id, note, "
                  "kind, transaction_id, amount, currency, refunded_before");

std::vector<Intent> intentsWhere(const Connection &connection, const QString &condition, const QVariantList &values)
{
    QSqlQuery query = connection.exec(u"SELECT %1 FROM intent WHERE %2"_s.arg(intentColumns, condition), values);
    std::vector<Intent> intents;
    while (connection.next(query)) {
        Intent intent;
        intent.id = query.value(0).toString();
        intent.accountId = query.value(1).toString();
        intent.bodyHash = query.value(2).toByteArray();
        intent.draft = draftFrom(query.value(3));
        intent.openedAt = timeFrom(query.value(4));
        intent.deadlineAt = timeFrom(query.value(5));
        intent.state = valueOf(query.value(6), IntentState::Unknown);
        intent.sessionId = query.value(7).toString();
        intent.note = query.value(8).toString();
        intent.kind = valueOf(query.value(9), IntentKind::Create);
        intent.transactionId = query.value(10).toString();
        intent.amount = amountFrom(query.value(11), query.value(12));
        intent.refundedBefore = amountFrom(query.value(13), query.value(12));
        intents.push_back(std::move(intent));
    }
    return intents;
}

void insert(const Connection &connection, const Intent &intent, const QString &owner)
{
    const QByteArray hash = intent.bodyHash.isNull() ? QByteArray("") : intent.bodyHash;
    connection.exec(
        u"INSERT INTO intent (%1, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(intentColumns),
        {intent.id, intent.accountId, hash, QString::fromUtf8(encodeDraft(intent.draft)),
         intent.openedAt.toMSecsSinceEpoch(), timeColumn(intent.deadlineAt), storedName(intent.state), QVariant(),
         QVariant(), storedName(intent.kind), textColumn(intent.transactionId), amountColumn(intent.amount),
         currencyColumn(intent.amount), amountColumn(intent.refundedBefore), owner});
}

Intent intentFor(const Connection &connection, const QString &accountId, IntentKind kind, const QString &intentId)
{
    auto found =
        intentsWhere(connection, u"id = ? AND account_id = ? AND kind = ?"_s, {intentId, accountId, storedName(kind)});
    if (!found.empty())
        return std::move(found.front());
    throw SqlFailure(Error(ErrorKind::NotFound,
                           kind == IntentKind::Refund
                               ? Sentences::tr("There is no refund with this ID in this account. Copy the ID from the "
                                               "payment that it was to be made of.")
                               : Sentences::tr("There is no creation with this ID in this account. Copy the ID from "
                                               "the list of sessions.")));
}

/// Returns why the merchant cannot decide about an intent of this kind and state, in a sentence; empty when they can.
QString whyDecided(IntentKind kind, IntentState state)
{
    const bool refund = kind == IntentKind::Refund;
    switch (state) {
    case IntentState::Open:
        return refund ? Sentences::tr("This refund is still under way. Wait for its answer.")
                      : Sentences::tr("This session is still being created. Wait for the answer.");
    case IntentState::Confirmed:
        return refund ? Sentences::tr("This refund was confirmed in the meantime. Look at the payment before you give "
                                      "more back.")
                      : Sentences::tr("This session was found at the provider in the meantime. Look for it in "
                                      "the sessions list before you create another.");
    case IntentState::Rejected:
        return refund ? Sentences::tr("The provider has refused this refund, so nothing is left to decide.")
                      : Sentences::tr("The provider has refused this session, so nothing is left to decide.");
    case IntentState::Unknown:
    case IntentState::Abandoned:
        break;
    }
    return {};
}

std::vector<Intent> refundsFor(const Connection &connection, const QString &accountId, const QString &transactionId)
{
    return intentsWhere(connection, u"account_id = ? AND transaction_id = ? AND kind = ? ORDER BY key"_s,
                        {accountId, transactionId, storedName(IntentKind::Refund)});
}

/// Returns why @p amount cannot be given back when @p left may be, in a sentence; empty when it can.
QString refundProblem(money::Money amount, money::Money left)
{
    if (amount.currency() != left.currency())
        return Sentences::tr("The customer paid in %1. Enter the amount in %1.").arg(left.currency().code());
    if (amount.minorUnits() < 1)
        return Sentences::tr("Enter an amount above zero.");
    if (left.minorUnits() < 1)
        return Sentences::tr("Nothing of this payment can be given back: all of it was given back already, or is under "
                             "way.");
    if (amount.minorUnits() > left.minorUnits())
        return Sentences::tr("Only %1 of this payment can still be given back. Enter that or less.")
            .arg(money::format(left, QLocale()));
    return {};
}

} // namespace

money::Money givenBack(money::Money refunded, const std::vector<Intent> &refunds)
{
    // What was reported when a refund began cannot hold that refund; what is reported later may.
    const auto currency = refunded.currency();
    money::Money sum(0, currency);
    for (const Intent &intent : refunds) {
        if (intent.state != IntentState::Confirmed || !intent.amount)
            continue;
        const qint64 before =
            std::max(sum.minorUnits(), intent.refundedBefore ? intent.refundedBefore->minorUnits() : 0);
        sum = money::Money(before, currency).plus(*intent.amount).value_or(sum);
    }
    return {std::max(sum.minorUnits(), refunded.minorUnits()), currency};
}

money::Money leftToRefund(money::Money paid, money::Money refunded, const std::vector<Intent> &refunds)
{
    const money::Money nothing(0, paid.currency());
    std::optional<money::Money> left = paid.minus(givenBack(refunded, refunds));
    for (const Intent &intent : refunds) {
        const bool pending = intent.state == IntentState::Open || intent.state == IntentState::Unknown;
        if (left && pending && intent.amount)
            left = left->minus(*intent.amount);
    }
    return left && left->minorUnits() > 0 ? *left : nothing;
}

QFuture<Result<Intent>> Journal::begin(QString accountId, QByteArray bodyHash, checkout::SessionDraft draft,
                                       QDateTime openedAt, QDateTime deadlineAt)
{
    Intent intent;
    intent.id = randomId();
    intent.accountId = std::move(accountId);
    intent.bodyHash = std::move(bodyHash);
    intent.draft = std::move(draft);
    intent.openedAt = std::move(openedAt);
    intent.deadlineAt = std::move(deadlineAt);
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    return m_store->begin<Intent>([intent = std::move(intent), owner](const Connection &connection) {
        insert(connection, intent, owner);
        return intent;
    });
}

QFuture<Result<Intent>> Journal::beginRefund(QString accountId, QByteArray bodyHash, QString transactionId,
                                             money::Money amount, money::Money paid, money::Money refunded,
                                             QDateTime openedAt, QDateTime deadlineAt)
{
    Intent intent;
    intent.id = randomId();
    intent.accountId = std::move(accountId);
    intent.bodyHash = std::move(bodyHash);
    intent.openedAt = std::move(openedAt);
    intent.deadlineAt = std::move(deadlineAt);
    intent.kind = Intent::Kind::Refund;
    intent.transactionId = std::move(transactionId);
    intent.amount = amount;
    intent.refundedBefore = refunded;
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    // One transaction that holds the write lock from its start: nobody else's refund comes between look and insert.
    return m_store->begin<Intent>([intent = std::move(intent), paid, owner](const Connection &connection) {
        const auto others = refundsFor(connection, intent.accountId, intent.transactionId);
        const money::Money left = leftToRefund(paid, *intent.refundedBefore, others);
        if (const QString why = refundProblem(*intent.amount, left); !why.isEmpty())
            throw SqlFailure(Error(ErrorKind::InvalidInput, why));
        insert(connection, intent, owner);
        return intent;
    });
}

QFuture<Result<std::vector<Intent>>> Journal::refundsOf(QString accountId, QString transactionId)
{
    return m_store->read<std::vector<Intent>>([accountId, transactionId](const Connection &connection) {
        return refundsFor(connection, accountId, transactionId);
    });
}

QFuture<Result<void>> Journal::abandon(QString accountId, Intent::Kind kind, QString intentId, QString note)
{
    return m_store->write<void>([accountId, kind, intentId, note](const Connection &connection) {
        const Intent stored = intentFor(connection, accountId, kind, intentId);
        if (const QString why = whyDecided(kind, stored.state); !why.isEmpty())
            throw SqlFailure(Error(ErrorKind::Rejected, why));
        if (stored.state == IntentState::Unknown)
            connection.exec(u"UPDATE intent SET state = ?, note = ? WHERE id = ?"_s,
                            {storedName(IntentState::Abandoned), textColumn(note), intentId});
    });
}

QFuture<Result<void>> Journal::close(QString intentId, Intent::State state, QString sessionId, QString note)
{
    return m_store->write<void>([intentId, state, sessionId, note](const Connection &connection) {
        // What is known to have worked stays so, whatever a slower path believes.
        connection.exec(u"UPDATE intent SET state = ?, session_id = coalesce(?, session_id), note = ? "
                        "WHERE id = ? AND (state <> ? OR state = ?)"_s,
                        {storedName(state), textColumn(sessionId), textColumn(note), intentId,
                         storedName(IntentState::Confirmed), storedName(state)});
        const auto stored = intentsWhere(connection, u"id = ?"_s, {intentId});
        if (stored.empty())
            throw SqlFailure(Error(ErrorKind::Storage,
                                   Sentences::tr("The journal does not know this creation. Check with the provider "
                                                 "whether the session exists.")));
        if (stored.front().state == state)
            return;
        throw SqlFailure(Error(ErrorKind::Storage, whyDecided(stored.front().kind, IntentState::Confirmed)));
    });
}

QFuture<Result<std::vector<Intent>>> Journal::unknown(Intent::Kind kind)
{
    return m_store->read<std::vector<Intent>>([kind](const Connection &connection) {
        return intentsWhere(connection, u"state = ? AND kind = ? ORDER BY key"_s,
                            {storedName(IntentState::Unknown), storedName(kind)});
    });
}

QFuture<Result<std::vector<Intent>>> Journal::confirmed(Intent::Kind kind)
{
    return m_store->read<std::vector<Intent>>([kind](const Connection &connection) {
        return intentsWhere(connection, u"state = ? AND kind = ? ORDER BY key"_s,
                            {storedName(IntentState::Confirmed), storedName(kind)});
    });
}

QFuture<Result<std::optional<Intent>>> Journal::intent(QString id)
{
    return m_store->read<std::optional<Intent>>([id](const Connection &connection) {
        auto intents = intentsWhere(connection, u"id = ?"_s, {id});
        return intents.empty() ? std::nullopt : std::optional(std::move(intents.front()));
    });
}

QFuture<Result<Intent>> Journal::intentOf(QString accountId, Intent::Kind kind, QString intentId)
{
    return m_store->read<Intent>([accountId, kind, intentId](const Connection &connection) {
        return intentFor(connection, accountId, kind, intentId);
    });
}

} // namespace tilldeck::ledger
