// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the file of the journal.
#include "ledger/columns.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"
#include "ledger/private_file.h"
#include "ledger/replace_damaged.h"
#include "ledger/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

struct JournalFileText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

QString newerJournalSentence(const QString &path)
{
    return JournalFileText::tr("%1 was written by a newer Tilldeck. Update this program before you create a session.")
        .arg(QDir::toNativeSeparators(path));
}

/// Returns how many intents the file has lost: their numbers follow each other, and none is ever removed.
checkout::Result<int> missingIntents(Database &database)
{
    return database
        .read<int>([](const Connection &connection) {
            QSqlQuery query = connection.exec(u"SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = "
                                              "'intent'), 0) - (SELECT count(*) FROM intent)"_s);
            return connection.next(query) ? query.value(0).toInt() : 0;
        })
        .result();
}

Clocks clockOfThisComputer()
{
    Clocks clocks;
    clocks.here = QDateTime::currentDateTimeUtc();
    return clocks;
}

/// Copies the file at @p path, which cannot be written, to a folder of its own where it can be migrated. Returns null
/// where that is not needed, or not possible.
std::unique_ptr<QTemporaryDir> copyOfEarlierVersion(const QString &path)
{
    Database found;
    if (!found.open({path, Database::Access::ReadOnlyFolder, {}, {}, {}}) || found.foundVersion() == 0 ||
        found.foundVersion() >= static_cast<int>(journalSchema().size()))
        return nullptr;
    auto folder = std::make_unique<QTemporaryDir>();
    for (const QString &suffix : {QString(), u"-journal"_s}) {
        const QString copy = folder->filePath(u"journal.sqlite"_s + suffix);
        if (!QFileInfo::exists(path + suffix))
            continue;
        if (!QFile::copy(path + suffix, copy) || !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
            return nullptr;
    }
    return folder;
}

} // namespace

Journal::Journal(std::unique_ptr<Store> store, std::function<Clocks()> clocks)
    : m_store(std::move(store))
    , m_clocks(std::move(clocks))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &dataDirectory, std::function<Clocks()> clocks)
{
    if (!clocks)
        clocks = clockOfThisComputer;
    auto store = std::make_unique<Store>();
    store->path = QDir(dataDirectory).absoluteFilePath(u"journal.sqlite"_s);
    const QString shown = QDir::toNativeSeparators(store->path);
    store->damagedSentence =
        JournalFileText::tr("%1 is damaged. Do not delete it: it says which creations and refunds may have reached a "
                            "provider. Put it back from a backup, or decide to go on with what can be read of it; the "
                            "damaged file is kept.")
            .arg(shown);
    finishReplacement(store->path);
    const bool canWrite = !makePrivateFile(dataDirectory, u"journal.sqlite"_s).isEmpty();
    if (!canWrite)
        store->readOnlyReason = whyNoPrivateFile(dataDirectory, u"journal.sqlite"_s);
    // No WAL: SQLite 3.40 can lose a write-ahead log that two programs reset at once. EXTRA is FULL and also syncs the
    // folder, without which a commit of a rollback journal may not outlive a power cut.
    using Access = Database::Access;
    if (!canWrite)
        store->copy = copyOfEarlierVersion(store->path);
    const auto opened =
        canWrite || store->copy
            ? store->database.open({store->copy ? store->copy->filePath(u"journal.sqlite"_s) : store->path,
                                    Access::ReadWrite,
                                    {u"journal_mode=DELETE"_s, u"synchronous=EXTRA"_s},
                                    journalSchema(),
                                    store->damagedSentence})
            : store->database.open({store->path, Access::ReadOnlyFolder, {}, {}, store->damagedSentence});
    if (!opened)
        return std::unexpected(canWrite ? opened.error() : Error(ErrorKind::Storage, store->readOnlyReason));
    store->mark.foundVersion = store->database.foundVersion();
    const auto marked = store->database.read<void>([&store](const Connection &connection) {
        store->mark.id = pairIdIn(connection);
        store->newestBegun = newestIn(connection);
        store->mark.isEmpty = store->newestBegun.isEmpty();
    });
    if (const auto result = marked.result(); !result)
        return std::unexpected(result.error());
    store->pairId = store->mark.id;
    if (!canWrite)
        return std::unique_ptr<Journal>(new Journal(std::move(store), std::move(clocks)));
    if (store->database.isNewer()) {
        store->readOnlyReason = newerJournalSentence(store->path);
        return std::unique_ptr<Journal>(new Journal(std::move(store), std::move(clocks)));
    }
    const auto closed = store->write<void>([&store, dataDirectory, now = clocks().here](const Connection &connection) {
        closeOrphanedIntents(connection, dataDirectory, now);
        store->owner = OwnerLock::make(dataDirectory);
    });
    // What cannot be written now can be read.
    if (const auto result = closed.result(); !result)
        store->readOnlyReason = result.error().sentence;
    else if (!store->owner)
        store->readOnlyReason = whyNoPrivateFile(dataDirectory, u"journal.sqlite"_s);
    return std::unique_ptr<Journal>(new Journal(std::move(store), std::move(clocks)));
}

QFuture<Result<Salvage>> Journal::startAnew()
{
    if (m_store->isLeftToOthers)
        return QtFuture::makeReadyFuture(
            Result<Salvage>(std::unexpected(Error(ErrorKind::Storage, m_store->readOnlyReason))));
    const QString path = m_store->path;
    const QString sentence =
        JournalFileText::tr("%1 is being replaced by what can be read of it.").arg(QDir::toNativeSeparators(path));
    const auto meanwhile = unreadable(QFileInfo(path).path(), Error(ErrorKind::Storage, sentence));
    meanwhile->m_store->reasonBefore = m_store->readOnlyReason;
    meanwhile->m_store->heldBack = m_store->heldBack;
    meanwhile->m_store->witness = m_store->witness;
    // The file is closed before it gets another name.
    m_store = std::move(meanwhile->m_store);
    return m_store->checker.run<Salvage>([path] {
        const bool isNewer = isOfNewerProgram(path, journalSchema());
        return isNewer
                   ? Result<Salvage>(std::unexpected(Error(ErrorKind::Storage, newerJournalSentence(path))))
                   : replaceDamaged({path, journalSchema(), {u"intent"_s}, {unknownRefundsMayHaveBeenClosed()}, {}});
    });
}

Result<Salvage> Journal::openAnew(Result<Salvage> started)
{
    // What left the file to others has not closed it.
    if (m_store->isLeftToOthers)
        return started;
    const auto before = std::move(m_store);
    const QString directory = QFileInfo(before->path).path();
    auto opened = open(directory, m_clocks);
    const auto fresh = opened ? std::move(*opened) : unreadable(directory, opened.error());
    m_store = std::move(fresh->m_store);
    m_store->heldBack = before->heldBack;
    m_store->witness = before->witness;
    if (!started && m_store->readOnlyReason.isEmpty())
        m_store->readOnlyReason = before->reasonBefore;
    if (!started)
        return started;
    if (!m_store->readOnlyReason.isEmpty())
        return std::unexpected(Error(ErrorKind::Storage, m_store->readOnlyReason));
    // Where no row was read at all, nobody knows how many there were.
    const auto missing = started->complete ? Result<int>(0) : missingIntents(m_store->database);
    if (missing && (started->complete || *missing > 0))
        started->missing = *missing;
    return started;
}

QString Journal::readOnlyReason() const
{
    return m_store->readOnlyReason;
}

const PairMark &Journal::pairMark() const
{
    return m_store->mark;
}

QFuture<Result<QString>> Journal::pairAs(QString id, bool replace)
{
    return m_store->write<QString>([store = m_store.get(), id, replace](const Connection &connection) {
        QString paired = putPairId(connection, id, replace, u"0"_s);
        store->pairId = paired;
        if (replace) // what the file lacks is lost
            store->newestBegun = newestIn(connection);
        return paired;
    });
}

QFuture<Result<FileLook>> Journal::look()
{
    // What is wrong with a file that may not be written has been said.
    if (!m_store->readOnlyReason.isEmpty())
        return QtFuture::makeReadyFuture(Result<FileLook>(FileLook::AsItWas));
    return m_store->database.run<FileLook>([store = m_store.get()] { return store->lookHere(); });
}

void Journal::close()
{
    auto store = std::exchange(m_store, std::make_unique<Store>());
    // What is under way still is not of a program that has ended.
    m_formerOwners.push_back(std::move(store->owner));
    m_store->witness = store->witness;
    m_store->heldBack = store->heldBack;
    m_store->newestBegun =
        store->database.run<QString>([store = store.get()] { return store->newestBegun; }).result().value_or(QString());
}

void Journal::takeFileOf(std::unique_ptr<Journal> other)
{
    other->m_store->witness = m_store->witness;
    other->m_store->heldBack = m_store->heldBack;
    if (!m_store->newestBegun.isEmpty())
        other->m_store->newestBegun = m_store->newestBegun;
    m_store = std::move(other->m_store);
}

std::unique_ptr<Journal> Journal::unreadable(const QString &dataDirectory, Error why)
{
    auto store = std::make_unique<Store>();
    store->path = QDir(dataDirectory).absoluteFilePath(u"journal.sqlite"_s);
    store->readOnlyReason = why.sentence;
    store->unreadable = std::move(why);
    return std::unique_ptr<Journal>(new Journal(std::move(store), clockOfThisComputer));
}

QFuture<Result<FileCheck>> Journal::check()
{
    if (m_store->unreadable) {
        if (isAroundFile(*m_store->unreadable, m_store->path))
            return QtFuture::makeReadyFuture(Result<FileCheck>(std::unexpected(*m_store->unreadable)));
        return QtFuture::makeReadyFuture(Result<FileCheck>(FileCheck(m_store->readOnlyReason)));
    }
    return m_store->checker.check(m_store->path, m_store->damagedSentence, true);
}

QFuture<Result<QStringList>> Journal::underWay()
{
    return m_store->read<QStringList>([directory = m_store->directory()](const Connection &connection) {
        QSqlQuery query =
            connection.exec(u"SELECT id, owner FROM intent WHERE state = ?"_s, {storedName(IntentState::Open)});
        QStringList ids;
        while (connection.next(query)) {
            if (OwnerLock::isAlive(directory, query.value(1).toString()))
                ids << query.value(0).toString();
        }
        return ids;
    });
}

void Journal::leaveToOthers(const QString &reason)
{
    m_store->readOnlyReason = reason;
    m_store->isLeftToOthers = true;
}

bool Journal::isNewer() const
{
    return m_store->database.isNewer();
}

FileStamp Journal::stamp() const
{
    return stampOf(m_store->path);
}

void Journal::holdBack(const QString &sentence)
{
    m_store->heldBack = sentence;
}

} // namespace tilldeck::ledger
