// SPDX-License-Identifier: GPL-3.0-or-later
// The refunds of the journal.
#include "ledger/columns.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"
#include "ledger/left_to_refund.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

struct JournalRefundsText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

QStringList idsOf(const std::vector<checkout::Refund> &entries)
{
    QStringList ids;
    for (const checkout::Refund &entry : entries)
        ids << entry.id;
    return ids;
}

} // namespace

QFuture<Result<Intent>> Journal::beginRefund(QString id, QString accountId, QByteArray bodyHash, QString transactionId,
                                             money::Money amount, money::Money paid, ReportedRefunds reported,
                                             QDateTime openedAt, QDateTime deadlineAt, QDateTime providerOpenedAt,
                                             Repeat repeat, QString reason, KeyMark key)
{
    Intent intent;
    intent.keyMark = newMark(key);
    intent.id = std::move(id);
    intent.accountId = std::move(accountId);
    intent.bodyHash = std::move(bodyHash);
    intent.openedAt = std::move(openedAt);
    intent.deadlineAt = std::move(deadlineAt);
    intent.providerOpenedAt = std::move(providerOpenedAt);
    intent.kind = Intent::Kind::Refund;
    intent.transactionId = std::move(transactionId);
    intent.amount = amount;
    intent.refundedBefore = reported.total;
    if (reported.isListed)
        intent.listedBefore = idsOf(reported.entries);
    intent.reason = std::move(reason);
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    // One transaction that holds the write lock from its start: nobody else's refund comes between look and insert.
    const SameAccounts accounts(intent.accountId, m_others);
    return m_store->begin<Intent>([intent = std::move(intent), paid, reported = std::move(reported), owner, accounts,
                                   repeat](const Connection &connection) {
        const auto others = refundsFor(connection, accounts, intent.transactionId);
        const money::Money left = leftToRefund(paid, reported, others);
        if (const QString why = whyNotRefunded(*intent.amount, left); !why.isEmpty())
            throw SqlFailure(Error(ErrorKind::InvalidInput, why));
        if (repeat == Repeat::Refuse &&
            repeatedRefund(others, *intent.amount, left, {intent.openedAt, intent.providerOpenedAt}))
            throw SqlFailure(
                Error(ErrorKind::UnknownOutcome, JournalRefundsText::tr("The same refund was sent before.")));
        insertIntent(connection, intent, owner);
        return intent;
    });
}

QFuture<Result<std::vector<Intent>>> Journal::refundsOf(QString accountId, QString transactionId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<std::vector<Intent>>([accounts, transactionId](const Connection &connection) {
        return refundsFor(connection, accounts, transactionId);
    });
}

QFuture<Result<bool>> Journal::claimRefund(QString accountId, Intent refund, std::vector<Intent> judged, int entries)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->write<bool>([refund = std::move(refund), judged = std::move(judged), entries, accounts,
                                 clocks = m_clocks()](const Connection &connection) {
        if (refundsFor(connection, accounts, refund.transactionId) != judged)
            return false;
        const auto stored = std::ranges::find(judged, refund.id, &Intent::id);
        if (stored == judged.end())
            throw SqlFailure(Error(ErrorKind::Storage,
                                   JournalRefundsText::tr("What became of this refund became known in the meantime.")));
        const auto taken = std::ranges::count_if(judged, [&refund](const Intent &other) {
            return other.id != refund.id && other.sessionId == refund.sessionId;
        });
        const bool isNew = !refund.sessionId.isEmpty() && stored->sessionId != refund.sessionId;
        if (isNew && taken >= entries)
            throw SqlFailure(
                Error(ErrorKind::Rejected,
                      JournalRefundsText::tr("The refund “%1” at the provider is another one that was sent "
                                             "from here.")
                          .arg(refund.sessionId)));
        connection.exec(u"UPDATE intent SET state = ?, session_id = ?, note = ?, reported_amount = ?, "
                        "failed_by_total = ? WHERE id = ?"_s,
                        {storedName(refund.state), textColumn(refund.sessionId), textColumn(refund.note),
                         amountColumn(refund.reported), flagColumn(refund.failedByTotal), refund.id});
        noteTimes(connection, *stored, refund.state, clocks);
        return true;
    });
}

QFuture<Result<void>> Journal::failRefundByTotal(QString intentId, QString refundId, QString note)
{
    return m_store->write<void>([intentId, refundId, note](const Connection &connection) {
        const auto stored = intentsWhere(connection, u"id = ? AND kind = ? AND state IN (?, ?)"_s,
                                         {intentId, storedName(IntentKind::Refund), storedName(IntentState::Confirmed),
                                          storedName(IntentState::Accepted)});
        if (stored.empty() || stored.front().sessionId != refundId)
            throw SqlFailure(Error(ErrorKind::Storage,
                                   JournalRefundsText::tr("What became of this refund became known in the meantime.")));
        connection.exec(u"UPDATE intent SET state = ?, note = ?, failed_by_total = 1 WHERE id = ?"_s,
                        {storedName(IntentState::Failed), textColumn(note), intentId});
    });
}

QFuture<Result<void>> Journal::questionRefund(QString intentId, QString note)
{
    return m_store->write<void>([intentId, note](const Connection &connection) {
        const auto stored = intentsWhere(connection, u"id = ? AND kind = ? AND state IN (?, ?, ?, ?)"_s,
                                         {intentId, storedName(IntentKind::Refund), storedName(IntentState::Abandoned),
                                          storedName(IntentState::Rejected), storedName(IntentState::Failed),
                                          storedName(IntentState::Unknown)});
        if (stored.empty())
            throw SqlFailure(Error(ErrorKind::Storage,
                                   JournalRefundsText::tr("What became of this refund became known in the meantime.")));
        if (stored.front().state != IntentState::Unknown)
            connection.exec(u"UPDATE intent SET state = ?, session_id = NULL, was_closed = 1, failed_by_total = NULL, "
                            "note = ? WHERE id = ?"_s,
                            {storedName(IntentState::Unknown), textColumn(note), intentId});
    });
}

QFuture<Result<void>> Journal::setApart(QString intentId, QStringList listed)
{
    return m_store->write<void>([intentId, listed](const Connection &connection) {
        connection.exec(u"UPDATE intent SET listed_before = ? WHERE id = ? AND kind = ? AND state IN (?, ?)"_s,
                        {listedColumn(listed), intentId, storedName(IntentKind::Refund),
                         storedName(IntentState::Abandoned), storedName(IntentState::Rejected)});
    });
}

QFuture<Result<void>> Journal::setReported(QString intentId, money::Money reported)
{
    return m_store->write<void>([intentId, reported](const Connection &connection) {
        connection.exec(u"UPDATE intent SET reported_amount = ? WHERE id = ? AND kind = ?"_s,
                        {reported.minorUnits(), intentId, storedName(IntentKind::Refund)});
    });
}

QFuture<Result<std::optional<Intent>>> Journal::refundWithId(QString accountId, QString refundId,
                                                             QString exceptIntentId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<std::optional<Intent>>(
        [accounts, refundId, exceptIntentId](const Connection &connection) -> std::optional<Intent> {
            auto found = intentsWhere(
                connection, u"session_id = ? AND kind = ? AND id <> ? AND %1 ORDER BY key"_s.arg(accounts.condition()),
                QVariantList{refundId, storedName(IntentKind::Refund), exceptIntentId} + accounts.values());
            return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
        });
}

void Journal::setOtherAccounts(std::function<std::optional<QStringList>(const QString &accountId)> others)
{
    m_others = std::move(others);
}

void Journal::setClocks(std::function<Clocks()> clocks)
{
    m_clocks = std::move(clocks);
}

QFuture<Result<std::vector<Intent>>> Journal::refundsBesideOpen()
{
    return m_store->read<std::vector<Intent>>([](const Connection &connection) {
        const QVariant refund = storedName(IntentKind::Refund);
        return intentsWhere(
            connection,
            u"kind = ? AND (account_id, transaction_id) IN "
            "(SELECT account_id, transaction_id FROM intent WHERE state IN (?, ?, ?) AND kind = ?) ORDER BY key"_s,
            {refund, storedName(IntentState::Open), storedName(IntentState::Unknown), storedName(IntentState::Accepted),
             refund});
    });
}

QFuture<Result<std::vector<Intent>>> Journal::refundsIn(Intent::State state, QDateTime since)
{
    return m_store->read<std::vector<Intent>>([state, since](const Connection &connection) {
        return intentsWhere(connection, u"state = ? AND kind = ? AND (? IS NULL OR opened_at >= ?) ORDER BY key"_s,
                            {storedName(state), storedName(IntentKind::Refund), timeColumn(since), timeColumn(since)});
    });
}

QFuture<Result<QSet<QString>>> Journal::paymentsWithRefunds(QString accountId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<QSet<QString>>([accounts](const Connection &connection) {
        QSqlQuery query = connection.exec(
            u"SELECT DISTINCT transaction_id FROM intent WHERE %1 AND kind = ?"_s.arg(accounts.condition()),
            accounts.values() + QVariantList{storedName(IntentKind::Refund)});
        QSet<QString> payments;
        while (connection.next(query))
            payments.insert(query.value(0).toString());
        return payments;
    });
}

} // namespace tilldeck::ledger
