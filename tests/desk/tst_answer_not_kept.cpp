// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a session that was created and could not be written down.
#include "desk/abandon_creation.h"
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/refresher.h"
#include "desk/repair_creations.h"
#include "http/scripted_server.h"
#include "ledger/file_lock.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <csignal>
#include <sys/resource.h>

namespace answer_not_kept_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using End = CreateOutcome::End;
using ledger::Intent;
using State = ledger::SessionRecord::State;
using tilldeck::test::outside;
using tilldeck::test::Refusing;

namespace {

/// A desk with one account at a provider that creates sessions.
struct Counter
{
    Counter()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST"))
                socket.write(answer);
            else
                socket.write(http::test::answer(501, R"({"title":"Not Implemented"})"));
        };
        id = bench.connectTo(u"Counter"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
    }

    QString ledgerFile() const { return bench.dataDirectory() + u"/ledger.sqlite"_s; }
    QString journalFile() const { return bench.dataDirectory() + u"/journal.sqlite"_s; }
    CreateOutcome create() { return QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt)); }
    Intent intent() const
    {
        const QString intentId = outside(journalFile(), u"SELECT id FROM intent"_s).toString();
        return bench.desk->journal().intent(intentId).result().value().value();
    }
    ledger::SessionCounts counted() const
    {
        ledger::SessionFilter filter;
        filter.accountIds = QStringList{id};
        filter.now = bench.now();
        return bench.desk->ledger().counts(filter).result().value();
    }
    void repair() const { QCoro::waitFor(repairCreations(bench.desk.get())); }

    QByteArray answer = http::test::answer(201, R"({"id":"cs_1","secure_token":"sec_1","status":"open"})");
    http::test::ScriptedServer server;
    Bench bench;
    QString id;
};

} // namespace

class AnswerNotKeptTest : public QObject
{
    Q_OBJECT

private slots:
    void aSessionThatCannotBeKeptIsHandedOverAndTakenInAtTheNextStart()
    {
        Counter at;
        const Refusing refusing(at.ledgerFile(), u"UPDATE ON session"_s);
        const CreateOutcome outcome = at.create();
        QCOMPARE(outcome.end, End::NotKept);
        QCOMPARE(outcome.record.session.id, u"cs_1"_s);
        QCOMPARE(outcome.record.session.secureToken, u"sec_1"_s);
        QCOMPARE(outcome.error->kind, ErrorKind::Storage);
        QCOMPARE(outcome.error->sentence, u"Created as cs_1, but this computer could not keep it."_s);
        QCOMPARE(at.intent().sessionId, u"cs_1"_s);
        // It exists: nobody may decide that it was not made.
        QVERIFY(!QCoro::waitFor(abandonCreation(at.bench.desk.get(), at.id, at.intent().id, EarlyAbandon::Allow)));

        refusing.end();
        at.bench.restart();
        const auto rows = at.bench.list(at.id).rows;
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().state, State::Known);
        QCOMPARE(rows.front().session.id, u"cs_1"_s);
        QCOMPARE(rows.front().draft, draft());
        QCOMPARE(at.intent().state, Intent::State::Confirmed);
        QCOMPARE(at.server.requests().size(), 1);
    }

    void itIsTakenInWithItsTokenAsSoonAsTheLedgerCanBeWritten()
    {
        Counter at;
        const Refusing refusing(at.ledgerFile(), u"UPDATE ON session"_s);
        QCOMPARE(at.create().end, End::NotKept);
        at.repair();
        // What it cannot keep, it knows: the list shows how it ended.
        const auto shown = at.bench.list(at.id).rows;
        QCOMPARE(shown.size(), size_t(1));
        QCOMPARE(shown.front().state, State::Known);
        QCOMPARE(shown.front().session.id, u"cs_1"_s);
        QCOMPARE(at.counted().open, 1);
        QCOMPARE(outside(at.ledgerFile(), u"SELECT state FROM session"_s).toString(), u"creating"_s);

        refusing.end();
        at.repair();
        const auto rows = at.bench.list(at.id).rows;
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().state, State::Known);
        QCOMPARE(rows.front().session.secureToken, u"sec_1"_s);
        QCOMPARE(at.intent().state, Intent::State::Confirmed);
        QVERIFY(at.bench.desk->unwritten().isEmpty());
    }

    void aLedgerThatAnotherProgramHoldsWhenTheAnswerComesLosesNothing_data()
    {
        QTest::addColumn<bool>("isHeldLong");
        QTest::newRow("let go while this one waits") << false;
        QTest::newRow("held for longer than this one waits") << true;
    }
    void aLedgerThatAnotherProgramHoldsWhenTheAnswerComesLosesNothing()
    {
        QFETCH(const bool, isHeldLong);
        constexpr std::chrono::seconds untilFree(5);
        Counter at;
        std::unique_ptr<ledger::FileLock> held;
        at.server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            // As a program does while it writes.
            held = ledger::FileLock::take(at.bench.dataDirectory() + u"/ledger.lock"_s, untilFree);
            socket.write(at.answer);
        };
        auto running = createSession(at.bench.desk.get(), at.id, draft(), {}, std::nullopt);
        QTRY_VERIFY(held);
        if (!isHeldLong) {
            QVERIFY(!QTest::qWaitFor([&running] { return running.isReady(); }, 500));
            held.reset();
        }
        const CreateOutcome outcome = QCoro::waitFor(std::move(running));
        QCOMPARE(outcome.end, isHeldLong ? End::NotKept : End::Confirmed);
        QCOMPARE(outcome.record.session.id, u"cs_1"_s);
        QCOMPARE(outcome.record.session.secureToken, u"sec_1"_s);
        held.reset();
        at.repair();
        const auto rows = at.bench.list(at.id).rows;
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().state, State::Known);
        QCOMPARE(rows.front().session.secureToken, u"sec_1"_s);
        QCOMPARE(outside(at.ledgerFile(), u"SELECT state FROM session"_s).toString(), u"known"_s);
        QCOMPARE(at.intent().state, Intent::State::Confirmed);
        QCOMPARE(at.server.requests().size(), 1);
    }

    void aJournalThatCannotBeClosedIsClosedLater()
    {
        Counter at;
        const Refusing refusing(at.journalFile(), u"UPDATE ON intent"_s);
        const CreateOutcome outcome = at.create();
        // The session is in the list, so there is nothing to say.
        QCOMPARE(outcome.end, End::Confirmed);
        QVERIFY(!outcome.error);
        QCOMPARE(at.intent().state, Intent::State::Open);
        refusing.end();
        at.repair();
        QCOMPARE(at.intent().state, Intent::State::Confirmed);
        QCOMPARE(at.intent().sessionId, u"cs_1"_s);
    }

    void withNeitherFileTheNextStartShowsAnUnknownOutcome()
    {
        Counter at;
        const Refusing rows(at.ledgerFile(), u"UPDATE ON session"_s);
        const Refusing intents(at.journalFile(), u"UPDATE ON intent"_s);
        QCOMPARE(at.create().end, End::NotKept);
        rows.end();
        intents.end();
        at.bench.restart();
        QCOMPARE(at.bench.list(at.id).rows.front().state, State::OutcomeUnknown);
        QCOMPARE(at.intent().state, Intent::State::Unknown);
    }

    void anUnknownOutcomeThatCannotBeWrittenIsShownLater()
    {
        Counter at;
        at.answer = http::test::answer(500, "{}");
        const Refusing refusing(at.ledgerFile(), u"UPDATE ON session"_s);
        QCOMPARE(at.create().end, End::Unknown);
        QCOMPARE(at.bench.list(at.id).rows.front().state, State::OutcomeUnknown);
        QCOMPARE(outside(at.ledgerFile(), u"SELECT state FROM session"_s).toString(), u"creating"_s);
        refusing.end();
        at.repair();
        QCOMPARE(at.bench.list(at.id).rows.front().state, State::OutcomeUnknown);
    }

    void theRowOfARefusalThatCannotBeRemovedGoesLater_data()
    {
        QTest::addColumn<bool>("restarts");
        QTest::newRow("by the timer") << false;
        QTest::newRow("at the next start") << true;
    }
    void theRowOfARefusalThatCannotBeRemovedGoesLater()
    {
        QFETCH(const bool, restarts);
        Counter at;
        at.answer = http::test::answer(422, R"({"title":"invalid"})");
        const Refusing refusing(at.ledgerFile(), u"DELETE ON session"_s);
        QCOMPARE(at.create().end, End::Rejected);
        QVERIFY(at.bench.list(at.id).rows.empty());
        const auto stored = [&at] { return outside(at.ledgerFile(), u"SELECT count(*) FROM session"_s).toInt(); };
        QCOMPARE(stored(), 1);
        refusing.end();
        if (restarts) {
            at.bench.restart();
        } else {
            CatalogCache catalogs(*at.bench.desk);
            Refresher refresher(*at.bench.desk, catalogs);
            refresher.start(std::chrono::milliseconds(20));
            QTRY_COMPARE(stored(), 0);
        }
        QCOMPARE(stored(), 0);
        QVERIFY(at.bench.list(at.id).rows.empty());
        QCOMPARE(at.intent().state, Intent::State::Rejected);
    }

    void aRefusalThatTheJournalCannotWriteIsWrittenLater()
    {
        Counter at;
        at.answer = http::test::answer(422, R"({"title":"invalid"})");
        const Refusing refusing(at.journalFile(), u"UPDATE ON intent"_s);
        QCOMPARE(at.create().end, End::Rejected);
        QCOMPARE(at.intent().state, Intent::State::Open);
        refusing.end();
        at.repair();
        QCOMPARE(at.intent().state, Intent::State::Rejected);
        QVERIFY(at.bench.list(at.id).rows.empty());
    }

    void aCreationOfAProgramThatDiedIsShownAsUnknownWhileThisOneRuns()
    {
        Counter at;
        at.answer = http::test::answer(500, "{}");
        QCOMPARE(at.create().end, End::Unknown);
        // As if another program had begun it and been killed: no lock is held in its name.
        outside(at.journalFile(), u"UPDATE intent SET state = 'open', owner = 'gone'"_s);
        outside(at.ledgerFile(), u"UPDATE session SET state = 'creating'"_s);
        at.repair();
        QCOMPARE(at.bench.list(at.id).rows.front().state, State::OutcomeUnknown);
        QCOMPARE(at.intent().state, Intent::State::Unknown);
        QVERIFY(QCoro::waitFor(abandonCreation(at.bench.desk.get(), at.id, at.intent().id, EarlyAbandon::Allow))
                    .has_value());
    }

    void oneThatIsUnderWayIsLeftAlone()
    {
        Counter at;
        QPointer<QTcpSocket> held;
        at.server.onRequest = [&](QTcpSocket &socket, const QByteArray &) { held = &socket; };
        auto running = createSession(at.bench.desk.get(), at.id, draft(), {}, std::nullopt);
        QTRY_VERIFY(held);
        at.repair();
        QCOMPARE(at.bench.list(at.id).rows.front().state, State::Creating);
        QCOMPARE(at.intent().state, Intent::State::Open);
        held->write(at.answer);
        QCOMPARE(QCoro::waitFor(std::move(running)).end, End::Confirmed);
    }

    void withoutRoomForTheAnswerNothingIsSent()
    {
        Counter at;
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 500 * 1024;
        auto *const handler = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        const CreateOutcome outcome = at.create();
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QCOMPARE(outcome.end, End::Rejected);
        QCOMPARE(outcome.error->kind, ErrorKind::Storage);
        QVERIFY2(outcome.error->sentence.contains(u"Nothing was sent"_s), qPrintable(outcome.error->sentence));
        QCOMPARE(at.server.connections(), 0);
        QVERIFY(at.bench.list(at.id).rows.empty());
        QCOMPARE(outside(at.journalFile(), u"SELECT count(*) FROM intent"_s).toInt(), 0);
    }
};

TILLDECK_TEST(AnswerNotKeptTest)

} // namespace answer_not_kept_test

#include "tst_answer_not_kept.moc"
