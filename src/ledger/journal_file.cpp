// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the file of the journal.
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"
#include "ledger/private_file.h"
#include "ledger/salvage.h"
#include "ledger/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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

QString journalFolderSentence(const QString &directory)
{
    return JournalFileText::tr("The folder %1 cannot be written. Check who owns it, or choose another one.")
        .arg(QDir::toNativeSeparators(directory));
}

} // namespace

Journal::Journal(std::unique_ptr<Store> store)
    : m_store(std::move(store))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &dataDirectory)
{
    auto store = std::make_unique<Store>();
    store->path = QDir(dataDirectory).absoluteFilePath(u"journal.sqlite"_s);
    const QString shown = QDir::toNativeSeparators(store->path);
    store->damagedSentence =
        JournalFileText::tr("%1 is damaged. Do not delete it: it says which creations and refunds may have reached a "
                            "provider. Put it back from a backup, or decide to go on with what can be read of it; the "
                            "damaged file is kept.")
            .arg(shown);
    const bool canWrite = !makePrivateFile(dataDirectory, u"journal.sqlite"_s).isEmpty();
    if (!canWrite)
        store->readOnlyReason = journalFolderSentence(dataDirectory);
    // No WAL: SQLite 3.40 can lose a write-ahead log that two programs reset at once. EXTRA is FULL and also syncs the
    // folder, without which a commit of a rollback journal may not outlive a power cut.
    using Access = Database::Access;
    const auto opened =
        canWrite ? store->database.open({store->path,
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
        store->mark.isEmpty = !connection.exec(u"SELECT 1 FROM intent LIMIT 1"_s).next();
    });
    if (const auto result = marked.result(); !result)
        return std::unexpected(result.error());
    if (!canWrite)
        return std::unique_ptr<Journal>(new Journal(std::move(store)));
    if (store->database.isNewer()) {
        store->readOnlyReason =
            JournalFileText::tr("%1 was written by a newer Tilldeck. Update this program before you create a session.")
                .arg(shown);
        return std::unique_ptr<Journal>(new Journal(std::move(store)));
    }
    const auto closed = store->write<void>([&store, dataDirectory](const Connection &connection) {
        closeOrphanedIntents(connection, dataDirectory);
        store->owner = OwnerLock::make(dataDirectory);
    });
    // What cannot be written now can be read.
    if (const auto result = closed.result(); !result)
        store->readOnlyReason = result.error().sentence;
    else if (!store->owner)
        store->readOnlyReason = journalFolderSentence(dataDirectory);
    return std::unique_ptr<Journal>(new Journal(std::move(store)));
}

Result<Salvage> Journal::startAnew()
{
    const QString path = m_store->path;
    const QString directory = QFileInfo(path).path();
    const QString heldBack = m_store->heldBack;
    const IntentWitness witness = m_store->witness;
    // The file is closed before it gets another name.
    m_store = std::make_unique<Store>();
    const QString kept = moveAside(path);
    auto opened = open(directory);
    const auto fresh = opened ? std::move(*opened) : unreadable(directory, opened.error());
    m_store = std::move(fresh->m_store);
    m_store->heldBack = heldBack;
    m_store->witness = witness;
    if (kept.isEmpty())
        return std::unexpected(Error(ErrorKind::Storage, journalFolderSentence(directory)));
    if (!m_store->readOnlyReason.isEmpty())
        return std::unexpected(Error(ErrorKind::Storage, m_store->readOnlyReason));
    return takeOver(kept, m_store->database, {u"intent"_s});
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
    return m_store->write<QString>(
        [id, replace](const Connection &connection) { return putPairId(connection, id, replace, u"0"_s); });
}

std::unique_ptr<Journal> Journal::unreadable(const QString &dataDirectory, Error why)
{
    auto store = std::make_unique<Store>();
    store->path = QDir(dataDirectory).absoluteFilePath(u"journal.sqlite"_s);
    store->readOnlyReason = why.sentence;
    store->unreadable = std::move(why);
    return std::unique_ptr<Journal>(new Journal(std::move(store)));
}

QFuture<Result<FileCheck>> Journal::check()
{
    if (m_store->unreadable)
        return QtFuture::makeReadyFuture(Result<FileCheck>(FileCheck(m_store->readOnlyReason)));
    return m_store->checker.check(m_store->path, m_store->damagedSentence, true);
}

void Journal::setReadOnly(const QString &reason)
{
    m_store->readOnlyReason = reason;
}

void Journal::holdBack(const QString &sentence)
{
    m_store->heldBack = sentence;
}

} // namespace tilldeck::ledger
