// SPDX-License-Identifier: GPL-3.0-or-later
// Several programs on the same data: one window works on it, another only shows it, and the command line works beside.
#include "desk/storage_bench.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QSignalSpy>

namespace second_program_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

namespace {

std::unique_ptr<Desk> opened(const StorageBench &files, Role role)
{
    auto desk = Desk::open(files.bench.dataDirectory(), {}, role);
    if (!desk)
        qFatal("%s", qPrintable(desk.error().sentence));
    for (const accounts::Account &account : (*desk)->accounts().accounts())
        (*desk)->keys().keepForThisRun(account.id, http::Secret(u"sk_test_1"_s));
    return std::move(*desk);
}

CreateOutcome createIn(Desk &desk, const QString &accountId)
{
    return QCoro::waitFor(createSession(&desk, accountId, draft(), {}, std::nullopt, std::nullopt, Repeat::Another));
}

} // namespace

class SecondProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void aSecondWindowSaysSoAndChangesNothing()
    {
        StorageBench files;
        files.addPayment();
        files.bench.desk.reset();
        auto first = opened(files, Role::Window);
        QVERIFY(first->storageTroubles().empty());
        {
            const auto second = opened(files, Role::Window);
            QVERIFY(second->isSecondWindow());
            const QString sentence = second->whyNoWrites();
            QVERIFY2(sentence.contains(u"Another Tilldeck window"_s), qPrintable(sentence));
            const auto created = createIn(*second, files.account);
            QCOMPARE(created.end, CreateOutcome::End::Rejected);
            QCOMPARE(created.error->sentence, sentence);
            const auto refunded =
                QCoro::waitFor(refundPayment(second.get(), files.account, u"txn_1"_s, StorageBench::paid(), QString()));
            QCOMPARE(refunded.end, RefundOutcome::End::Rejected);
            QVERIFY(!second->ledger().saveDraft({}).result());
            QVERIFY(!second->journal().abandon(files.account, ledger::Intent::Kind::Create, u"nobody"_s, {}).result());
            QVERIFY(!QCoro::waitFor(second->acceptFiles()));
            QCOMPARE(files.sent(), 0);
            QVERIFY(second->ledger().transaction(files.account, u"txn_1"_s).result()->has_value());
        }
        QCOMPARE(createIn(*first, files.account).end, CreateOutcome::End::Confirmed);
        first.reset();
        const auto again = opened(files, Role::Window);
        QVERIFY(again->storageTroubles().empty());
        QCOMPARE(createIn(*again, files.account).end, CreateOutcome::End::Confirmed);
    }

    void aSecondWindowShowsWhatTheFirstWrites()
    {
        StorageBench files;
        files.bench.desk.reset();
        const auto first = opened(files, Role::Window);
        const auto second = opened(files, Role::Window);
        QSignalSpy changed(&second->ledger(), &ledger::Ledger::sessionsChanged);
        // What was there when it began to look is no change.
        QVERIFY(!changed.wait(2500));
        QCOMPARE(createIn(*first, files.account).end, CreateOutcome::End::Confirmed);
        QVERIFY(changed.wait(10000));
        QCOMPARE(changed.first().first().toStringList(), QStringList{files.account});
        QVERIFY(second->ledger().session(files.account, u"cs_1"_s).result()->has_value());
    }

    void theCommandLineWorksBesideAWindowAndTheWindowShowsIt()
    {
        StorageBench files;
        files.bench.desk.reset();
        const auto window = opened(files, Role::Window);
        QSignalSpy changed(&window->ledger(), &ledger::Ledger::sessionsChanged);
        QVERIFY(!changed.wait(2500));
        const auto commandLine = opened(files, Role::CommandLine);
        QVERIFY(commandLine->storageTroubles().empty());
        QCOMPARE(createIn(*commandLine, files.account).end, CreateOutcome::End::Confirmed);
        QVERIFY(changed.wait(5000)); // long before it looks by itself
        QVERIFY(window->ledger().session(files.account, u"cs_1"_s).result()->has_value());
        QCOMPARE(createIn(*window, files.account).end, CreateOutcome::End::Confirmed);
        QVERIFY(commandLine->ledger().session(files.account, u"cs_2"_s).result()->has_value());
    }

    void whatIsWrittenInARowIsShownOnceASecond()
    {
        StorageBench files;
        files.bench.desk.reset();
        const auto window = opened(files, Role::Window);
        const auto commandLine = opened(files, Role::CommandLine);
        QSignalSpy changed(&window->ledger(), &ledger::Ledger::sessionsChanged);
        QElapsedTimer passed;
        passed.start();
        while (passed.elapsed() < 3000)
            QCOMPARE(createIn(*commandLine, files.account).end, CreateOutcome::End::Confirmed);
        const auto seconds = passed.elapsed() / 1000;
        QVERIFY(!changed.isEmpty());
        QVERIFY2(changed.size() <= seconds + 2, qPrintable(QString::number(changed.size())));
    }
};

TILLDECK_TEST(SecondProgramTest)

} // namespace second_program_test

#include "tst_second_program.moc"
