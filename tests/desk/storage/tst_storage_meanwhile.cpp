// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are damaged, emptied or replaced under a running program.
#include "desk/create_coupon.h"
#include "desk/storage_bench.h"
#include "support/runner.h"

namespace storage_meanwhile_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

namespace {

enum class Meanwhile { Truncated, BitsTurned, Emptied, OfANewerProgram, Deleted, Replaced, OfAnEarlierTime };
enum class Wanted { Session, Refund, Coupon };

/// Says which program sent what the files lack after they were exchanged.
enum class Sender { Itself, OneBefore, OneBeside };

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

/// Puts the file that holds @p bytes in the place of a file that may be open.
void replace(const StorageBench &files, const QString &name, const QByteArray &bytes)
{
    const QString beside = files.path(u"beside"_s);
    QFile file(beside);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The file was not written.");
    file.close();
    if (std::rename(qPrintable(beside), qPrintable(files.path(name))) != 0)
        qFatal("The file was not replaced.");
}

/// Asks for what leads to a request. Returns the sentence of what refused it; empty when it was done.
QString ask(StorageBench &files, Wanted wanted)
{
    std::optional<checkout::Error> error;
    if (wanted == Wanted::Session)
        error = files.create().error;
    else if (wanted == Wanted::Refund)
        error = files.refund().error;
    else if (const auto made = QCoro::waitFor(createCoupon(files.bench.desk.get(), files.account, checkout::Coupon()));
             !made)
        error = made.error();
    return error ? error->sentence : QString();
}

} // namespace

class StorageMeanwhileTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileThatIsExchangedMeanwhileIsSaidAsAStartSaysItAndNothingIsSent_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("wanted");
        const std::pair<const char *, Meanwhile> ways[] = {{"truncated", Meanwhile::Truncated},
                                                           {"emptied", Meanwhile::Emptied},
                                                           {"deleted", Meanwhile::Deleted},
                                                           {"replaced", Meanwhile::Replaced},
                                                           {"of a newer program", Meanwhile::OfANewerProgram}};
        const std::pair<const char *, Wanted> wishes[] = {
            {"session", Wanted::Session}, {"refund", Wanted::Refund}, {"coupon", Wanted::Coupon}};
        for (const auto &[what, wanted] : wishes) {
            for (const QString &name : {ledgerName, journalName}) {
                for (const auto &[way, how] : ways)
                    QTest::addRow("%s, %s %s", what, qPrintable(name), way) << int(how) << name << int(wanted);
            }
            QTest::addRow("%s, %s of an earlier time", what, qPrintable(journalName))
                << int(Meanwhile::OfAnEarlierTime) << journalName << int(wanted);
        }
    }
    void aFileThatIsExchangedMeanwhileIsSaidAsAStartSaysItAndNothingIsSent()
    {
        QFETCH(const int, how);
        QFETCH(const QString, name);
        QFETCH(const int, wanted);
        StorageBench files;
        files.addPayment();
        files.bench.desk.reset();
        const QByteArray before = files.read(name);
        files.bench.open();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.restart();
        switch (Meanwhile(how)) {
        case Meanwhile::Deleted:
            files.remove(name);
            break;
        case Meanwhile::Replaced: {
            StorageBench other;
            QCOMPARE(other.create().end, CreateOutcome::End::Confirmed);
            other.bench.desk.reset();
            replace(files, name, other.read(name));
            break;
        }
        case Meanwhile::OfAnEarlierTime:
            replace(files, name, before);
            break;
        default:
            change(files, Meanwhile(how), name);
        }

        QSignalSpy said(files.bench.desk.get(), &Desk::storageChanged);
        const QString why = ask(files, Wanted(wanted));
        QVERIFY2(why.contains(name), qPrintable(why));
        QVERIFY(!said.isEmpty());
        QCOMPARE(files.bench.desk->whyNoWrites(), why);
        QCOMPARE(files.sent(), 1);
        for (const Wanted other : {Wanted::Session, Wanted::Refund, Wanted::Coupon})
            QCOMPARE(ask(files, other), why);
        QCOMPARE(files.sent(), 1);
        files.bench.restart();
        (void)QCoro::waitFor(files.bench.desk->checkFiles(false));
        QCOMPARE(files.bench.desk->whyNoWrites(), why);
    }

    void bothFilesExchangedForEarlierOnesStopEverythingUntilTheMerchantDecides_data()
    {
        QTest::addColumn<bool>("isDeleted");
        QTest::addColumn<int>("sender");
        QTest::newRow("earlier ones, of what it sent") << false << int(Sender::Itself);
        QTest::newRow("earlier ones, of what it found") << false << int(Sender::OneBefore);
        QTest::newRow("earlier ones, of what another program sent meanwhile") << false << int(Sender::OneBeside);
        QTest::newRow("none, of what it sent") << true << int(Sender::Itself);
    }
    void bothFilesExchangedForEarlierOnesStopEverythingUntilTheMerchantDecides()
    {
        QFETCH(const bool, isDeleted);
        QFETCH(const int, sender);
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        const QByteArray ledger = files.read(ledgerName);
        const QByteArray journal = files.read(journalName);
        files.bench.open();
        if (Sender(sender) == Sender::OneBeside) {
            QSignalSpy seen(files.bench.desk.get(), &Desk::journalChanged);
            const auto beside = files.bench.openBeside();
            QCOMPARE(QCoro::waitFor(createSession(beside.get(), files.account, draft(), {}, std::nullopt, std::nullopt,
                                                  Repeat::Another))
                         .end,
                     CreateOutcome::End::Confirmed);
            // It may have been seen while the other one waited for its answer; its last write is seen a moment later.
            QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty(), 10000);
            for (qsizetype changes = 0; changes != seen.size(); QTest::qWait(500))
                changes = seen.size();
            QVERIFY(files.bench.desk->journal().underWay().result()); // what was asked before has been answered
        } else {
            QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        }
        if (Sender(sender) == Sender::OneBefore)
            files.bench.restart();
        files.remove(ledgerName);
        files.remove(journalName);
        if (!isDeleted) {
            replace(files, journalName, journal);
            replace(files, ledgerName, ledger);
        }

        const QString why = ask(files, Wanted::Session);
        for (const QString &name : {ledgerName, journalName})
            QVERIFY2(why.contains(name), qPrintable(why));
        QCOMPARE(files.bench.desk->whyNoWrites(), why);
        QVERIFY(!ask(files, Wanted::Coupon).isEmpty());
        files.bench.restart();
        QVERIFY(!ask(files, Wanted::Session).isEmpty());
        QCOMPARE(files.sent(), 2);
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        QCOMPARE(ask(files, Wanted::Session), QString());
        QCOMPARE(files.sent(), 3);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
    }

    void earlierFilesThatAreAcceptedWithoutARestartCanBeWorkedWith()
    {
        StorageBench files;
        files.bench.desk.reset();
        const QByteArray ledger = files.read(ledgerName);
        const QByteArray journal = files.read(journalName);
        files.bench.open();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.remove(ledgerName);
        replace(files, journalName, journal);
        replace(files, ledgerName, ledger);
        QVERIFY(!ask(files, Wanted::Session).isEmpty());
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        QCOMPARE(ask(files, Wanted::Session), QString());
        QCOMPARE(ask(files, Wanted::Session), QString());
        QCOMPARE(files.sent(), 3);
    }

    void whatWasCreatedBeforeAJournalWasLostIsAQuestionAfterwards_data()
    {
        QTest::addColumn<bool>("isUnderWay");
        QTest::newRow("answered before") << false;
        QTest::newRow("answered after") << true;
    }
    void whatWasCreatedBeforeAJournalWasLostIsAQuestionAfterwards()
    {
        QFETCH(const bool, isUnderWay);
        StorageBench files;
        const auto create = [&files] {
            return createSession(files.bench.desk.get(), files.account, draft(), {}, std::nullopt);
        };
        if (isUnderWay) {
            const auto answer = files.server.onRequest;
            files.server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
                files.remove(journalName);
                answer(socket, request);
            };
            (void)QCoro::waitFor(create());
        } else {
            QCOMPARE(QCoro::waitFor(create()).end, CreateOutcome::End::Confirmed);
            files.remove(journalName);
        }
        files.bench.restart();
        QVERIFY(!files.bench.desk->whyNoWrites().isEmpty());
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        const auto again = QCoro::waitFor(create());
        QCOMPARE(again.end, CreateOutcome::End::Repeated);
        QCOMPARE(again.earlier->sessionId, u"cs_1"_s);
        QCOMPARE(files.sent(), 1);
    }

    void aRestartIsNotNeededToGoOnWithoutAFileThatVanished_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ledger") << ledgerName;
        QTest::newRow("journal") << journalName;
    }
    void aRestartIsNotNeededToGoOnWithoutAFileThatVanished()
    {
        QFETCH(const QString, name);
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.remove(name);
        QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QCOMPARE(files.sent(), 2);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.listed().first.size(), name == ledgerName ? 1 : 2);
    }

    void whatAnotherProgramWritesInTheMeantimeIsNoExchange()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QSignalSpy said(files.bench.desk.get(), &Desk::storageChanged);
        auto first = std::move(files.bench.desk);
        files.bench.open();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.run(ledgerName, {u"VACUUM"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s});
        std::swap(files.bench.desk, first);
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());
        QCOMPARE(files.listed().first.size(), 3);
        QCOMPARE(files.sent(), 3);
    }

    void aRequestIsUnderWayWhileTheFilesAreOpenedAgain()
    {
        StorageBench files;
        const auto answer = files.server.onRequest;
        QPointer<QTcpSocket> waiting;
        files.server.onRequest = [&waiting](QTcpSocket &socket, const QByteArray &) { waiting = &socket; };
        std::optional<CreateOutcome> ended;
        QObject context;
        QCoro::connect(createSession(files.bench.desk.get(), files.account, draft(), {}, std::nullopt), &context,
                       [&ended](const CreateOutcome &outcome) { ended = outcome; });
        QTRY_VERIFY(waiting);
        files.server.onRequest = answer;
        // The same file under the name, and not the one that is open.
        files.run(ledgerName, {u"PRAGMA wal_checkpoint(TRUNCATE)"_s});
        replace(files, ledgerName, files.read(ledgerName));
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QCOMPARE(files.bench.desk->journal().unresolved(ledger::Intent::Kind::Create).result()->size(), size_t(1));
        QCOMPARE(files.bench.desk->journal().unknown().result()->size(), size_t(0));
        waiting->write(http::test::answer(200, R"({"id":"cs_late","secure_token":"sec_late","status":"open"})"));
        QTRY_VERIFY(ended);
        QCOMPARE(ended->end, CreateOutcome::End::Confirmed);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QVERIFY(files.listed().first.contains(u"cs_late"_s));
        QCOMPARE(files.listed().first.size(), 2);
    }

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
