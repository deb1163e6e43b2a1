// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/codec_catalog.h"
#include "providers/paymentkit/codec_sessions.h"
#include "support/runner.h"

#include <QTest>

#include <limits>

namespace codec_answers_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::paymentkit;
using namespace Qt::StringLiterals;
using checkout::SessionStatus;
using checkout::TransactionStatus;

namespace {

const QByteArray contractSession =
    R"({"id": "cs_dev_a1b2c3d4", "secure_token": "sec_0f9e8d7c6b5a", "status": "open", )"
    R"("url": "https://checkout.example.test/c/sec_0f9e8d7c6b5a", "customer_id": "cus_abc123", )"
    R"("line_items": [{"price_id": "price_xyz", "quantity": 1}], "currency": "usd", "total_amount_atom": 2900, )"
    R"("success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/cancel", )"
    R"("created_at": "2026-01-15T10:30:00Z", "expires_at": "2026-01-16T10:30:00Z"})";

money::Money sum(qint64 minor, const char *code)
{
    return {minor, *money::Currency::fromCode(QString::fromLatin1(code))};
}

QDateTime utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
}

/// Returns the contract's session with one member replaced; JSON null removes nothing, an undefined value does.
QJsonDocument sessionWith(const QString &member, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(contractSession).object();
    if (value.isUndefined())
        object.remove(member);
    else
        object[member] = value;
    return QJsonDocument(object);
}

template <class T> checkout::Result<providers::Page<T>> pageWith(const QByteArray &item)
{
    return decodePage<T>(
        QJsonDocument::fromJson("{\"items\": [" + item + "], \"total\": 1, \"limit\": 20, \"offset\": 0}"), 0);
}

QString detailsOf(const auto &result)
{
    return result ? u"(none)"_s : result.error().details;
}

} // namespace

class PaymentKitAnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void sessionOfTheContract()
    {
        const auto session = decodeSession(QJsonDocument::fromJson(contractSession));
        QVERIFY(session);
        QCOMPARE(session->id, u"cs_dev_a1b2c3d4"_s);
        QCOMPARE(session->secureToken, u"sec_0f9e8d7c6b5a"_s);
        QCOMPARE(session->url, u"https://checkout.example.test/c/sec_0f9e8d7c6b5a"_s);
        QCOMPARE(session->status, SessionStatus::Open);
        QCOMPARE(session->customer.id, u"cus_abc123"_s);
        QVERIFY(session->amount == sum(2900, "USD"));
        QCOMPARE(session->createdAt, utc("2026-01-15T10:30:00Z"));
        QCOMPARE(session->expiresAt, utc("2026-01-16T10:30:00Z"));
        QVERIFY(!session->paidTier);
        QVERIFY(session->attempts.empty());
    }

    void whatItWasMadeOf()
    {
        const checkout::SessionDraft contents =
            decodeSession(QJsonDocument::fromJson(R"({"id": "a", "secure_token": "b",
            "line_items": [{"price_id": "p", "quantity": 3}, {"price_id": "q"}], "promotion_code": "SAVE", "coupon_id": null,
            "cascade_line_items": [{"line_items": [{"price_id": "r", "quantity": 1}], "processor_route_id": null}],
            "custom_fields": {"n": 9007199254740993, "half": 0.5, "yes": true, "none": null},
            "params_for_sub": {"custom_fields": {"tier": "studio"}}})"))
                ->contents;
        QCOMPARE(contents.lineItems, (std::vector{checkout::LineItem(u"p"_s, 3), checkout::LineItem(u"q"_s, 0)}));
        QCOMPARE(contents.promotionCode, u"SAVE"_s);
        QCOMPARE(contents.couponId, QString());
        QCOMPARE(contents.cascade, (std::vector{checkout::CascadeTier({checkout::LineItem(u"r"_s, 1)}, {})}));
        QCOMPARE(contents.customFields, (std::vector{checkout::CustomField(u"half"_s, 0.5),
                                                     checkout::CustomField(u"n"_s, qint64(9007199254740993)),
                                                     checkout::CustomField(u"yes"_s, true)}));
        QCOMPARE(contents.subscriptionCustomFields, (std::vector{checkout::CustomField(u"tier"_s, u"studio"_s)}));
        QVERIFY(!contents.expiresInHours);
    }

    void twoMembersAreEnough()
    {
        const auto session = decodeSession(QJsonDocument::fromJson(R"({"id": "a", "secure_token": "b", "new": [1]})"));
        QVERIFY(session);
        QCOMPARE(session->status, SessionStatus::Unrecognised);
        QVERIFY(!session->amount);
        QVERIFY(!session->expiresAt.isValid());
    }

    void aTextForPeopleTurnsNoDirectionAndHoldsNoControls()
    {
        const QString odd = u"insufficient%1_funds%2[31m"_s.arg(QChar(0x202e)).arg(QChar(0x1b));
        const QJsonObject attempt{{u"status"_s, u"declined"_s},
                                  {u"decline_code"_s, odd},
                                  {u"amount_atom"_s, 2900},
                                  {u"currency"_s, u"usd"_s}};
        const auto session = decodeSession(sessionWith(u"attempts"_s, QJsonArray{attempt}));
        QVERIFY(session);
        QCOMPARE(session->attempts.at(0).declineCode, u"insufficient_funds"_s);
    }

    void tierThatPaidAndEveryAttempt()
    {
        const auto session = decodeSession(sessionWith(u"attempts"_s, QJsonDocument::fromJson(R"([
            {"tier": 0, "processor_route_id": null, "status": "declined", "decline_code": "insufficient_funds",
             "amount_atom": 2900, "currency": "usd", "created_at": "2026-01-15T11:00:00+01:00"},
            {"tier": 1, "processor_route_id": "proute_b", "status": "succeeded", "amount_atom": 900}])")
                                                                          .array()));
        QVERIFY(session);
        QCOMPARE(session->attempts.size(), std::size_t(2));
        const checkout::PaymentAttempt &declined = session->attempts[0];
        QVERIFY(!declined.succeeded);
        QCOMPARE(declined.declineCode, u"insufficient_funds"_s);
        QVERIFY(declined.amount == sum(2900, "USD"));
        QCOMPARE(declined.at, utc("2026-01-15T10:00:00Z"));
        const checkout::PaymentAttempt &taken = session->attempts[1];
        QVERIFY(taken.succeeded);
        QCOMPARE(taken.tier, 1);
        QCOMPARE(taken.processorRouteId, u"proute_b"_s);
        QCOMPARE(decodeSession(sessionWith(u"paid_tier"_s, 1))->paidTier, std::optional(1));
    }

    void sessionStatusesAreNormalised_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<SessionStatus>("status");
        QTest::newRow("open") << "open" << SessionStatus::Open;
        QTest::newRow("completed") << "completed" << SessionStatus::Completed;
        QTest::newRow("complete") << "complete" << SessionStatus::Completed;
        QTest::newRow("paid") << "paid" << SessionStatus::Completed;
        QTest::newRow("expired") << "expired" << SessionStatus::Expired;
        QTest::newRow("failed") << "failed" << SessionStatus::Failed;
        QTest::newRow("another word") << "frozen" << SessionStatus::Unrecognised;
        QTest::newRow("never guessed from case") << "Open" << SessionStatus::Unrecognised;
    }
    void sessionStatusesAreNormalised()
    {
        QFETCH(QString, word);
        QFETCH(SessionStatus, status);
        const auto session = decodeSession(sessionWith(u"status"_s, word));
        QVERIFY(session);
        QCOMPARE(session->status, status);
        QCOMPARE(session->rawStatus, word);
    }

    void unreadableSessionNamesTheMember_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no id") << "id" << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("empty token") << "secure_token" << QJsonValue(QString());
        QTest::newRow("id is a number") << "id" << QJsonValue(5);
        QTest::newRow("token beyond any length") << "secure_token" << QJsonValue(QString(5000, u'x'));
        QTest::newRow("address beyond any length") << "url" << QJsonValue(QString(5000, u'x'));
        QTest::newRow("status is a number") << "status" << QJsonValue(1);
        QTest::newRow("amount with a fraction") << "total_amount_atom" << QJsonValue(29.5);
        QTest::newRow("amount beyond int64") << "total_amount_atom" << QJsonValue(1e19);
        QTest::newRow("amount as text") << "total_amount_atom" << QJsonValue(u"2900"_s);
        QTest::newRow("time") << "expires_at" << QJsonValue(u"tomorrow"_s);
        QTest::newRow("negative tier") << "paid_tier" << QJsonValue(-1);
        QTest::newRow("quantity with a fraction")
            << "line_items" << QJsonValue(QJsonArray{QJsonObject{{u"quantity"_s, 1.5}}});
        QTest::newRow("nested custom field") << "custom_fields" << QJsonValue(QJsonObject{{u"a"_s, QJsonObject()}});
        QTest::newRow("attempts are no list") << "attempts" << QJsonValue(QJsonObject());
    }
    void unreadableSessionNamesTheMember()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        const auto session = decodeSession(sessionWith(member, value));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, checkout::ErrorKind::Malformed);
        QVERIFY2(session.error().details.startsWith(member), qPrintable(session.error().details));
    }

    void amountInAnUnknownCurrencyIsNotTold()
    {
        const auto session = decodeSession(sessionWith(u"currency"_s, u"zzz"_s));
        QVERIFY(session);
        QVERIFY(!session->amount);
    }

    void createdSessionIsNeverLostForAnOddMember()
    {
        const auto created = decodeCreated(sessionWith(u"total_amount_atom"_s, 29.5));
        QVERIFY(created);
        QCOMPARE(created->id, u"cs_dev_a1b2c3d4"_s);
        QCOMPARE(created->secureToken, u"sec_0f9e8d7c6b5a"_s);
        QVERIFY(!created->amount);
        QVERIFY(!created->url.isEmpty());
        QCOMPARE(decodeCreated(sessionWith(u"status"_s, QJsonValue()))->status, SessionStatus::Open);
        QVERIFY(!decodeCreated(sessionWith(u"id"_s, QJsonValue())));
        QVERIFY(!decodeCreated(sessionWith(u"secure_token"_s, QJsonValue())));
        QVERIFY(!decodeCreated(QJsonDocument::fromJson("[]")));
    }

    void onlyAStampWithItsZoneAndTimeOfDayIsAMoment_data()
    {
        QTest::addColumn<QByteArray>("stamp");
        QTest::addColumn<QDateTime>("moment");
        QTest::newRow("UTC") << QByteArray(R"("2026-01-15T10:30:00Z")") << utc("2026-01-15T10:30:00Z");
        QTest::newRow("another zone") << QByteArray(R"("2026-01-15T11:30:00+01:00")") << utc("2026-01-15T10:30:00Z");
        QTest::newRow("no zone") << QByteArray(R"("2026-01-15T10:30:00")") << QDateTime();
        QTest::newRow("a date") << QByteArray(R"("2026-01-15")") << QDateTime();
        QTest::newRow("a number") << QByteArray("1768473000") << QDateTime();
        QTest::newRow("no time at all") << QByteArray(R"("soon")") << QDateTime();
    }
    void onlyAStampWithItsZoneAndTimeOfDayIsAMoment()
    {
        QFETCH(const QByteArray, stamp);
        QFETCH(const QDateTime, moment);
        // No contract has it of a coupon: however it is written, the coupon can be read.
        const auto page = pageWith<checkout::Coupon>(R"({"id": "c", "created_at": )" + stamp + "}");
        QVERIFY(page);
        QCOMPARE(page->items.size(), size_t(1));
        QCOMPARE(page->items.front().createdAt, moment);
    }

    void prices()
    {
        const auto page = pageWith<checkout::Price>(
            R"({"id": "p", "product_id": "prod", "name": null, "type": "recurring", "billing_period": "month",
                "unit_amount_atom": 9223372036854775807, "currency": "xof", "is_active": false})");
        QVERIFY(page);
        const checkout::Price &price = page->items.front();
        QVERIFY(price.unitAmount == sum(std::numeric_limits<qint64>::max(), "XOF"));
        QCOMPARE(price.productId, u"prod"_s);
        QCOMPARE(price.billingPeriod, u"month"_s);
        QVERIFY(!price.active);

        const auto vague =
            pageWith<checkout::Price>(R"({"id": "p", "type": "recurring", "unit_amount_atom": 1, "currency": "eur"})");
        QVERIFY2(!vague->items.front().billingPeriod.isEmpty(),
                 "a recurring price must not look like a single payment");
    }

    void coupons_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("figure");
        using Kind = checkout::Coupon::Kind;
        QTest::newRow("percent") << QByteArray(R"({"id": "c", "discount_type": "percentage", "percent_off": 20})")
                                 << int(Kind::Percentage) << qint64(2000);
        QTest::newRow("hundredths") << QByteArray(R"({"id": "c", "discount_type": "percentage", "percent_off": 12.34})")
                                    << int(Kind::Percentage) << qint64(1234);
        QTest::newRow("finer is not reckoned here")
            << QByteArray(R"({"id": "c", "discount_type": "percentage", "percent_off": 33.3333})") << int(Kind::Other)
            << qint64(0);
        QTest::newRow("beyond all") << QByteArray(R"({"id": "c", "discount_type": "percentage", "percent_off": 120})")
                                    << int(Kind::Other) << qint64(0);
        QTest::newRow("fixed")
            << QByteArray(R"({"id": "c", "discount_type": "fixed_amount", "amount_off_atom": 500, "currency": "eur"})")
            << int(Kind::FixedAmount) << qint64(500);
        QTest::newRow("fixed in no currency")
            << QByteArray(R"({"id": "c", "discount_type": "fixed_amount", "amount_off_atom": 500})") << int(Kind::Other)
            << qint64(0);
        QTest::newRow("trial") << QByteArray(R"({"id": "c", "discount_type": "trial_extension", "trial_days": 5})")
                               << int(Kind::Other) << qint64(0);
    }
    void coupons()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        QFETCH(qint64, figure);
        const auto page = pageWith<checkout::Coupon>(json);
        QVERIFY2(page, qPrintable(detailsOf(page)));
        const checkout::Coupon &coupon = page->items.front();
        QCOMPARE(int(coupon.kind), kind);
        QCOMPARE(coupon.amountOff ? coupon.amountOff->minorUnits() : coupon.basisPoints, figure);
    }

    void howLongACouponIsTakenOff_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("duration"); // -1: not told
        using Duration = checkout::Coupon::Duration;
        QTest::newRow("once") << QByteArray("once") << int(Duration::Once);
        QTest::newRow("repeating") << QByteArray("repeating") << int(Duration::Repeating);
        QTest::newRow("forever") << QByteArray("forever") << int(Duration::Forever);
        QTest::newRow("a word of tomorrow") << QByteArray("sometimes") << -1;
    }
    void howLongACouponIsTakenOff()
    {
        QFETCH(QByteArray, word);
        QFETCH(int, duration);
        const QByteArray json = R"({"id": "c", "duration_in_months": 3, "duration": "WORD"})";
        const auto page = pageWith<checkout::Coupon>(QByteArray(json).replace("WORD", word));
        QVERIFY2(page, qPrintable(detailsOf(page)));
        const auto &read = page->items.front().duration;
        QCOMPARE(read ? int(*read) : -1, duration);
        QCOMPARE(page->items.front().months, std::optional<qint64>(3));
    }

    void limitsOfCodes()
    {
        const auto page = pageWith<checkout::PromotionCode>(R"({"code": "SAVE", "coupon_id": "c", "max_redemptions": 5,
            "times_redeemed": 5, "expires_at": "2026-03-31T23:59:59.999Z", "is_active": false})");
        QVERIFY2(page, qPrintable(detailsOf(page)));
        const checkout::PromotionCode &code = page->items.front();
        QCOMPARE(code.maxRedemptions, std::optional<qint64>(5));
        QCOMPARE(code.timesRedeemed, qint64(5));
        QCOMPARE(code.expiresAt.toUTC().toString(Qt::ISODateWithMs), u"2026-03-31T23:59:59.999Z"_s);
        QVERIFY(!code.active);
        const auto broken = pageWith<checkout::PromotionCode>(R"({"code": "SAVE"})");
        QVERIFY(broken->items.empty());
        QCOMPARE(broken->unread.front().id, u"SAVE"_s);
        QCOMPARE(broken->unread.front().words, u"items[0].coupon_id is missing"_s);
    }

    void routesKeepTheirOrder()
    {
        const auto page = pageWith<checkout::ProcessorRoute>(
            R"({"id": "r", "name": "US", "processors": [{"processor_id": "b"}, {"processor_id": "a"}]})");
        QVERIFY(page);
        QCOMPARE(page->items.front().processorIds, (std::vector<QString>{u"b"_s, u"a"_s}));
        const auto broken = pageWith<checkout::ProcessorRoute>(R"({"id": "r", "name": "US", "processors": [{}]})");
        QVERIFY(broken->items.empty());
        QCOMPARE(broken->unread.front().words, u"items[0].processors[0].processor_id is missing"_s);
    }

    void transactions()
    {
        const auto page =
            pageWith<checkout::Transaction>(R"({"id": "t", "status": "partially_refunded", "amount_atom": 2900,
            "refunded_amount_atom": 900, "discount_atom": 100, "currency": "eur", "checkout_session_id": "cs",
            "customer_id": null, "created_at": "2026-01-15T10:30:00Z", "cascade_tier": 1, "processor_route_id": "r",
            "decline_code": null, "card_brand": "visa", "card_last4": "4242"})");
        QVERIFY2(page, qPrintable(detailsOf(page)));
        const checkout::Transaction &transaction = page->items.front();
        QCOMPARE(transaction.status, TransactionStatus::PartlyRefunded);
        QVERIFY(transaction.amount == sum(2900, "EUR"));
        QVERIFY(transaction.refunded == sum(900, "EUR"));
        QVERIFY(transaction.discount == sum(100, "EUR"));
        QCOMPARE(transaction.tier, std::optional(1));
        QCOMPARE(transaction.method, u"Visa ending 4242"_s);
        const auto other = pageWith<checkout::Transaction>(
            R"({"id": "t", "status": "disputed", "amount_atom": 1, "currency": "eur"})");
        QCOMPARE(other->items.front().status, TransactionStatus::Unrecognised);
        QCOMPARE(other->items.front().rawStatus, u"disputed"_s);
        QVERIFY(!other->items.front().tier);
        const auto broken =
            pageWith<checkout::Transaction>(R"({"id": "t", "status": "failed", "amount_atom": 1, "currency": "zzz"})");
        QVERIFY(broken->items.empty());
        QCOMPARE(broken->unread.size(), std::size_t(1));
    }

    void moreIsToldByTheTotal()
    {
        const auto page = [](const char *json, int offset) {
            return decodePage<checkout::Customer>(QJsonDocument::fromJson(json), offset);
        };
        QVERIFY(page(R"({"items": [{"id": "a"}], "total": 3})", 1)->more);
        QVERIFY(!page(R"({"items": [{"id": "a"}], "total": 3})", 2)->more);
        QVERIFY(!page(R"({"items": [], "total": 3})", 0)->more);
        // A server that says nothing may give fewer than it was asked for.
        QVERIFY(page(R"({"items": [{"id": "a"}]})", 0)->more);
        QVERIFY(!page(R"({"items": []})", 1)->more);
        QVERIFY(!page(R"({"items": [{"id": "a"}], "has_more": false})", 0)->more);
        QVERIFY(page(R"({"items": [{"id": "a"}], "has_more": true, "total": 1})", 0)->more);
        QCOMPARE(detailsOf(page(R"({"data": []})", 0)), u"items is missing."_s);
        QCOMPARE(detailsOf(page(R"([])", 0)), u"The answer is not a JSON object."_s);
    }
};

TILLDECK_TEST(PaymentKitAnswersTest)

} // namespace codec_answers_test

#include "tst_codec_answers.moc"
