// SPDX-License-Identifier: GPL-3.0-or-later
// The writes into catalogs that the journal holds: coupons, promotion codes, routes.
#include "ledger/columns.h"
#include "ledger/entry_text.h"
#include "ledger/intent_text.h"
#include "ledger/is_repeatable.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

struct JournalEntriesText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

/// Returns the newest intent under one of @p accounts that is open or unknown and asked for the same as @p intent.
std::optional<Intent> sameUndecided(const Connection &connection, const SameAccounts &accounts, const Intent &intent)
{
    auto found = intentsWhere(
        connection, accounts.condition() + u" AND kind = ? AND entry = ? AND state IN (?, ?) ORDER BY key DESC"_s,
        accounts.values() + QVariantList{storedName(intent.kind), entryColumn(intent.entry),
                                         storedName(IntentState::Open), storedName(IntentState::Unknown)});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

/// Opens @p intent for @p owner, with the hash, the times and the provider's time that it has.
void openAgain(const Connection &connection, Intent &intent, const QString &owner)
{
    intent.state = IntentState::Open;
    intent.note.clear();
    intent.endedAt = intent.providerEndedAt = QDateTime();
    connection.exec(u"UPDATE intent SET state = ?, owner = ?, body_hash = ?, opened_at = ?, deadline_at = ?, "
                    "provider_opened_at = ?, key_mark = ?, listed_before = ?, note = NULL, ended_at = NULL, "
                    "provider_ended_at = NULL WHERE id = ?"_s,
                    {storedName(intent.state), owner, intent.bodyHash, intent.openedAt.toMSecsSinceEpoch(),
                     timeColumn(intent.deadlineAt), timeColumn(intent.providerOpenedAt),
                     intent.keyMark.isEmpty() ? QVariant() : QVariant(intent.keyMark),
                     listedColumn(intent.listedBefore), intent.id});
}

} // namespace

bool isRepeatable(const Intent &intent)
{
    const auto *route = std::get_if<checkout::ProcessorRoute>(&intent.entry);
    return intent.kind == IntentKind::DeactivateCode || intent.kind == IntentKind::DeactivateCoupon ||
           (route && !route->id.isEmpty());
}

QFuture<Result<Intent>> Journal::beginEntry(QString id, QString accountId, QByteArray bodyHash, Intent::Kind kind,
                                            CatalogEntry entry, QDateTime openedAt, QDateTime deadlineAt,
                                            QDateTime providerOpenedAt, KeyMark key,
                                            std::optional<QStringList> listedBefore)
{
    Intent intent;
    intent.listedBefore = std::move(listedBefore);
    intent.keyMark = newMark(key);
    intent.id = std::move(id);
    intent.accountId = std::move(accountId);
    intent.bodyHash = std::move(bodyHash);
    intent.kind = kind;
    intent.entry = std::move(entry);
    intent.openedAt = std::move(openedAt);
    intent.deadlineAt = std::move(deadlineAt);
    intent.providerOpenedAt = std::move(providerOpenedAt);
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const SameAccounts accounts(intent.accountId, m_others);
    return m_store->begin<Intent>([intent = std::move(intent), owner, accounts, directory = m_store->directory(),
                                   now = m_clocks().here](const Connection &connection) {
        closeOrphanedIntents(connection, directory, now);
        auto earlier = sameUndecided(connection, accounts, intent);
        if (!earlier) {
            insertIntent(connection, intent, owner);
            return intent;
        }
        if (earlier->state == IntentState::Open)
            throw SqlFailure(Error(ErrorKind::Rejected, whyResolved(*earlier)));
        if (!isRepeatable(*earlier))
            throw SqlFailure(
                Error(ErrorKind::Rejected,
                      JournalEntriesText::tr("The same was sent before, and whether it was made is not known. Look it "
                                             "up before you make another: otherwise there may be two of them.")));
        earlier->keyMark = intent.keyMark;
        earlier->bodyHash = intent.bodyHash;
        earlier->openedAt = intent.openedAt;
        earlier->deadlineAt = intent.deadlineAt;
        earlier->providerOpenedAt = intent.providerOpenedAt;
        openAgain(connection, *earlier, owner);
        return *earlier;
    });
}

QFuture<Result<Intent>> Journal::openCode(QString intentId, QByteArray bodyHash, QDateTime openedAt,
                                          QDateTime deadlineAt, QDateTime providerOpenedAt, KeyMark key,
                                          std::optional<QStringList> listedBefore)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    return m_store->begin<Intent>([intentId, bodyHash, openedAt, deadlineAt, providerOpenedAt, key, listedBefore,
                                   owner](const Connection &connection) {
        auto found = intentsWhere(connection, u"id = ? AND kind = ? AND state IN (?, ?)"_s,
                                  {intentId, storedName(IntentKind::PromotionCode), storedName(IntentState::Planned),
                                   storedName(IntentState::Unknown)});
        if (found.empty())
            throw SqlFailure(
                Error(ErrorKind::Rejected,
                      JournalEntriesText::tr("Another program has sent this promotion code in the meantime.")));
        Intent intent = std::move(found.front());
        // Its text is made once in its account, whatever key of that is given.
        intent.keyMark = newMark(key);
        intent.bodyHash = bodyHash;
        // What a first request made is of its time, and was not listed before it.
        if (intent.state == IntentState::Planned) {
            intent.openedAt = openedAt;
            intent.providerOpenedAt = providerOpenedAt;
            intent.listedBefore = listedBefore;
        }
        intent.deadlineAt = deadlineAt;
        openAgain(connection, intent, owner);
        return intent;
    });
}

QFuture<Result<std::vector<Intent>>> Journal::unknownEntries()
{
    return m_store->read<std::vector<Intent>>([directory = m_store->directory()](const Connection &connection) {
        auto found =
            intentsWhere(connection, u"batch_id IS NULL AND kind NOT IN (?, ?) AND state IN (?, ?) ORDER BY key"_s,
                         {storedName(IntentKind::Create), storedName(IntentKind::Refund), storedName(IntentState::Open),
                          storedName(IntentState::Unknown)});
        // An open one of a program that has ended is unknown as well.
        std::erase_if(found, [&](const Intent &intent) {
            return intent.state == IntentState::Open &&
                   isAnyOwnerAlive(connection, directory, u"id = ?"_s, {intent.id});
        });
        return found;
    });
}

QFuture<Result<std::vector<Intent>>> Journal::sent(Intent::Kind kind, QString accountId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<std::vector<Intent>>([kind, accounts](const Connection &connection) {
        return intentsWhere(
            connection, u"kind = ? AND state NOT IN (?, ?) AND %1 ORDER BY opened_at, key"_s.arg(accounts.condition()),
            QVariantList{storedName(kind), storedName(IntentState::Planned), storedName(IntentState::Rejected)} +
                accounts.values());
    });
}

} // namespace tilldeck::ledger
