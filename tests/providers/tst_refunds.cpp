// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds of every provider, against a server that does what no sandbox should: money is given back once.
#include "providers/scripted_ikawaari.h"
#include "providers/scripted_khaime.h"
#include "support/runner.h"

#include <QCryptographicHash>
#include <QTest>

namespace refunds_test {

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::RefundStatus;
using http::test::answer;
using http::test::ScriptedServer;
using ikawaari::bodyOf;
using ikawaari::sum;

namespace {

struct Case
{
    QString kind;
    QByteArray target;
    QByteArray body;     ///< That is sent for 10.000 of 50.000 with a reason.
    QByteArray accepted; ///< Answer to it.
    QString id;
    RefundStatus status = RefundStatus::Pending;
    bool hasKey = true;
};

Case caseOf(const QString &kind)
{
    if (kind == "paymentkit"_L1) {
        return {kind, "/api/acc/payments/refunds",
                R"({"payment_intent_id":"pi_behind","amount_atom":10000,"reason":"Customer request"})",
                R"({"id": "re_1", "status": "pending", "amount_atom": 10000, "currency": "xof"})", u"re_1"_s};
    }
    if (kind == "khaime"_L1) {
        return {kind,
                "/api/v1/partner/refunds",
                R"({"transaction_id":"pi_xyz789","amount":10000,"reason":"Customer request"})",
                R"({"success": true, "data": {"refund_id": "ref_1", "status": "processing", "amount": 10000}})",
                u"ref_1"_s,
                RefundStatus::Pending,
                false};
    }
    return {kind, "/api/v1/merchant/payments/pi_xyz789/refund", R"({"amount":10000,"reason":"Customer request"})",
            ikawaari::payment, QString()};
}

std::shared_ptr<providers::Provider> providerOf(const QString &kind, http::HttpClient &http, const QUrl &url)
{
    providers::Connection connection(kind, url, http::Secret(QString(key.constData(), key.size())));
    connection.accountId = u"acc"_s;
    return providers::make(http, connection);
}

providers::RefundRequest request(qint64 amount = 10000, const char *code = "XOF")
{
    checkout::Transaction paid(u"pi_xyz789"_s, sum(50000, "XOF"));
    paid.status = checkout::TransactionStatus::PartlyRefunded;
    paid.refunded = sum(30000, "XOF");
    providers::RefundRequest request(paid, sum(amount, code));
    request.reason = u"Customer request"_s;
    request.transaction.paymentId = u"pi_behind"_s;
    return request;
}

/// Says which payment is behind the charge, and answers everything else as given; with nothing the connection is reset.
void script(ScriptedServer &server, const QByteArray &wire)
{
    server.onRequest = [wire](QTcpSocket &socket, const QByteArray &request) {
        if (request.startsWith("GET /api/acc/transactions"))
            socket.write(answer(200, R"({"items": [{"id": "pi_other", "payment_intent_id": "pi_wrong"}, )"
                                     R"({"id": "pi_xyz789", "payment_intent_id": "pi_behind"}], "total": 2})"));
        else if (wire.isEmpty())
            http::test::reset(socket);
        else
            socket.write(wire);
    };
}

const std::initializer_list<const char *> kinds{"paymentkit", "khaime", "ikawaari"};

} // namespace

class RefundsTest : public QObject
{
    Q_OBJECT

private:
    http::HttpClient m_http;

    void forEachProvider()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

private slots:
    void moneyIsGivenBackOnce_data() { forEachProvider(); }
    void moneyIsGivenBackOnce()
    {
        QFETCH(QString, kind);
        const Case wanted = caseOf(kind);
        ScriptedServer server;
        script(server, answer(201, wanted.accepted));
        const auto provider = providerOf(kind, m_http, server.url({}));
        const auto refund = waitForResult(sentOnce(provider->prepareRefund(request(), u"intent-1"_s)));
        QVERIFY2(refund, refund ? "" : qPrintable(refund.error().details));
        QCOMPARE(refund->id, wanted.id);
        QCOMPARE(refund->amount, sum(10000, "XOF"));
        QCOMPARE(refund->status, wanted.status);
        QCOMPARE(server.copiesOf("POST "), 1);
        const QByteArray sent = server.requests().last();
        QVERIFY2(sent.startsWith("POST " + wanted.target + " HTTP/1.1"), sent.constData());
        QCOMPARE(bodyOf(sent), wanted.body);
        QCOMPARE(headerOf(sent, "Idempotency-Key"), QByteArray(wanted.hasKey ? "intent-1" : "(none)"));
        QVERIFY(providers::capabilities(kind)->refunds);
    }

    void anAnswerAboutSomethingElseLeavesItOpen_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("accepted");
        const auto row = [](const char *name, const char *kind, const QByteArray &accepted) {
            QTest::newRow(name) << QString::fromLatin1(kind) << accepted;
        };
        row("PaymentKit, another payment", "paymentkit",
            R"({"id": "re_1", "status": "pending", "amount_atom": 10000, "payment_intent_id": "pi_other"})");
        row("PaymentKit, another currency", "paymentkit",
            R"({"id": "re_1", "status": "pending", "amount_atom": 10000, "currency": "jpy"})");
        row("PaymentKit, a currency that is not known", "paymentkit",
            R"({"id": "re_1", "status": "pending", "amount_atom": 10000, "currency": "zzz"})");
        row("Khaime, another payment", "khaime",
            R"({"success": true, "data": {"refund_id": "ref_1", "status": "processing", "transaction_id": "457"}})");
        row("Khaime, another currency", "khaime",
            R"({"success": true, "data": {"refund_id": "ref_1", "status": "processing", "currency": "USD"}})");
        row("Ikawaari, another payment", "ikawaari", QByteArray(ikawaari::payment).replace("pi_xyz789", "pi_other"));
        row("Ikawaari, another currency", "ikawaari", QByteArray(ikawaari::payment).replace("xof", "jpy"));
    }
    void anAnswerAboutSomethingElseLeavesItOpen()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, accepted);
        ScriptedServer server;
        script(server, answer(201, accepted));
        const auto refund =
            waitForResult(sentOnce(providerOf(kind, m_http, server.url({}))->prepareRefund(request(), u"k"_s)));
        QVERIFY(!refund);
        QCOMPARE(refund.error().kind, ErrorKind::UnknownOutcome);
    }

    void anAnswerThatNamesWhatWasAskedForIsTaken_data()
    {
        QTest::addColumn<bool>("isBehindTheCharge");
        QTest::newRow("the payment is known") << false;
        QTest::newRow("the payment behind the charge is looked up") << true;
    }
    void anAnswerThatNamesWhatWasAskedForIsTaken()
    {
        QFETCH(bool, isBehindTheCharge);
        ScriptedServer server;
        script(server, answer(201, R"({"id": "re_1", "status": "pending", "amount_atom": 5200, "currency": "XOF", )"
                                   R"("payment_intent_id": "pi_behind"})"));
        providers::RefundRequest wanted = request();
        if (isBehindTheCharge)
            wanted.transaction.paymentId.clear();
        const auto refund =
            waitForResult(sentOnce(providerOf(u"paymentkit"_s, m_http, server.url({}))->prepareRefund(wanted, u"k"_s)));
        QVERIFY2(refund, refund ? "" : qPrintable(refund.error().details));
        QCOMPARE(refund->amount, sum(5200, "XOF"));
    }

    void whereNothingIsLeftThatIsSaid_data() { forEachProvider(); }
    void whereNothingIsLeftThatIsSaid()
    {
        QFETCH(QString, kind);
        ScriptedServer server(answer(500, "{}"));
        const auto provider = providerOf(kind, m_http, server.url({}));
        providers::RefundRequest all = request(0);
        all.transaction.refunded = all.transaction.amount;
        const auto refused = waitForResult(sentOnce(provider->prepareRefund(all, u"intent-1"_s)));
        QVERIFY(!refused);
        QVERIFY2(refused.error().sentence.contains(u"Nothing of this payment is left"_s),
                 qPrintable(refused.error().sentence));
        QCOMPARE(server.copiesOf("POST "), 0);
    }

    void theEndIsOneOfThree_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<ErrorKind>("end");
        for (const char *kind : kinds) {
            const auto row = [kind](const char *name, const QByteArray &wire, ErrorKind end) {
                QTest::addRow("%s, %s", kind, name) << QString::fromLatin1(kind) << wire << end;
            };
            row("reset", {}, ErrorKind::UnknownOutcome);
            row("500", answer(500, "{}"), ErrorKind::UnknownOutcome);
            row("503 with Retry-After", answer(503, "{}", "Retry-After: 0\r\n"), ErrorKind::UnknownOutcome);
            row("502 as HTML", answer(502, "<html>"), ErrorKind::UnknownOutcome);
            row("409, a copy may be at work", answer(409, "{}"), ErrorKind::UnknownOutcome);
            row("200 of another shape", answer(200, "[]"), ErrorKind::UnknownOutcome);
            row("200 without an id", answer(200, R"({"success": true, "data": {}})"), ErrorKind::UnknownOutcome);
            row("400", answer(400, "{}"), ErrorKind::Rejected);
            row("422", answer(422, "{}"), ErrorKind::Rejected);
            row("403", answer(403, "{}"), ErrorKind::Forbidden);
            row("404, of a payment that was there a moment ago", answer(404, "{}"), ErrorKind::UnknownOutcome);
            row("410", answer(410, "{}"), ErrorKind::UnknownOutcome);
            row("429", answer(429, "{}", "Retry-After: 0\r\n"), ErrorKind::RateLimited);
        }
    }
    void theEndIsOneOfThree()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, wire);
        QFETCH(ErrorKind, end);
        ScriptedServer server;
        script(server, wire);
        const auto refund =
            waitForResult(sentOnce(providerOf(kind, m_http, server.url({}))->prepareRefund(request(), u"k"_s)));
        QVERIFY(!refund);
        QCOMPARE(refund.error().kind, end);
        QVERIFY(refund.error().problems.empty());
        server.barrier();
        QCOMPARE(server.copiesOf("POST "), 1);
    }

    void aNoIsToldInTheProvidersWords()
    {
        ScriptedServer server(answer(400, R"({"success": false, "error": "Refund exceeds the amount paid"})"));
        const auto refund =
            waitForResult(sentOnce(providerOf(u"khaime"_s, m_http, server.url({}))->prepareRefund(request(), {})));
        QVERIFY(refund.error().sentence.contains("no money was given back"_L1));
        QCOMPARE(refund.error().details, u"Refund exceeds the amount paid"_s);
    }

    void whatMustNotBeSentIsNot_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("currency");
        for (const char *kind : kinds) {
            const auto row = [kind](const char *name, qint64 amount, const QString &currency) {
                QTest::addRow("%s, %s", kind, name) << QString::fromLatin1(kind) << amount << currency;
            };
            row("nothing", 0, u"XOF"_s);
            row("less than nothing", -1, u"XOF"_s);
            row("more than is left", 20001, u"XOF"_s);
            row("another currency", 100, u"EUR"_s);
        }
    }
    void whatMustNotBeSentIsNot()
    {
        QFETCH(QString, kind);
        QFETCH(qint64, amount);
        QFETCH(QString, currency);
        ScriptedServer server(answer(200, "{}"));
        const auto provider = providerOf(kind, m_http, server.url({}));
        const auto wrong = request(amount, currency.toLatin1().constData());
        const auto refund = waitForResult(sentOnce(provider->prepareRefund(wrong, u"k"_s)));
        QCOMPARE(refund.error().kind, ErrorKind::InvalidInput);
        QVERIFY(server.requests().isEmpty());
        QVERIFY(waitForResult(provider->prepareRefund(request(20000), u"k"_s)));
    }

    void aPaymentThatWasToldWithItsChargeIsNotLookedFor_data() { forEachProvider(); }
    void aPaymentThatWasToldWithItsChargeIsNotLookedFor()
    {
        QFETCH(QString, kind);
        const Case wanted = caseOf(kind);
        ScriptedServer server;
        script(server, answer(201, wanted.accepted));
        const auto provider = providerOf(kind, m_http, server.url({}));
        const auto write = waitForResult(provider->prepareRefund(request(), u"intent-1"_s));
        QVERIFY(write);
        QCOMPARE(write->body(), wanted.body);
        QVERIFY(server.requests().isEmpty());
        // What is read, what is hashed and what arrives are one request.
        const auto text = write->text();
        QCOMPARE(text.body, wanted.body);
        QCOMPARE(write->bodyHash(), QCryptographicHash::hash(wanted.body, QCryptographicHash::Sha256));
        QVERIFY(waitForResult(write->send()));
        const QByteArray sent = server.requests().last();
        QCOMPARE(bodyOf(sent), text.body);
        QVERIFY(sent.startsWith(text.method + ' ' + text.url.path().toLatin1() + ' '));
        for (const auto &[name, value] : text.headers)
            QVERIFY2(!value.contains(key.toLatin1()), name.constData());
    }

    void thePaymentBehindAChargeIsLookedForBeforeTheRefund()
    {
        const Case wanted = caseOf(u"paymentkit"_s);
        ScriptedServer server;
        script(server, answer(201, wanted.accepted));
        const auto provider = providerOf(u"paymentkit"_s, m_http, server.url({}));
        providers::RefundRequest bare = request();
        bare.transaction.paymentId.clear();
        const auto write = waitForResult(provider->prepareRefund(bare, u"intent-1"_s));
        QVERIFY(write);
        QCOMPARE(server.copiesOf("POST "), 0);
        QCOMPARE(server.copiesOf("GET "), 1);
        // What the journal keeps a hash of says which payment it is.
        QCOMPARE(write->body(), wanted.body);
        QVERIFY(waitForResult(write->send()));
        QCOMPARE(server.copiesOf("GET "), 1);
        QCOMPARE(server.copiesOf("POST "), 1);
        QVERIFY(server.requests().last().endsWith(wanted.body));
    }

    void aChargeWithoutItsPaymentIsNotRefunded()
    {
        ScriptedServer server(
            answer(200, R"({"items": [{"id": "pi_xyz789", "payment_intent_id": null}], "total": 1})"));
        const auto provider = providerOf(u"paymentkit"_s, m_http, server.url({}));
        providers::RefundRequest bare = request();
        bare.transaction.paymentId.clear();
        QCOMPARE(waitForResult(sentOnce(provider->prepareRefund(bare, {}))).error().kind, ErrorKind::NotFound);
        QCOMPARE(server.copiesOf("POST "), 0);
    }

    void aChargeBehindTheEndOfWhatIsReadIsNotSaidToHaveNoPayment()
    {
        ScriptedServer server;
        int charges = 0;
        server.onRequest = [&charges](QTcpSocket &socket, const QByteArray &) {
            socket.write(answer(
                200, R"({"items": [{"id": "pi_%1", "payment_intent_id": "pi_wrong"}], "total": 9999})"_ba.replace(
                         "%1", QByteArray::number(++charges))));
        };
        const auto provider = providerOf(u"paymentkit"_s, m_http, server.url({}));
        providers::RefundRequest bare = request();
        bare.transaction.paymentId.clear();
        const auto refund = waitForResult(sentOnce(provider->prepareRefund(bare, {})));
        QCOMPARE(refund.error().kind, ErrorKind::NotFound);
        QVERIFY2(refund.error().sentence.contains(u"more than the newest 500 charges"_s),
                 qPrintable(refund.error().sentence));
        QCOMPARE(server.copiesOf("POST "), 0);
    }

    void anotherPaymentsAnswerLeavesDoubt()
    {
        ScriptedServer server(answer(200, QByteArray(ikawaari::payment).replace("pi_xyz789", "pi_other")));
        const auto refund =
            waitForResult(sentOnce(providerOf(u"ikawaari"_s, m_http, server.url({}))->prepareRefund(request(), {})));
        QCOMPARE(refund.error().kind, ErrorKind::UnknownOutcome);
    }
};

TILLDECK_TEST(RefundsTest)

} // namespace refunds_test

#include "tst_refunds.moc"
