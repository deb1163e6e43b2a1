// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/journal.h"

#include "ledger/columns.h"
#include "ledger/database.h"
#include "ledger/draft_document.h"
#include "ledger/owner_lock.h"
#include "ledger/private_file.h"
#include "ledger/schema.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

class Journal::Store
{
public:
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

constexpr QLatin1String columns("id, account_id, body_hash, draft, opened_at, deadline_at, state, session_id, note");

std::vector<Intent> intentsWhere(const Connection &connection, const QString &condition, const QVariantList &values)
{
    QSqlQuery query = connection.exec(u"SELECT %1 FROM intent WHERE %2"_s.arg(columns, condition), values);
    std::vector<Intent> intents;
    while (query.next()) {
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
        intents.push_back(std::move(intent));
    }
    return intents;
}

void settleIntentsOfTheDead(const Connection &connection, const QString &directory)
{
    QSqlQuery query =
        connection.exec(u"SELECT DISTINCT owner FROM intent WHERE state = ?"_s, {wordOf(IntentState::Open)});
    QStringList gone;
    while (query.next())
        if (const QString owner = query.value(0).toString(); !OwnerLock::isAlive(directory, owner))
            gone << owner;
    query.finish();
    for (const QString &owner : gone)
        connection.exec(u"UPDATE intent SET state = ?, note = ? WHERE state = ? AND owner = ?"_s,
                        {wordOf(IntentState::Unknown),
                         Sentences::tr("Tilldeck ended before the provider's answer arrived."),
                         wordOf(IntentState::Open), owner});
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
    const auto settled = store->write<void>([&store, dataDirectory](const Connection &connection) {
        settleIntentsOfTheDead(connection, dataDirectory);
        store->owner = OwnerLock::make(dataDirectory);
    });
    if (const auto result = settled.result(); !result)
        return std::unexpected(result.error());
    if (!store->owner)
        return std::unexpected(Error(ErrorKind::Storage, folderSentence(dataDirectory)));
    return std::unique_ptr<Journal>(new Journal(std::move(store)));
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
    return m_store->write<Intent>([intent = std::move(intent), owner](const Connection &connection) {
        const QByteArray hash = intent.bodyHash.isNull() ? QByteArray("") : intent.bodyHash;
        connection.exec(u"INSERT INTO intent (%1, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns),
                        {intent.id, intent.accountId, hash, QString::fromUtf8(encodeDraft(intent.draft)),
                         intent.openedAt.toMSecsSinceEpoch(), timeColumn(intent.deadlineAt), wordOf(intent.state),
                         QVariant(), QVariant(), owner});
        return intent;
    });
}

QFuture<Result<void>> Journal::close(QString intentId, Intent::State state, QString sessionId, QString note)
{
    return m_store->write<void>([intentId, state, sessionId, note](const Connection &connection) {
        // A creation that is known to have worked stays so, whatever a slower path believes.
        connection.exec(u"UPDATE intent SET state = ?, session_id = coalesce(?, session_id), note = ? "
                        "WHERE id = ? AND (state <> ? OR state = ?)"_s,
                        {wordOf(state), textColumn(sessionId), textColumn(note), intentId,
                         wordOf(IntentState::Confirmed), wordOf(state)});
        QSqlQuery query = connection.exec(u"SELECT state FROM intent WHERE id = ?"_s, {intentId});
        const bool known = query.next();
        if (known && query.value(0).toString() != wordOf(state))
            throw SqlFailure(
                Error(ErrorKind::Storage,
                      Sentences::tr("This session was found at the provider in the meantime. Look for it in "
                                    "the sessions list before you create another.")));
        if (!known)
            throw SqlFailure(Error(ErrorKind::Storage,
                                   Sentences::tr("The journal does not know this creation. Check with the provider "
                                                 "whether the session exists.")));
    });
}

QFuture<Result<std::vector<Intent>>> Journal::unknown()
{
    return m_store->database.read<std::vector<Intent>>([](const Connection &connection) {
        return intentsWhere(connection, u"state = ? ORDER BY key"_s, {wordOf(IntentState::Unknown)});
    });
}

QFuture<Result<std::optional<Intent>>> Journal::intent(QString id)
{
    return m_store->database.read<std::optional<Intent>>([id](const Connection &connection) {
        auto intents = intentsWhere(connection, u"id = ?"_s, {id});
        return intents.empty() ? std::nullopt : std::optional(std::move(intents.front()));
    });
}

} // namespace tilldeck::ledger
