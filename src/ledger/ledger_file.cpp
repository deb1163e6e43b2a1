// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the file of the ledger.
#include "ledger/asked_refunds.h"
#include "ledger/begun_intents.h"
#include "ledger/kept_out.h"
#include "ledger/ledger_store.h"
#include "ledger/private_file.h"
#include "ledger/replace_damaged.h"
#include "ledger/rows_instead.h"
#include "ledger/schema.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

QString newerLedgerSentence(const QString &path)
{
    return Ledger::tr("%1 was written by a newer Tilldeck. It can be read but not changed: update this program.")
        .arg(QDir::toNativeSeparators(path));
}

QString damagedSentence(const QString &path)
{
    return Ledger::tr("%1 is damaged. Put it back from a backup, or rebuild it from the journal and from what can be "
                      "read of it (Help › Data on this computer, or: tilldeck-cli ledger rebuild).")
        .arg(QDir::toNativeSeparators(path));
}

bool holdsRows(const Connection &connection)
{
    for (const QString &table : {u"session"_s, u"payment"_s, u"draft"_s}) {
        if (connection.exec(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(table)).next())
            return true;
    }
    return false;
}

/// Returns the statements after which rows and what stands apart of them say the same: what stood apart of rows that
/// are lost may be of a removed account.
QStringList withoutStrayDetails()
{
    return {u"DELETE FROM session_detail WHERE session_key NOT IN (SELECT key FROM session)"_s,
            u"DELETE FROM payment_detail WHERE payment_key NOT IN (SELECT key FROM payment)"_s,
            listedDetailsOfPayments()};
}

QString newestIntent(const Connection &connection)
{
    QSqlQuery query = connection.exec(u"SELECT intent_id FROM session WHERE intent_id IS NOT NULL AND "
                                      "key > (SELECT since FROM pair) ORDER BY key DESC LIMIT 1"_s);
    return connection.next(query) ? query.value(0).toString() : QString();
}

} // namespace

Ledger::Ledger(std::unique_ptr<Store> store)
    : m_store(std::move(store))
    , m_asked(std::make_shared<const AskedByPayment>())
    , m_instead(std::make_shared<const RowsInstead>())
    , m_keptOut(std::make_shared<KeptOut>())
{
    connect(&m_sessionChanges, &PacedChanges::changed, this,
            [this](const QStringList &accountIds) { emit sessionsChanged(connected().withShown(accountIds)); });
    connect(&m_paymentChanges, &PacedChanges::changed, this, &Ledger::transactionsChanged);
    connect(&m_eventChanges, &PacedChanges::changed, this, &Ledger::webhookEventsChanged);
    indexInQuiet();
}

// Jobs still post signals to this object while they are drained.
Ledger::~Ledger()
{
    m_store.reset();
}

Result<bool> Ledger::convert(const QString &dataDirectory, ConversionProgress progress)
{
    const QDir directory(dataDirectory);
    const QString path = directory.absoluteFilePath(u"ledger.sqlite"_s);
    finishReplacement(path);
    return convertLargeLedger(
        {path, directory.absoluteFilePath(u"ledger.lock"_s), damagedSentence(path), std::move(progress)});
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &dataDirectory)
{
    auto store = std::make_unique<Store>();
    store->path = QDir(dataDirectory).absoluteFilePath(u"ledger.sqlite"_s);
    store->damagedSentence = damagedSentence(store->path);
    const auto converted = convert(dataDirectory, {});
    if (!converted) {
        store->readOnlyReason = converted.error().sentence;
        store->readAccess = isDiskFull(dataDirectory) ? Database::Access::ReadOnlyFolder : store->readAccess;
    } else if (makePrivateFile(dataDirectory, u"ledger.sqlite"_s).isEmpty()) {
        store->readOnlyReason = whyNoPrivateFile(dataDirectory, u"ledger.sqlite"_s);
        store->readAccess = Database::Access::ReadOnlyFolder;
    } else if (const auto writing = store->writer.open({store->path,
                                                        Database::Access::ReadWrite,
                                                        {u"journal_mode=WAL"_s, u"synchronous=FULL"_s},
                                                        ledgerSchema(),
                                                        store->damagedSentence,
                                                        QDir(dataDirectory).absoluteFilePath(u"ledger.lock"_s)});
               !writing) {
        store->readOnlyReason = writing.error().sentence;
        // Nobody can write a log beside it, as in a folder that cannot be written.
        if (isDiskFull(dataDirectory))
            store->readAccess = Database::Access::ReadOnlyFolder;
    } else if (store->writer.isNewer()) {
        store->readOnlyReason = newerLedgerSentence(store->path);
    }
    const Database::Setup asReader{store->path,
                                   store->readAccess,
                                   {u"query_only=ON"_s, u"wal_autocheckpoint=0"_s, u"temp_store=MEMORY"_s},
                                   {},
                                   store->damagedSentence};
    const auto reading = store->reader.open(asReader);
    store->asker.openLater(asReader);
    // What an older program wrote is not understood before it was migrated.
    const bool isCurrent = store->reader.foundVersion() >= static_cast<int>(ledgerSchema().size());
    if (!reading || !isCurrent) {
        const QString &why = store->readOnlyReason.isEmpty() ? store->damagedSentence : store->readOnlyReason;
        return std::unexpected(reading || !store->readOnlyReason.isEmpty() ? Error(ErrorKind::Storage, why)
                                                                           : reading.error());
    }
    store->mark.foundVersion =
        store->readOnlyReason.isEmpty() ? store->writer.foundVersion() : store->reader.foundVersion();
    const auto marked = store->reader.read<void>([&store](const Connection &connection) {
        store->mark.id = pairIdIn(connection);
        store->mark.isEmpty = !holdsRows(connection);
        store->mark.newestIntent = newestIntent(connection);
        store->mark.newestBegun = newestNoted(connection);
    });
    if (const auto result = marked.result(); !result && store->readOnlyReason.isEmpty())
        store->readOnlyReason = result.error().sentence;
    store->pairId = store->mark.id;
    return std::unique_ptr<Ledger>(new Ledger(std::move(store)));
}

std::unique_ptr<Ledger> Ledger::unreadable(const QString &dataDirectory, Error why)
{
    auto store = std::make_unique<Store>();
    store->path = QDir(dataDirectory).absoluteFilePath(u"ledger.sqlite"_s);
    store->readOnlyReason = why.sentence;
    store->unreadable = std::move(why);
    return std::unique_ptr<Ledger>(new Ledger(std::move(store)));
}

QFuture<Result<int>> Ledger::dataVersion()
{
    const auto ask = [](const Connection &connection) {
        QSqlQuery query = connection.exec(u"PRAGMA data_version"_s);
        return query.next() ? query.value(0).toInt() : 0;
    };
    // Of the connection that writes: what this program wrote does not change it.
    return m_store->readOnlyReason.isEmpty() ? m_store->writer.read<int>(ask) : m_store->read<int>(ask);
}

void Ledger::announce(const QStringList &accountIds)
{
    emit sessionsChanged(accountIds);
    emit transactionsChanged(accountIds);
    emit webhookEventsChanged(accountIds);
    emit draftsChanged();
    emit savedFiltersChanged();
}

void Ledger::setReadOnly(const QString &reason)
{
    m_store->readOnlyReason = reason;
}

void Ledger::leaveToOthers(const QString &reason)
{
    m_store->readOnlyReason = reason;
    m_store->isLeftToOthers = true;
}

QFuture<Result<FileCheck>> Ledger::check(bool thorough)
{
    if (m_store->unreadable) {
        if (isAroundFile(*m_store->unreadable, m_store->path))
            return QtFuture::makeReadyFuture(Result<FileCheck>(std::unexpected(*m_store->unreadable)));
        return QtFuture::makeReadyFuture(Result<FileCheck>(FileCheck(m_store->readOnlyReason)));
    }
    return m_store->checker.check(m_store->path, m_store->damagedSentence, thorough, m_store->readAccess);
}

QFuture<Result<Salvage>> Ledger::startAnew(const QString &mark)
{
    if (m_store->isLeftToOthers)
        return QtFuture::makeReadyFuture(
            Result<Salvage>(std::unexpected(Error(ErrorKind::Storage, m_store->readOnlyReason))));
    const QString path = m_store->path;
    const QString directory = QFileInfo(path).path();
    const QString sentence = tr("%1 is being replaced by what can be read of it.").arg(QDir::toNativeSeparators(path));
    const auto meanwhile = unreadable(directory, Error(ErrorKind::Storage, sentence));
    meanwhile->m_store->reasonBefore = m_store->readOnlyReason;
    // The file is closed before it gets another name.
    m_store = std::move(meanwhile->m_store);
    return m_store->checker.run<Salvage>([path, directory, mark] {
        const QStringList tables{u"session"_s,       u"payment"_s,      u"draft"_s,         u"event"_s,
                                 u"webhook_event"_s, u"saved_filter"_s, u"known_account"_s, u"account_key"_s};
        const bool isNewer = isOfNewerProgram(path, ledgerSchema());
        return isNewer ? Result<Salvage>(std::unexpected(Error(ErrorKind::Storage, newerLedgerSentence(path))))
                       : replaceDamaged({path,
                                         ledgerSchema(),
                                         tables,
                                         withoutStrayDetails(),
                                         mark,
                                         QDir(directory).absoluteFilePath(u"ledger.lock"_s),
                                         begunTable(),
                                         begunSchema(),
                                         {{u"session_detail"_s, u"session"_s}, {u"payment_detail"_s, u"payment"_s}}});
    });
}

Result<Salvage> Ledger::openAnew(Result<Salvage> started)
{
    // What left the file to others has not closed it.
    if (m_store->isLeftToOthers)
        return started;
    const auto before = std::move(m_store);
    const QString directory = QFileInfo(before->path).path();
    auto opened = open(directory);
    const auto fresh = opened ? std::move(*opened) : unreadable(directory, opened.error());
    m_store = std::move(fresh->m_store);
    indexSoon();
    if (!started && m_store->readOnlyReason.isEmpty())
        m_store->readOnlyReason = before->reasonBefore;
    if (started && !m_store->readOnlyReason.isEmpty())
        return std::unexpected(Error(ErrorKind::Storage, m_store->readOnlyReason));
    return started;
}

QString Ledger::readOnlyReason() const
{
    return m_store->readOnlyReason;
}

const PairMark &Ledger::pairMark() const
{
    return m_store->mark;
}

QFuture<Result<QString>> Ledger::pairAs(QString id, bool replace)
{
    return m_store->write<QString>(
        [id, replace](const Connection &connection) {
            if (replace)
                forgetBegun(connection);
            return putPairId(connection, id, replace, u"(SELECT coalesce(max(key), 0) FROM session)"_s);
        },
        [store = m_store.get()](const QString &paired) { store->pairId = paired; });
}

QFuture<Result<FileLook>> Ledger::look()
{
    // What is wrong with a file that may not be written has been said.
    if (!m_store->readOnlyReason.isEmpty())
        return QtFuture::makeReadyFuture(Result<FileLook>(FileLook::AsItWas));
    return m_store->writer.run<FileLook>([store = m_store.get()] { return store->lookHere(); });
}

void Ledger::noteWhole(const FileStamp &stamp)
{
    if (!m_store->readOnlyReason.isEmpty())
        return;
    m_store->writer.run<void>([store = m_store.get(), stamp] {
        store->writer.noteWhole(stamp);
        return Result<void>();
    });
}

void Ledger::close()
{
    m_store = std::make_unique<Store>();
}

void Ledger::takeFileOf(std::unique_ptr<Ledger> other)
{
    m_store = std::move(other->m_store);
    m_instead = other->m_instead;
    indexSoon();
}

} // namespace tilldeck::ledger
