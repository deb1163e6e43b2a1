// SPDX-License-Identifier: GPL-3.0-or-later
// A creation of unknown outcome is looked for by the provider's time, whatever the clock of this computer shows.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/creation_fit.h"
#include "desk/listed_sessions.h"
#include "desk/reconcile_creation.h"
#include "http/scripted_server.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace creation_times_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using Finding = Reconciliation::Finding;

namespace {

constexpr int hour = 3600;

} // namespace

class CreationTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void theProvidersTimeDecidesWhichSessionItIs_data()
    {
        QTest::addColumn<bool>("saysItsTime"); // before the session is created
        QTest::addColumn<int>("clockHere");    // seconds that this computer is ahead of the provider
        QTest::addColumn<int>("setBy");        // seconds that its clock is set by afterwards
        QTest::addColumn<int>("stampedAfter"); // seconds after the creation
        QTest::addColumn<int>("finding");
        const int found = int(Finding::Found);
        const int ambiguous = int(Finding::Ambiguous);
        QTest::newRow("a right clock") << true << 0 << 0 << 1 << found;
        QTest::newRow("an hour ahead") << true << hour << 0 << 1 << found;
        QTest::newRow("an hour behind") << true << -hour << 0 << 1 << found;
        QTest::newRow("set right in between") << true << hour << -hour << 1 << found;
        QTest::newRow("an older one like it") << true << 0 << 0 << -hour << int(Finding::NotListed);
        // Either clock may have been wrong.
        QTest::newRow("an older one like it, an hour behind") << true << -hour << 0 << -hour << ambiguous;
        QTest::newRow("older by both clocks, an hour behind")
            << true << -hour << 0 << -2 * hour << int(Finding::NotListed);
        QTest::newRow("stamped late") << true << 0 << 0 << hour << ambiguous;
        QTest::newRow("the provider said no time: an hour ahead") << false << hour << 0 << 1 << found;
        QTest::newRow("the provider said no time: set right in between") << false << hour << -hour << 1 << ambiguous;
        QTest::newRow("the provider said no time: an older one like it") << false << 0 << 0 << -hour << ambiguous;
    }
    void theProvidersTimeDecidesWhichSessionItIs()
    {
        QFETCH(bool, saysItsTime);
        QFETCH(int, clockHere);
        QFETCH(int, setBy);
        QFETCH(int, stampedAfter);
        QFETCH(int, finding);
        const QDateTime there = QDateTime::fromString(u"2031-04-14T12:00:00Z"_s, Qt::ISODate);
        const QByteArray date = "Date: Mon, 14 Apr 2031 12:00:00 GMT\r\n";
        const QJsonObject listed{
            {u"id"_s, u"cs_1"_s},
            {u"secure_token"_s, u"sec_1"_s},
            {u"status"_s, u"open"_s},
            {u"line_items"_s, QJsonArray{QJsonObject{{u"price_id"_s, u"price_1"_s}, {u"quantity"_s, 1}}}},
            {u"created_at"_s, there.addSecs(stampedAfter).toString(Qt::ISODate)}};
        const QJsonObject list{{u"items"_s, QJsonArray{listed}}, {u"total"_s, 1}, {u"limit"_s, 100}, {u"offset"_s, 0}};
        const QByteArray body = QJsonDocument(list).toJson(QJsonDocument::Compact);
        http::test::ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST"))
                socket.disconnectFromHost();
            else
                socket.write(http::test::answer(200, body, date));
        };
        Bench bench;
        bench.setNow(there.addSecs(clockHere));
        const QString id = bench.connectTo(u"S"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        // Where that is another than here, the second answer confirms it.
        for (int told = 0; saysItsTime && told < 2; ++told)
            (void)QCoro::waitFor(bench.desk->http().send(http::Request::get(server.url())));
        checkout::SessionDraft draft;
        draft.lineItems = {checkout::LineItem(u"price_1"_s, 1)};
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), id, draft, {}, std::nullopt));
        QCOMPARE(outcome.end, CreateOutcome::End::Unknown);
        bench.setNow(bench.now().addSecs(setBy));

        const auto result = QCoro::waitFor(reconcileCreation(bench.desk.get(), id, outcome.record.intentId));
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().sentence));
        QCOMPARE(int(result->finding), finding);
        // By the provider's clock, whatever this computer's says, it was sent at this moment.
        QCOMPARE(result->mayAppearUntil.isValid(), finding == int(Finding::NotListed));
        if (result->finding == Finding::NotListed) {
            const QString until = notListedSentence(*result, u"PaymentKit"_s);
            QVERIFY2(until.contains(u"It may still appear until"_s), qPrintable(until));
            const QString over = notListedSentence(Reconciliation(Finding::NotListed), u"PaymentKit"_s);
            QVERIFY2(!over.contains(u"may still appear"_s) && over.contains(u"is over"_s), qPrintable(over));
        }
    }

    void oneWrongDateHidesNoSession_data()
    {
        QTest::addColumn<int>("wrongBy"); // seconds, of the last answer before the creation
        QTest::newRow("ahead") << 4000;
        QTest::newRow("a day ahead") << 90'000;
        QTest::newRow("behind") << -4000;
    }
    void oneWrongDateHidesNoSession()
    {
        QFETCH(int, wrongBy);
        const QDateTime there = QDateTime::fromString(u"2031-04-14T12:00:00Z"_s, Qt::ISODate);
        QDateTime said = there;
        http::test::ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST"))
                return socket.disconnectFromHost();
            socket.write(
                http::test::answer(200, listedSessions({"cs_1"}, there.addSecs(1)), http::test::dateHeader(said)));
        };
        Bench bench;
        bench.setNow(there);
        const QString id = bench.connectTo(u"S"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        for (const int by : {0, wrongBy}) {
            said = there.addSecs(by);
            (void)QCoro::waitFor(bench.desk->http().send(http::Request::get(server.url())));
        }
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt));
        QCOMPARE(outcome.end, CreateOutcome::End::Unknown);
        said = there;
        const auto result = QCoro::waitFor(reconcileCreation(bench.desk.get(), id, outcome.record.intentId));
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().sentence));
        QCOMPARE(int(result->finding), int(Finding::Found));
        QCOMPARE(result->record->session.id, u"cs_1"_s);
    }

    void whatTheListDoesNotShowMayAppearUntilItsTimeIsOver()
    {
        const QDateTime opened = QDateTime::fromString(u"2031-04-14T12:00:00Z"_s, Qt::ISODate);
        ledger::Intent intent;
        intent.openedAt = opened.addSecs(hour);
        intent.deadlineAt = intent.openedAt.addSecs(60);
        intent.providerOpenedAt = opened;
        // The clock of this computer has been set right since.
        QCOMPARE(mayAppearUntil(intent, opened.addSecs(60), opened.addSecs(60)), opened.addSecs(360));
        QVERIFY(!mayAppearUntil(intent, opened.addSecs(361), opened.addSecs(361)).isValid());
        // One answer with a wrong time does not end it, and neither does a clock of this computer that was set ahead.
        const QDateTime sent = intent.openedAt;
        QCOMPARE(mayAppearUntil(intent, opened.addSecs(hour), sent.addSecs(3)), sent.addSecs(360));
        QCOMPARE(mayAppearUntil(intent, opened.addSecs(3), sent.addSecs(hour)), sent.addSecs(hour + 357));
        QVERIFY(!mayAppearUntil(intent, opened.addSecs(361), sent.addSecs(361)).isValid());
        intent.providerOpenedAt = QDateTime();
        QCOMPARE(mayAppearUntil(intent, QDateTime(), intent.openedAt), intent.openedAt.addSecs(360));
    }
};

TILLDECK_TEST(CreationTimesTest)

} // namespace creation_times_test

#include "tst_creation_times.moc"
