// SPDX-License-Identifier: GPL-3.0-or-later
// Promotion codes, coupons and processor routes that the dashboard makes at PaymentKit.
#include "providers/scripted_ikawaari.h"
#include "support/runner.h"

#include <QTest>

namespace paymentkit_writes_test {

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace Qt::StringLiterals;
using checkout::Coupon;
using checkout::ErrorKind;
using checkout::ProcessorRoute;
using checkout::PromotionCode;
using http::test::answer;
using http::test::ScriptedServer;
using ikawaari::bodyOf;
using ikawaari::sum;

namespace {

const QByteArray spring =
    R"({"id": "promo_1", "code": "SPRING", "coupon_id": "coupon_1", "max_redemptions": 5, "times_redeemed": 0, )"
    R"("expires_at": "2126-06-01T00:00:00Z", "is_active": true})";
const QByteArray coupon =
    R"({"id": "coupon_1", "name": "Spring", "discount_type": "percentage", "percent_off": 12.5, "is_active": true})";
const QByteArray route =
    R"({"id": "proute_1", "name": "US", "processors": [{"processor_id": "p2"}, {"processor_id": "p1"}]})";

PromotionCode springCode()
{
    PromotionCode code;
    code.code = u"SPRING"_s;
    code.couponId = u"coupon_1"_s;
    code.maxRedemptions = 5;
    code.expiresAt = QDateTime(QDate(2126, 6, 1), QTime(0, 0), Qt::UTC);
    return code;
}

Coupon percentage(qint64 basisPoints)
{
    Coupon coupon;
    coupon.name = u"Spring"_s;
    coupon.kind = Coupon::Kind::Percentage;
    coupon.basisPoints = basisPoints;
    return coupon;
}

ProcessorRoute twoProcessors(const QString &id)
{
    ProcessorRoute route;
    route.id = id;
    route.name = u"US"_s;
    route.processorIds = {u"p2"_s, u"p1"_s};
    return route;
}

} // namespace

class PaymentKitWritesTest : public QObject
{
    Q_OBJECT

private:
    http::HttpClient m_http;

private slots:
    void aPromotionCodeIsMade()
    {
        ScriptedServer server(answer(201, spring));
        const auto code =
            QCoro::waitFor(send(providerFor(m_http, server)->preparePromotionCode(springCode(), u"key-1"_s)));
        QVERIFY(code);
        QCOMPARE(code->id, u"promo_1"_s);
        QCOMPARE(code->code, u"SPRING"_s);
        const QByteArray &sent = server.requests().first();
        QVERIFY(sent.startsWith("POST /api/acc/promotion-codes HTTP/1.1"));
        QCOMPARE(headerOf(sent, "Idempotency-Key"), QByteArray("key-1"));
        QCOMPARE(bodyOf(sent), QByteArray(R"({"code":"SPRING","coupon_id":"coupon_1","max_redemptions":5,)"
                                          R"("expires_at":"2126-06-01T00:00:00Z"})"));
    }

    void couponsTakeOffAPercentageOrAnAmount()
    {
        ScriptedServer server(answer(201, coupon));
        const auto provider = providerFor(m_http, server);
        const auto made = QCoro::waitFor(send(provider->prepareCoupon(percentage(1250), u"key-1"_s)));
        QVERIFY(made);
        QCOMPARE(made->basisPoints, 1250);
        QCOMPARE(bodyOf(server.requests().last()),
                 QByteArray(R"({"name":"Spring","discount_type":"percentage","percent_off":12.5})"));
        (void)QCoro::waitFor(send(provider->prepareCoupon(percentage(2000), u"key-2"_s)));
        QVERIFY(bodyOf(server.requests().last()).contains(R"("percent_off":20})"));
        Coupon fixed;
        fixed.kind = Coupon::Kind::FixedAmount;
        fixed.amountOff = sum(500, "EUR");
        (void)QCoro::waitFor(send(provider->prepareCoupon(fixed, u"key-3"_s)));
        QCOMPARE(bodyOf(server.requests().last()),
                 QByteArray(R"({"discount_type":"fixed_amount","amount_off_atom":500,"currency":"eur"})"));
        QVERIFY(server.requests().last().startsWith("POST /api/acc/coupons HTTP/1.1"));
        fixed.duration = Coupon::Duration::Repeating;
        fixed.months = 3;
        fixed.maxRedemptions = 5;
        (void)QCoro::waitFor(send(provider->prepareCoupon(fixed, u"key-4"_s)));
        QVERIFY(
            bodyOf(server.requests().last())
                .endsWith(R"("currency":"eur","duration":"repeating","duration_in_months":3,"max_redemptions":5})"));
    }

    void whatIsIncompleteIsNotSent()
    {
        ScriptedServer server(answer(201, "{}"));
        const auto provider = providerFor(m_http, server);
        const auto code = QCoro::waitFor(send(provider->preparePromotionCode(PromotionCode(), u"k"_s)));
        QCOMPARE(code.error().kind, ErrorKind::InvalidInput);
        const auto coupon = QCoro::waitFor(send(provider->prepareCoupon(Coupon(), u"k"_s)));
        QCOMPARE(coupon.error().kind, ErrorKind::InvalidInput);
        const auto route = QCoro::waitFor(send(provider->prepareRoute(ProcessorRoute())));
        QCOMPARE(route.error().kind, ErrorKind::InvalidInput);
        // Listed without an id, there is no address to switch it off at.
        const auto nameless = QCoro::waitFor(send(provider->prepareSwitchOff(springCode())));
        QCOMPARE(nameless.error().kind, ErrorKind::NotFound);
        QVERIFY(server.requests().isEmpty());
    }

    void codesAndCouponsAreSwitchedOff()
    {
        ScriptedServer server(answer(200, QByteArray(spring).replace("true", "false")));
        PromotionCode code = springCode();
        code.id = u"promo_1"_s;
        const auto off = QCoro::waitFor(send(providerFor(m_http, server)->prepareSwitchOff(code)));
        QVERIFY(off && !off->active);
        QVERIFY(server.requests().first().startsWith("PATCH /api/acc/promotion-codes/promo_1 HTTP/1.1"));
        QCOMPARE(bodyOf(server.requests().first()), QByteArray(R"({"is_active":false})"));

        ScriptedServer other(answer(200, QByteArray(paymentkit_writes_test::coupon).replace("true", "false")));
        Coupon coupon = percentage(1250);
        coupon.id = u"coupon_1"_s;
        const auto gone = QCoro::waitFor(send(providerFor(m_http, other)->prepareSwitchOff(coupon)));
        QVERIFY(gone && !gone->active);
        QVERIFY(other.requests().first().startsWith("PATCH /api/acc/coupons/coupon_1 HTTP/1.1"));
    }

    void routesAreMadeAndReordered()
    {
        ScriptedServer server(answer(200, paymentkit_writes_test::route));
        const auto provider = providerFor(m_http, server);
        const QByteArray body = R"({"name":"US","processors":[{"processor_id":"p2"},{"processor_id":"p1"}]})";
        const auto made = QCoro::waitFor(send(provider->prepareRoute(twoProcessors({}))));
        QVERIFY(made);
        QCOMPARE(made->id, u"proute_1"_s);
        QCOMPARE(made->processorIds, (std::vector<QString>{u"p2"_s, u"p1"_s}));
        QVERIFY(server.requests().last().startsWith("POST /v1/processor-routes HTTP/1.1"));
        QCOMPARE(bodyOf(server.requests().last()), body);
        const auto changed = QCoro::waitFor(send(provider->prepareRoute(twoProcessors(u"proute_1"_s))));
        QVERIFY(changed);
        QVERIFY(server.requests().last().startsWith("PATCH /v1/processor-routes/proute_1 HTTP/1.1"));
        QCOMPARE(bodyOf(server.requests().last()), body);
    }

    void whatIsReadIsWhatIsSent()
    {
        ScriptedServer server(answer(200, "{}"));
        const auto provider = providerFor(m_http, server);
        PromotionCode code = springCode();
        code.id = u"promo_1"_s;
        Coupon known = percentage(1250);
        known.id = u"coupon_1"_s;
        const auto compare = [&server](const auto &write) {
            const auto text = write->text();
            (void)QCoro::waitFor(write->send());
            const QByteArray sent = server.requests().last();
            QCOMPARE(text.body, bodyOf(sent));
            QCOMPARE(write->body(), bodyOf(sent));
            QVERIFY(sent.startsWith(text.method + ' ' + text.url.path().toLatin1() + ' '));
            for (const auto &[name, value] : text.headers)
                QVERIFY2(!value.contains(key.toLatin1()), name.constData());
        };
        compare(provider->preparePromotionCode(code, u"k"_s));
        compare(provider->prepareSwitchOff(code));
        compare(provider->prepareCoupon(known, u"k"_s));
        compare(provider->prepareSwitchOff(known));
        compare(provider->prepareRoute(twoProcessors({})));
        compare(provider->prepareRoute(twoProcessors(u"r"_s)));
        QCOMPARE(server.requests().size(), 6);
    }

    void eachWriteIsSentOnce_data()
    {
        QTest::addColumn<QByteArray>("wire"); // empty: the connection is reset
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("reset") << QByteArray() << ErrorKind::UnknownOutcome;
        QTest::newRow("500") << answer(500, "{}") << ErrorKind::UnknownOutcome;
        QTest::newRow("unreadable") << answer(201, R"({"id": 7})") << ErrorKind::UnknownOutcome;
        QTest::newRow("422") << answer(422, R"({"title": "no", "detail": "SPRING exists already."})")
                             << ErrorKind::Rejected;
        QTest::newRow("403") << answer(403, "{}") << ErrorKind::Forbidden;
    }
    void eachWriteIsSentOnce()
    {
        QFETCH(QByteArray, wire);
        QFETCH(ErrorKind, kind);
        ScriptedServer server;
        server.onRequest = [wire](QTcpSocket &socket, const QByteArray &) {
            if (wire.isEmpty())
                return http::test::reset(socket);
            socket.write(wire);
        };
        const auto provider = providerFor(m_http, server);
        const auto code = QCoro::waitFor(send(provider->preparePromotionCode(springCode(), u"k"_s)));
        QCOMPARE(code.error().kind, kind);
        QVERIFY(!code.error().sentence.contains("session"_L1));
        const auto coupon = QCoro::waitFor(send(provider->prepareCoupon(percentage(100), u"k"_s)));
        QCOMPARE(coupon.error().kind, kind);
        const auto route = QCoro::waitFor(send(provider->prepareRoute(twoProcessors(u"r"_s))));
        QCOMPARE(route.error().kind, kind);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 2);
        QCOMPARE(server.copiesOf("PATCH /"), 1);
    }
};

TILLDECK_TEST(PaymentKitWritesTest)

} // namespace paymentkit_writes_test

#include "tst_paymentkit_writes.moc"
