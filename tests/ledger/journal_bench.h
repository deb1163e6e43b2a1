// SPDX-License-Identifier: GPL-3.0-or-later
// Journals and intents, as the tests of the journal begin them.
#pragma once

#include "ledger/journal.h"
#include "ledger/random_id.h"
#include "ledger_fixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace tilldeck::test::journaled {

using namespace Qt::StringLiterals;
using namespace tilldeck::ledger;

inline std::unique_ptr<Journal> openJournal(const QString &directory)
{
    auto journal = Journal::open(directory);
    if (!journal)
        qFatal("%s (%s)", qPrintable(journal.error().sentence), qPrintable(journal.error().details));
    return std::move(*journal);
}

inline checkout::SessionDraft draft()
{
    checkout::SessionDraft draft;
    draft.lineItems = {checkout::LineItem(u"price_1"_s, 3)};
    return draft;
}

inline Intent begin(Journal &journal)
{
    return got(journal.begin(randomId(), u"a"_s, QByteArray("\0\xff", 2), draft(), noon(), noon().addSecs(60)));
}

/// Begins a refund of a payment of 29.00, of which the provider reported @p told as given back.
inline QFuture<checkout::Result<Intent>> beginRefund(Journal &journal, qint64 cents, qint64 told = 0)
{
    return journal.beginRefund(randomId(), u"a"_s, {}, u"txn_1"_s, euros(cents), euros(2900), euros(told), noon(),
                               noon().addSecs(60));
}

/// Returns what another program would read from @p file at this moment.
inline QString readBeside(const QString &file, const QString &statement)
{
    QString value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot open beside");
        QSqlQuery query(statement, database);
        value = query.next() ? query.value(0).toString() : QString();
    }
    QSqlDatabase::removeDatabase(u"beside"_s);
    return value;
}

} // namespace tilldeck::test::journaled
