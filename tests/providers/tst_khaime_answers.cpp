// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/codec_lists.h"
#include "providers/khaime/codec_sessions.h"
#include "support/runner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace khaime_answers_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::khaime;
using namespace Qt::StringLiterals;
using checkout::SessionDraft;
using checkout::SessionStatus;
using checkout::TransactionStatus;
using money::Money;

namespace {

Money sum(qint64 minor, const char *code)
{
    return {minor, *money::Currency::fromCode(QString::fromLatin1(code))};
}

QByteArray example(const QString &name)
{
    QFile file(u"" TILLDECK_TEST_DIR "/contract/examples/khaime/%1.json"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonDocument json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text);
}

/// Returns @p text with every @p from replaced.
QJsonDocument changed(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    Q_ASSERT(text.contains(from));
    return json(text.replace(from, to));
}

QDateTime utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
}

const QDateTime now = utc("2026-04-17T23:40:00Z");

SessionDraft draftOf(const char *flow, const char *currency)
{
    SessionDraft draft;
    draft.flow = QString::fromLatin1(flow);
    draft.pricing = sum(9000, "USD");
    draft.chargeCurrency = sum(0, currency).currency();
    return draft;
}

QString detailsOf(const auto &result)
{
    return result ? u"(none)"_s : result.error().details;
}

QByteArray transaction(const QByteArray &more = {})
{
    return R"({"success": true, "data": {"transactions": [{"transaction_id": "456", "charge_id": "charge_a1b2c3d4", )"
           R"("reference": "order-1001", "status": "completed", "amount": 5320, "currency": "USD", "payment_gateway": "stripe", )"
           R"("customer_email": "jane@example.com", "created_at": "2026-01-16T21:05:00.000Z")" +
           more + R"(}], "total": 1, "limit": 20, "offset": 0}})";
}

checkout::Result<checkout::Transaction> onlyTransaction(const QByteArray &text)
{
    auto page = decodePage<checkout::Transaction>(json(text), 0);
    if (!page)
        return std::unexpected(page.error());
    return page->items.at(0);
}

} // namespace

class KhaimeAnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void aStripeChargeHandsOverItsSecrets()
    {
        const auto session =
            decodeCreated(json(example(u"create-charge.stripe.response"_s)), draftOf("khaime.charge", "USD"), now);
        QVERIFY2(session, qPrintable(detailsOf(session)));
        QCOMPARE(session->id, u"charge_a1b2c3d4"_s);
        QCOMPARE(session->flow, u"khaime.charge"_s);
        QCOMPARE(session->status, SessionStatus::Open);
        QCOMPARE(session->handover.gateway, u"stripe"_s);
        QCOMPARE(session->handover.clientSecret, u"pi_3Abc_secret_Xyz"_s);
        QCOMPARE(session->handover.publishableKey, u"pk_test_..."_s);
        QCOMPARE(session->handover.gatewayAccountId, u"acct_1ABC..."_s);
        QCOMPARE(session->transactionId, u"456"_s);
        QCOMPARE(session->amount, sum(5320, "USD"));
        QCOMPARE(session->fees->base, sum(5000, "USD"));
        QCOMPARE(session->fees->fee, sum(320, "USD"));
        QVERIFY(session->fees->customerPays);
        QVERIFY(session->url.isEmpty() && session->secureToken.isEmpty());
    }

    void aRedirectChargeHasAPage()
    {
        const auto session = decodeCreated(
            json(R"({"success": true, "data": {"charge_id": "charge_1", "payment_gateway": "paystack", )"
                 R"("payment_url": "https://checkout.example.test/pay/charge_1", "transaction_id": 457, )"
                 R"("fee_details": {"base_amount": 1440000, "transaction_fee": 92160, "total_amount": 1440000, )"
                 R"("customer_pays_fees": false}}})"),
            draftOf("khaime.charge", "NGN"), now);
        QVERIFY(session);
        QCOMPARE(session->id, u"charge_1"_s); // the number in place of a text costs no charge
    }

    void figuresOfAChargeAreInItsCurrency()
    {
        const auto session = decodeCreated(
            json(R"({"success": true, "data": {"charge_id": "charge_1", "payment_url": "https://c.test/1", )"
                 R"("payment_gateway": "paystack", "fee_details": {"base_amount": 1440000, "transaction_fee": 92160, )"
                 R"("total_amount": 1440000, "customer_pays_fees": false}}})"),
            draftOf("khaime.charge", "NGN"), now);
        QCOMPARE(session->url, u"https://c.test/1"_s);
        QCOMPARE(session->amount, sum(1'440'000, "NGN"));
        QCOMPARE(session->fees->fee, sum(92'160, "NGN"));
        QVERIFY(!session->fees->customerPays);
    }

    void aHostedSessionIsRead()
    {
        const auto session =
            decodeCreated(json(example(u"create-payment-session.response"_s)), draftOf("khaime.session", "USD"), now);
        QVERIFY2(session, qPrintable(detailsOf(session)));
        QCOMPARE(session->id, u"sess_a1b2c3d4-e5f6-g7h8-i9j0"_s);
        QCOMPARE(session->flow, u"khaime.session"_s);
        QCOMPARE(session->url, u"https://checkout.stripe.com/c/pay/cs_live_..."_s);
        QCOMPARE(session->expiresAt, utc("2026-01-16T22:00:00Z"));
        QCOMPARE(session->amount, sum(5320, "USD"));
        QCOMPARE(session->status, SessionStatus::Open);
        QCOMPARE(session->rawStatus, u"pending"_s);
        QCOMPARE(session->fees->base, sum(5000, "USD"));
        QCOMPARE(session->fees->total, sum(5320, "USD"));
    }

    void statesAreTheContractsWords_data()
    {
        QTest::addColumn<SessionStatus>("status");
        QTest::newRow("pending") << SessionStatus::Open;
        QTest::newRow("completed") << SessionStatus::Completed;
        QTest::newRow("expired") << SessionStatus::Expired;
        QTest::newRow("failed") << SessionStatus::Failed;
        QTest::newRow("paid") << SessionStatus::Unrecognised;
        QTest::newRow("Completed") << SessionStatus::Unrecognised;
    }
    void statesAreTheContractsWords()
    {
        QFETCH(SessionStatus, status);
        const QByteArray word = QTest::currentDataTag();
        const auto session = decodeSession(json(
            R"({"success": true, "data": {"session_id": "sess_1", "status": ")" + word +
            R"(", "amount": 5320, "currency": "usd", "created_at": "2026-01-16T21:00:00.000Z", "completed_at": null}})"));
        QVERIFY(session);
        QCOMPARE(session->status, status);
        QCOMPARE(session->rawStatus, QString::fromLatin1(word));
        QCOMPARE(session->amount, sum(5320, "USD"));
        QCOMPARE(session->createdAt, utc("2026-01-16T21:00:00Z"));
    }

    void anEmbeddedCheckoutIsKnownByADigestOfItsToken()
    {
        const auto session =
            decodeCreated(json(example(u"sdk-initialize.response"_s)), draftOf("khaime.checkout", "USD"), now);
        QVERIFY2(session, qPrintable(detailsOf(session)));
        QCOMPARE(session->secureToken, u"khs_8f3a…"_s);
        QVERIFY(session->id.startsWith("sdk_"_L1));
        QCOMPARE(session->id.size(), 16);
        QCOMPARE(session->id, checkoutIdOf(u"khs_8f3a…"_s));
        QVERIFY(checkoutIdOf(u"khs_8f3b"_s) != session->id);
        QCOMPARE(session->flow, u"khaime.checkout"_s);
        QCOMPARE(session->amount, sum(5000, "USD"));
        QCOMPARE(session->expiresAt, utc("2026-04-18T00:00:00Z"));
        QCOMPARE(session->status, SessionStatus::Open);
        QCOMPARE(session->handover.gateway, u"stripe"_s);
        QVERIFY(session->url.isEmpty());
    }

    void aTokenWithoutAWordGoesByItsOrderAndItsTime()
    {
        const QByteArray open = example(u"sdk-initialize.response"_s);
        QCOMPARE(decodeCheckout(json(open), utc("2026-04-18T00:00:00Z"))->status, SessionStatus::Expired);
        const QJsonDocument ordered =
            changed(open, "{\n  \"sessionToken\"", "{\"orderId\": \"1001\", \"sessionToken\"");
        QCOMPARE(decodeCheckout(ordered, utc("2026-04-19T00:00:00Z"))->status, SessionStatus::Completed);
        const QJsonDocument failed =
            changed(open, "{\n  \"sessionToken\"", "{\"status\": \"failed\", \"sessionToken\"");
        QCOMPARE(decodeCheckout(failed, now)->status, SessionStatus::Failed);
    }

    void aPaymentIsRead()
    {
        const auto paid = onlyTransaction(transaction());
        QVERIFY2(paid, qPrintable(detailsOf(paid)));
        QCOMPARE(paid->id, u"456"_s);
        QCOMPARE(paid->amount, sum(5320, "USD"));
        QCOMPARE(paid->status, TransactionStatus::Succeeded);
        QCOMPARE(paid->rawStatus, u"completed"_s);
        QCOMPARE(paid->sessionId, u"charge_a1b2c3d4"_s);
        QCOMPARE(paid->reference, u"order-1001"_s);
        QCOMPARE(paid->gateway, u"stripe"_s);
        QCOMPARE(paid->customerId, u"jane@example.com"_s);
        QCOMPARE(paid->createdAt, utc("2026-01-16T21:05:00Z"));
        QVERIFY(!paid->priced && !paid->fees && !paid->split && !paid->refunded);
    }

    void whatTheSandboxAddsIsReadToo()
    {
        const auto paid = onlyTransaction(transaction(
            R"(, "total_amount": 9000, "total_currency": "EUR", )"
            R"("transaction_fee": 320, "customer_pays_fees": true, "session_id": "sess_1", "order_id": null, )"
            R"("refunded_amount": 0, "decline_code": "insufficient_funds", "card_brand": "visa", "card_last4": "4242")"));
        QVERIFY2(paid, qPrintable(detailsOf(paid)));
        QCOMPARE(paid->priced, sum(9000, "EUR"));
        QCOMPARE(paid->fees->base, sum(5000, "USD"));
        QCOMPARE(paid->fees->fee, sum(320, "USD"));
        QCOMPARE(paid->fees->total, sum(5320, "USD"));
        QVERIFY(paid->fees->customerPays);
        QCOMPARE(paid->sessionId, u"sess_1"_s);
        QCOMPARE(paid->declineCode, u"insufficient_funds"_s);
        QCOMPARE(paid->method, u"Visa ending 4242"_s);
        QVERIFY(!onlyTransaction(transaction(R"(, "total_amount": 5000, "total_currency": "USD")"))->priced);
    }

    void aFeeThatIsNotPaidByTheCustomerIsInNoTotal()
    {
        const auto paid = onlyTransaction(transaction(R"(, "transaction_fee": 320, "customer_pays_fees": false)"));
        QCOMPARE(paid->fees->base, sum(5320, "USD"));
        QCOMPARE(paid->fees->total, sum(5320, "USD"));
    }

    void refundsAreWholeOrPart_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QByteArray>("amount");
        QTest::addColumn<TransactionStatus>("status");
        using enum TransactionStatus;
        QTest::newRow("all, by its word") << QByteArray("refunded") << QByteArray("null") << Refunded;
        QTest::newRow("all") << QByteArray("refunded") << QByteArray("5320") << Refunded;
        QTest::newRow("a part") << QByteArray("completed") << QByteArray("320") << PartlyRefunded;
        QTest::newRow("a part, by its word") << QByteArray("refunded") << QByteArray("320") << PartlyRefunded;
        QTest::newRow("nothing") << QByteArray("completed") << QByteArray("0") << Succeeded;
        QTest::newRow("never taken") << QByteArray("failed") << QByteArray("320") << Failed;
        QTest::newRow("a word nobody knows") << QByteArray("settled") << QByteArray("320") << Unrecognised;
    }
    void refundsAreWholeOrPart()
    {
        QFETCH(QByteArray, word);
        QFETCH(QByteArray, amount);
        QFETCH(TransactionStatus, status);
        const auto paid = onlyTransaction(transaction(", \"refunded_amount\": " + amount).replace("completed", word));
        QVERIFY2(paid, qPrintable(detailsOf(paid)));
        QCOMPARE(paid->status, status);
        QCOMPARE(paid->rawStatus, QString::fromLatin1(word));
    }

    void theSplitIsInThePricingCurrencyOrNotShown()
    {
        const QByteArray details = R"(, "conversion_details": )" + example(u"marketplace-split.conversion-details"_s);
        const auto paid =
            onlyTransaction(transaction(details + R"(, "total_amount": 140000, "total_currency": "GHS")"));
        QVERIFY2(paid, qPrintable(detailsOf(paid)));
        QCOMPARE(paid->split->gross, sum(140'000, "GHS"));
        QCOMPARE(paid->split->commission, sum(7'000, "GHS"));
        QCOMPARE(paid->split->net, sum(133'000, "GHS"));
        QCOMPARE(paid->split->commissionBasisPoints, std::optional(qint64(500)));
        QVERIFY(!onlyTransaction(transaction(details))->split);
    }

    void anUnreadablePaymentCostsThatPaymentOnly_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("words");
        QTest::newRow("no id") << QByteArray(R"("transaction_id": "456",)") << QByteArray()
                               << u"transactions[0].transaction_id is missing"_s;
        QTest::newRow("half a cent") << QByteArray("5320") << QByteArray("5320.5") << u"\"amount\":5320.5"_s;
        QTest::newRow("amount as text") << QByteArray("5320") << QByteArray("\"5320\"") << u"\"amount\":\"5320\""_s;
        QTest::newRow("unknown currency") << QByteArray("USD") << QByteArray("???") << u"\"currency\":\"???\""_s;
        QTest::newRow("no date") << QByteArray("2026-01-16T21:05:00.000Z") << QByteArray("noon")
                                 << u"\"created_at\":\"noon\""_s;
    }
    void anUnreadablePaymentCostsThatPaymentOnly()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, words);
        QJsonObject answer = changed(transaction(), from, to).object();
        QJsonObject data = answer.value(u"data"_s).toObject();
        QJsonArray rows = data.value(u"transactions"_s).toArray();
        rows << json(transaction()).object().value(u"data"_s).toObject().value(u"transactions"_s).toArray().at(0);
        data[u"transactions"_s] = rows;
        answer[u"data"_s] = data;
        const auto page = decodePage<checkout::Transaction>(QJsonDocument(answer), 0);
        QVERIFY2(page, qPrintable(detailsOf(page)));
        QCOMPARE(page->items.size(), std::size_t(1));
        QCOMPARE(page->items.front().id, u"456"_s);
        QCOMPARE(page->unread.size(), std::size_t(1));
        QVERIFY2(page->unread.front().words.endsWith(words), qPrintable(page->unread.front().words));
    }

    void anAnswerWithoutItsListIsNone()
    {
        const auto page = decodePage<checkout::Transaction>(changed(transaction(), "\"transactions\"", "\"other\""), 0);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, checkout::ErrorKind::Malformed);
        QVERIFY(!page.error().details.isEmpty());
    }

    void productsHaveNumbers()
    {
        const auto page = decodePage<checkout::Product>(
            json(
                R"({"success": true, "data": {"products": [{"id": 3046, "name": "Premium Course", "type": "digital"}], )"
                R"("total": 3, "limit": 100, "offset": 0}})"),
            0);
        QVERIFY(page && page->more);
        QCOMPARE(page->items.at(0).id, u"3046"_s);
        QCOMPARE(page->items.at(0).name, u"Premium Course"_s);
        QVERIFY(!page->items.at(0).unitAmount);
    }
};

TILLDECK_TEST(KhaimeAnswersTest)

} // namespace khaime_answers_test

#include "tst_khaime_answers.moc"
