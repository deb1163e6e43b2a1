// SPDX-License-Identifier: GPL-3.0-or-later
// What a merchant is told when the server at the account's address cannot show that it is the provider's.
#include "desk/check_key.h"
#include "desk/code_shop.h"
#include "desk/create_session.h"
#include "desk/deactivate_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/refresh_session.h"
#include "http/tls_server.h"
#include "support/runner.h"

namespace unsafe_connection_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using namespace http::test;

class UnsafeConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsSentAndTheCreationIsNotUnknown_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("says");
        QTest::newRow("signed by itself") << selfSignedCertificate << false << u"Nobody whom this computer trusts"_s;
        QTest::newRow("expired") << expiredCertificate << true << u"is not valid today"_s;
        QTest::newRow("of another host") << elsewhereCertificate << true << u"certificate of another host"_s;
    }
    void nothingIsSentAndTheCreationIsNotUnknown()
    {
        QFETCH(const QByteArray, certificate);
        QFETCH(const bool, trusted);
        QFETCH(const QString, says);
        const auto trusting = trusted ? std::make_unique<TrustedAuthority>() : nullptr;
        TlsServer server(certificate);
        Bench bench;
        const QString id = bench.connectTo(u"Shop"_s, server.baseUrl(), u"acc_1"_s, u"sk_test_abcdefgh"_s);

        const CreateOutcome created = QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt));
        QCOMPARE(created.end, CreateOutcome::End::Rejected);
        QVERIFY2(created.error->sentence.contains(says), qPrintable(created.error->sentence));
        QVERIFY2(created.error->sentence.contains(u"nothing was sent"_s), qPrintable(created.error->sentence));
        QVERIFY(bench.list(id).rows.empty());
        QVERIFY(bench.desk->journal().unknown().result()->empty());
        const auto asked = QCoro::waitFor(refreshSession(bench.desk.get(), id, u"cs_1"_s));
        QVERIFY(!asked && asked.error().sentence.contains(says));
        const auto account = bench.desk->accounts().byId(id);
        const auto checked = QCoro::waitFor(checkKey(bench.desk.get(), *account, http::Secret(u"sk_test_another1"_s)));
        QVERIFY(!checked && checked.error().sentence.contains(says));

        // No header and no key: not one byte inside the connection.
        QVERIFY(server.handshakes >= 3);
        QCOMPARE(server.received, QByteArray());
    }

    /// The second finds the intent of the first, of which nothing was sent.
    void whatIsSwitchedOffTwiceAtOnceIsNotUnknownWhereNothingIsSent()
    {
        TlsServer server(selfSignedCertificate);
        Bench bench;
        const QString id = bench.connectTo(u"Shop"_s, server.baseUrl(), u"acc_1"_s, u"sk_test_abcdefgh"_s);
        checkout::Coupon coupon;
        coupon.id = u"coupon_1"_s;
        auto first = deactivateCoupon(bench.desk.get(), id, coupon);
        auto second = deactivateCoupon(bench.desk.get(), id, coupon);
        const auto firstEnd = QCoro::waitFor(std::move(first));
        const auto secondEnd = QCoro::waitFor(std::move(second));
        QVERIFY(!firstEnd && !secondEnd);
        QVERIFY2(!checkout::mayHaveTakenEffect(firstEnd.error()), qPrintable(firstEnd.error().sentence));
        QVERIFY2(!checkout::mayHaveTakenEffect(secondEnd.error()), qPrintable(secondEnd.error().sentence));
        const auto third = QCoro::waitFor(deactivateCoupon(bench.desk.get(), id, coupon));
        QVERIFY2(third.error().sentence.contains(u"nothing was sent"_s), qPrintable(third.error().sentence));
        QVERIFY(bench.desk->journal().unsettled(id).result()->empty());
        QCOMPARE(server.received, QByteArray());
    }

    void whatMayHaveBeenMadeStaysUnknownWhereNothingIsSentAgain_data()
    {
        using Kind = ledger::Intent::Kind;
        QTest::addColumn<Kind>("kind");
        QTest::newRow("a coupon that is switched off") << Kind::DeactivateCoupon;
        QTest::newRow("a code that is switched off") << Kind::DeactivateCode;
        QTest::newRow("a new code") << Kind::PromotionCode;
    }
    void whatMayHaveBeenMadeStaysUnknownWhereNothingIsSentAgain()
    {
        using Kind = ledger::Intent::Kind;
        using State = ledger::Intent::State;
        QFETCH(const Kind, kind);
        CodeShop shop;
        shop.onWrite = [](int) { return CodeShop::Fault::LostAfter; };
        Desk *const desk = shop.bench.desk.get();
        const QString batch = write(shop, kind, {});
        const auto sent = [&] { return desk->journal().sent(kind, shop.account).result().value(); };
        QCOMPARE(sent().size(), size_t(1));
        QCOMPARE(sent().front().state, State::Unknown);
        shop.server.close();
        for (QTcpSocket *socket : shop.server.findChildren<QTcpSocket *>())
            socket->abort();
        write(shop, kind, batch);
        QCOMPARE(sent().size(), size_t(1));
        QCOMPARE(sent().front().state, State::Unknown);
        QCOMPARE(shop.keys.size(), 1);
    }

private:
    /// Sends what is of @p kind, or goes on with @p batch. Returns the batch that is left open.
    static QString write(CodeShop &shop, ledger::Intent::Kind kind, const QString &batch)
    {
        Desk *const desk = shop.bench.desk.get();
        checkout::Coupon coupon;
        coupon.id = u"coupon_1"_s;
        checkout::PromotionCode code;
        code.id = u"promo_1"_s;
        if (kind == ledger::Intent::Kind::DeactivateCoupon) {
            (void)waitFor(deactivateCoupon(desk, shop.account, coupon));
        } else if (kind == ledger::Intent::Kind::DeactivateCode) {
            (void)waitFor(deactivatePromotionCode(desk, shop.account, code));
        } else {
            PromotionBatch codes(*desk);
            PromotionBatch::Order order;
            order.accountId = shop.account;
            order.couponId = coupon.id;
            order.pattern = u"WELCOME"_s;
            (void)ended(codes, [&] { batch.isEmpty() ? codes.start(order) : codes.resume(shop.account, batch); });
            return codes.unfinishedId();
        }
        return {};
    }
};

TILLDECK_TEST(UnsafeConnectionTest)

} // namespace unsafe_connection_test

#include "tst_unsafe_connection.moc"
