// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of PaymentKit's lists that cannot be read, beside those that can.
#include "providers/paymentkit/codec_catalog.h"
#include "providers/paymentkit/codec_sessions.h"
#include "support/runner.h"

#include <QTest>

namespace unreadable_rows_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::paymentkit;
using namespace Qt::StringLiterals;

namespace {

template <class T> checkout::Result<providers::Page<T>> pageWith(const QByteArray &rows)
{
    return decodePage<T>(QJsonDocument::fromJson("{\"items\": [" + rows + "]}"), 0);
}

QString detailsOf(const auto &result)
{
    return result ? u"(none)"_s : result.error().details;
}

} // namespace

class UnreadableRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void anUnreadableRowCostsThatRowOnly_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("words");
        QTest::newRow("fraction") << QByteArray(R"({"id": "p", "unit_amount_atom": 1.5, "currency": "eur"})") << u"p"_s
                                  << u"\"unit_amount_atom\":1.5"_s;
        QTest::newRow("amount as text") << QByteArray(R"({"id": "p", "unit_amount_atom": "100", "currency": "eur"})")
                                        << u"p"_s << u"\"unit_amount_atom\":\"100\""_s;
        QTest::newRow("no amount") << QByteArray(R"({"id": "p", "currency": "eur"})") << u"p"_s
                                   << u"items[0].unit_amount_atom is missing"_s;
        QTest::newRow("amount of null") << QByteArray(R"({"id": "p", "unit_amount_atom": null, "currency": "eur"})")
                                        << u"p"_s << u"\"unit_amount_atom\":null"_s;
        QTest::newRow("unknown currency") << QByteArray(R"({"id": "p", "unit_amount_atom": 1, "currency": "qqq"})")
                                          << u"p"_s << u"\"currency\":\"qqq\""_s;
        QTest::newRow("no currency") << QByteArray(R"({"id": "p", "unit_amount_atom": 1})") << u"p"_s
                                     << u"items[0].currency is missing"_s;
        QTest::newRow("name is a list") << QByteArray(
                                               R"({"id": "p", "name": [], "unit_amount_atom": 1, "currency": "eur"})")
                                        << u"p"_s << u"\"name\":[]"_s;
        QTest::newRow("no id") << QByteArray(R"({"unit_amount_atom": 1, "currency": "eur"})") << QString()
                               << u"items[0].id is missing"_s;
        QTest::newRow("no object") << QByteArray("7") << QString() << u"items[0] is not an object"_s;
    }
    void anUnreadableRowCostsThatRowOnly()
    {
        QFETCH(QByteArray, item);
        QFETCH(QString, id);
        QFETCH(QString, words);
        const auto page =
            pageWith<checkout::Price>(item + R"(, {"id": "good", "unit_amount_atom": 1, "currency": "eur"})");
        QVERIFY2(page, qPrintable(detailsOf(page)));
        QCOMPARE(page->items.size(), std::size_t(1));
        QCOMPARE(page->items.front().id, u"good"_s);
        QCOMPARE(page->unread.size(), std::size_t(1));
        QCOMPARE(page->unread.front().id, id);
        QCOMPARE(page->unread.front().words, words);
        QVERIFY(!page->unread.front().identity.isEmpty());
        QCOMPARE(page->size(), 2);
    }

    void aPaymentThatCannotBeReadStandsForItself_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("words");
        QTest::newRow("currency") << QByteArray(R"("amount_atom": 100, "currency": "qqq")")
                                  << u"\"currency\":\"qqq\""_s;
        QTest::newRow("fraction") << QByteArray(R"("amount_atom": 10.5, "currency": "eur")")
                                  << u"\"amount_atom\":10.5"_s;
        QTest::newRow("date") << QByteArray(R"("amount_atom": 100, "currency": "eur", "created_at": "yesterday")")
                              << u"\"created_at\":\"yesterday\""_s;
        QTest::newRow("refunded") << QByteArray(R"("amount_atom": 100, "currency": "eur", "refunded_amount_atom": "5")")
                                  << u"\"refunded_amount_atom\":\"5\""_s;
        QTest::newRow("amount as text") << QByteArray(R"("amount_atom": "100", "currency": "eur")")
                                        << u"\"amount_atom\":\"100\""_s;
        QTest::newRow("amount of null") << QByteArray(R"("amount_atom": null, "currency": "eur")")
                                        << u"\"amount_atom\":null"_s;
        QTest::newRow("no amount") << QByteArray(R"("currency": "eur")") << u"items[1].amount_atom is missing"_s;
    }
    void aPaymentThatCannotBeReadStandsForItself()
    {
        QFETCH(QByteArray, member);
        QFETCH(QString, words);
        const auto page = pageWith<checkout::Transaction>(R"({"id": "good", "amount_atom": 5, "currency": "eur"}, )"
                                                          R"({"id": "bad", )" +
                                                          member + "}");
        QVERIFY2(page, qPrintable(detailsOf(page)));
        QCOMPARE(page->items.size(), std::size_t(1));
        QCOMPARE(page->items.front().id, u"good"_s);
        QCOMPARE(page->unread.size(), std::size_t(1));
        QCOMPARE(page->unread.front().id, u"bad"_s);
        QCOMPARE(page->unread.front().words, words);
    }

    void aPaymentWithoutAnIdStandsForItself()
    {
        const auto page = pageWith<checkout::Transaction>(R"({"amount_atom": 7, "currency": "eur"}, )"
                                                          R"({"id": "good", "amount_atom": 5, "currency": "eur"})");
        QVERIFY2(page, qPrintable(detailsOf(page)));
        QCOMPARE(page->items.size(), std::size_t(1));
        QCOMPARE(page->unread.size(), std::size_t(1));
        QCOMPARE(page->unread.front().id, QString());
        QCOMPARE(page->unread.front().words, u"items[0].id is missing"_s);
        QVERIFY(!page->unread.front().identity.isEmpty());
    }

    void everyKindOfRowStandsForItself()
    {
        const auto sessions = pageWith<checkout::Session>(
            R"({"id": "a", "secure_token": "b"}, {"id": "c", "secure_token": "d", "paid_tier": -1})");
        QCOMPARE(sessions->items.size(), std::size_t(1));
        QCOMPARE(sessions->unread.front().words, u"\"paid_tier\":-1"_s);
        const auto coupons =
            pageWith<checkout::Coupon>(R"({"id": "good", "discount_type": "percentage", "percent_off": 15}, )"
                                       R"({"id": "bad", "discount_type": "percentage", "percent_off": "15"})");
        QCOMPARE(coupons->items.front().basisPoints, 1500);
        QCOMPARE(coupons->unread.front().words, u"\"percent_off\":\"15\""_s);
        const auto codes = pageWith<checkout::PromotionCode>(
            R"({"code": "GOOD", "coupon_id": "c"}, {"code": "BAD", "coupon_id": "c", "max_redemptions": "many"})");
        QCOMPARE(codes->items.front().code, u"GOOD"_s);
        QCOMPARE(codes->unread.front().id, u"BAD"_s);
        QCOMPARE(codes->unread.front().code, u"BAD"_s);
        const auto named = pageWith<checkout::PromotionCode>(R"({"id": "promo_1", "code": "BAD", "coupon_id": 5})");
        QCOMPARE(named->unread.front().id, u"promo_1"_s);
        QCOMPARE(named->unread.front().code, u"BAD"_s);
        const auto routes = pageWith<checkout::ProcessorRoute>(
            R"({"id": "r", "processors": [{"processor_id": "p"}]}, {"id": "s", "processors": [{}]})");
        QCOMPARE(routes->items.front().id, u"r"_s);
        QCOMPARE(routes->unread.front().id, u"s"_s);
    }

    void whatIsSecretInAnUnreadableRowIsNotQuoted()
    {
        const QByteArray longToken(5000, 'x');
        const auto page = pageWith<checkout::Session>(R"({"id": "a", "secure_token": ")" + longToken + R"("})");
        QCOMPARE(page->unread.size(), std::size_t(1));
        QVERIFY2(!page->unread.front().words.contains(u"xxx"_s), qPrintable(page->unread.front().words));
        QVERIFY(page->unread.front().words.contains(u"secure_token"_s));
    }
};

TILLDECK_TEST(UnreadableRowsTest)

} // namespace unreadable_rows_test

#include "tst_unreadable_rows.moc"
