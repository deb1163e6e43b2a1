// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/bench.h"
#include "desk/create_session.h"
#include "http/scripted_server.h"
#include "support/runner.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace create_session_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = CreateOutcome::End;
using Finding = ledger::SessionRecord::State;

namespace {

/// How many intents the journal file holds in any state, read from outside as another program would.
int intentsOnDisk(const QString &dataDirectory)
{
    const QString name = u"outside"_s;
    int count = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(dataDirectory + u"/journal.sqlite"_s);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (database.open()) {
            QSqlQuery query(u"SELECT count(*) FROM intent"_s, database);
            if (query.next())
                count = query.value(0).toInt();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return count;
}

CreateOutcome create(Bench &bench, const QString &accountId, const checkout::SessionDraft &asked = draft())
{
    return QCoro::waitFor(createSession(bench.desk.get(), accountId, asked, {}, std::nullopt));
}

QString scripted(Bench &bench, const http::test::ScriptedServer &server)
{
    return bench.connectTo(u"Scripted"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
}

} // namespace

class CreateSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void aConfirmedSessionIsInTheLedgerWithItsToken()
    {
        Bench bench;
        Shop shop;
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        const CreateOutcome outcome = create(bench, id);
        QCOMPARE(outcome.end, End::Confirmed);
        QVERIFY(!outcome.error.has_value());
        QVERIFY(!outcome.record.session.secureToken.isEmpty());

        bench.restart();
        const auto rows = bench.list(id).rows;
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().session.secureToken, outcome.record.session.secureToken);
        QCOMPARE(rows.front().draft, draft());
        QCOMPARE(rows.front().state, Finding::Known);
        QVERIFY(bench.desk->journal().unknown().result()->empty());
    }

    void theIntentIsOnDiskBeforeTheRequestLeaves()
    {
        Bench bench;
        http::test::ScriptedServer server;
        int onDisk = -1;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            onDisk = intentsOnDisk(bench.dataDirectory());
            socket.write(http::test::answer(200, R"({"id":"cs_1","secure_token":"sec_1","status":"open"})"));
        };
        const CreateOutcome outcome = create(bench, scripted(bench, server));
        QCOMPARE(outcome.end, End::Confirmed);
        QCOMPARE(onDisk, 1);
    }

    void whatTheProviderRefusesStandsOnItsFieldAndLeavesNothing()
    {
        Bench bench;
        Shop shop;
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        checkout::SessionDraft asked = draft();
        asked.lineItems[0].priceId = u"price_nobody_knows"_s;
        const CreateOutcome outcome = create(bench, id, asked);
        QCOMPARE(outcome.end, End::Rejected);
        QCOMPARE(outcome.error->problems.size(), size_t(1));
        QCOMPARE(outcome.error->problems.front().field, checkout::Field::Price);
        QVERIFY(bench.list(id).rows.empty());
        QVERIFY(bench.desk->journal().unknown().result()->empty());
    }

    void anInvalidDraftSendsNothing()
    {
        Bench bench;
        http::test::ScriptedServer server;
        const QString id = scripted(bench, server);
        checkout::SessionDraft asked = draft();
        asked.lineItems[0].quantity = 0;
        const CreateOutcome outcome = create(bench, id, asked);
        QCOMPARE(outcome.end, End::Rejected);
        QCOMPARE(outcome.error->kind, checkout::ErrorKind::InvalidInput);
        QCOMPARE(server.connections(), 0);
        QCOMPARE(intentsOnDisk(bench.dataDirectory()), 0);
    }

    void withoutAnAnswerTheOutcomeIsUnknownAndStaysSo_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("connection closed") << QByteArray();
        QTest::newRow("cut short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{\"id\":");
        QTest::newRow("not JSON") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        QTest::newRow("JSON without an id") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        QTest::newRow("fault of the provider") << QByteArray("HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\n{}");
    }
    void withoutAnAnswerTheOutcomeIsUnknownAndStaysSo()
    {
        QFETCH(QByteArray, answer);
        Bench bench;
        http::test::ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            socket.write(answer);
            socket.disconnectFromHost();
        };
        const QString id = scripted(bench, server);
        const CreateOutcome outcome = create(bench, id);
        QCOMPARE(outcome.end, End::Unknown);
        QCOMPARE(server.requests().size(), 1);
        for (int run = 0; run < 2; ++run) {
            const auto rows = bench.list(id).rows;
            QCOMPARE(rows.size(), size_t(1));
            QCOMPARE(rows.front().state, Finding::OutcomeUnknown);
            QCOMPARE(rows.front().draft, draft());
            QCOMPARE(bench.desk->journal().unknown().result()->size(), size_t(1));
            bench.restart();
        }
        QCOMPARE(server.requests().size(), 1);
    }

    void nobodyListeningMeansNothingWasSent()
    {
        Bench bench;
        QString url;
        {
            const http::test::ScriptedServer gone;
            url = gone.url(QString()).toString();
        }
        const QString id = bench.connectTo(u"Gone"_s, url, u"acc_1"_s, u"sk_test_1"_s);
        const CreateOutcome outcome = create(bench, id);
        QCOMPARE(outcome.end, End::Rejected);
        QCOMPARE(outcome.error->kind, checkout::ErrorKind::Offline);
        QVERIFY(bench.list(id).rows.empty());
    }

    void withoutAKeyNothingIsSent()
    {
        Bench bench;
        http::test::ScriptedServer server;
        const QString id = bench.connectTo(u"Keyless"_s, server.url(QString()).toString(), u"acc_1"_s, QString());
        const CreateOutcome outcome = create(bench, id);
        QCOMPARE(outcome.error->kind, checkout::ErrorKind::Unauthorised);
        QCOMPARE(server.connections(), 0);
    }

    void aRunThatEndedBeforeTheAnswerComesBackAsUnknown()
    {
        Bench bench;
        http::test::ScriptedServer server;
        bool arrived = false;
        server.onRequest = [&](QTcpSocket &, const QByteArray &) { arrived = true; };
        const QString id = scripted(bench, server);
        auto task = createSession(bench.desk.get(), id, draft(), {}, std::nullopt);
        QTRY_VERIFY(arrived);
        bench.restart();
        const CreateOutcome outcome = QCoro::waitFor(std::move(task));
        QCOMPARE(outcome.end, End::Unknown);
        const auto rows = bench.list(id).rows;
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().state, Finding::OutcomeUnknown);
    }

    void aRefreshInBetweenDoesNotDoubleTheRow()
    {
        Bench bench;
        Shop shop(sandbox::Seed::Demo);
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        const CreateOutcome outcome = create(bench, id);
        // The list call that overtook the answer: the row came without its intent, then the answer arrives.
        ledger::SessionRecord late = outcome.record;
        late.intentId = u"intent_late"_s;
        late.session.id = u"cs_late"_s;
        ledger::SessionRecord seen = late;
        seen.intentId.clear();
        seen.draft = {};
        ledger::SessionRecord creating = late;
        creating.session = {};
        creating.state = Finding::Creating;
        QVERIFY(bench.desk->ledger().put(creating).result().has_value());
        QVERIFY(bench.desk->ledger().merge(id, {seen}).result().has_value());
        QVERIFY(bench.desk->ledger().put(late).result().has_value());
        const auto page = bench.list(id);
        const auto count = std::ranges::count_if(page.rows, [](const ledger::SessionRecord &row) {
            return row.intentId == u"intent_late"_s || row.session.id == u"cs_late"_s;
        });
        QCOMPARE(count, 1);
    }
};

TILLDECK_TEST(CreateSessionTest)

} // namespace create_session_test

#include "tst_create_session.moc"
