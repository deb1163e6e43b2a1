// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault of the files, each with a start, a creation and a refund: the program opens, nothing is sent twice, and
// nothing that exists at the provider is forgotten.
#include "desk/storage_bench.h"
#include "support/read_only_folder.h"
#include "support/runner.h"
#include "support/small_disk.h"

namespace storage_faults_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using ledger::Intent;

namespace {

enum class Fault { Truncated, BitsTurned, Emptied, OfANewerProgram, Deleted };

void inflict(const StorageBench &files, Fault fault, const QString &name)
{
    const QByteArray bytes = files.read(name);
    switch (fault) {
    case Fault::Truncated:
        return files.write(name, bytes.left(bytes.size() / 2));
    case Fault::BitsTurned:
        return files.damagePages(name);
    case Fault::Emptied:
        return files.write(name, {});
    case Fault::OfANewerProgram:
        return files.run(name, {u"PRAGMA user_version = 99"_s});
    case Fault::Deleted:
        return files.remove(name);
    }
}

} // namespace

class StorageFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void aFaultOfAFileIsSaidAndNothingIsSent_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("name");
        const std::pair<const char *, Fault> faults[] = {{"truncated", Fault::Truncated},
                                                         {"with bits turned", Fault::BitsTurned},
                                                         {"emptied", Fault::Emptied},
                                                         {"of a newer program", Fault::OfANewerProgram},
                                                         {"deleted", Fault::Deleted}};
        for (const QString &name : {ledgerName, journalName}) {
            for (const auto &[how, fault] : faults)
                QTest::addRow("%s %s", qPrintable(name), how) << int(fault) << name;
        }
    }
    void aFaultOfAFileIsSaidAndNothingIsSent()
    {
        QFETCH(const int, fault);
        QFETCH(const QString, name);
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        inflict(files, Fault(fault), name);

        files.bench.open();
        (void)QCoro::waitFor(files.bench.desk->checkFiles(false));
        const QString why = files.bench.desk->whyNoWrites();
        QVERIFY2(why.contains(name), qPrintable(why));
        QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
        // A fault of the journal hides no session.
        if (name == journalName)
            QCOMPARE(files.listed().first.size(), StorageBench::many);
        const auto created = files.create();
        QCOMPARE(created.end, CreateOutcome::End::Rejected);
        QCOMPARE(created.error->sentence, why);
        const auto refunded = files.refund();
        QCOMPARE(refunded.end, RefundOutcome::End::Rejected);
        QVERIFY(!refunded.error->sentence.isEmpty());
        QCOMPARE(files.sent(), 0);
    }

    /// The file goes while the program runs.
    void aFileThatVanishesMeanwhileIsNoticedBeforeAnythingIsSent_data() { fileNames(); }
    void aFileThatVanishesMeanwhileIsNoticedBeforeAnythingIsSent()
    {
        QFETCH(const QString, name);
        StorageBench files;
        files.addPayment();
        files.remove(name);
        const auto created = files.create();
        QCOMPARE(created.end, CreateOutcome::End::Rejected);
        QVERIFY2(created.error->sentence.contains(name), qPrintable(created.error->sentence));
        const auto refunded = files.refund();
        QCOMPARE(refunded.end, RefundOutcome::End::Rejected);
        QVERIFY2(refunded.error->sentence.contains(name), qPrintable(refunded.error->sentence));
        QCOMPARE(files.sent(), 0);
    }

    void aFullDiskForgetsNothingThatExists_data()
    {
        QTest::addColumn<int>("freeKiB");
        for (const int free : {0, 4, 12, 24, 36, 48, 60, 76, 100, 400, 500, 1000})
            QTest::addRow("%d KiB are left", free) << free;
        // Little more than the room that is set aside for an answer, which is what it is written into.
        for (int free = 560; free <= 640; free += 4)
            QTest::addRow("%d KiB are left", free) << free;
    }
    void aFullDiskForgetsNothingThatExists()
    {
        QFETCH(const int, freeKiB);
        StorageBench files;
        files.addPayment();
        files.bench.desk.reset();
        tilldeck::test::SmallDisk disk(files.bench.dataDirectory(), freeKiB * 1024);
        files.bench.open();
        addAnAccount(files);
        int refused = 0;
        for (int i = 0; i < 3; ++i) {
            const qsizetype before = files.sentTo("checkout-sessions");
            const auto created = files.create();
            const qsizetype sent = files.sentTo("checkout-sessions") - before;
            QVERIFY(sent <= 1);
            QVERIFY(created.end != CreateOutcome::End::NotKept);
            if (created.end == CreateOutcome::End::Rejected) {
                QCOMPARE(sent, 0);
                QVERIFY(!created.error->sentence.isEmpty());
                ++refused;
            }
        }
        // The room that is set aside for each answer is there with 1000 KiB only.
        QVERIFY(freeKiB > 500 || refused == 3);
        QVERIFY(freeKiB < 1000 || refused == 0);
        const auto refunded = files.refund();
        QVERIFY(refunded.end != RefundOutcome::End::Rejected || files.sentTo("refund") == 0);
        (void)files.refund();
        QVERIFY(files.sentTo("refund") <= 1);
        files.bench.desk.reset();
        disk.makeRoom();

        files.bench.open();
        QVERIFY2(files.bench.desk->whyNoWrites().isEmpty(), qPrintable(files.bench.desk->whyNoWrites()));
        QVERIFY(!files.bench.desk->accounts().accounts().empty());
        // Each session of the provider is in the list, by its id or as one of unknown outcome.
        const auto [ids, unknown] = files.listed();
        QVERIFY2(ids.size() + unknown >= files.sentTo("checkout-sessions"),
                 qPrintable(QStringList(ids.values()).join(u' ')));
        // A refund that was sent is not sent again, whether its answer was kept or not.
        (void)files.refund();
        QVERIFY(files.sentTo("refund") <= 1);
        files.bench.desk.reset();
    }

    void aFullDiskOpensAndIsWholeAfterwards()
    {
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        tilldeck::test::SmallDisk disk(files.bench.dataDirectory(), 0);
        files.bench.open();
        QCOMPARE(files.bench.desk->accounts().accounts().size(), size_t(1));
        QCOMPARE(files.listed().first.size(), StorageBench::many);
        const auto created = files.create();
        QCOMPARE(created.end, CreateOutcome::End::Rejected);
        QVERIFY(!created.error->sentence.isEmpty());
        QCOMPARE(files.sent(), 0);
        files.bench.desk.reset();
        disk.makeRoom();

        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.listed().first.size(), StorageBench::many);
        files.bench.desk.reset();
    }

    void whatAFullDiskKeepsFromBeingReadIsNotCalledEmpty()
    {
        StorageBench files;
        files.fill();
        // A program that was killed leaves a log, which cannot be read without room for its memory.
        const QByteArray ledger = files.read(ledgerName);
        const QByteArray log = files.read(ledgerName + u"-wal"_s);
        QVERIFY(!log.isEmpty());
        files.bench.desk.reset();
        files.write(ledgerName, ledger);
        files.write(ledgerName + u"-wal"_s, log);
        tilldeck::test::SmallDisk disk(files.bench.dataDirectory(), 0);
        files.bench.open();
        const auto rows = files.rows();
        QVERIFY(!rows || rows->rows.size() == size_t(StorageBench::many));
        QVERIFY2(files.bench.desk->whyNoWrites().contains(u"disk is full"_s),
                 qPrintable(files.bench.desk->whyNoWrites()));
        files.bench.desk.reset();
        disk.makeRoom();
        files.bench.open();
        QCOMPARE(files.listed().first.size(), StorageBench::many);
        files.bench.desk.reset();
    }

    void onceThereIsRoomTheProgramGoesOnWithoutARestart()
    {
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        tilldeck::test::SmallDisk disk(files.bench.dataDirectory(), 0);
        files.bench.open();
        QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
        disk.makeRoom();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.listed().first.size(), StorageBench::many + 1);
        files.bench.desk.reset();
    }

    void aReadOnlyFileSendsNothingAndIsWholeAfterwards_data() { fileNames(); }
    void aReadOnlyFileSendsNothingAndIsWholeAfterwards()
    {
        QFETCH(const QString, name);
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        {
            const tilldeck::test::ReadOnlyFile file(files.path(name));
            files.bench.open();
            QCOMPARE(files.listed().first.size(), StorageBench::many);
            const auto created = files.create();
            QCOMPARE(created.end, CreateOutcome::End::Rejected);
            QVERIFY2(created.error->sentence.contains(name), qPrintable(created.error->sentence));
            const auto refunded = files.refund();
            QCOMPARE(refunded.end, RefundOutcome::End::Rejected);
            QVERIFY2(refunded.error->sentence.contains(name), qPrintable(refunded.error->sentence));
            files.bench.desk.reset();
        }
        QCOMPARE(files.sent(), 0);
        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
    }

    void aReadOnlyFolderSendsNothingAndIsWholeAfterwards()
    {
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        {
            const tilldeck::test::ReadOnlyFolder folder(files.bench.dataDirectory());
            files.bench.open();
            QCOMPARE(files.listed().first.size(), StorageBench::many);
            QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
            QCOMPARE(files.refund().end, RefundOutcome::End::Rejected);
            files.bench.desk.reset();
        }
        QCOMPARE(files.sent(), 0);
        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
    }

private:
    /// Adds an account, or is told that it was not added: accounts.json is as it says.
    static void addAnAccount(StorageBench &files)
    {
        const QByteArray before = files.read(u"accounts.json"_s);
        accounts::Account second;
        second.name = u"Second"_s;
        second.baseUrl = u"https://api.paymentkit.com"_s;
        second.accountId = u"acc_2"_s;
        const auto added = files.bench.desk->accounts().add(second);
        const QByteArray after = files.read(u"accounts.json"_s);
        QVERIFY(added ? after.contains("Scripted") && after.contains("Second") : after == before);
        QVERIFY(added || !added.error().isEmpty());
    }

    static void fileNames()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ledger") << ledgerName;
        QTest::newRow("journal") << journalName;
    }
};

TILLDECK_TEST(StorageFaultsTest)

} // namespace storage_faults_test

#include "tst_storage_faults.moc"
