// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/reconcile_creation.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_account.h"
#include "desk/track_session.h"
#include "http/scripted_server.h"
#include "support/log_lines.h"
#include "support/runner.h"

#include <QRegularExpression>

namespace desk_log_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = CreateOutcome::End;
using tilldeck::test::LogLines;

namespace {

const QString on = u"tilldeck.desk=true"_s;
const QString key = u"sk_test_that_no_log_may_hold"_s;
const QByteArray token = "client_secret_that_no_log_may_hold";

/// A provider that creates a session with a client secret, refuses a list with words about the customer, and answers
/// nothing else.
void serve(http::test::ScriptedServer &server)
{
    server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
        if (request.startsWith("POST"))
            socket.write(http::test::answer(200, R"({"id":"cs_1","secure_token":")" + token +
                                                     R"(","url":"https://pay.example/)" + token +
                                                     R"(","status":"open"})"));
        else
            socket.write(http::test::answer(403, R"({"error":{"message":"ama.customer@shop.example may not"}})"));
    };
}

checkout::SessionDraft plainDraft()
{
    checkout::SessionDraft asked = draft();
    asked.successUrl = u"https://shop.example/thanks"_s;
    return asked;
}

QString connectTo(Bench &bench, const http::test::ScriptedServer &server)
{
    return bench.connectTo(u"Scripted"_s, server.url(QString()).toString(), u"acc_1"_s, key);
}

} // namespace

class DeskLogTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLoggedUntilTheCategoryIsOn()
    {
        const LogLines log("tilldeck.desk");
        Bench bench;
        http::test::ScriptedServer server;
        serve(server);
        const QString id = connectTo(bench, server);
        QCOMPARE(QCoro::waitFor(createSession(bench.desk.get(), id, plainDraft(), {}, {})).end, End::Confirmed);
        QCOMPARE(log.lines(), QStringList());
    }

    void aUseCaseIsLoggedWithAccountAndIntent()
    {
        const LogLines log("tilldeck.desk", on);
        Bench bench;
        http::test::ScriptedServer server;
        serve(server);
        const QString id = connectTo(bench, server);
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), id, plainDraft(), {}, {}));
        QCOMPARE(outcome.end, End::Confirmed);
        const QString intent = outcome.record.intentId;
        const QStringList lines = log.lines();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0), u"createSession %1 begins"_s.arg(id));
        QCOMPARE(lines.at(1), u"createSession %1 sends under intent %2"_s.arg(id, intent));
        const QRegularExpression end(u"^createSession %1: confirmed, intent %2 in \\d+ ms$"_s.arg(id, intent));
        QVERIFY2(end.match(lines.at(2)).hasMatch(), qPrintable(lines.at(2)));
    }

    void anErrorIsLoggedByItsKind()
    {
        const LogLines log("tilldeck.desk", on);
        Bench bench;
        http::test::ScriptedServer server;
        serve(server);
        const QString id = connectTo(bench, server);
        QVERIFY(!QCoro::waitFor(refreshAccount(bench.desk.get(), id, {}, Depth::Full)));
        const QRegularExpression end(u"^refreshAccount %1: error: forbidden, status 403 in \\d+ ms$"_s.arg(id));
        QVERIFY2(end.match(log.lines().value(1)).hasMatch(), qPrintable(log.lines().join(u'\n')));
    }

    void anIdAsItWasTypedIsLoggedInOneShortLine()
    {
        const LogLines log("tilldeck.desk", on);
        const Bench bench;
        const QString typed = u"x\nforged line\x1b[2J\u202e"_s + QString(5000, u'y');
        QVERIFY(!QCoro::waitFor(reconcileCreation(bench.desk.get(), u"account"_s, typed)));
        QCOMPARE(QCoro::waitFor(reconcileRefund(bench.desk.get(), u"account"_s, typed)).end,
                 RefundOutcome::End::Rejected);
        const QStringList lines = log.lines();
        QCOMPARE(lines.size(), 4);
        for (const QString &line : lines) {
            QVERIFY2(line.contains(u" x\\u000aforged line\\u001b[2J\\u202ey"_s), qPrintable(line.left(300)));
            QVERIFY(!line.contains(u'\n') && !line.contains(u'\x1b'));
            QVERIFY2(line.size() < 320, qPrintable(line.left(400)));
        }
    }

    void noSecretAndNothingOfTheCustomerIsLogged()
    {
        const LogLines log("tilldeck.desk", on);
        Bench bench;
        http::test::ScriptedServer server;
        serve(server);
        const QString id = connectTo(bench, server);
        QCOMPARE(QCoro::waitFor(createSession(bench.desk.get(), id, plainDraft(), {}, {})).end, End::Confirmed);
        QVERIFY(!QCoro::waitFor(refreshAccount(bench.desk.get(), id, {}, Depth::Full)));
        QVERIFY(!QCoro::waitFor(
            trackSession(bench.desk.get(), QStringList{id}, u"https://pay.example/"_s + QString::fromLatin1(token))));
        const QString all = log.lines().join(u'\n');
        QVERIFY2(all.contains(u"trackSession %1: "_s.arg(id)), qPrintable(all));
        for (const QString &hidden : {key, QString::fromLatin1(token), u"ama.customer"_s, u"shop.example"_s,
                                      u"pay.example"_s, u"127.0.0.1"_s, u"cs_1"_s, u"cus_abc123"_s})
            QVERIFY2(!all.contains(hidden), qPrintable(all));
    }
};

TILLDECK_TEST(DeskLogTest)

} // namespace desk_log_test

#include "tst_desk_log.moc"
