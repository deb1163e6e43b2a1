// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/log.h"
#include "ledger_fixture.h"
#include "support/log_lines.h"
#include "support/runner.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace ledger_log_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::test;

namespace {

const QString email = u"ama.customer@shop.example"_s;

/// Takes a table away from under the program.
void dropTable(const QString &file, const QString &table)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside the log"_s);
        database.setDatabaseName(file);
        if (!database.open() || !QSqlQuery(database).exec(u"DROP TABLE "_s + table))
            qFatal("cannot drop the table");
    }
    QSqlDatabase::removeDatabase(u"beside the log"_s);
}

/// Opens a new ledger and lets a write of a draft with a customer fail in it.
void failToSaveADraft(const QString &directory)
{
    const auto ledger = openLedger(directory);
    dropTable(directory + u"/ledger.sqlite"_s, u"draft"_s);
    ledger::DraftRecord draft;
    draft.id = u"draft_1"_s;
    draft.accountId = u"a"_s;
    draft.draft.customer.email = email;
    if (ledger->saveDraft(draft).result())
        qFatal("the draft was saved");
}

} // namespace

class LedgerLogTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLoggedUntilTheCategoryIsOn()
    {
        const LogLines log("tilldeck.ledger");
        const QTemporaryDir folder;
        failToSaveADraft(folder.path());
        QCOMPARE(log.lines(), QStringList());
    }

    void aMigrationIsLogged()
    {
        const LogLines log("tilldeck.ledger", u"tilldeck.ledger=true"_s);
        const QTemporaryDir folder;
        openLedger(folder.path());
        const QStringList made = log.lines();
        QVERIFY2(made.value(0).startsWith(u"ledger.sqlite: migrating schema 0 to "_s), qPrintable(made.join(u'\n')));
        QVERIFY2(made.value(1).startsWith(u"ledger.sqlite: opened for writing, schema "_s),
                 qPrintable(made.join(u'\n')));
        openLedger(folder.path());
        const QStringList again = log.lines().mid(made.size());
        QVERIFY2(!again.isEmpty() && again.filter(u"migrating"_s).isEmpty(), qPrintable(again.join(u'\n')));
        QVERIFY2(log.lines().filter(folder.path()).isEmpty(), "a path may name its owner");
    }

    void aFailedWriteIsNamedWithoutWhatWasWritten()
    {
        const LogLines log("tilldeck.ledger", u"tilldeck.ledger=true"_s);
        const QTemporaryDir folder;
        failToSaveADraft(folder.path());
        const QStringList failed = log.lines().filter(u"failed"_s);
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed.first().startsWith(u"ledger.sqlite: INSERT INTO draft failed: "_s), qPrintable(failed.first()));
        QVERIFY2(log.lines().filter(email).isEmpty(), qPrintable(log.lines().join(u'\n')));
    }

    void aStatementIsNamedByVerbAndTable_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("name");
        QTest::addRow("insert") << u"INSERT INTO session (a) VALUES (?)"_s << u"INSERT INTO session"_s;
        QTest::addRow("select") << u"SELECT a, count(*)\n FROM payment WHERE x = 'ama'"_s << u"SELECT FROM payment"_s;
        QTest::addRow("update") << u"UPDATE intent SET state = ?"_s << u"UPDATE intent"_s;
        QTest::addRow("delete") << u"DELETE FROM draft WHERE id = 'x'"_s << u"DELETE FROM draft"_s;
        QTest::addRow("alter") << u"ALTER TABLE session ADD COLUMN flow TEXT"_s << u"ALTER TABLE session"_s;
        QTest::addRow("index") << u"CREATE INDEX intent_by_state ON intent (state, key)"_s
                               << u"CREATE INDEX intent_by_state"_s;
        QTest::addRow("begin") << u"BEGIN IMMEDIATE"_s << u"BEGIN"_s;
        QTest::addRow("another") << u"WITH x AS (SELECT 'ama')"_s << u"WITH"_s;
    }
    void aStatementIsNamedByVerbAndTable()
    {
        QFETCH(QString, statement);
        QFETCH(QString, name);
        QCOMPARE(ledger::statementName(statement), name);
    }
};

TILLDECK_TEST(LedgerLogTest)

} // namespace ledger_log_test

#include "tst_ledger_log.moc"
