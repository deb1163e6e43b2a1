// SPDX-License-Identifier: GPL-3.0-or-later
// A disk whose reads, writes or syncs fail at some moment of a start, a creation or a refund: nothing is sent twice,
// and nothing that exists at the provider is forgotten.
#include "desk/storage_bench.h"
#include "support/failing_disk.h"
#include "support/runner.h"

namespace storage_io_errors_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using tilldeck::test::FailingDisk;
using Call = FailingDisk::Call;

class StorageIoErrorsTest : public QObject
{
    Q_OBJECT

private slots:
    void anErrorOfTheDiskForgetsNothingThatExists_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("moment");
        for (const QString &name : {ledgerName, journalName}) {
            for (const QString &moment : {u"start"_s, u"create"_s, u"refund"_s}) {
                for (const auto &[what, call] :
                     {std::pair("reads", Call::Read), std::pair("writes", Call::Write), std::pair("syncs", Call::Sync)})
                    QTest::addRow("%s of %s fail, %s", what, qPrintable(name), qPrintable(moment))
                        << int(call) << name << moment;
            }
        }
    }
    void anErrorOfTheDiskForgetsNothingThatExists()
    {
        QFETCH(const int, call);
        QFETCH(const QString, name);
        QFETCH(const QString, moment);
        int failures = 0;
        for (const int leftAlone : {0, 1, 3, 8}) {
            StorageBench files;
            files.addPayment();
            QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
            if (moment == u"start"_s)
                files.bench.desk.reset();
            {
                const FailingDisk disk(Call(call), files.path(name), leftAlone);
                if (moment == u"start"_s)
                    files.bench.open();
                if (moment != u"refund"_s)
                    createMeanwhile(files);
                refundMeanwhile(files);
                files.bench.desk.reset();
                failures += FailingDisk::failures();
            }
            if (QTest::currentTestFailed())
                return;

            files.bench.open();
            QVERIFY2(files.bench.desk->whyNoWrites().isEmpty(), qPrintable(files.bench.desk->whyNoWrites()));
            const auto [ids, unknown] = files.listed();
            QVERIFY2(ids.size() + unknown >= files.sentTo("checkout-sessions"),
                     qPrintable(QStringList(ids.values()).join(u' ')));
            // A refund that was sent is not sent again, whether its answer was kept or not.
            (void)files.refund();
            QVERIFY(files.sentTo("refund") <= 1);
        }
        QVERIFY2(failures > 0, "no call has failed");
    }

    /// accounts.json is another file than those of SQLite: it is written anew at each change.
    void anErrorOfTheDiskLeavesTheAccountsAsTheyWere_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("leftAlone");
        QTest::newRow("its lock cannot be written") << int(Call::Write) << 0;
        QTest::newRow("writes fail") << int(Call::Write) << 1;
        QTest::newRow("syncs fail") << int(Call::Sync) << 0;
    }
    void anErrorOfTheDiskLeavesTheAccountsAsTheyWere()
    {
        QFETCH(const int, call);
        QFETCH(const int, leftAlone);
        StorageBench files;
        const QByteArray before = files.read(u"accounts.json"_s);
        accounts::Account second;
        second.name = u"Second"_s;
        second.baseUrl = u"https://api.paymentkit.com"_s;
        second.accountId = u"acc_2"_s;
        {
            // The new file has no name until it is whole.
            const FailingDisk disk(Call(call), files.bench.dataDirectory(), leftAlone);
            const auto added = files.bench.desk->accounts().add(second);
            QVERIFY(!added);
            QVERIFY2(added.error().contains(u"accounts.json"_s), qPrintable(added.error()));
            QVERIFY(FailingDisk::failures() > 0);
        }
        QCOMPARE(files.read(u"accounts.json"_s), before);
        QVERIFY(files.bench.desk->accounts().add(second));
        files.bench.restart();
        QCOMPARE(files.bench.desk->accounts().accounts().size(), size_t(2));
    }

private:
    static void createMeanwhile(StorageBench &files)
    {
        const qsizetype before = files.sentTo("checkout-sessions");
        const auto created = files.create();
        const qsizetype sent = files.sentTo("checkout-sessions") - before;
        QVERIFY(sent <= 1);
        if (created.end == CreateOutcome::End::Rejected) {
            QCOMPARE(sent, 0);
            QVERIFY(!created.error->sentence.isEmpty());
        } else if (created.end == CreateOutcome::End::NotKept) {
            // What could not be kept is handed over.
            QVERIFY(!created.record.session.id.isEmpty() && !created.record.session.secureToken.isEmpty());
        }
    }

    static void refundMeanwhile(StorageBench &files)
    {
        const auto refunded = files.refund();
        QVERIFY(files.sentTo("refund") <= 1);
        if (refunded.end == RefundOutcome::End::Rejected) {
            QCOMPARE(files.sentTo("refund"), 0);
            QVERIFY(!refunded.error->sentence.isEmpty());
        }
    }
};

TILLDECK_TEST(StorageIoErrorsTest)

} // namespace storage_io_errors_test

#include "tst_storage_io_errors.moc"
