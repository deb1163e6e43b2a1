// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/journal.h"

#include "checkout/draft_fields.h"
#include "ledger/columns.h"
#include "ledger/intent_text.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"
#include "ledger/owner_lock.h"
#include "ledger/repeated_refund.h"
#include "ledger/value_texts.h"

#include <QCoreApplication>

#include <algorithm>

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

Intent newCreation(QString id, QString accountId, QByteArray bodyHash, checkout::SessionDraft draft, QDateTime openedAt,
                   QDateTime deadlineAt, QDateTime providerOpenedAt, const KeyMark &key,
                   std::optional<checkout::Quote> quote, QString draftId)
{
    Intent intent;
    intent.keyMark = newMark(key);
    intent.id = std::move(id);
    intent.accountId = std::move(accountId);
    intent.bodyHash = std::move(bodyHash);
    intent.draft = std::move(draft);
    intent.openedAt = std::move(openedAt);
    intent.deadlineAt = std::move(deadlineAt);
    intent.providerOpenedAt = std::move(providerOpenedAt);
    intent.quote = std::move(quote);
    intent.draftId = std::move(draftId);
    return intent;
}

/// Returns the creation that asked for the same as @p intent, as beginOnce() defines it: one whose outcome is open or
/// unknown before a confirmed one, else the newest. The draft counts beside the hash, because a quote that was renewed
/// and a reference that was made for it change the body and not what the merchant asks for; what is local does not
/// count. A confirmed one counts as long by the provider's clock as by that of this computer, since @p confirmedSince.
std::optional<Intent> earlierOf(const Connection &connection, const SameAccounts &accounts, const Intent &intent,
                                const QDateTime &confirmedSince, const AsksForTheSame &isSame)
{
    const QDateTime since = intent.providerOpenedAt.isValid()
                                ? intent.providerOpenedAt.addMSecs(intent.openedAt.msecsTo(confirmedSince))
                                : QDateTime();
    const QVariantList values = accounts.values() + QVariantList{storedName(IntentKind::Create),
                                                                 storedName(IntentState::Open),
                                                                 storedName(IntentState::Unknown),
                                                                 storedName(IntentState::Confirmed),
                                                                 confirmedSince.toMSecsSinceEpoch(),
                                                                 timeColumn(since),
                                                                 intent.draftId,
                                                                 storedName(IntentState::Confirmed)};
    auto candidates = intentsWhere(
        connection,
        accounts.condition() + u" AND kind = ? AND (state IN (?, ?) OR "
                               "(state = ? AND (max(opened_at, coalesce(ended_at, 0), coalesce(confirmed_at, 0)) >= ? "
                               "OR max(coalesce(provider_opened_at, 0), coalesce(provider_ended_at, 0)) >= ? "
                               "OR draft_id = ?))) ORDER BY state = ?, key DESC"_s,
        values);
    const checkout::SessionDraft asked = checkout::withoutLocalFields(intent.draft);
    const auto asksForTheSame = [&](const Intent &earlier) {
        return (!intent.draftId.isEmpty() && earlier.draftId == intent.draftId) ||
               (!intent.bodyHash.isEmpty() && earlier.bodyHash == intent.bodyHash) ||
               checkout::withoutLocalFields(earlier.draft) == asked || (isSame && isSame(earlier.draft));
    };
    const auto found = std::ranges::find_if(candidates, asksForTheSame);
    return found == candidates.end() ? std::nullopt : std::optional(std::move(*found));
}

/// Returns whether close() may write @p to over @p from: what is known to have worked stays so, whatever a slower path
/// believes.
bool mayBecome(IntentState from, IntentState to)
{
    if (from == to)
        return true;
    switch (from) {
    case IntentState::Confirmed:
        return false;
    case IntentState::Accepted:
        return to == IntentState::Confirmed || to == IntentState::Failed;
    case IntentState::Failed:
        return to == IntentState::Confirmed;
    case IntentState::Open:
    case IntentState::Rejected:
    case IntentState::Unknown:
    case IntentState::Abandoned:
    case IntentState::Planned:
        break;
    }
    return true;
}

/// Takes out what was handed out to the accounts. Returns how many intents held something.
int eraseIn(const Connection &connection, const QStringList &accountIds)
{
    const QString places = QStringList(accountIds.size(), u"?"_s).join(u',');
    const QVariantList ids(accountIds.begin(), accountIds.end());
    const QString where = u" WHERE handed_out IS NOT NULL AND account_id IN (%1)"_s.arg(places);
    QSqlQuery query = connection.exec(u"SELECT count(*) FROM intent"_s + where, ids);
    const int held = connection.next(query) ? query.value(0).toInt() : 0;
    query.finish();
    connection.exec(u"UPDATE intent SET handed_out = NULL"_s + where, ids);
    return held;
}

std::vector<Intent> unsettledIn(const Connection &connection, const QString &accountId)
{
    return intentsWhere(connection, u"account_id = ? AND state IN (?, ?, ?, ?, ?) ORDER BY key"_s,
                        {accountId, storedName(IntentState::Open), storedName(IntentState::Unknown),
                         storedName(IntentState::Accepted), storedName(IntentState::Failed),
                         storedName(IntentState::Planned)});
}

/// Returns the error for a state that close() may not write, because the provider has answered in the meantime.
Error alreadyAnswered(const Intent &stored)
{
    return {ErrorKind::Storage, stored.state == IntentState::Confirmed
                                    ? whyResolved(stored.kind, IntentState::Confirmed)
                                    : Sentences::tr("The provider has answered about this refund in the meantime. Look "
                                                    "at the payment before you give more back.")};
}

} // namespace

QFuture<Result<Intent>> Journal::begin(QString id, QString accountId, QByteArray bodyHash, checkout::SessionDraft draft,
                                       QDateTime openedAt, QDateTime deadlineAt, QDateTime providerOpenedAt,
                                       KeyMark key, std::optional<checkout::Quote> quote, QString draftId)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    Intent intent =
        newCreation(std::move(id), std::move(accountId), std::move(bodyHash), std::move(draft), std::move(openedAt),
                    std::move(deadlineAt), std::move(providerOpenedAt), key, std::move(quote), std::move(draftId));
    return m_store->begin<Intent>([intent = std::move(intent), owner](const Connection &connection) {
        insertIntent(connection, intent, owner);
        return intent;
    });
}

QFuture<Result<Begun>> Journal::beginOnce(QString id, QString accountId, QByteArray bodyHash,
                                          checkout::SessionDraft draft, QDateTime openedAt, QDateTime deadlineAt,
                                          QDateTime confirmedSince, QDateTime providerOpenedAt, KeyMark key,
                                          std::optional<checkout::Quote> quote, QString draftId, AsksForTheSame isSame)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    Intent intent =
        newCreation(std::move(id), std::move(accountId), std::move(bodyHash), std::move(draft), std::move(openedAt),
                    std::move(deadlineAt), std::move(providerOpenedAt), key, std::move(quote), std::move(draftId));
    const SameAccounts accounts(intent.accountId, m_others);
    return m_store->begin<Begun>([intent = std::move(intent), owner, accounts, confirmedSince,
                                  isSame = std::move(isSame), directory = m_store->directory(),
                                  now = m_clocks().here](const Connection &connection) {
        auto earlier = earlierOf(connection, accounts, intent, confirmedSince, isSame);
        if (earlier && earlier->state == IntentState::Open) {
            // Its program may have ended since this one looked at the start.
            closeOrphanedIntents(connection, directory, now);
            earlier = earlierOf(connection, accounts, intent, confirmedSince, isSame);
        }
        if (earlier)
            return Begun(std::move(*earlier), true);
        insertIntent(connection, intent, owner);
        return Begun(intent, false);
    });
}

QFuture<Result<Intent>> Journal::reopen(QString accountId, Intent::Kind kind, QString intentId, QDateTime deadlineAt,
                                        KeyMark key)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const SameAccounts accounts(accountId, m_others);
    return m_store->begin<Intent>(
        [accountId, accounts, kind, intentId, deadlineAt, key, owner](const Connection &connection) {
            // Who sends a creation again under another id has proven that it is the same account.
            const SameAccounts senders = kind == IntentKind::Create ? accounts : SameAccounts(accountId);
            Intent stored = intentFor(connection, senders, kind, intentId);
            if (stored.state != IntentState::Unknown || !stored.sessionId.isEmpty() || stored.wasClosed)
                throw SqlFailure(Error(ErrorKind::Rejected, whyNotReopened(stored)));
            if (!isMarkOf(stored.keyMark, key))
                throw SqlFailure(Error(ErrorKind::Rejected, whyNotWithThisKey()));
            if (kind == IntentKind::Refund) {
                const auto others = refundsFor(connection, accounts, stored.transactionId);
                if (const QString why = whyNotBesideOthers(stored, others); !why.isEmpty())
                    throw SqlFailure(Error(ErrorKind::Rejected, why));
            }
            connection.exec(u"UPDATE intent SET state = ?, owner = ?, deadline_at = ?, note = NULL, ended_at = NULL, "
                            "provider_ended_at = NULL WHERE id = ?"_s,
                            {storedName(IntentState::Open), owner, timeColumn(deadlineAt), intentId});
            stored.state = IntentState::Open;
            stored.deadlineAt = deadlineAt;
            stored.note.clear();
            stored.endedAt = stored.providerEndedAt = QDateTime();
            return stored;
        });
}

QFuture<Result<void>> Journal::abandon(QString accountId, Intent::Kind kind, QString intentId, QString note)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->write<void>([accounts, kind, intentId, note](const Connection &connection) {
        const Intent stored = intentFor(connection, accounts, kind, intentId);
        if (const QString why = whyResolved(stored); !why.isEmpty())
            throw SqlFailure(Error(ErrorKind::Rejected, why));
        if (stored.state != IntentState::Abandoned)
            connection.exec(u"UPDATE intent SET state = ?, note = ? WHERE id = ?"_s,
                            {storedName(IntentState::Abandoned), textColumn(note), intentId});
    });
}

QFuture<Result<void>> Journal::closeOrphaned()
{
    return m_store->write<void>(
        [directory = m_store->directory(), now = m_clocks().here](const Connection &connection) {
            closeOrphanedIntents(connection, directory, now);
        });
}

QFuture<Result<void>> Journal::close(QString intentId, Intent::State state, QString sessionId, QString note,
                                     HandedOut handedOut, Intent::Remark remark)
{
    const auto work = [store = m_store.get(), intentId, state, sessionId, note, remark,
                       handedOut = std::move(handedOut), clocks = m_clocks()](const Connection &connection) {
        const auto stored = intentsWhere(connection, u"id = ?"_s, {intentId});
        if (stored.empty())
            throw SqlFailure(Error(ErrorKind::Storage,
                                   Sentences::tr("The journal does not know this creation. Check with the provider "
                                                 "whether the session exists.")));
        if (!mayBecome(stored.front().state, state))
            throw SqlFailure(alreadyAnswered(stored.front()));
        connection.exec(
            u"UPDATE intent SET state = ?, session_id = coalesce(?, session_id), note = ?, "
            "handed_out = coalesce(?, handed_out), remark = coalesce(?, CASE state WHEN ? THEN remark END) WHERE id = ?"_s,
            {storedName(state), textColumn(sessionId), textColumn(note), handedOutColumn(handedOut),
             textColumn(storedName(remark)), storedName(state), intentId});
        noteTimes(connection, stored.front(), state, clocks);
        // Unless this program makes its batch still, any program may go on with it.
        if (state == IntentState::Planned && !store->makes.contains(stored.front().batchId))
            connection.exec(u"UPDATE intent SET owner = '' WHERE id = ?"_s, {intentId});
    };
    return m_store->together<void>(work, false);
}

QFuture<Result<int>> Journal::eraseHandedOut(QStringList accountIds)
{
    if (accountIds.isEmpty())
        return QtFuture::makeReadyFuture(Result<int>(0));
    return m_store->erase([accountIds](const Connection &connection) { return eraseIn(connection, accountIds); });
}

QFuture<Result<int>> Journal::eraseHandedOutOfSettled(QString accountId)
{
    return m_store->erase([accountId](const Connection &connection) {
        if (!unsettledIn(connection, accountId).empty())
            throw SqlFailure(Error(ErrorKind::Rejected, Sentences::tr("Something was begun with this account in the "
                                                                      "meantime. Look at it first.")));
        return eraseIn(connection, QStringList(accountId));
    });
}

QFuture<Result<std::vector<Intent>>> Journal::unknown(Intent::Kind kind)
{
    return m_store->read<std::vector<Intent>>([kind](const Connection &connection) {
        return intentsWhere(connection, u"state = ? AND kind = ? ORDER BY key"_s,
                            {storedName(IntentState::Unknown), storedName(kind)});
    });
}

QFuture<Result<std::vector<Intent>>> Journal::unsettled(QString accountId)
{
    return m_store->read<std::vector<Intent>>(
        [accountId](const Connection &connection) { return unsettledIn(connection, accountId); });
}

QFuture<Result<std::vector<Intent>>> Journal::unresolved(Intent::Kind kind)
{
    return m_store->read<std::vector<Intent>>([kind](const Connection &connection) {
        return intentsWhere(connection, u"state IN (?, ?) AND kind = ? ORDER BY key"_s,
                            {storedName(IntentState::Open), storedName(IntentState::Unknown), storedName(kind)});
    });
}

QFuture<Result<std::vector<Intent>>> Journal::confirmed(Intent::Kind kind, QString after)
{
    return m_store->read<std::vector<Intent>>([kind, after](const Connection &connection) {
        return intentsWhere(connection,
                            u"state = ? AND kind = ? AND key > coalesce((SELECT key FROM intent WHERE id = ?), 0) "
                            "ORDER BY key"_s,
                            {storedName(IntentState::Confirmed), storedName(kind), after});
    });
}

QFuture<Result<QSet<QString>>> Journal::sessionsMade(QString accountId, QString exceptIntentId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<QSet<QString>>([accounts, exceptIntentId](const Connection &connection) {
        return sessionsMadeBy(connection, accounts, exceptIntentId);
    });
}

QFuture<Result<bool>> Journal::isMadeByAnother(QString accountId, QString exceptIntentId, QString sessionId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<bool>([accounts, exceptIntentId, sessionId](const Connection &connection) {
        return ledger::isMadeByAnother(connection, accounts, exceptIntentId, sessionId);
    });
}

QFuture<Result<bool>> Journal::confirmAlone(QString accountId, QString intentId, QString sessionId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->write<bool>([accounts, intentId, sessionId, clocks = m_clocks()](const Connection &connection) {
        const Intent stored = intentFor(connection, accounts, IntentKind::Create, intentId);
        if (stored.state == IntentState::Confirmed && stored.sessionId != sessionId)
            throw SqlFailure(alreadyAnswered(stored));
        if (ledger::isMadeByAnother(connection, accounts, intentId, sessionId))
            return false;
        connection.exec(u"UPDATE intent SET state = ?, session_id = ?, note = NULL WHERE id = ?"_s,
                        {storedName(IntentState::Confirmed), sessionId, intentId});
        noteTimes(connection, stored, IntentState::Confirmed, clocks);
        return true;
    });
}

QFuture<Result<std::vector<MarkedKey>>> Journal::markedKeys()
{
    return m_store->read<std::vector<MarkedKey>>([](const Connection &connection) {
        QSqlQuery query = connection.exec(
            u"SELECT account_id, key_mark, sent FROM (SELECT account_id, key_mark, sent, row_number() OVER (PARTITION "
            "BY account_id, sent ORDER BY key DESC) AS age FROM (SELECT key, account_id, key_mark, state NOT IN "
            "(?, ?) AS sent FROM intent WHERE key_mark IS NOT NULL)) WHERE age <= 100"_s,
            {storedName(IntentState::Rejected), storedName(IntentState::Planned)});
        std::vector<MarkedKey> keys;
        while (connection.next(query))
            keys.push_back({query.value(0).toString(), query.value(1).toByteArray(), query.value(2).toBool()});
        return keys;
    });
}

QFuture<Result<QStringList>> Journal::draftsSent(QStringList ids)
{
    return m_store->read<QStringList>([ids](const Connection &connection) {
        QSqlQuery query = connection.exec(
            u"SELECT DISTINCT draft_id FROM intent WHERE draft_id IS NOT NULL AND kind = ? AND state IN (?, ?)"_s,
            {storedName(IntentKind::Create), storedName(IntentState::Unknown), storedName(IntentState::Confirmed)});
        QStringList sent;
        while (connection.next(query)) {
            if (const QString id = query.value(0).toString(); ids.contains(id))
                sent << id;
        }
        return sent;
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
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<Intent>([accounts, kind, intentId](const Connection &connection) {
        return intentFor(connection, accounts, kind, intentId);
    });
}

} // namespace tilldeck::ledger
