// SPDX-License-Identifier: GPL-3.0-or-later
// What Ikawaari's answers become.
#include "providers/ikawaari/codec_payments.h"
#include "providers/ikawaari/codec_sessions.h"
#include "providers/ikawaari/errors.h"
#include "providers/scripted_ikawaari.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QTest>

namespace ikawaari_answers_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::ikawaari;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::Field;
using checkout::RefundStatus;
using checkout::SessionStatus;
using checkout::TransactionStatus;
using providers::test::ikawaari::sum;

namespace {

QJsonDocument json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text);
}

/// Returns the contract's payment with a member of another value, or without it.
QJsonDocument paymentWith(const QString &member, const QJsonValue &value)
{
    QJsonObject payment = json(providers::test::ikawaari::payment).object();
    if (value.isUndefined())
        payment.remove(member);
    else
        payment[member] = value;
    return QJsonDocument(payment);
}

} // namespace

class IkawaariAnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void theContractsSessionIsRead()
    {
        const auto session = decodeCreated(json(providers::test::ikawaari::createdSession));
        QVERIFY(session);
        QCOMPARE(session->id, u"cs_abc123"_s);
        QCOMPARE(session->url, u"https://checkout.ikawaari.com/cs_abc123"_s);
        QCOMPARE(session->status, SessionStatus::Open);
        QCOMPARE(session->transactionId, u"pi_xyz789"_s);
        QCOMPARE(session->expiresAt, QDateTime::fromString(u"2024-02-20T00:00:00Z"_s, Qt::ISODate));
        QVERIFY(!session->amount && session->secureToken.isEmpty());
    }

    void whatIsRepeatedIsRead()
    {
        const auto session = decodeSession(json(
            "{\"id\": \"cs_1\", \"url\": \"https://c.test/cs_1\", \"status\": \"completed\", \"payment_intent\": null, "
            "\"expires_at\": 1708387200, \"mode\": \"subscription\", \"amount_total\": 50000, \"currency\": \"xof\", "
            "\"line_items\": "
            "[{\"name\": \"Premium Plan\", \"amount\": 50000, \"currency\": \"XOF\", \"quantity\": 1}], "
            "\"success_url\": \"https://a/{CHECKOUT_SESSION_ID}\", "
            "\"cancel_url\": null, \"created\": 1708300800, \"customer_email\": \"a@b.c\"}"));
        QVERIFY(session);
        QCOMPARE(session->status, SessionStatus::Completed);
        QCOMPARE(session->amount, sum(50000, "XOF"));
        QCOMPARE(session->createdAt, QDateTime::fromString(u"2024-02-19T00:00:00Z"_s, Qt::ISODate));
        QCOMPARE(session->customer.email, u"a@b.c"_s);
        QCOMPARE(session->contents.mode, u"subscription"_s);
        QCOMPARE(session->contents.lineItems.size(), std::size_t(1));
        QCOMPARE(session->contents.lineItems[0].unitAmount, sum(50000, "XOF"));
        QCOMPARE(session->contents.successUrl, u"https://a/{CHECKOUT_SESSION_ID}"_s);
        QVERIFY(session->transactionId.isEmpty());
    }

    void sessionStatusesAreNormalised_data()
    {
        QTest::addColumn<SessionStatus>("status");
        QTest::newRow("open") << SessionStatus::Open;
        QTest::newRow("completed") << SessionStatus::Completed;
        QTest::newRow("complete") << SessionStatus::Completed;
        QTest::newRow("expired") << SessionStatus::Expired;
        QTest::newRow("failed") << SessionStatus::Failed;
        QTest::newRow("Open") << SessionStatus::Unrecognised;
        QTest::newRow("abandoned") << SessionStatus::Unrecognised;
    }
    void sessionStatusesAreNormalised()
    {
        QFETCH(SessionStatus, status);
        const QString word = QString::fromLatin1(QTest::currentDataTag());
        const auto session = decodeSession(QJsonDocument(QJsonObject{{u"id"_s, u"cs_1"_s}, {u"status"_s, word}}));
        QCOMPARE(session->status, status);
        QCOMPARE(session->rawStatus, word);
    }

    void aCreationThatHasAnIdExists()
    {
        const auto session =
            decodeCreated(json("{\"id\": \"cs_1\", \"url\": \"https://c.test/1\", \"expires_at\": \"tomorrow\"}"));
        QVERIFY(session);
        QCOMPARE(session->url, u"https://c.test/1"_s);
        QCOMPARE(session->status, SessionStatus::Open);
        QVERIFY(!session->expiresAt.isValid());
        for (const char *text : {"[]", "{}", "{\"id\": 5}", "{\"url\": \"https://c.test/1\"}"})
            QVERIFY2(!decodeCreated(json(text)), text);
    }

    void timesThatAreNoneAreFaults_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::newRow("text") << QByteArray("\"2024-02-20\"");
        QTest::newRow("milliseconds") << QByteArray("1708387200000000");
        QTest::newRow("before 1970") << QByteArray("-1");
        QTest::newRow("fraction") << QByteArray("1708387200.5");
    }
    void timesThatAreNoneAreFaults()
    {
        QFETCH(QByteArray, time);
        const auto session = decodeSession(json("{\"id\": \"cs_1\", \"expires_at\": " + time + "}"));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Malformed);
        QVERIFY(session.error().details.contains("expires_at"_L1));
    }

    void theContractsPaymentIsRead()
    {
        const auto payment = decodePayment(json(providers::test::ikawaari::payment), u"pi_xyz789"_s);
        QVERIFY(payment);
        QCOMPARE(payment->amount, sum(50000, "XOF"));
        QCOMPARE(payment->status, TransactionStatus::PartlyRefunded);
        QCOMPARE(payment->rawStatus, u"succeeded"_s);
        QCOMPARE(payment->refunded, sum(10000, "XOF"));
        QCOMPARE(payment->refundable(), sum(40000, "XOF"));
        QCOMPARE(payment->method, u"Mobile money, Wave"_s);
        QCOMPARE(payment->gateway, u"wave_sn"_s);
        QCOMPARE(payment->customerId, u"+221770000000"_s);
        QCOMPARE(payment->steps.size(), std::size_t(2));
        QCOMPARE(payment->steps[0].type, u"payment_intent.created"_s);
        QCOMPARE(payment->steps[1].at, QDateTime::fromString(u"2024-02-19T00:01:12Z"_s, Qt::ISODate));
        QCOMPARE(payment->refunds->size(), std::size_t(1));
        QCOMPARE(payment->refunds->at(0).id, u"re_abc123"_s);
        QCOMPARE(payment->refunds->at(0).amount, sum(10000, "XOF"));
        QCOMPARE(payment->refunds->at(0).status, RefundStatus::Pending);
        QCOMPARE(payment->refunds->at(0).reason, u"Customer request"_s);
        QVERIFY(payment->declineCode.isEmpty());
    }

    void paymentStatusesAreNormalised_data()
    {
        QTest::addColumn<TransactionStatus>("status");
        QTest::newRow("pending") << TransactionStatus::Pending;
        QTest::newRow("failed") << TransactionStatus::Failed;
        QTest::newRow("refunded") << TransactionStatus::Refunded;
        QTest::newRow("disputed") << TransactionStatus::Unrecognised;
        QTest::newRow("uncaptured") << TransactionStatus::Unrecognised;
    }
    void paymentStatusesAreNormalised()
    {
        QFETCH(TransactionStatus, status);
        const QString word = QString::fromLatin1(QTest::currentDataTag());
        const auto payment = decodePayment(paymentWith(u"status"_s, word), u"pi_xyz789"_s);
        QCOMPARE(payment->status, status);
        QCOMPARE(payment->rawStatus, word);
    }

    void methodsAreWords_data()
    {
        QTest::addColumn<QJsonValue>("method");
        QTest::addColumn<QJsonValue>("by");
        QTest::addColumn<QString>("words");
        QTest::newRow("orange") << QJsonValue(u"mobile_money"_s) << QJsonValue(u"orange_money"_s)
                                << u"Mobile money, Orange Money"_s;
        QTest::newRow("mtn") << QJsonValue(u"mobile_money"_s) << QJsonValue(u"mtn_momo"_s)
                             << u"Mobile money, MTN MoMo"_s;
        QTest::newRow("new") << QJsonValue(u"mobile_money"_s) << QJsonValue(u"tmoney"_s) << u"Mobile money, tmoney"_s;
        QTest::newRow("not told") << QJsonValue(u"mobile_money"_s) << QJsonValue() << u"Mobile money"_s;
        QTest::newRow("card") << QJsonValue(u"card"_s) << QJsonValue() << u"Card"_s;
        QTest::newRow("unknown") << QJsonValue(u"cheque"_s) << QJsonValue() << u"cheque"_s;
        QTest::newRow("none") << QJsonValue() << QJsonValue() << QString();
    }
    void methodsAreWords()
    {
        QFETCH(QJsonValue, method);
        QFETCH(QJsonValue, by);
        QFETCH(QString, words);
        QJsonObject payment = paymentWith(u"operator"_s, by).object();
        payment["paymentMethod"_L1] = method;
        QCOMPARE(decodePayment(QJsonDocument(payment), u"pi_xyz789"_s)->method, words);
    }

    void aFailedPaymentTellsWhy()
    {
        QJsonObject payment = paymentWith(u"status"_s, u"failed"_s).object();
        payment["timeline"_L1] = json("[{\"type\": \"payment_intent.payment_failed\", \"status\": \"failed\", "
                                      "\"timestamp\": \"2024-02-19T00:01:12Z\", \"message\": \"insufficient_funds\"}]")
                                     .array();
        QCOMPARE(decodePayment(QJsonDocument(payment), u"pi_xyz789"_s)->declineCode, u"insufficient_funds"_s);
    }

    void paymentsThatCannotBeUsed_data()
    {
        QTest::addColumn<QJsonDocument>("answer");
        QTest::newRow("no id") << paymentWith(u"id"_s, QJsonValue::Undefined);
        QTest::newRow("no amount") << paymentWith(u"amount"_s, QJsonValue::Undefined);
        QTest::newRow("amount as text") << paymentWith(u"amount"_s, u"50000"_s);
        QTest::newRow("amount as a fraction") << paymentWith(u"amount"_s, 500.5);
        QTest::newRow("currency of nobody") << paymentWith(u"currency"_s, u"ABC"_s);
        QTest::newRow("refunds as an object") << paymentWith(u"refunds"_s, QJsonObject());
        QTest::newRow("another payment") << paymentWith(u"id"_s, u"pi_other"_s);
        QTest::newRow("a list") << json("[]");
    }
    void paymentsThatCannotBeUsed()
    {
        QFETCH(QJsonDocument, answer);
        const auto payment = decodePayment(answer, u"pi_xyz789"_s);
        QVERIFY(!payment);
        QCOMPARE(payment.error().kind, ErrorKind::Malformed);
        QVERIFY(!payment.error().details.isEmpty());
    }

    void aRefundThatCannotBeReadDoesNotCostItsPayment_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("words");
        QTest::newRow("no id") << QByteArray(R"({"amount": 500, "status": "succeeded"})") << QString()
                               << u"refunds[1].id is missing"_s;
        QTest::newRow("no amount") << QByteArray(R"({"id": "re_2"})") << u"re_2"_s << u"refunds[1].amount is missing"_s;
        QTest::newRow("amount as text") << QByteArray(R"({"id": "re_2", "amount": "5"})") << u"re_2"_s
                                        << u"\"amount\":\"5\""_s;
        QTest::newRow("no object") << QByteArray("7") << QString() << u"refunds[1] is not an object"_s;
    }
    void aRefundThatCannotBeReadDoesNotCostItsPayment()
    {
        QFETCH(const QByteArray, entry);
        QFETCH(const QString, id);
        QFETCH(const QString, words);
        const auto list = json(R"([{"id": "re_1", "amount": 100, "status": "succeeded"}, )" + entry + "]").array();
        const auto payment = decodePayment(paymentWith(u"refunds"_s, list), u"pi_xyz789"_s);
        QVERIFY2(payment, payment ? "" : qPrintable(payment.error().details));
        // A list that is not whole is none: what it does not show may be in what could not be read.
        QVERIFY(!payment->refunds);
        QCOMPARE(payment->refunded, sum(10000, "XOF"));
        QCOMPARE(payment->refundsInPart.readable.size(), std::size_t(1));
        QCOMPARE(payment->refundsInPart.readable.front().id, u"re_1"_s);
        QCOMPARE(payment->refundsInPart.unread.size(), std::size_t(1));
        QCOMPARE(payment->refundsInPart.unread.front().id, id);
        QCOMPARE(payment->refundsInPart.unread.front().words, words);
    }

    void aStepThatCannotBeReadIsShownWithTheProvidersWords()
    {
        const auto steps = json(R"([{"type": "x", "timestamp": "noon"}, {"type": 5}, {"type": "y"}])").array();
        const auto payment = decodePayment(paymentWith(u"timeline"_s, steps), u"pi_xyz789"_s);
        QVERIFY2(payment, payment ? "" : qPrintable(payment.error().details));
        QCOMPARE(payment->steps.size(), std::size_t(3));
        QCOMPARE(payment->steps[0].type, u"x"_s);
        QVERIFY(!payment->steps[0].at.isValid());
        QCOMPARE(payment->steps[1].type, u"\"type\":5"_s);
    }

    void listsAreReadInEverySpelling_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("saysMore");
        QTest::addColumn<qint64>("total");
        QTest::newRow("data") << QByteArray("{\"data\": [") << QByteArray("], \"hasMore\": true, \"total\": 41}")
                              << true << qint64(41);
        QTest::newRow("items") << QByteArray("{\"items\": [")
                               << QByteArray("], \"has_more\": true, \"totalCount\": 41}") << true << qint64(41);
        QTest::newRow("bare") << QByteArray("[") << QByteArray("]") << false << qint64(-1);
    }
    void listsAreReadInEverySpelling()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(bool, saysMore);
        QFETCH(qint64, total);
        const auto list = decodePayments(json(before + providers::test::ikawaari::payment + after));
        QVERIFY(list);
        QCOMPARE(list->payments.size(), std::size_t(1));
        QCOMPARE(list->payments[0].id, u"pi_xyz789"_s);
        QCOMPARE(list->more, saysMore ? std::optional(true) : std::nullopt);
        QCOMPARE(list->total.value_or(-1), total);
    }

    void aBadRowCostsThatRowOnly_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("words");
        QTest::newRow("no amount") << QByteArray(R"({"id": "pi_2"})") << u"data[0].amount is missing"_s;
        QTest::newRow("currency") << QByteArray(R"({"id": "pi_2", "amount": 5, "currency": "qqq"})")
                                  << u"\"currency\":\"qqq\""_s;
        QTest::newRow("refund") << QByteArray(R"({"id": "pi_2", "amount": 5, "currency": "XOF", )"
                                              R"("refunds": [{"id": "re_1", "amount": "5"}]})")
                                << u"\"amount\":\"5\""_s;
    }
    void aBadRowCostsThatRowOnly()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, words);
        const auto list = decodePayments(json("[" + row + ", " + providers::test::ikawaari::payment + "]"));
        QVERIFY(list);
        QCOMPARE(list->payments.size(), std::size_t(1));
        QCOMPARE(list->payments[0].id, u"pi_xyz789"_s);
        QCOMPARE(list->unread.size(), std::size_t(1));
        QCOMPARE(list->unread[0].id, u"pi_2"_s);
        QCOMPARE(list->unread[0].words, words);
    }

    void whatHasNoListIsNone()
    {
        QVERIFY(!decodePayments(json("{}")));
        QVERIFY(!decodePayments(json("{\"data\": {}}")));
    }

    void errorsAreTold()
    {
        const QByteArray body =
            "{\"error\": {\"code\": \"IKW-CHECKOUT-003\", \"message\": \"Amounts are wrong.\", "
            "\"type\": \"validation_error\", \"details\": {\"line_items[0].amount\": \"Too small.\", "
            "\"line_items[0].name\": \"Too long.\", "
            "\"cancel_url\": \"No URL.\", \"line_items[7].name\": \"?\", \"colour\": \"Unknown.\"}}}";
        const http::Response response(400, {{"ikawaari-request-id", "req_42"}}, body, json(body));
        const auto error = ikawaari::errorOf(Call::Create, response, providers::test::ikawaari::premium());
        QCOMPARE(error.kind, ErrorKind::Rejected);
        QCOMPARE(error.details, u"Amounts are wrong."_s);
        QCOMPARE(error.providerCode, u"IKW-CHECKOUT-003"_s);
        const auto has = [&error](Field field, int index) {
            return std::ranges::any_of(error.problems, [=](const auto &problem) {
                return problem.field == field && problem.index == index && !problem.sentence.isEmpty();
            });
        };
        QCOMPARE(error.problems.size(), std::size_t(5));
        QVERIFY(has(Field::Amount, 0) && has(Field::Name, 0) && has(Field::ReturnUrl, -1));
        QVERIFY(has(Field::LineItems, -1) && has(Field::Draft, -1));
    }

    void aKeyWithoutTheScopeIsToldSo()
    {
        const QByteArray body =
            "{\"error\": {\"code\": \"forbidden\", \"message\": \"Not allowed.\", \"type\": \"permission_error\"}}";
        const http::Response response(403, {}, body, json(body));
        for (const Call call : {Call::Create, Call::Refund}) {
            const auto error = ikawaari::errorOf(call, response, {});
            QCOMPARE(error.kind, ErrorKind::Forbidden);
            QVERIFY(error.sentence.contains("write scope"_L1));
        }
        QVERIFY(!ikawaari::errorOf(Call::List, response, {}).sentence.contains("write scope"_L1));
    }
};

TILLDECK_TEST(IkawaariAnswersTest)

} // namespace ikawaari_answers_test

#include "tst_ikawaari_answers.moc"
