// SPDX-License-Identifier: GPL-3.0-or-later
// What a replaced file still knows, although the other one is of an earlier time or its own head is gone.
#include "desk/rebuild_ledger.h"
#include "desk/storage_bench.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace salvaged_files_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using ledger::Intent;

namespace {

/// Turns every bit of the first page of a table or index, after the log beside the file has been written into it.
void damageTree(const StorageBench &files, const QString &name, const QString &tree)
{
    constexpr qsizetype pageSize = 4096;
    tilldeck::test::outside(files.path(name), u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    const qsizetype page =
        tilldeck::test::outside(files.path(name), u"SELECT rootpage FROM sqlite_master WHERE name = '%1'"_s.arg(tree))
            .toInt();
    QByteArray bytes = files.read(name);
    for (qsizetype at = (page - 1) * pageSize; at < page * pageSize; ++at)
        bytes[at] = static_cast<char>(~bytes.at(at));
    files.write(name, bytes);
}

} // namespace

class SalvagedFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void aRebuiltLedgerRemembersTheRefundsThatAnOlderJournalLacks_data()
    {
        QTest::addColumn<QString>("tree");
        QTest::newRow("found when it is looked over") << u"payment_page"_s;
        QTest::newRow("found when it is opened") << u"session"_s;
    }
    void aRebuiltLedgerRemembersTheRefundsThatAnOlderJournalLacks()
    {
        QFETCH(const QString, tree);
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
        damageTree(files, ledgerName, tree);

        files.bench.open();
        (void)QCoro::waitFor(files.bench.desk->checkFiles(true));
        const auto rebuilt = QCoro::waitFor(rebuildLedger(files.bench.desk.get()));
        QVERIFY2(rebuilt, rebuilt ? "" : qPrintable(rebuilt.error().sentence));
        QVERIFY(!rebuilt->lost.join(u' ').contains(u"which refunds were begun"_s));
        files.bench.restart();
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        for (int start = 0; start < 2; ++start) {
            QCOMPARE(files.bench.desk->whyNoWrites(), QString());
            QCOMPARE(files.bench.desk->journal().unknown(Intent::Kind::Refund).result()->size(), size_t(1));
            QCOMPARE(files.refund().end, RefundOutcome::End::Rejected);
            files.bench.restart();
        }
        QCOMPARE(files.sent(), before);
    }

    void whatALedgerForgetsOfRefundsIsSaid()
    {
        StorageBench files;
        files.addPayment();
        files.loseAnswers();
        QCOMPARE(files.refund().end, RefundOutcome::End::Unknown);
        files.bench.desk.reset();
        damageTree(files, ledgerName, u"begun"_s);
        files.bench.open();
        const auto rebuilt = QCoro::waitFor(rebuildLedger(files.bench.desk.get()));
        QVERIFY2(rebuilt, rebuilt ? "" : qPrintable(rebuilt.error().sentence));
        const QString lost = rebuilt->lost.join(u'\n');
        QVERIFY2(lost.contains(u"which refunds were begun"_s), qPrintable(lost));
        // One that never remembered any has lost none.
        StorageBench fresh;
        fresh.addPayment();
        fresh.bench.desk.reset();
        damageTree(fresh, ledgerName, u"payment_page"_s);
        fresh.bench.open();
        const auto whole = QCoro::waitFor(rebuildLedger(fresh.bench.desk.get()));
        QVERIFY(whole && !whole->lost.join(u' ').contains(u"which refunds were begun"_s));
    }

    void aFileWhoseHeadIsOverwrittenIsReadBehindIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("bytes");
        QTest::newRow("journal") << journalName << 14;
        QTest::newRow("journal, with the size of its pages") << journalName << 24;
        QTest::newRow("ledger") << ledgerName << 14;
    }
    void aFileWhoseHeadIsOverwrittenIsReadBehindIt()
    {
        QFETCH(const QString, name);
        QFETCH(const int, bytes);
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        const QByteArray damaged = files.read(name).replace(0, bytes, QByteArray(bytes, 'x'));
        files.write(name, damaged);
        files.bench.open();
        QVERIFY(!files.bench.desk->whyNoWrites().isEmpty());
        QString keptAs;
        if (name == journalName) {
            const auto accepted = QCoro::waitFor(files.bench.desk->acceptFiles());
            QVERIFY2(accepted, accepted ? "" : qPrintable(accepted.error().sentence));
            QCOMPARE(accepted->takenOver, StorageBench::many);
            QCOMPARE(accepted->lost, QStringList());
            keptAs = accepted->keptAs;
        } else {
            const auto rebuilt = QCoro::waitFor(rebuildLedger(files.bench.desk.get()));
            QVERIFY2(rebuilt, rebuilt ? "" : qPrintable(rebuilt.error().sentence));
            QCOMPARE(rebuilt->fromJournal, 0);
            QCOMPARE(rebuilt->listed, StorageBench::many);
            QVERIFY(!rebuilt->lost.join(u' ').contains(u"could not be read"_s));
            keptAs = rebuilt->keptAs;
        }
        QFile kept(keptAs);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damaged);
        QVERIFY(!QFile::exists(files.path(name.chopped(7) + u"-reading.sqlite"_s)));
        QCOMPARE(files.bench.desk->journal().confirmed(Intent::Kind::Create).result()->size(),
                 size_t(StorageBench::many));
        files.bench.restart();
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());
    }
};

TILLDECK_TEST(SalvagedFilesTest)

} // namespace salvaged_files_test

#include "tst_salvaged_files.moc"
