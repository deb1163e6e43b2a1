// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the file of the ledger.
#include "ledger/ledger_store.h"
#include "ledger/private_file.h"
#include "ledger/schema.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

bool holdsRows(const Connection &connection)
{
    for (const QString &table : {u"session"_s, u"payment"_s, u"draft"_s}) {
        if (connection.exec(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(table)).next())
            return true;
    }
    return false;
}

} // namespace

Ledger::Ledger(std::unique_ptr<Store> store)
    : m_store(std::move(store))
{
}

// Jobs still post signals to this object while they are drained.
Ledger::~Ledger()
{
    m_store.reset();
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &dataDirectory)
{
    const QString path = makePrivateFile(dataDirectory, u"ledger.sqlite"_s);
    if (path.isEmpty())
        return std::unexpected(
            Error(ErrorKind::Storage, tr("The folder %1 cannot be written. Check who owns it, or choose another one.")
                                          .arg(QDir::toNativeSeparators(dataDirectory))));
    const QString damaged =
        tr("%1 is damaged. Close every Tilldeck program, move the file away and start again: sessions and "
           "payments are fetched from the providers, only drafts are lost.")
            .arg(QDir::toNativeSeparators(path));
    auto store = std::make_unique<Store>();
    const auto writing = store->writer.open(
        {path, Database::Access::ReadWrite, {u"journal_mode=WAL"_s, u"synchronous=FULL"_s}, ledgerSchema(), damaged});
    if (!writing)
        return std::unexpected(writing.error());
    const auto reading = store->reader.open(
        {path, Database::Access::ReadOnly, {u"query_only=ON"_s, u"wal_autocheckpoint=0"_s}, {}, damaged});
    if (!reading)
        return std::unexpected(reading.error());
    store->mark.foundVersion = store->writer.foundVersion();
    const auto marked = store->reader.read<void>([&store](const Connection &connection) {
        store->mark.id = pairIdIn(connection);
        store->mark.isEmpty = !holdsRows(connection);
    });
    if (const auto result = marked.result(); !result)
        return std::unexpected(result.error());
    if (store->writer.isNewer())
        store->readOnlyReason =
            tr("%1 was written by a newer Tilldeck. It can be read but not changed: update this program.")
                .arg(QDir::toNativeSeparators(path));
    return std::unique_ptr<Ledger>(new Ledger(std::move(store)));
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
        [id, replace](const Connection &connection) { return putPairId(connection, id, replace); },
        [](const QString &) {});
}

} // namespace tilldeck::ledger
