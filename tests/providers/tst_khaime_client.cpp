// SPDX-License-Identifier: GPL-3.0-or-later
// The Khaime client against a server that does what no sandbox should.
#include "providers/khaime/codec.h"
#include "providers/scripted_provider.h"
#include "support/runner.h"

#include <QTest>
#include <QUrlQuery>

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::Field;
using checkout::SessionDraft;
using http::test::answer;
using http::test::ScriptedServer;

namespace {

const QByteArray preview =
    R"({"success": true, "data": {"preview": true, "payment_gateway": "paystack", )"
    R"("customer": {"currency": "NGN", "base_amount": 1440000, "transaction_fee": 92160, "total_charged": 1440000, )"
    R"("pays_fees": false}, "business": {"currency": "USD", "priced_amount": 9000}, "conversion": {"original_amount": 9000, )"
    R"("original_currency": "USD", "converted_amount": 1440000, "converted_currency": "NGN", "exchange_rate": 1600}}})";
const QByteArray local = R"({"local": {"amount": 1440000, "currency": "NGN"}})";
const QByteArray charged = R"({"success": true, "data": {"charge_id": "charge_1", "payment_gateway": "paystack", )"
                           R"("payment_url": "https://c.test/1"}})";
const QByteArray token = R"({"sessionToken": "khs_1", "amount": 5000, "currency": "USD", "paymentGateway": "stripe", )"
                         R"("expiresAt": "2026-04-18T00:00:00.000Z", "checkoutUrl": "https://c.test/khs_1"})";
const QByteArray merchant =
    R"({"success": true, "data": {"id": 21, "profile": {"business_name": "Lagos Looms"}, )"
    R"("marketplace": {"status": "active", "commission_rate": 0.05}, "payout": {"status": "active"}}})";

money::Money sum(qint64 minor, const char *code)
{
    return {minor, *money::Currency::fromCode(QString::fromLatin1(code))};
}

/// 90.00 USD that a customer pays in naira.
SessionDraft charge()
{
    SessionDraft draft;
    draft.flow = u"khaime.charge"_s;
    draft.pricing = sum(9000, "USD");
    draft.chargeCurrency = sum(0, "NGN").currency();
    draft.customer.email = u"jane@example.com"_s;
    return draft;
}

SessionDraft readyCharge()
{
    SessionDraft draft = charge();
    draft.chargeAmount = sum(1'440'000, "NGN");
    return draft;
}

SessionDraft embedded()
{
    SessionDraft draft;
    draft.flow = u"khaime.checkout"_s;
    draft.productId = u"789"_s;
    draft.productQuantity = 3;
    draft.chargeCurrency = sum(0, "USD").currency();
    draft.customer.email = u"jane@example.com"_s;
    return draft;
}

std::shared_ptr<providers::Provider> khaimeAt(http::HttpClient &http, const QUrl &url,
                                              const QString &merchantId = u"1042"_s)
{
    providers::Connection connection(u"khaime"_s, url, http::Secret(QString(key.constData(), key.size())));
    connection.merchantId = merchantId;
    return providers::make(http, connection);
}

checkout::Session knownAs(const char *flow, const QString &id, const QString &secureToken = {})
{
    checkout::Session session = known(id);
    session.flow = QString::fromLatin1(flow);
    session.secureToken = secureToken;
    return session;
}

QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

/// Answers each address as told, and 404 for any other.
void script(ScriptedServer &server, const QHash<QByteArray, QByteArray> &answers)
{
    server.onRequest = [answers](QTcpSocket &socket, const QByteArray &request) {
        socket.write(
            answers.value(pathOf(request), answer(404, R"({"success": false, "error": "Resource not found"})")));
    };
}

const QByteArray calculate = "/api/v1/partner/pricing/calculate";
const QByteArray charges = "/api/v1/partner/payments/charge";
const QByteArray merchants = "/api/v1/partner/marketplace/merchants/21";

} // namespace

class KhaimeClientTest : public QObject
{
    Q_OBJECT

private:
    http::HttpClient m_http;

private slots:
    void aQuoteConvertsThenPreviews()
    {
        ScriptedServer server;
        script(server, {{calculate, answer(200, local)}, {charges, answer(200, preview)}});
        SessionDraft draft = charge();
        draft.reference = u"order-1001"_s;
        const auto quote = waitForQuote(khaimeAt(m_http, server.url({}))->quote(draft));
        QVERIFY2(quote, quote ? "" : qPrintable(quote.error().details));
        QCOMPARE(quote->customerPays, sum(1'440'000, "NGN"));
        QCOMPARE(quote->conversion->rate, u"1600"_s);
        QVERIFY(!quote->split);
        QCOMPARE(server.requests().size(), 2);
        const QUrl asked(QString::fromLatin1(server.requests().at(0).split(' ').at(1)));
        QCOMPARE(asked.query(), u"amount=9000&source_currency=USD&target_currency=NGN"_s);
        QCOMPARE(headerOf(server.requests().at(1), "X-API-Key"), key.toLatin1());
        QCOMPARE(headerOf(server.requests().at(1), "Authorization"), QByteArray("(none)"));
        const QJsonObject body = QJsonDocument::fromJson(bodyOf(server.requests().at(1))).object();
        QVERIFY(body["preview"_L1].toBool());
        QCOMPARE(body["amount"_L1].toInteger(), 1'440'000);
        QCOMPARE(body["converted_total_amount"_L1].toInteger(), 1'440'000);
        QVERIFY(!body.contains("reference"_L1));
    }

    void theSameCurrencyIsNotConverted()
    {
        ScriptedServer server;
        script(
            server,
            {{charges,
              answer(
                  200,
                  R"({"success": true, "preview": true, "data": {"fee_details": )"
                  R"({"base_amount": 9000, "transaction_fee": 576, "total_amount": 9576, "customer_pays_fees": true}}})")}});
        SessionDraft draft = charge();
        draft.chargeCurrency.reset();
        const auto quote = waitForQuote(khaimeAt(m_http, server.url({}))->quote(draft));
        QVERIFY(quote);
        QCOMPARE(quote->customerPays, sum(9576, "USD"));
        QVERIFY(!quote->conversion);
        QCOMPARE(server.requests().size(), 1);
    }

    void aTypedAmountBeyondOnePercentIsNotSent_data()
    {
        QTest::addColumn<qint64>("typed");
        QTest::addColumn<bool>("sent");
        QTest::newRow("upper edge") << qint64(1'454'400) << true;
        QTest::newRow("one above") << qint64(1'454'401) << false;
        QTest::newRow("lower edge") << qint64(1'425'600) << true;
        QTest::newRow("one below") << qint64(1'425'599) << false;
        QTest::newRow("ten times as much") << qint64(14'400'000) << false;
    }
    void aTypedAmountBeyondOnePercentIsNotSent()
    {
        QFETCH(qint64, typed);
        QFETCH(bool, sent);
        ScriptedServer server;
        script(server, {{calculate, answer(200, local)}, {charges, answer(200, preview)}});
        SessionDraft draft = charge();
        draft.chargeAmount = sum(typed, "NGN");
        const auto quote = waitForQuote(khaimeAt(m_http, server.url({}))->quote(draft));
        QCOMPARE(quote.has_value(), sent);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), sent ? 1 : 0);
        if (sent) {
            const QJsonObject body = QJsonDocument::fromJson(bodyOf(server.requests().at(1))).object();
            QCOMPARE(body["amount"_L1].toInteger(), typed);
            return;
        }
        QCOMPARE(quote.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(quote.error().problems.front().field, Field::ChargeAmount);
        QString sentence = quote.error().problems.front().sentence;
        QVERIFY2(sentence.remove(u',').contains("14400.00"_L1),
                 qPrintable(sentence)); // grouped or not, as the locale has it
    }

    void theSubMerchantIsAskedForFirst()
    {
        ScriptedServer server;
        script(server,
               {{merchants, answer(200, merchant)}, {calculate, answer(200, local)}, {charges, answer(200, preview)}});
        SessionDraft draft = charge();
        draft.subMerchantId = u"21"_s;
        const auto quote = waitForQuote(khaimeAt(m_http, server.url({}))->quote(draft));
        QVERIFY(quote && quote->split);
        QCOMPARE(quote->split->gross, sum(9000, "USD"));
        QCOMPARE(quote->split->commission, sum(450, "USD"));
        QCOMPARE(quote->split->net, sum(8550, "USD"));
        QCOMPARE(pathOf(server.requests().at(0)), merchants);
        QCOMPARE(QJsonDocument::fromJson(bodyOf(server.requests().at(2)))["sub_merchant_id"_L1].toInteger(), 21);
    }

    void aSubMerchantThatCannotBeChargedEndsTheQuote_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("suspended") << answer(
            200, QByteArray(merchant).replace("\"status\": \"active\", \"comm", "\"status\": \"suspended\", \"comm"));
        QTest::newRow("waiting for its payout") << answer(
            200, QByteArray(merchant).replace("{\"status\": \"active\"}", "{\"status\": \"not_configured\"}"));
        QTest::newRow("not eligible") << answer(
            200, QByteArray(merchant).replace("{\"status\": \"active\"}", "{\"charge_eligible\": false}"));
        QTest::newRow("unknown") << answer(404, R"({"success": false, "error": "Resource not found"})");
        QTest::newRow("no marketplace") << answer(403, R"({"success": false, "error": "restricted"})");
    }
    void aSubMerchantThatCannotBeChargedEndsTheQuote()
    {
        QFETCH(QByteArray, wire);
        ScriptedServer server;
        script(server, {{merchants, wire}, {calculate, answer(200, local)}, {charges, answer(200, preview)}});
        SessionDraft draft = charge();
        draft.subMerchantId = u"21"_s;
        const auto quote = waitForQuote(khaimeAt(m_http, server.url({}))->quote(draft));
        QVERIFY(!quote);
        QCOMPARE(quote.error().kind, ErrorKind::Rejected);
        QCOMPARE(quote.error().problems.size(), std::size_t(1));
        QCOMPARE(quote.error().problems.front().field, Field::SubMerchant);
        QCOMPARE(server.requests().size(), 1);
    }

    void anotherSubMerchantIsNotBelieved()
    {
        ScriptedServer server(answer(200, QByteArray(merchant).replace("21", "22")));
        SessionDraft draft = charge();
        draft.subMerchantId = u"21"_s;
        const auto quote = waitForQuote(khaimeAt(m_http, server.url({}))->quote(draft));
        QCOMPARE(quote.error().kind, ErrorKind::Malformed);
    }

    void aCurrencyWithoutARateIsToldAtTheCurrency()
    {
        ScriptedServer server;
        script(server,
               {{calculate, answer(400, R"({"success": false, "error": "Unable to convert from USD to NGN"})")}});
        const auto quote = waitForQuote(khaimeAt(m_http, server.url({}))->quote(charge()));
        QCOMPARE(quote.error().kind, ErrorKind::Rejected);
        QCOMPARE(quote.error().problems.front().field, Field::ChargeCurrency);
    }

    void aPreviewIsNeverRepeated_data()
    {
        QTest::addColumn<QByteArray>("wire"); // empty: the connection is reset
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("500") << answer(500, R"({"success": false, "error": "Server error"})") << ErrorKind::Offline;
        QTest::newRow("503 with Retry-After") << answer(503, "{}", "Retry-After: 0\r\n") << ErrorKind::Offline;
        QTest::newRow("429") << answer(429, "{}", "Retry-After: 0\r\n") << ErrorKind::RateLimited;
        QTest::newRow("reset") << QByteArray() << ErrorKind::Offline;
        QTest::newRow("a charge instead") << answer(200, charged) << ErrorKind::Malformed;
        QTest::newRow("401") << answer(401, R"({"success": false, "error": "Invalid API key"})")
                             << ErrorKind::Unauthorised;
        QTest::newRow("no, with 200") << answer(200, R"({"success": false, "error": "Amount mismatch"})")
                                      << ErrorKind::Rejected;
    }
    void aPreviewIsNeverRepeated()
    {
        QFETCH(QByteArray, wire);
        QFETCH(ErrorKind, kind);
        ScriptedServer server;
        server.onRequest = [wire](QTcpSocket &socket, const QByteArray &request) {
            if (pathOf(request) == calculate)
                socket.write(answer(200, local));
            else if (wire.isEmpty())
                http::test::reset(socket);
            else
                socket.write(wire);
        };
        const auto quote = waitForQuote(khaimeAt(m_http, server.url({}))->quote(charge()));
        QVERIFY(!quote);
        QCOMPARE(quote.error().kind, kind);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 1);
    }

    void anEmbeddedCheckoutIsQuotedByItsProduct()
    {
        ScriptedServer server(answer(
            200,
            R"({"success": true, "data": {"product": {"id": 789, "name": "Premium Plan"}, )"
            R"("pricing": {"base": {"amount": 10000, "currency": "EUR"}, "local": {"amount": 11000, "currency": "USD"}, )"
            R"("conversion": {"rate": 1.1}}}})"));
        SessionDraft draft = embedded();
        draft.customer.country = u"US"_s;
        const auto provider = khaimeAt(m_http, server.url({}));
        const auto quote = waitForQuote(provider->quote(draft));
        QVERIFY2(quote, quote ? "" : qPrintable(quote.error().details));
        QCOMPARE(quote->customerPays, sum(33'000, "USD"));
        QCOMPARE(quote->businessReceives, sum(30'000, "EUR"));
        QCOMPARE(quote->conversion->original, sum(30'000, "EUR"));
        QCOMPARE(quote->conversion->rate, u"1.1"_s);
        QCOMPARE(quote->productTitle, u"Premium Plan"_s);
        QVERIFY(!quote->fee);
        QCOMPARE(server.requests().at(0).split(' ').at(1),
                 QByteArray("/api/v1/partner/products/789/pricing?currency=USD&customer_country=US"));
        draft.productQuantity = std::numeric_limits<qint64>::max();
        const auto tooMany = waitForQuote(provider->quote(draft));
        QCOMPARE(tooMany.error().problems.front().field, Field::Quantity);
    }

    void flowsWithoutAQuoteSaySo()
    {
        ScriptedServer server;
        SessionDraft draft = charge();
        draft.flow = u"khaime.session"_s;
        const auto quote = waitForQuote(khaimeAt(m_http, server.url({}))->quote(draft));
        QCOMPARE(quote.error().kind, ErrorKind::Unsupported);
        SessionDraft nothing = charge();
        nothing.pricing.reset();
        const auto unpriced = waitForQuote(khaimeAt(m_http, server.url({}))->quote(nothing));
        QCOMPARE(unpriced.error().problems.front().field, Field::Pricing);
        SessionDraft anyCurrency = embedded();
        anyCurrency.chargeCurrency.reset();
        const auto unknown = waitForQuote(khaimeAt(m_http, server.url({}))->quote(anyCurrency));
        QCOMPARE(unknown.error().problems.front().field, Field::ChargeCurrency);
        QVERIFY(server.requests().isEmpty());
    }

    void eachFlowHasItsAddress_data()
    {
        QTest::addColumn<SessionDraft>("draft");
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("id");
        QTest::newRow("charge") << readyCharge() << charged << charges << u"charge_1"_s;
        SessionDraft session = charge();
        session.flow = u"khaime.session"_s;
        session.chargeCurrency.reset();
        session.productName = u"Plan"_s;
        QTest::newRow("session") << session
                                 << QByteArray(
                                        R"({"success": true, "data": {"session_id": "sess_1", "status": "pending"}})")
                                 << QByteArray("/api/v1/partner/payments/sessions") << u"sess_1"_s;
        QTest::newRow("checkout") << embedded() << token << QByteArray("/api/v1/sdk/checkout/initialize")
                                  << providers::khaime::checkoutIdOf(u"khs_1"_s);
    }
    void eachFlowHasItsAddress()
    {
        QFETCH(SessionDraft, draft);
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, target);
        QFETCH(QString, id);
        ScriptedServer server(answer(201, wire));
        const auto provider = khaimeAt(m_http, server.url({}));
        const auto session = QCoro::waitFor(provider->createSession(draft, u"intent-1"_s));
        QVERIFY2(session, session ? "" : qPrintable(session.error().details));
        QCOMPARE(session->id, id);
        QCOMPARE(session->flow, draft.flow);
        QCOMPARE(server.requests().size(), 1);
        const QByteArray &request = server.requests().first();
        QVERIFY(request.startsWith("POST " + target + " HTTP/1.1"));
        QCOMPARE(headerOf(request, "X-API-Key"), key.toLatin1());
        const bool sdk = draft.flow == "khaime.checkout"_L1;
        QCOMPARE(headerOf(request, "X-Merchant-ID"), QByteArray(sdk ? "1042" : "(none)"));

        const auto text = provider->describeCreate(draft);
        QVERIFY(text);
        QVERIFY(request.startsWith(text->method + ' ' + text->url.path().toLatin1() + ' '));
        for (const auto &[name, value] : text->headers)
            QCOMPARE(headerOf(request, name), name == "X-API-Key" ? key.toLatin1() : value);
        QVERIFY(!QByteArray(text->body).contains(key.toLatin1()));
        QJsonObject described = QJsonDocument::fromJson(text->body).object();
        QJsonObject sent = QJsonDocument::fromJson(bodyOf(request)).object();
        const bool isCharge = draft.flow == "khaime.charge"_L1;
        QCOMPARE(sent.take("reference"_L1).toString(), isCharge ? u"intent-1"_s : QString());
        QCOMPARE(described.take("reference"_L1).toString(), isCharge ? u"<new for each creation>"_s : QString());
        QCOMPARE(sent, described);
        QCOMPARE(sent, QJsonDocument::fromJson(*provider->encodeCreate(draft)).object());
    }

    void anEmbeddedCheckoutNeedsTheMerchantId()
    {
        ScriptedServer server(answer(200, token));
        const auto provider = khaimeAt(m_http, server.url({}), QString());
        const auto session = QCoro::waitFor(provider->createSession(embedded(), u"k"_s));
        QCOMPARE(session.error().kind, ErrorKind::InvalidInput);
        QVERIFY(session.error().sentence.contains("merchant ID"_L1));
        QVERIFY(!provider->describeCreate(embedded()));
        QVERIFY(server.requests().isEmpty());
    }

    void createOnceWhateverComesBack_data()
    {
        QTest::addColumn<QByteArray>("wire"); // empty: the connection is reset
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("500") << answer(500, R"({"success": false, "error": "x"})") << ErrorKind::UnknownOutcome;
        QTest::newRow("502 of a proxy, as HTML") << answer(502, "<html>") << ErrorKind::UnknownOutcome;
        QTest::newRow("503 with Retry-After") << answer(503, "{}", "Retry-After: 0\r\n") << ErrorKind::UnknownOutcome;
        QTest::newRow("reset") << QByteArray() << ErrorKind::UnknownOutcome;
        QTest::newRow("200 without an id")
            << answer(200, R"({"success": true, "data": {}})") << ErrorKind::UnknownOutcome;
        QTest::newRow("200 of another shape") << answer(200, "[]") << ErrorKind::UnknownOutcome;
        QTest::newRow("no, with 200") << answer(200, R"({"success": false, "error": "Amount mismatch"})")
                                      << ErrorKind::Rejected;
        QTest::newRow("429") << answer(429, "{}", "Retry-After: 0\r\n") << ErrorKind::RateLimited;
        QTest::newRow("401") << answer(401, R"({"success": false, "error": "Invalid API key"})")
                             << ErrorKind::Unauthorised;
        QTest::newRow("redirect") << answer(308, "{}", "Location: /elsewhere\r\n") << ErrorKind::Rejected;
    }
    void createOnceWhateverComesBack()
    {
        QFETCH(QByteArray, wire);
        QFETCH(ErrorKind, kind);
        ScriptedServer server;
        server.onRequest = [wire](QTcpSocket &socket, const QByteArray &) {
            if (wire.isEmpty())
                return http::test::reset(socket);
            socket.write(wire);
        };
        for (const SessionDraft &draft : {readyCharge(), embedded()}) {
            const auto before = server.copiesOf("POST /");
            const auto session = QCoro::waitFor(khaimeAt(m_http, server.url({}))->createSession(draft, u"k"_s));
            QVERIFY(!session);
            QCOMPARE(session.error().kind, kind);
            server.barrier();
            QCOMPARE(server.copiesOf("POST /"), before + 1);
            QVERIFY(!server.copiesOf("/elsewhere"));
        }
    }

    void keysInAnswersAreNotShown()
    {
        const QByteArray text = QByteArray(490, 'x') + ' ' + key.toLatin1() + " is wrong";
        ScriptedServer server(answer(422, R"({"success": false, "error": ")" + text +
                                              R"(", "details": {"description": ")" + text + R"("}})"));
        const auto session = QCoro::waitFor(khaimeAt(m_http, server.url({}))->createSession(readyCharge(), u"k"_s));
        const auto &error = session.error();
        QCOMPARE(error.problems.size(), std::size_t(1));
        for (const QString &shown : {error.details, error.providerCode, error.problems[0].sentence}) {
            QVERIFY(shown.contains(QString(490, u'x')));
            QVERIFY2(!shown.contains(key.left(4)), qPrintable(shown));
        }
    }

    void aTokenIsAskedForWithoutTheKey()
    {
        ScriptedServer server(answer(200, token));
        const auto provider = khaimeAt(m_http, server.url({}));
        const auto session =
            QCoro::waitFor(provider->session(knownAs("khaime.checkout", u"sdk_000000000000"_s, u"khs_1"_s)));
        QVERIFY(session);
        QCOMPARE(session->url, u"https://c.test/khs_1"_s);
        const QByteArray &request = server.requests().first();
        QVERIFY(request.startsWith("GET /api/v1/sdk/checkout/session/khs_1 "));
        QCOMPARE(headerOf(request, "X-API-Key"), QByteArray("(none)"));
        QVERIFY(!request.contains(key.toLatin1()));
        const auto other = QCoro::waitFor(provider->session(knownAs("khaime.checkout", u"x"_s, u"khs_2"_s)));
        QCOMPARE(other.error().kind, ErrorKind::Malformed);
    }

    void whatKhaimeDoesNotHaveIsUnsupported()
    {
        ScriptedServer server(answer(501, R"({"success": false, "error": "x"})"));
        const auto provider = khaimeAt(m_http, server.url({}));
        const auto asked = QCoro::waitFor(provider->session(knownAs("khaime.charge", u"charge_1"_s)));
        QCOMPARE(asked.error().kind, ErrorKind::Unsupported);
        const auto expired = QCoro::waitFor(provider->expireSession(u"sess_1"_s));
        QCOMPARE(expired.error().kind, ErrorKind::Unsupported);
        const auto listed = QCoro::waitFor(provider->sessions(0));
        QCOMPARE(listed.error().kind, ErrorKind::Unsupported);
        QVERIFY(server.requests().isEmpty());
        const auto payments = QCoro::waitFor(provider->transactions(0));
        QCOMPARE(payments.error().kind, ErrorKind::Unsupported);
    }

    void idsStayInTheirSegment_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("target"); // empty: nothing is sent
        const QByteArray base = "/api/v1/partner/payments/sessions/";
        QTest::newRow("slash") << "../../admin" << base + "..%2F..%2Fadmin";
        QTest::newRow("query") << "a?b=c" << base + "a%3Fb%3Dc";
        QTest::newRow("two dots") << ".." << QByteArray();
        QTest::newRow("no id") << "" << QByteArray();
    }
    void idsStayInTheirSegment()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, target);
        ScriptedServer server(answer(404, R"({"success": false, "error": "Resource not found"})"));
        const auto session = QCoro::waitFor(khaimeAt(m_http, server.url({}))->session(knownAs("khaime.session", id)));
        QCOMPARE(session.error().kind, ErrorKind::NotFound);
        QCOMPARE(server.requests().size(), target.isEmpty() ? 0 : 1);
        if (!target.isEmpty())
            QCOMPARE(pathOf(server.requests().first()), target);
    }

    void anAnswerAboutAnotherSessionIsNotBelieved()
    {
        ScriptedServer server(answer(200, R"({"success": true, "data": {"session_id": "b", "status": "completed"}})"));
        const auto session =
            QCoro::waitFor(khaimeAt(m_http, server.url({}))->session(knownAs("khaime.session", u"a"_s)));
        QCOMPARE(session.error().kind, ErrorKind::Malformed);
    }

    void productsComeOnceFromEveryPage()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
            const int offset =
                QUrlQuery(QUrl(QString::fromLatin1(request.split(' ').at(1)))).queryItemValue(u"offset"_s).toInt();
            const QByteArray items = offset == 0 ? R"({"id": 1, "name": "A"}, {"id": 2, "name": "B"})"
                                                 : R"({"id": 2, "name": "B"}, {"id": 3, "name": "C"})";
            socket.write(answer(200, R"({"success": true, "data": {"products": [)" + items + R"(], "total": 4}})"));
        };
        const auto catalog = QCoro::waitFor(khaimeAt(m_http, server.url({}))->catalog());
        QVERIFY(catalog && catalog->products.available && !catalog->prices.available);
        QCOMPARE(catalog->products.items.size(), std::size_t(3));
        QCOMPARE(catalog->products.items.back().id, u"3"_s);
        QCOMPARE(server.requests().size(), 2);
    }

    void theSnippetHoldsTheTokenAndNothingElseOfTheServers()
    {
        const auto snippets =
            providers::snippets(u"khaime"_s, knownAs("khaime.checkout", u"sdk_1"_s, u"khs_1\"</script><b>'\\\u2028"_s));
        QCOMPARE(snippets.size(), std::size_t(1));
        const auto &snippet = snippets.front();
        QVERIFY(snippet.secret);
        QVERIFY(snippet.caution.contains("works once"_L1));
        QVERIFY(snippet.text.contains("KhaimeSDK.init"_L1));
        QVERIFY2(snippet.text.contains("createPayment({ sessionToken: \"khs_1\\u0022\\u003c\\u002fscript"_L1),
                 qPrintable(snippet.text));
        QCOMPARE(snippet.text.count("</script>"_L1), 1);
        QCOMPARE(snippet.text.count(u'"'), 2);
        QVERIFY(!snippet.text.contains(QChar(0x2028)));
        QVERIFY(providers::snippets(u"khaime"_s, knownAs("khaime.charge", u"c"_s, u"t"_s)).empty());
        QVERIFY(providers::snippets(u"khaime"_s, knownAs("khaime.checkout", u"c"_s)).empty());
    }

    void callsOutliveTheProvider()
    {
        ScriptedServer server;
        QTcpSocket *waiting = nullptr;
        server.onRequest = [&waiting](QTcpSocket &socket, const QByteArray &) { waiting = &socket; };
        auto provider = khaimeAt(m_http, server.url({}));
        auto task = provider->quote(charge());
        QTRY_VERIFY(waiting);
        provider.reset();
        std::exchange(waiting, nullptr)->write(answer(200, local));
        QTRY_VERIFY(waiting);
        waiting->write(answer(200, preview));
        const auto quote = waitForQuote(std::move(task));
        QVERIFY(quote);
    }
};

TILLDECK_TEST(KhaimeClientTest)
#include "tst_khaime_client.moc"
