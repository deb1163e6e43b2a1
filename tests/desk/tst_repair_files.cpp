// SPDX-License-Identifier: GPL-3.0-or-later
// Going on with damaged files: cut off at any moment, on a full disk, beside other programs, it loses nothing that can
// be read, and says what is lost.
#include "desk/rebuild_ledger.h"
#include "desk/storage_bench.h"
#include "support/outside_sql.h"
#include "support/runner.h"
#include "support/small_disk.h"

#include <unistd.h>

namespace repair_files_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using ledger::Intent;

namespace {

QStringList keptNames(const StorageBench &files, const QString &name)
{
    const QDir folder(files.bench.dataDirectory());
    return folder.entryList({name.chopped(7) + u"-damaged-*.sqlite"_s});
}

/// Begins a refund of the payment and leaves it without an answer.
QString leaveARefundUnknown(const StorageBench &files)
{
    ledger::Journal &journal = files.bench.desk->journal();
    const auto begun =
        journal
            .beginRefund(ledger::randomId(), files.account, {}, u"txn_1"_s, StorageBench::paid(), StorageBench::paid(),
                         money::Money(0, StorageBench::paid().currency()), files.bench.now(), files.bench.now())
            .result();
    if (!begun || !journal.close(begun->id, Intent::State::Unknown, {}, u"lost"_s).result())
        qFatal("The refund was not begun.");
    return begun->id;
}

/// Turns a letter of the payment's id in the index by which its refunds are found, and nowhere else.
void damageIndex(const QString &path)
{
    constexpr qsizetype pageSize = 4096;
    // https://www.sqlite.org/fileformat.html#b_tree_pages
    constexpr char innerPageOfAnIndex = 2;
    constexpr char lastPageOfAnIndex = 10;
    QFile file(path);
    QByteArray bytes = file.open(QIODevice::ReadWrite) ? file.readAll() : QByteArray();
    for (qsizetype at = bytes.indexOf("txn_1"); at >= 0; at = bytes.indexOf("txn_1", at + 1)) {
        const char kind = bytes.at(at - at % pageSize);
        if (kind != innerPageOfAnIndex && kind != lastPageOfAnIndex)
            continue;
        if (file.seek(at) && file.putChar('q'))
            return;
    }
    qFatal("The index was not found.");
}

std::unique_ptr<Desk> opened(const StorageBench &files, Role role)
{
    auto desk = Desk::open(files.bench.dataDirectory(), {}, role);
    if (!desk)
        qFatal("%s", qPrintable(desk.error().sentence));
    return std::move(*desk);
}

} // namespace

class RepairFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void aReplacementThatWasCutOffIsFinishedOrUndone_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {journalName, ledgerName})
            QTest::newRow(qPrintable(name)) << name;
    }
    void aReplacementThatWasCutOffIsFinishedOrUndone()
    {
        QFETCH(const QString, name);
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        const QByteArray whole = files.read(name);
        files.damagePages(name);
        const QByteArray damaged = files.read(name);
        const QString filling = name.chopped(7) + u"-filling.sqlite"_s;
        const QString ready = name.chopped(7) + u"-new.sqlite"_s;
        const QString kept = name.chopped(7) + u"-damaged-20261129-120000-1.sqlite"_s;

        // Cut off while it was filled, and before it took the place: nothing has happened.
        files.write(filling, whole.left(whole.size() / 2));
        files.write(ready, whole);
        files.bench.open();
        (void)QCoro::waitFor(files.bench.desk->checkFiles(true));
        QVERIFY2(files.bench.desk->whyNoWrites().contains(u"damaged"_s), qPrintable(files.bench.desk->whyNoWrites()));
        files.bench.desk.reset();
        QVERIFY(!QFile::exists(files.path(filling)) && !QFile::exists(files.path(ready)));
        QCOMPARE(files.read(name), damaged);

        // Cut off once the damaged file had its second name: the new one is there.
        files.write(ready, whole);
        QCOMPARE(link(QFile::encodeName(files.path(name)).constData(), QFile::encodeName(files.path(kept)).constData()),
                 0);
        files.bench.open();
        QVERIFY(QCoro::waitFor(files.bench.desk->checkFiles(true)));
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());
        QCOMPARE(files.rows()->rows.size(), size_t(StorageBench::many));
        QCOMPARE(files.bench.desk->journal().confirmed(Intent::Kind::Create).result()->size(),
                 size_t(StorageBench::many));
        QCOMPARE(files.read(kept), damaged);
        QVERIFY(!QFile::exists(files.path(ready)));
    }

    void aLedgerThatWasReplacedAndNotRebuiltIsAskedAbout()
    {
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        files.damagePages(ledgerName);
        files.bench.open();
        QVERIFY(QCoro::waitFor(files.bench.desk->replaceLedger()));
        files.bench.restart();
        QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
        QCOMPARE(files.sent(), 0);
        QVERIFY(QCoro::waitFor(rebuildLedger(files.bench.desk.get())));
        QCOMPARE(files.rows()->rows.size(), size_t(StorageBench::many));
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
    }

    void aFullDiskIsSaidAndLosesNoIntent_data()
    {
        QTest::addColumn<int>("freeKiB");
        QTest::addColumn<bool>("isFilled");
        for (const int free : {0, 12})
            QTest::addRow("%d KiB are left", free) << free << false;
        QTest::newRow("a part of the rows has room") << 60 << true;
    }
    void aFullDiskIsSaidAndLosesNoIntent()
    {
        QFETCH(const int, freeKiB);
        QFETCH(const bool, isFilled);
        StorageBench files;
        if (isFilled)
            files.fill();
        else
            files.addPayment();
        const QString refund = leaveARefundUnknown(files);
        files.bench.desk.reset();
        damageIndex(files.path(journalName));
        const QByteArray damaged = files.read(journalName);
        tilldeck::test::SmallDisk disk(files.bench.dataDirectory(), freeKiB * 1024);
        files.bench.open();
        const auto refused = QCoro::waitFor(files.bench.desk->acceptFiles());
        QVERIFY(!refused);
        if (disk.isMounted())
            QVERIFY2(refused.error().sentence.contains(u"disk is full"_s), qPrintable(refused.error().sentence));
        files.bench.desk.reset();
        QCOMPARE(files.read(journalName), damaged);
        QCOMPARE(keptNames(files, journalName), QStringList());

        disk.makeRoom();
        files.bench.open();
        const auto accepted = QCoro::waitFor(files.bench.desk->acceptFiles());
        QVERIFY2(accepted, accepted ? "" : qPrintable(accepted.error().sentence));
        QCOMPARE(accepted->takenOver, isFilled ? StorageBench::many + 1 : 1);
        QCOMPARE(files.bench.desk->journal().unknown(Intent::Kind::Refund).result()->front().id, refund);
        files.bench.desk.reset();
    }

    void aJournalWithADamagedIndexSendsNothingAndIsMadeAnew()
    {
        StorageBench files;
        files.addPayment();
        const QString refund = leaveARefundUnknown(files);
        files.bench.desk.reset();
        damageIndex(files.path(journalName));
        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        const auto created = files.create();
        QCOMPARE(created.end, CreateOutcome::End::Rejected);
        QCOMPARE(created.error->kind, checkout::ErrorKind::Storage);
        QVERIFY2(created.error->sentence.contains(u"damaged"_s), qPrintable(created.error->sentence));
        QCOMPARE(files.refund().end, RefundOutcome::End::Rejected);
        QCOMPARE(files.sent(), 0);

        // Whoever accepts without having looked gets a whole journal too.
        files.bench.restart();
        const auto accepted = QCoro::waitFor(files.bench.desk->acceptFiles());
        QVERIFY(accepted);
        QCOMPARE(accepted->takenOver, 1);
        QCOMPARE(accepted->lost, QStringList());
        QCOMPARE(keptNames(files, journalName).size(), 1);
        QVERIFY(QCoro::waitFor(files.bench.desk->checkFiles(true)));
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.bench.desk->journal().refundsOf(files.account, u"txn_1"_s).result()->front().id, refund);
        QVERIFY(files.refund().end == RefundOutcome::End::Rejected);
        QCOMPARE(files.sent(), 0);
    }

    void whatCouldNotBeReadOfAJournalIsSaid()
    {
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        files.damagePages(journalName);
        files.bench.open();
        const auto accepted = QCoro::waitFor(files.bench.desk->acceptFiles());
        QVERIFY(accepted);
        QVERIFY(accepted->takenOver > 0 && accepted->takenOver < StorageBench::many);
        QVERIFY(QFile::exists(accepted->keptAs));
        const QString lost = accepted->lost.join(u'\n');
        QVERIFY2(lost.contains(QString::number(StorageBench::many - accepted->takenOver)), qPrintable(lost));
        QVERIFY2(lost.contains(u"a second time"_s), qPrintable(lost));
        // No number of a lost intent is given again, and a later look counts no more than was lost.
        QVERIFY(QCoro::waitFor(files.bench.desk->checkFiles(true)));
        QVERIFY(files.bench.desk->storageTroubles().empty());
    }

    void aJournalOfANewerProgramIsNotReplaced()
    {
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        files.run(journalName, {u"PRAGMA user_version = 99"_s});
        const QByteArray before = files.read(journalName);
        for (const bool isDamaged : {false, true}) {
            if (isDamaged)
                files.damagePages(journalName);
            const QByteArray bytes = isDamaged ? files.read(journalName) : before;
            files.bench.open();
            const auto accepted = QCoro::waitFor(files.bench.desk->acceptFiles());
            QVERIFY(!accepted);
            QVERIFY2(accepted.error().sentence.contains(u"Update this program"_s),
                     qPrintable(accepted.error().sentence));
            QVERIFY(!files.bench.desk->whyNoWrites().isEmpty());
            files.bench.desk.reset();
            QCOMPARE(files.read(journalName), bytes);
            QCOMPARE(keptNames(files, journalName), QStringList());
        }
    }

    void nobodyRepairsFilesThatAWindowWorksOn()
    {
        StorageBench files;
        files.fill();
        files.bench.desk.reset();
        files.damagePages(ledgerName);
        files.damagePages(journalName);
        const QByteArray journal = files.read(journalName);
        const auto window = opened(files, Role::Window);
        for (const Role role : {Role::Window, Role::CommandLine}) {
            const auto other = opened(files, role);
            const auto accepted = QCoro::waitFor(other->acceptFiles());
            QVERIFY(!accepted);
            const auto rebuilt = QCoro::waitFor(rebuildLedger(other.get()));
            QVERIFY(!rebuilt);
            const QString says = role == Role::Window ? u"close the other one"_s : u"Close it"_s;
            QVERIFY2(rebuilt.error().sentence.contains(says), qPrintable(rebuilt.error().sentence));
            QVERIFY2(accepted.error().sentence.contains(says), qPrintable(accepted.error().sentence));
        }
        // Nor does who goes past the desk.
        const auto second = opened(files, Role::Window);
        QVERIFY(!second->journal().startAnew().result());
        QVERIFY(!second->ledger().startAnew(ledger::PairMark::madeAnew).result());
        QCOMPARE(files.read(journalName), journal);
        QCOMPARE(keptNames(files, journalName) + keptNames(files, ledgerName), QStringList());
    }

    void aDamagedJournalBehindALinkSendsNothingEither()
    {
        StorageBench files;
        files.addPayment();
        leaveARefundUnknown(files);
        files.bench.desk.reset();
        const QString elsewhere = files.path(u"elsewhere.sqlite"_s);
        QVERIFY(QFile::rename(files.path(journalName), elsewhere));
        QVERIFY(QFile::link(elsewhere, files.path(journalName)));
        files.bench.open();
        // The journal is looked over, and found whole.
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        const qsizetype before = files.sent();
        damageIndex(elsewhere);
        const auto created = files.create();
        QCOMPARE(created.end, CreateOutcome::End::Rejected);
        QVERIFY2(created.error->sentence.contains(u"damaged"_s), qPrintable(created.error->sentence));
        QCOMPARE(files.sent(), before);
        files.bench.desk.reset();
    }

    void whyAFileCannotBeOpenedIsSaidAsItIs_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("says");
        QTest::newRow("folder") << u"folder"_s << u"is a folder"_s;
        QTest::newRow("link") << u"link"_s << u"is a link"_s;
        QTest::newRow("full disk") << u"full"_s << u"disk is full"_s;
    }
    void whyAFileCannotBeOpenedIsSaidAsItIs()
    {
        QFETCH(const QString, how);
        QFETCH(const QString, says);
        StorageBench files;
        files.addPayment();
        files.bench.desk.reset();
        std::unique_ptr<tilldeck::test::SmallDisk> disk;
        if (how == u"full"_s) {
            disk = std::make_unique<tilldeck::test::SmallDisk>(files.bench.dataDirectory(), 8 * 1024);
            if (!disk->isMounted())
                QSKIP("A small disk cannot be mounted here.");
        } else {
            QVERIFY(QFile::remove(files.path(journalName)));
            QVERIFY(how == u"folder"_s ? QDir().mkdir(files.path(journalName))
                                       : QFile::link(u"/nonexistent/journal.sqlite"_s, files.path(journalName)));
        }
        files.bench.open();
        const QString why = files.bench.desk->whyNoWrites();
        QVERIFY2(why.contains(says) && !why.contains(u"The folder"_s), qPrintable(why));
        QVERIFY(!QCoro::waitFor(files.bench.desk->acceptFiles()));
        QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
        QCOMPARE(files.sent(), 0);
        files.bench.desk.reset();
    }
};

TILLDECK_TEST(RepairFilesTest)

} // namespace repair_files_test

#include "tst_repair_files.moc"
