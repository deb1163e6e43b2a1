// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/journal.h"

#include "ledger/columns.h"
#include "ledger/database.h"
#include "ledger/draft_document.h"
#include "ledger/intent_rows.h"
#include "ledger/intent_text.h"
#include "ledger/left_to_refund.h"
#include "ledger/owner_lock.h"
#include "ledger/private_file.h"
#include "ledger/schema.h"
#include "money/format.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

class Journal::Store
{
public:
    QString directory;
    std::unique_ptr<OwnerLock> owner;
    Database database; ///< Goes first: what is still being written has an owner that lives.
    QString readOnlyReason;

    template <class T, class Work> QFuture<Result<T>> write(Work work)
    {
        if (readOnlyReason.isEmpty())
            return database.write<T>(std::move(work), [](auto &&...) {});
        return QtFuture::makeReadyFuture(Result<T>(std::unexpected(Error(ErrorKind::Storage, readOnlyReason))));
    }
};

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

QString folderSentence(const QString &directory)
{
    return Sentences::tr("The folder %1 cannot be written. Check who owns it, or choose another one.")
        .arg(QDir::toNativeSeparators(directory));
}

Intent newCreation(QString accountId, QByteArray bodyHash, checkout::SessionDraft draft, QDateTime openedAt,
                   QDateTime deadlineAt, QDateTime providerOpenedAt)
{
    Intent intent;
    intent.id = randomId();
    intent.accountId = std::move(accountId);
    intent.bodyHash = std::move(bodyHash);
    intent.draft = std::move(draft);
    intent.openedAt = std::move(openedAt);
    intent.deadlineAt = std::move(deadlineAt);
    intent.providerOpenedAt = std::move(providerOpenedAt);
    return intent;
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
        break;
    }
    return true;
}

/// Returns the error for a state that close() may not write, because the provider has answered in the meantime.
Error alreadyAnswered(const Intent &stored)
{
    return {ErrorKind::Storage, stored.state == IntentState::Confirmed
                                    ? whyResolved(stored.kind, IntentState::Confirmed)
                                    : Sentences::tr("The provider has answered about this refund in the meantime. Look "
                                                    "at the payment before you give more back.")};
}

RefundAccounts refundAccounts(const QString &own, const std::function<QStringList(const QString &)> &others)
{
    return {own, others ? std::optional(others(own)) : std::nullopt};
}

bool isUndecided(const Intent &intent)
{
    return intent.state == IntentState::Open || intent.state == IntentState::Unknown;
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

void closeOrphanedIntents(const Connection &connection, const QString &directory)
{
    QSqlQuery query =
        connection.exec(u"SELECT DISTINCT owner FROM intent WHERE state = ?"_s, {storedName(IntentState::Open)});
    QStringList gone;
    while (query.next())
        if (const QString owner = query.value(0).toString(); !OwnerLock::isAlive(directory, owner))
            gone << owner;
    query.finish();
    for (const QString &owner : gone)
        connection.exec(u"UPDATE intent SET state = ?, note = ? WHERE state = ? AND owner = ?"_s,
                        {storedName(IntentState::Unknown),
                         Sentences::tr("Tilldeck ended before the provider's answer arrived."),
                         storedName(IntentState::Open), owner});
    OwnerLock::sweep(directory);
}

} // namespace

Journal::Journal(std::unique_ptr<Store> store)
    : m_store(std::move(store))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &dataDirectory)
{
    const QString path = makePrivateFile(dataDirectory, u"journal.sqlite"_s);
    if (path.isEmpty())
        return std::unexpected(Error(ErrorKind::Storage, folderSentence(dataDirectory)));
    const QString shown = QDir::toNativeSeparators(path);
    auto store = std::make_unique<Store>();
    store->directory = dataDirectory;
    // No WAL: SQLite 3.40 can lose a write-ahead log that two programs reset at once. EXTRA is FULL and also syncs the
    // folder, without which a commit of a rollback journal may not outlive a power cut.
    const auto opened =
        store->database.open({path,
                              Database::Access::ReadWrite,
                              {u"journal_mode=DELETE"_s, u"synchronous=EXTRA"_s},
                              journalSchema(),
                              Sentences::tr("%1 is damaged. Do not delete it: it says which creations may have "
                                            "reached a provider. Keep a copy and restore "
                                            "it from a backup; nothing can be created until then.")
                                  .arg(shown)});
    if (!opened)
        return std::unexpected(opened.error());
    if (store->database.isNewer()) {
        store->readOnlyReason =
            Sentences::tr("%1 was written by a newer Tilldeck. Update this program before you create a session.")
                .arg(shown);
        return std::unique_ptr<Journal>(new Journal(std::move(store)));
    }
    const auto closed = store->write<void>([&store, dataDirectory](const Connection &connection) {
        closeOrphanedIntents(connection, dataDirectory);
        store->owner = OwnerLock::make(dataDirectory);
    });
    if (const auto result = closed.result(); !result)
        return std::unexpected(result.error());
    if (!store->owner)
        return std::unexpected(Error(ErrorKind::Storage, folderSentence(dataDirectory)));
    return std::unique_ptr<Journal>(new Journal(std::move(store)));
}

QFuture<Result<Intent>> Journal::begin(QString accountId, QByteArray bodyHash, checkout::SessionDraft draft,
                                       QDateTime openedAt, QDateTime deadlineAt, QDateTime providerOpenedAt)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    Intent intent = newCreation(std::move(accountId), std::move(bodyHash), std::move(draft), std::move(openedAt),
                                std::move(deadlineAt), std::move(providerOpenedAt));
    return m_store->write<Intent>([intent = std::move(intent), owner](const Connection &connection) {
        insertIntent(connection, intent, owner);
        return intent;
    });
}

QFuture<Result<Begun>> Journal::beginOnce(QString accountId, QByteArray bodyHash, checkout::SessionDraft draft,
                                          QDateTime openedAt, QDateTime deadlineAt, QDateTime confirmedSince,
                                          QDateTime providerOpenedAt)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    Intent intent = newCreation(std::move(accountId), std::move(bodyHash), std::move(draft), std::move(openedAt),
                                std::move(deadlineAt), std::move(providerOpenedAt));
    return m_store->write<Begun>([intent = std::move(intent), owner, confirmedSince,
                                  directory = m_store->directory](const Connection &connection) {
        auto earlier = earlierOf(connection, intent, confirmedSince);
        if (earlier && earlier->state == IntentState::Open) {
            // Its program may have ended since this one looked at the start.
            closeOrphanedIntents(connection, directory);
            earlier = earlierOf(connection, intent, confirmedSince);
        }
        if (earlier)
            return Begun(std::move(*earlier), true);
        insertIntent(connection, intent, owner);
        return Begun(intent, false);
    });
}

QFuture<Result<Intent>> Journal::reopen(QString accountId, QString intentId, QDateTime deadlineAt)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    return m_store->write<Intent>([accountId, intentId, deadlineAt, owner](const Connection &connection) {
        Intent stored = intentFor(connection, accountId, IntentKind::Create, intentId);
        if (stored.state != IntentState::Unknown || !stored.sessionId.isEmpty())
            throw SqlFailure(Error(ErrorKind::Rejected, whyNotReopened(stored)));
        connection.exec(u"UPDATE intent SET state = ?, owner = ?, deadline_at = ?, note = NULL WHERE id = ?"_s,
                        {storedName(IntentState::Open), owner, timeColumn(deadlineAt), intentId});
        stored.state = IntentState::Open;
        stored.deadlineAt = deadlineAt;
        stored.note.clear();
        return stored;
    });
}

QFuture<Result<Intent>> Journal::beginRefund(QString accountId, QByteArray bodyHash, QString transactionId,
                                             money::Money amount, money::Money paid, money::Money refunded,
                                             QDateTime openedAt, QDateTime deadlineAt, QDateTime providerOpenedAt,
                                             Repeat repeat)
{
    Intent intent;
    intent.id = randomId();
    intent.accountId = std::move(accountId);
    intent.bodyHash = std::move(bodyHash);
    intent.openedAt = std::move(openedAt);
    intent.deadlineAt = std::move(deadlineAt);
    intent.providerOpenedAt = std::move(providerOpenedAt);
    intent.kind = Intent::Kind::Refund;
    intent.transactionId = std::move(transactionId);
    intent.amount = amount;
    intent.refundedBefore = refunded;
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    // One transaction that holds the write lock from its start: nobody else's refund comes between look and insert.
    const RefundAccounts accounts = refundAccounts(intent.accountId, m_others);
    return m_store->write<Intent>([intent = std::move(intent), paid, owner, accounts,
                                   repeat](const Connection &connection) {
        const auto others = refundsFor(connection, accounts, intent.transactionId);
        const money::Money left = leftToRefund(paid, *intent.refundedBefore, others);
        if (const QString why = refundProblem(*intent.amount, left); !why.isEmpty())
            throw SqlFailure(Error(ErrorKind::InvalidInput, why));
        const auto isSame = [&intent](const Intent &other) {
            return other.amount == intent.amount && isUndecided(other);
        };
        if (repeat == Repeat::Refuse && std::ranges::any_of(others, isSame))
            throw SqlFailure(Error(ErrorKind::UnknownOutcome,
                                   Sentences::tr("The same refund was sent before, and its outcome is not known.")));
        insertIntent(connection, intent, owner);
        return intent;
    });
}

QFuture<Result<std::vector<Intent>>> Journal::refundsOf(QString accountId, QString transactionId)
{
    const RefundAccounts accounts = refundAccounts(accountId, m_others);
    return m_store->database.read<std::vector<Intent>>([accounts, transactionId](const Connection &connection) {
        return refundsFor(connection, accounts, transactionId);
    });
}

void Journal::setOtherAccounts(std::function<QStringList(const QString &accountId)> others)
{
    m_others = std::move(others);
}

QFuture<Result<void>> Journal::abandon(QString accountId, Intent::Kind kind, QString intentId, QString note)
{
    return m_store->write<void>([accountId, kind, intentId, note](const Connection &connection) {
        const Intent stored = intentFor(connection, accountId, kind, intentId);
        if (const QString why = whyResolved(stored); !why.isEmpty())
            throw SqlFailure(Error(ErrorKind::Rejected, why));
        if (stored.state != IntentState::Abandoned)
            connection.exec(u"UPDATE intent SET state = ?, note = ? WHERE id = ?"_s,
                            {storedName(IntentState::Abandoned), textColumn(note), intentId});
    });
}

QFuture<Result<void>> Journal::closeOrphaned()
{
    return m_store->write<void>([directory = m_store->directory](const Connection &connection) {
        closeOrphanedIntents(connection, directory);
    });
}

QFuture<Result<void>> Journal::close(QString intentId, Intent::State state, QString sessionId, QString note)
{
    return m_store->write<void>([intentId, state, sessionId, note](const Connection &connection) {
        const auto stored = intentsWhere(connection, u"id = ?"_s, {intentId});
        if (stored.empty())
            throw SqlFailure(Error(ErrorKind::Storage,
                                   Sentences::tr("The journal does not know this creation. Check with the provider "
                                                 "whether the session exists.")));
        if (!mayBecome(stored.front().state, state))
            throw SqlFailure(alreadyAnswered(stored.front()));
        connection.exec(u"UPDATE intent SET state = ?, session_id = coalesce(?, session_id), note = ? WHERE id = ?"_s,
                        {storedName(state), textColumn(sessionId), textColumn(note), intentId});
    });
}

QFuture<Result<std::vector<Intent>>> Journal::unknown(Intent::Kind kind)
{
    return m_store->database.read<std::vector<Intent>>([kind](const Connection &connection) {
        return intentsWhere(connection, u"state = ? AND kind = ? ORDER BY key"_s,
                            {storedName(IntentState::Unknown), storedName(kind)});
    });
}

QFuture<Result<std::vector<Intent>>> Journal::unsettled(QString accountId)
{
    return m_store->database.read<std::vector<Intent>>([accountId](const Connection &connection) {
        return intentsWhere(connection, u"account_id = ? AND state IN (?, ?, ?) ORDER BY key"_s,
                            {accountId, storedName(IntentState::Open), storedName(IntentState::Unknown),
                             storedName(IntentState::Accepted)});
    });
}

QFuture<Result<std::vector<Intent>>> Journal::refundsIn(Intent::State state)
{
    return m_store->database.read<std::vector<Intent>>([state](const Connection &connection) {
        return intentsWhere(connection, u"state = ? AND kind = ? ORDER BY key"_s,
                            {storedName(state), storedName(IntentKind::Refund)});
    });
}

QFuture<Result<std::vector<Intent>>> Journal::unresolved(Intent::Kind kind)
{
    return m_store->database.read<std::vector<Intent>>([kind](const Connection &connection) {
        return intentsWhere(connection, u"state IN (?, ?) AND kind = ? ORDER BY key"_s,
                            {storedName(IntentState::Open), storedName(IntentState::Unknown), storedName(kind)});
    });
}

QFuture<Result<std::optional<Intent>>> Journal::intent(QString id)
{
    return m_store->database.read<std::optional<Intent>>([id](const Connection &connection) {
        auto intents = intentsWhere(connection, u"id = ?"_s, {id});
        return intents.empty() ? std::nullopt : std::optional(std::move(intents.front()));
    });
}

QFuture<Result<Intent>> Journal::intentOf(QString accountId, Intent::Kind kind, QString intentId)
{
    return m_store->database.read<Intent>([accountId, kind, intentId](const Connection &connection) {
        return intentFor(connection, accountId, kind, intentId);
    });
}

} // namespace tilldeck::ledger
