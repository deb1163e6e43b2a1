// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger and journal know each other: a lost or exchanged file is told, and nothing is sent until the merchant decides.
#include "desk/create_coupon.h"
#include "desk/expire_session.h"
#include "desk/storage_bench.h"
#include "support/older_ledger.h"
#include "support/runner.h"

namespace storage_pair_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

class StoragePairTest : public QObject
{
    Q_OBJECT

private slots:
    void aFirstStartAndALaterOneSayNothing()
    {
        StorageBench files;
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QVERIFY(files.bench.desk->accounts().hadFiles());
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());
    }

    void aLostOrExchangedFileIsToldAndNothingIsSentUntilTheMerchantDecides_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("says");
        for (const QString &name : {ledgerName, journalName}) {
            for (const QString &how : {u"deleted"_s, u"emptied"_s})
                QTest::addRow("%s is %s", qPrintable(name), qPrintable(how)) << name << how << u"missing or empty"_s;
            for (const QString &how : {u"of another computer"_s, u"of a time before pairs"_s})
                QTest::addRow("%s is %s", qPrintable(name), qPrintable(how)) << name << how << u"belong together"_s;
        }
    }
    void aLostOrExchangedFileIsToldAndNothingIsSentUntilTheMerchantDecides()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, how);
        QFETCH(const QString, says);
        StorageBench other;
        QCOMPARE(other.create().end, CreateOutcome::End::Confirmed);
        other.bench.desk.reset();
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        if (how == u"of a time before pairs"_s) {
            if (name == ledgerName)
                tilldeck::test::makeLedgerOfVersion(files.path(name), 6);
            else
                files.run(name, {u"DROP TABLE pair"_s});
        } else {
            files.remove(name);
            if (how == u"emptied"_s)
                QVERIFY(QFile(files.path(name)).open(QIODevice::WriteOnly));
            else if (how == u"of another computer"_s)
                QVERIFY(QFile::copy(other.path(name), files.path(name)));
        }

        for (int start = 0; start < 2; ++start) {
            files.bench.open();
            QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
            const QString sentence = files.bench.desk->storageTroubles().front().sentence;
            QVERIFY2(sentence.contains(says) && sentence.contains(name), qPrintable(sentence));
            const CreateOutcome refused = files.create();
            QCOMPARE(refused.end, CreateOutcome::End::Rejected);
            QCOMPARE(refused.error->kind, checkout::ErrorKind::Storage);
            QCOMPARE(refused.error->sentence, sentence);
            QPointer<Desk> desk = files.bench.desk.get();
            QVERIFY(!QCoro::waitFor(expireSession(desk, files.account, u"cs_1"_s)));
            QVERIFY(!QCoro::waitFor(createCoupon(desk, files.account, checkout::Coupon())));
            // Whoever goes past the desk is refused too.
            const auto begun = desk->journal().begin(ledger::randomId(), files.account, {}, draft(), {}, {}).result();
            QVERIFY(!begun && begun.error().sentence == sentence);
            QCOMPARE(files.sent(), before);
            files.bench.desk.reset();
        }
        files.bench.open();
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QCOMPARE(files.sent(), before + 1);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
    }

    void aJournalOfAnEarlierTimeIsTold()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        const QByteArray backup = files.read(journalName);
        files.bench.open();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.write(journalName, backup);
        files.bench.open();
        const QString sentence = files.bench.desk->whyNoWrites();
        QVERIFY2(sentence.contains(u"belong together"_s), qPrintable(sentence));
        QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
    }

    void whatAnotherProgramWritesIsSeenInAJournalThatWasBegunAnew()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.write(journalName, QByteArray(4096, 'x'));
        files.bench.open();
        QVERIFY(!files.bench.desk->whyNoWrites().isEmpty());
        QSignalSpy changes(files.bench.desk.get(), &Desk::journalChanged);
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        (void)QTest::qWaitFor([&] { return !changes.isEmpty(); }, 500); // of what was written by that itself
        changes.clear();
        files.run(journalName,
                  {u"INSERT INTO intent (id, account_id, body_hash, draft, opened_at, state, owner) "
                   "VALUES ('of another program', 'a', x'00', '{\"tilldeck_draft\":1}', 1, 'unknown', 'gone')"_s});
        QTRY_VERIFY(!changes.isEmpty());
    }

    void theRefundGuardIsNotForgottenWithoutAWord()
    {
        StorageBench files;
        files.addPayment();
        files.bench.desk.reset();
        files.remove(journalName);
        files.bench.open();
        const auto refused = files.refund();
        QCOMPARE(refused.end, RefundOutcome::End::Rejected);
        QCOMPARE(refused.error->sentence, files.bench.desk->whyNoWrites());
        QCOMPARE(files.sent(), 0);
    }

    void filesOfBeforePairsBecomeOneWithoutAWord()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        tilldeck::test::makeLedgerOfVersion(files.path(ledgerName), 6);
        files.run(journalName, {u"DROP TABLE pair"_s});
        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        files.bench.desk.reset();
        files.remove(journalName);
        files.bench.open();
        QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
    }

    void aLedgerOfBeforePairsWithoutItsJournalIsTold()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        tilldeck::test::makeLedgerOfVersion(files.path(ledgerName), 6);
        files.remove(journalName);
        files.bench.open();
        QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
        QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
    }

    void aPairThatWasCutOffBetweenItsFilesIsCompleted()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.run(ledgerName, {u"DELETE FROM pair"_s});
        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
    }
};

TILLDECK_TEST(StoragePairTest)

} // namespace storage_pair_test

#include "tst_storage_pair.moc"
