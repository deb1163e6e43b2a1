// SPDX-License-Identifier: GPL-3.0-or-later
// The calls behind a quote, against a server that does what no sandbox should.
#include "providers/scripted_khaime.h"
#include "support/runner.h"

#include <QTest>

#include <limits>

namespace khaime_quote_calls_test {

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace tilldeck::providers::test::khaime;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::Field;
using checkout::SessionDraft;
using http::test::answer;
using http::test::ScriptedServer;

class KhaimeQuoteCallsTest : public QObject
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
        QVERIFY(quote->isMultiplied); // How the sum of three pieces is rounded is Khaime's to say.
        QCOMPARE(server.requests().at(0).split(' ').at(1),
                 QByteArray("/api/v1/partner/products/789/pricing?currency=USD&customer_country=US"));
        draft.productQuantity = 1;
        QVERIFY(!waitForQuote(provider->quote(draft))->isMultiplied);
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
};

TILLDECK_TEST(KhaimeQuoteCallsTest)

} // namespace khaime_quote_calls_test

#include "tst_khaime_quote_calls.moc"
