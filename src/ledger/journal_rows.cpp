// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/journal_rows.h"

#include "ledger/columns.h"
#include "ledger/draft_document.h"
#include "ledger/entry_text.h"
#include "ledger/owner_lock.h"
#include "ledger/value_texts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct JournalRowsText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

constexpr QLatin1String
    intentColumns("id, account_id, body_hash, draft, opened_at, deadline_at, state, session_id, note, "
                  "kind, transaction_id, amount, currency, refunded_before, provider_opened_at, "
                  "entry, batch_id, listed_before, reason, quote, key_mark, handed_out, draft_id, was_closed, "
                  "ended_at, provider_ended_at, confirmed_at, reported_amount, failed_by_total, source, source_line, "
                  "remark");

std::optional<QStringList> listedFrom(const QVariant &column)
{
    const QJsonDocument ids = QJsonDocument::fromJson(column.toString().toUtf8());
    if (!ids.isArray())
        return std::nullopt;
    QStringList listed;
    const QJsonArray array = ids.array();
    for (const auto &id : array)
        listed << id.toString();
    return listed;
}

/// Returns the time now by the clock of the provider of @p intent, whose request ends. What was heard of that clock may
/// be from before this computer slept, and then it has gone on at least as long as the one here.
QDateTime providerEnd(const Intent &intent, const Clocks &clocks)
{
    QDateTime there = clocks.there.value(intent.accountId);
    if (!there.isValid() || !intent.providerOpenedAt.isValid())
        return there;
    return std::max(there, intent.providerOpenedAt.addMSecs(intent.openedAt.msecsTo(clocks.here)));
}

} // namespace

QVariant listedColumn(const std::optional<QStringList> &ids)
{
    return ids ? QVariant(
                     QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(*ids)).toJson(QJsonDocument::Compact)))
               : QVariant();
}

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
        intent.providerOpenedAt = timeFrom(query.value(14));
        intent.entry = entryFrom(intent.kind, query.value(15));
        intent.batchId = query.value(16).toString();
        intent.listedBefore = listedFrom(query.value(17));
        intent.reason = query.value(18).toString();
        intent.quote = quoteFrom(query.value(19));
        intent.keyMark = query.value(20).toByteArray();
        intent.handedOut = handedOutFrom(query.value(21));
        intent.draftId = query.value(22).toString();
        intent.wasClosed = query.value(23).toBool();
        intent.endedAt = timeFrom(query.value(24));
        intent.providerEndedAt = timeFrom(query.value(25));
        intent.confirmedAt = timeFrom(query.value(26));
        intent.reported = amountFrom(query.value(27), query.value(12));
        intent.failedByTotal = query.value(28).toBool();
        intent.source = query.value(29).toString();
        intent.sourceLine = query.value(30).toInt();
        intent.remark = valueOf(query.value(31), IntentRemark::None);
        intents.push_back(std::move(intent));
    }
    return intents;
}

void insertIntent(const Connection &connection, const Intent &intent, const QString &owner)
{
    const QByteArray hash = intent.bodyHash.isNull() ? QByteArray("") : intent.bodyHash;
    const QVariantList values{intent.id,
                              intent.accountId,
                              hash,
                              QString::fromUtf8(encodeDraft(intent.draft)),
                              intent.openedAt.toMSecsSinceEpoch(),
                              timeColumn(intent.deadlineAt),
                              storedName(intent.state),
                              QVariant(),
                              QVariant(),
                              storedName(intent.kind),
                              textColumn(intent.transactionId),
                              amountColumn(intent.amount),
                              currencyColumn(intent.amount),
                              amountColumn(intent.refundedBefore),
                              timeColumn(intent.providerOpenedAt),
                              entryColumn(intent.entry),
                              textColumn(intent.batchId),
                              listedColumn(intent.listedBefore),
                              textColumn(intent.reason),
                              quoteColumn(intent.quote),
                              intent.keyMark.isEmpty() ? QVariant() : QVariant(intent.keyMark),
                              handedOutColumn(intent.handedOut),
                              textColumn(intent.draftId),
                              flagColumn(intent.wasClosed),
                              timeColumn(intent.endedAt),
                              timeColumn(intent.providerEndedAt),
                              timeColumn(intent.confirmedAt),
                              amountColumn(intent.reported),
                              flagColumn(intent.failedByTotal),
                              textColumn(intent.source),
                              intent.sourceLine > 0 ? QVariant(intent.sourceLine) : QVariant(),
                              textColumn(storedName(intent.remark)),
                              owner};
    const QString places = QStringList(values.size(), u"?"_s).join(u',');
    connection.exec(u"INSERT INTO intent (%1, owner) VALUES (%2)"_s.arg(intentColumns, places), values);
}

QString SameAccounts::condition() const
{
    return others ? u"account_id NOT IN (%1)"_s.arg(QStringList(others->size(), u"?"_s).join(u','))
                  : u"account_id = ?"_s;
}

QVariantList SameAccounts::values() const
{
    QVariantList values;
    for (const QString &id : others.value_or(QStringList(own)))
        values << id;
    return values;
}

Intent intentFor(const Connection &connection, const SameAccounts &accounts, IntentKind kind, const QString &intentId)
{
    auto found = intentsWhere(connection, u"id = ? AND kind = ? AND "_s + accounts.condition(),
                              QVariantList{intentId, storedName(kind)} + accounts.values());
    if (!found.empty())
        return std::move(found.front());
    if (kind != IntentKind::Create && kind != IntentKind::Refund)
        throw SqlFailure(
            Error(ErrorKind::NotFound, JournalRowsText::tr("Nothing with this ID was sent by this account.")));
    throw SqlFailure(
        Error(ErrorKind::NotFound,
              kind == IntentKind::Refund
                  ? JournalRowsText::tr("There is no refund with this ID in this account. Copy the ID from the "
                                        "payment that it was to be made of.")
                  : JournalRowsText::tr("There is no creation with this ID in this account. Copy the ID from "
                                        "the list of sessions.")));
}

std::vector<Intent> refundsFor(const Connection &connection, const SameAccounts &accounts, const QString &transactionId)
{
    return intentsWhere(connection, u"transaction_id = ? AND kind = ? AND %1 ORDER BY key"_s.arg(accounts.condition()),
                        QVariantList{transactionId, storedName(IntentKind::Refund)} + accounts.values());
}

QSet<QString> sessionsMadeBy(const Connection &connection, const SameAccounts &accounts, const QString &exceptIntentId)
{
    QSqlQuery query = connection.exec(
        u"SELECT session_id FROM intent WHERE kind = ? AND session_id <> '' AND id <> ? AND "_s + accounts.condition(),
        QVariantList{storedName(IntentKind::Create), exceptIntentId} + accounts.values());
    QSet<QString> ids;
    while (connection.next(query))
        ids.insert(query.value(0).toString());
    return ids;
}

bool isAnyOwnerAlive(const Connection &connection, const QString &directory, const QString &condition,
                     const QVariantList &values)
{
    QSqlQuery query = connection.exec(u"SELECT DISTINCT owner FROM intent WHERE %1"_s.arg(condition), values);
    while (connection.next(query)) {
        const QString owner = query.value(0).toString();
        if (!owner.isEmpty() && OwnerLock::isAlive(directory, owner))
            return true;
    }
    return false;
}

bool isBatchRunning(const Connection &connection, const QString &directory, const QString &batchId)
{
    return isAnyOwnerAlive(connection, directory, u"batch_id = ? AND state IN (?, ?)"_s,
                           {batchId, storedName(IntentState::Planned), storedName(IntentState::Open)});
}

void noteTimes(const Connection &connection, const Intent &before, IntentState now, const Clocks &clocks)
{
    if (before.state == IntentState::Open && now != IntentState::Open)
        connection.exec(u"UPDATE intent SET ended_at = ?, provider_ended_at = ? WHERE id = ?"_s,
                        {timeColumn(clocks.here), timeColumn(providerEnd(before, clocks)), before.id});
    if (before.state != IntentState::Confirmed && now == IntentState::Confirmed)
        connection.exec(u"UPDATE intent SET confirmed_at = ? WHERE id = ?"_s, {timeColumn(clocks.here), before.id});
}

bool isMadeByAnother(const Connection &connection, const SameAccounts &accounts, const QString &exceptIntentId,
                     const QString &sessionId)
{
    return connection
        .exec(u"SELECT 1 FROM intent WHERE session_id = ? AND kind = ? AND id <> ? AND "_s + accounts.condition(),
              QVariantList{sessionId, storedName(IntentKind::Create), exceptIntentId} + accounts.values())
        .next();
}

QString newestIn(const Connection &connection)
{
    QSqlQuery query = connection.exec(u"SELECT id FROM intent ORDER BY key DESC LIMIT 1"_s);
    return connection.next(query) ? query.value(0).toString() : QString();
}

void closeOrphanedIntents(const Connection &connection, const QString &directory, const QDateTime &now)
{
    QSqlQuery query =
        connection.exec(u"SELECT DISTINCT owner FROM intent WHERE state = ?"_s, {storedName(IntentState::Open)});
    QStringList gone;
    while (connection.next(query))
        if (const QString owner = query.value(0).toString(); !OwnerLock::isAlive(directory, owner))
            gone << owner;
    query.finish();
    for (const QString &owner : gone)
        connection.exec(u"UPDATE intent SET state = ?, note = ?, ended_at = ? WHERE state = ? AND owner = ?"_s,
                        {storedName(IntentState::Unknown),
                         JournalRowsText::tr("Tilldeck ended before the provider's answer arrived."), timeColumn(now),
                         storedName(IntentState::Open), owner});
    OwnerLock::sweep(directory);
}

} // namespace tilldeck::ledger
