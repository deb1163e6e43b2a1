// SPDX-License-Identifier: GPL-3.0-or-later
// A journal or a ledger of an earlier time is noticed, whatever was begun since.
#include "desk/abandon_creation.h"
#include "desk/remove_account.h"
#include "desk/storage_bench.h"
#include "support/accounts_file.h"
#include "support/runner.h"

namespace storage_older_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

namespace {

/// Writes @p bytes over those of a file that may be open, as cp does.
void writeOver(const StorageBench &files, const QString &name, const QByteArray &bytes)
{
    QFile file(files.path(name));
    if (!file.open(QIODevice::ReadWrite) || !file.resize(0) || file.write(bytes) != bytes.size())
        qFatal("The file was not written.");
}

/// Creates a session, unless the same was created before.
CreateOutcome createOnce(const StorageBench &files, const QString &accountId)
{
    return QCoro::waitFor(createSession(files.bench.desk.get(), accountId, draft(), {}, std::nullopt));
}

QString connectAgain(StorageBench &files, const QString &name)
{
    return files.bench.connectTo(name, files.server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
}

} // namespace

class StorageOlderTest : public QObject
{
    Q_OBJECT

private slots:
    void aJournalOfBeforeTheNewestRefundIsTold()
    {
        StorageBench files;
        files.addPayment();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        const QByteArray backup = files.read(journalName);
        files.bench.open();
        files.loseAnswers();
        QCOMPARE(files.refund().end, RefundOutcome::End::Unknown);
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        files.write(journalName, backup);
        files.bench.open();
        const QString sentence = files.bench.desk->whyNoWrites();
        QVERIFY2(sentence.contains(u"belong together"_s), qPrintable(sentence));
        QCOMPARE(files.refund().end, RefundOutcome::End::Rejected);
        QCOMPARE(files.sent(), before);
    }

    void aRefundThatTheLedgerCannotRememberIsNotSent()
    {
        StorageBench files;
        files.addPayment();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.run(ledgerName,
                  {u"CREATE TRIGGER no_more BEFORE INSERT ON begun BEGIN SELECT RAISE(ABORT, 'no'); END"_s});
        const RefundOutcome refused = files.refund();
        QCOMPARE(refused.end, RefundOutcome::End::Rejected);
        QCOMPARE(refused.error->kind, checkout::ErrorKind::Storage);
        QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
        QCOMPARE(files.sent(), 1);
        files.run(ledgerName, {u"DROP TRIGGER no_more"_s});
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QVERIFY(files.refund().end != RefundOutcome::End::Rejected);
        QCOMPARE(files.sent(), 2);
    }

    void aJournalOfAnEarlierTimeIsNoticedWhileTheProgramRuns_data()
    {
        QTest::addColumn<bool>("isByAnother");
        QTest::newRow("of before what this program began") << false;
        QTest::newRow("of before what another program began") << true;
    }
    void aJournalOfAnEarlierTimeIsNoticedWhileTheProgramRuns()
    {
        QFETCH(const bool, isByAnother);
        StorageBench files;
        files.addPayment();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        const QByteArray backup = files.read(journalName);
        files.loseAnswers();
        if (isByAnother) {
            const auto window = std::move(files.bench.desk);
            files.bench.open();
            QCOMPARE(files.refund().end, RefundOutcome::End::Unknown);
            files.bench.desk.reset();
            // The window goes on with what it has open.
            writeOver(files, journalName, backup);
            const auto again =
                QCoro::waitFor(refundPayment(window.get(), files.account, u"txn_1"_s, StorageBench::paid(), QString()));
            QCOMPARE(again.end, RefundOutcome::End::Rejected);
            QVERIFY2(again.error->sentence.contains(u"belong together"_s), qPrintable(again.error->sentence));
            QCOMPARE(window->whyNoWrites(), again.error->sentence);
        } else {
            QCOMPARE(files.refund().end, RefundOutcome::End::Unknown);
            writeOver(files, journalName, backup);
            const auto again = files.refund();
            QCOMPARE(again.end, RefundOutcome::End::Rejected);
            QVERIFY2(again.error->sentence.contains(u"belong together"_s), qPrintable(again.error->sentence));
            QCOMPARE(files.bench.desk->whyNoWrites(), again.error->sentence);
        }
        QCOMPARE(files.sent(), 2);
    }

    void goingOnWithAnOlderJournalKeepsWhatTheLedgerKnows_data()
    {
        QTest::addColumn<bool>("isLost");
        QTest::newRow("an older one") << false;
        QTest::newRow("none") << true;
    }
    void goingOnWithAnOlderJournalKeepsWhatTheLedgerKnows()
    {
        QFETCH(const bool, isLost);
        StorageBench files;
        files.addPayment();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        const QByteArray backup = files.read(journalName);
        files.bench.open();
        files.loseAnswers();
        const CreateOutcome unknown = files.create();
        QCOMPARE(unknown.end, CreateOutcome::End::Unknown);
        QCOMPARE(files.refund().end, RefundOutcome::End::Unknown);
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        files.remove(journalName);
        if (!isLost)
            files.write(journalName, backup);
        files.bench.open();
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));

        const CreateOutcome again = createOnce(files, files.account);
        QCOMPARE(again.end, CreateOutcome::End::Repeated);
        QCOMPARE(again.earlier->id, unknown.record.intentId);
        QCOMPARE(again.earlier->state, ledger::Intent::State::Unknown);
        const RefundOutcome refunded = files.refund();
        QCOMPARE(refunded.end, RefundOutcome::End::Rejected);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.refund().end, RefundOutcome::End::Rejected);
        QCOMPARE(files.sent(), before);
        QVERIFY(QCoro::waitFor(
            abandonCreation(files.bench.desk.get(), files.account, unknown.record.intentId, EarlyAbandon::Allow)));
        QVERIFY(!files.bench.desk->ledger().sessionByIntent(unknown.record.intentId).result()->has_value());
    }

    void aLedgerOfAnEarlierTimeGetsBackWhatItLacks()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        const auto answer = files.server.onRequest;
        files.loseAnswers();
        const QString unknown = files.create().record.intentId;
        files.bench.desk.reset();
        const QByteArray backup = files.read(ledgerName);
        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QVERIFY(
            files.bench.desk->journal().close(unknown, ledger::Intent::State::Confirmed, u"cs_found"_s, {}).result());
        files.server.onRequest = answer;
        const CreateOutcome later = files.create();
        QCOMPARE(later.end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.write(ledgerName, backup);

        files.bench.open();
        QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());
        const QString sentence = files.bench.desk->storageTroubles().front().sentence;
        QVERIFY2(sentence.contains(u"lacked 1 session"_s), qPrintable(sentence));
        ledger::Ledger &ledger = files.bench.desk->ledger();
        QVERIFY(ledger.session(files.account, later.record.session.id).result()->has_value());
        QVERIFY(ledger.session(files.account, u"cs_found"_s).result()->has_value());
        QCOMPARE(files.rows()->rows.size(), size_t(3));
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.rows()->rows.size(), size_t(3));
    }

    void twoNewFilesBesideConnectedAccountsAreTold_data()
    {
        QTest::addColumn<bool>("isEmptied");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<bool>("isNoted"); // in accounts.json, that there were files
        QTest::newRow("deleted") << false << u"sandbox"_s << true;
        QTest::newRow("emptied") << true << u"sandbox"_s << true;
        QTest::newRow("deleted beside an older accounts.json") << false << u"test"_s << false;
        QTest::newRow("emptied beside an older accounts.json") << true << u"test"_s << false;
    }
    void twoNewFilesBesideConnectedAccountsAreTold()
    {
        QFETCH(const bool, isEmptied);
        QFETCH(const QString, mode);
        QFETCH(const bool, isNoted);
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        tilldeck::test::putIntoAccountsFile(files.bench.dataDirectory(), files.account, u"mode"_s, mode);
        if (!isNoted)
            tilldeck::test::takeFromAccountsFile(files.bench.dataDirectory(), u"has_files"_s);
        for (const QString &name : {ledgerName, journalName}) {
            files.remove(name);
            if (isEmptied)
                QVERIFY(QFile(files.path(name)).open(QIODevice::WriteOnly));
        }
        for (int start = 0; start < 2; ++start) {
            files.bench.open();
            const QString sentence = files.bench.desk->whyNoWrites();
            QVERIFY2(sentence.contains(u"are new, although accounts were connected here before"_s),
                     qPrintable(sentence));
            QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
            QCOMPARE(files.sent(), before);
            files.bench.desk.reset();
        }
        files.bench.open();
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
    }

    void twoNewFilesAreToldAlsoAfterTheAccountWasRemoved()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        const auto removed = QCoro::waitFor(removeAccount(files.bench.desk.get(), files.account));
        QVERIFY2(removed.has_value(), removed ? "" : qPrintable(removed.error().sentence));
        files.bench.desk.reset();
        files.remove(ledgerName);
        files.remove(journalName);
        files.bench.open();
        QVERIFY(!files.bench.desk->whyNoWrites().isEmpty());
    }

    void anOlderAccountsFileBesideFilesSaysFromThenOnThatTheyWereThere()
    {
        StorageBench files;
        files.bench.desk.reset();
        tilldeck::test::takeFromAccountsFile(files.bench.dataDirectory(), u"has_files"_s);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        files.bench.desk.reset();
        files.remove(ledgerName);
        files.remove(journalName);
        files.bench.open();
        QVERIFY(!files.bench.desk->whyNoWrites().isEmpty());
    }

    void theSameUnderASecondConnectionOfTheAccountIsAQuestion()
    {
        StorageBench files;
        const QString beside = connectAgain(files, u"The same beside it"_s);
        QCOMPARE(createOnce(files, files.account).end, CreateOutcome::End::Confirmed);
        QCOMPARE(createOnce(files, beside).end, CreateOutcome::End::Repeated);
        QVERIFY(QCoro::waitFor(removeAccount(files.bench.desk.get(), files.account)));
        const QString again = connectAgain(files, u"Scripted"_s);
        QCOMPARE(createOnce(files, again).end, CreateOutcome::End::Repeated);
        QCOMPARE(files.sent(), 1);
        // Another account at the same provider is another shop.
        const QString other =
            files.bench.connectTo(u"Other"_s, files.server.url(QString()).toString(), u"acc_2"_s, u"sk_test_2"_s);
        QCOMPARE(createOnce(files, other).end, CreateOutcome::End::Confirmed);
    }

    void whatIsUnknownOfLostAccountsIsNamedAndIsAQuestionUnderANewOne()
    {
        StorageBench files;
        const auto answer = files.server.onRequest;
        files.loseAnswers();
        const QString unknown = createOnce(files, files.account).record.intentId;
        files.bench.desk.reset();
        QVERIFY(QFile::remove(files.path(u"accounts.json"_s)));
        files.bench.open();
        QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
        const QString sentence = files.bench.desk->storageTroubles().front().sentence;
        QVERIFY2(sentence.contains(unknown), qPrintable(sentence));
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());

        files.account = connectAgain(files, u"Scripted"_s);
        files.server.onRequest = answer;
        const CreateOutcome again = createOnce(files, files.account);
        QCOMPARE(again.end, CreateOutcome::End::Repeated);
        QCOMPARE(again.earlier->id, unknown);
        QCOMPARE(files.sent(), 1);
        QVERIFY(QCoro::waitFor(abandonCreation(files.bench.desk.get(), files.account, unknown, EarlyAbandon::Allow)));
        QCOMPARE(createOnce(files, files.account).end, CreateOutcome::End::Confirmed);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
    }
};

TILLDECK_TEST(StorageOlderTest)

} // namespace storage_older_test

#include "tst_storage_older.moc"
