// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the index of words up with the rows.
#include "ledger/ledger_store.h"
#include "ledger/mend_index.h"
#include "ledger/search_index.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Result;

namespace {

/// So many rows take some 50 ms, for which a write may have to wait.
constexpr int rowsAtOnce = 2000;
/// After a change; what is asked for next comes first.
constexpr int quietMs = 3000;
/// Between two parts, so that others come in between.
constexpr int pauseMs = 50;

} // namespace

Ledger::Store::Store()
{
    writer.mendWith([this](const Connection &connection, bool isInIndex) {
        const bool isEmptied = emptyDamagedIndexes(connection, isInIndex);
        const auto tell = [this] {
            if (whenIndexIsEmptied)
                whenIndexIsEmptied();
        };
        if (isEmptied)
            QMetaObject::invokeMethod(&here, tell, Qt::QueuedConnection);
        return isEmptied;
    });
    // A search that meets damage goes on without the index.
    const auto later = [this](const Connection &, bool isInIndex) {
        QMetaObject::invokeMethod(&here, [this, isInIndex] { mendIndex(isInIndex); }, Qt::QueuedConnection);
        return false;
    };
    reader.mendWith(later);
    asker.mendWith(later);
}

QFuture<Result<bool>> Ledger::mendIndex()
{
    return m_store->mendIndex();
}

QFuture<Result<qint64>> Ledger::indexWords(int rows)
{
    return m_store->write<qint64>([rows](const Connection &connection) { return indexMore(connection, rows); },
                                  [](qint64) {});
}

QFuture<Result<qint64>> Ledger::sizeOfIndex()
{
    return m_store->read<qint64>([](const Connection &connection) {
        QSqlQuery query = connection.exec(u"SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE aggregate = TRUE AND "
                                          "(name GLOB 'session_text_*' OR name GLOB 'payment_text_*')"_s);
        connection.next(query);
        return query.value(0).toLongLong();
    });
}

void Ledger::indexSoon()
{
    m_store->whenIndexIsEmptied = [this] { m_quiet.start(quietMs); };
    m_quiet.start(quietMs);
}

void Ledger::indexInQuiet()
{
    m_quiet.setSingleShot(true);
    const auto soon = [this] { m_quiet.start(quietMs); };
    connect(this, &Ledger::sessionsChanged, this, soon);
    connect(this, &Ledger::transactionsChanged, this, soon);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        indexWords(rowsAtOnce).then(this, [this](const Result<qint64> &left) {
            // What cannot be written is found without the index.
            if (!left)
                return;
            emit wordsIndexed(*left);
            if (*left > 0)
                m_quiet.start(pauseMs);
        });
    });
    indexSoon();
}

} // namespace tilldeck::ledger
