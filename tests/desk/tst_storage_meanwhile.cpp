// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are damaged, emptied or replaced under a running program.
#include "desk/storage_bench.h"
#include "support/runner.h"

namespace storage_meanwhile_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

namespace {

enum class Meanwhile { Truncated, BitsTurned, Emptied, OfANewerProgram };

/// Changes a file in place, as a failing disk does: who has it open sees the change.
void change(const StorageBench &files, Meanwhile how, const QString &name)
{
    if (how == Meanwhile::OfANewerProgram)
        return files.run(name, {u"PRAGMA user_version = 99"_s});
    QFile file(files.path(name));
    if (!file.open(QIODevice::ReadWrite))
        qFatal("The file cannot be opened.");
    if (how == Meanwhile::BitsTurned) {
        const QByteArray bytes = StorageBench::withDamagedPages(file.readAll());
        file.seek(0);
        file.write(bytes);
    } else {
        file.resize(how == Meanwhile::Emptied ? 0 : file.size() / 2);
    }
}

} // namespace

class StorageMeanwhileTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileThatIsDamagedMeanwhileForgetsNothingThatExists_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("name");
        for (const QString &name : {ledgerName, journalName}) {
            QTest::addRow("%s truncated", qPrintable(name)) << int(Meanwhile::Truncated) << name;
            QTest::addRow("%s with bits turned", qPrintable(name)) << int(Meanwhile::BitsTurned) << name;
            QTest::addRow("%s emptied", qPrintable(name)) << int(Meanwhile::Emptied) << name;
        }
        QTest::addRow("%s of a newer program", qPrintable(ledgerName)) << int(Meanwhile::OfANewerProgram) << ledgerName;
    }
    void aFileThatIsDamagedMeanwhileForgetsNothingThatExists()
    {
        QFETCH(const int, how);
        QFETCH(const QString, name);
        StorageBench files;
        files.fill();
        change(files, Meanwhile(how), name);

        const auto created = files.create();
        const qsizetype made = files.sentTo("checkout-sessions");
        QCOMPARE(made, created.end == CreateOutcome::End::Rejected ? 0 : 1);
        const auto refunded = files.refund();
        QCOMPARE(files.sentTo("refund"), refunded.end == RefundOutcome::End::Rejected ? 0 : 1);
        (void)files.refund();
        QVERIFY(files.sentTo("refund") <= 1);
        // Nothing is sent on the word of a journal that is not whole.
        if (name == journalName) {
            QVERIFY2(created.end == CreateOutcome::End::Rejected && created.error->sentence.contains(name),
                     created.error ? qPrintable(created.error->sentence) : "created");
            QCOMPARE(files.sent(), 0);
        }

        // What was made while the ledger was damaged is in the journal.
        files.bench.restart();
        (void)QCoro::waitFor(files.bench.desk->checkFiles(false));
        if (made > 0) {
            const auto confirmed = files.bench.desk->journal().confirmed(ledger::Intent::Kind::Create).result();
            QVERIFY(confirmed && std::ranges::find(*confirmed, created.record.session.id, &ledger::Intent::sessionId) !=
                                     confirmed->end());
        }
        const QString why = files.bench.desk->whyNoWrites();
        if (why.isEmpty()) {
            // The ledger came back whole from its write-ahead log.
            QVERIFY(name == ledgerName);
            QCOMPARE(files.listed().first.size(), StorageBench::many + made);
            return;
        }
        QVERIFY2(why.contains(name), qPrintable(why));
        const qsizetype before = files.sent();
        (void)files.create();
        (void)files.refund();
        QCOMPARE(files.sent(), before);
    }
};

TILLDECK_TEST(StorageMeanwhileTest)

} // namespace storage_meanwhile_test

#include "tst_storage_meanwhile.moc"
