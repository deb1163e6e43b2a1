// SPDX-License-Identifier: GPL-3.0-or-later
// Ikawaari's back office: lists, filters, pages, statistics and refunds.
#include "sandbox/ikawaari/fixture.h"
#include "support/runner.h"

#include <QSet>

namespace ikawaari_office_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::test;

class IkawaariOfficeTest : public QObject
{
    Q_OBJECT

private slots:
    void sampleShopHasEveryState()
    {
        IkawaariShop shop;
        QSet<QString> states;
        QSet<QString> currencies;
        const QJsonArray payments = shop.list(u"/v1/merchant/payments?limit=100"_s);
        QCOMPARE(payments.size(), 10);
        for (const auto &payment : payments) {
            states << payment["status"_L1].toString();
            currencies << payment["currency"_L1].toString();
        }
        QCOMPARE(states, (QSet<QString>{u"pending"_s, u"succeeded"_s, u"failed"_s, u"refunded"_s}));
        QCOMPARE(currencies, (QSet<QString>{u"XOF"_s, u"EUR"_s}));
        // Those that nobody tried are payment intents, but no payments.
        QCOMPARE(shop.fetch(u"/v1/payment-intents"_s).json()["total"_L1].toInt(), 12);
        const QJsonObject stats = shop.fetch(u"/v1/merchant/transactions/stats"_s).json();
        QCOMPARE(stats["total"_L1].toInt(), stats["succeeded"_L1].toInt() + stats["failed"_L1].toInt() +
                                                stats["pending"_L1].toInt() + stats["refunded"_L1].toInt());
        QCOMPARE(stats["pending"_L1].toInt(), 1);
        QCOMPARE(stats["failed"_L1].toInt(), 6);
        QCOMPARE(shop.fetch(u"/v1/merchant/transactions/stats?type=refund"_s).json()["total"_L1].toInt(), 2);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("count");
        const auto row = [](const char *query, int count) {
            QTest::newRow(query) << QString::fromUtf8(query) << count;
        };
        row("", 10);
        row("status=failed", 2);
        row("status=failed,pending", 3);
        row("paymentMethod=card", 4);
        row("operators=orange_money,wave_ci", 3);
        row("countries=CI", 2);
        row("amountMin=44000", 3);
        row("amountMin=44000&amountMax=50000", 2);
        row("search=TAPESTRY", 2);
        row("search=koffi", 1);
        row("search=%2B225", 2);
        row("search=nothing", 0);
        // The shop's clock stands at 2027-01-15T08:00:00Z.
        row("from=2027-01-14", 3);
        row("to=2027-01-13", 7);
        row("from=2027-01-15T03:00:00Z", 1);
        row("from=2027-01-14&to=2027-01-14", 2);
    }
    void filters()
    {
        QFETCH(QString, query);
        QFETCH(int, count);
        IkawaariShop shop;
        const Reply reply = shop.fetch(u"/v1/merchant/payments?limit=100&"_s + query);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json()["total"_L1].toInt(), count);
        QCOMPARE(reply.json()["data"_L1].toArray().size(), count);
    }

    void wrongFilters_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"page=0", "limit=0", "limit=101", "page=x", "amountMin=-1", "amountMax=1.5",
                                  "from=yesterday", "to=2027-13-01", "sortBy=colour", "sortDirection=up"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }
    void wrongFilters()
    {
        QFETCH(QString, query);
        IkawaariShop shop;
        const Reply reply = shop.fetch(u"/v1/merchant/payments?"_s + query);
        QCOMPARE(reply.status, 400);
        QCOMPARE(badFields(reply), QStringList{query.section(u'=', 0, 0)});
    }

    void sorts()
    {
        IkawaariShop shop;
        const auto amounts = [&](const QString &query) {
            QList<qint64> amounts;
            const QJsonArray payments = shop.list(u"/v1/merchant/payments?limit=100&"_s + query);
            for (const auto &payment : payments)
                amounts << payment["amount"_L1].toInteger();
            return amounts;
        };
        const QList<qint64> up = amounts(u"sortBy=amount&sortDirection=asc"_s);
        QVERIFY(std::ranges::is_sorted(up));
        const QList<qint64> down = amounts(u"sortBy=amount&sortDirection=desc"_s);
        QVERIFY(std::is_sorted(down.crbegin(), down.crend()));
        const QJsonArray newest = shop.list(u"/v1/merchant/payments"_s);
        QVERIFY(newest[0]["createdAt"_L1].toString() > newest[9]["createdAt"_L1].toString());
    }

    void pagesCoverEverythingOnce()
    {
        IkawaariShop shop;
        QSet<QString> seen;
        for (int page = 1; page <= 4; ++page) {
            const QJsonObject answer = shop.fetch(u"/v1/merchant/payments?limit=3&page=%1"_s.arg(page)).json();
            QCOMPARE(answer["page"_L1].toInt(), page);
            QCOMPARE(answer["hasMore"_L1].toBool(), page < 4);
            const QJsonArray data = answer["data"_L1].toArray();
            for (const auto &payment : data)
                seen << payment["id"_L1].toString();
        }
        QCOMPARE(seen.size(), 10);
        QVERIFY(shop.list(u"/v1/merchant/payments?limit=3&page=5"_s).isEmpty());
    }

    void aCursorStaysPutWhenSomethingIsNew()
    {
        IkawaariShop shop;
        QStringList seen;
        QString cursor;
        for (int i = 0; i < 10; ++i) {
            const QString after = cursor.isEmpty() ? QString() : u"&cursor="_s + cursor;
            const QJsonObject answer = shop.fetch(u"/v1/payment-intents?limit=5"_s + after).json();
            const QJsonArray data = answer["data"_L1].toArray();
            for (const auto &intent : data)
                seen << intent["id"_L1].toString();
            QCOMPARE(answer["hasMore"_L1].toBool(), !answer["nextCursor"_L1].isNull());
            cursor = answer["nextCursor"_L1].toString();
            if (cursor.isEmpty())
                break;
            shop.create(oneLine(500));
        }
        QCOMPARE(seen.size(), 12);
        QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), 12);
        QCOMPARE(shop.fetch(u"/v1/payment-intents?cursor=pi_none"_s).status, 400);
        const QJsonObject one = shop.fetch(u"/v1/payment-intents/"_s + seen.first()).json();
        QCOMPARE(one["object"_L1].toString(), u"payment_intent"_s);
        QCOMPARE(shop.fetch(u"/v1/payment-intents/pi_none"_s).status, 404);
    }

    void refundsInParts()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.paid(oneLine(50000));
        const Reply first = shop.refund(made, {{u"amount"_s, 10000}, {u"reason"_s, u"Customer request"_s}});
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json()["status"_L1].toString(), u"succeeded"_s);
        QCOMPARE(first.json()["id"_L1], made["payment_intent"_L1]);
        const Reply above = shop.refund(made, {{u"amount"_s, 40001}});
        QCOMPARE(above.status, 400);
        QCOMPARE(badFields(above), QStringList{u"amount"_s});
        QVERIFY(above.json()["error"_L1]["message"_L1].toString().contains("40000"_L1));
        QCOMPARE(shop.refund(made, {{u"amount"_s, 0}}).status, 400);
        shop.advanceSeconds(60);
        // Without an amount: the rest.
        QCOMPARE(shop.refund(made).json()["status"_L1].toString(), u"refunded"_s);
        const Reply none = shop.refund(made, {{u"amount"_s, 1}});
        QCOMPARE(none.status, 409);
        QCOMPARE(errorCode(none), u"conflict"_s);

        const QJsonObject payment = shop.payment(made);
        QCOMPARE(payment["refundedAmount"_L1].toInteger(), 50000);
        QVERIFY(!payment["canRefund"_L1].toBool());
        const QJsonArray refunds =
            QJsonDocument::fromJson(shop.fetch(shop.paymentPath(made) + "/refunds"_L1).body).array();
        QCOMPARE(refunds.size(), 2);
        QCOMPARE(refunds, payment["refunds"_L1].toArray());
        QCOMPARE(refunds[0]["amount"_L1].toInteger(), 10000);
        QCOMPARE(refunds[0]["reason"_L1].toString(), u"Customer request"_s);
        QCOMPARE(refunds[1]["amount"_L1].toInteger(), 40000);
        QCOMPARE(shop.list(u"/v1/merchant/transactions?type=refund"_s).size(), 4);
        QCOMPARE(shop.fetch(u"/v1/payment-intents/"_s + made["payment_intent"_L1].toString()).json()["status"_L1],
                 u"succeeded"_s);
    }

    void onlyWhatWasPaidIsRefunded()
    {
        IkawaariShop shop;
        const QJsonObject open = shop.create(oneLine(500)).json();
        QCOMPARE(shop.refund(open).status, 409);
        shop.pay(open, kDeclined);
        QCOMPARE(shop.refund(open).status, 409);
        QCOMPARE(shop.post(u"/v1/merchant/payments/pi_none/refund"_s, {}).status, 404);
        QCOMPARE(shop.fetch(u"/v1/merchant/payments/pi_none/refunds"_s).status, 404);
        QCOMPARE(shop.fetch(u"/v1/merchant/payments/pi_none"_s).status, 404);
    }

    void aKeyRefundsOnce()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.paid(oneLine(50000));
        const IkawaariShop::Headers key{{"Idempotency-Key", "r-1"}};
        const Reply first = shop.refund(made, {{u"amount"_s, 10000}}, key);
        QCOMPARE(shop.refund(made, {{u"amount"_s, 10000}}, key).json(), first.json());
        QCOMPARE(shop.refund(made, {{u"amount"_s, 20000}}, key).status, 409);
        QCOMPARE(shop.payment(made)["refundedAmount"_L1].toInteger(), 10000);
        // Nor does it speak for another payment.
        const QJsonObject other = shop.paid(oneLine(50000));
        QCOMPARE(shop.refund(other, {{u"amount"_s, 10000}}, key).status, 409);
        QCOMPARE(shop.payment(other)["refundedAmount"_L1].toInteger(), 0);
    }

    void racingRefundsNeverGiveMoreThanWasPaid()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.paid(oneLine(50000));
        QNetworkAccessManager network;
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (int i = 0; i < 6; ++i) {
            QNetworkRequest request{QUrl(shop.ikawaari().baseUrl + "/api"_L1 + shop.paymentPath(made) + "/refund"_L1)};
            request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
            request.setRawHeader("Authorization", "Bearer " + shop.ikawaari().key.toUtf8());
            replies.emplace_back(network.post(request, R"({"amount":20000})"));
        }
        int taken = 0;
        for (const auto &reply : replies) {
            QTRY_VERIFY(reply->isFinished());
            taken += reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200 ? 1 : 0;
        }
        QCOMPARE(taken, 2);
        QCOMPARE(shop.payment(made)["refundedAmount"_L1].toInteger(), 40000);
    }

    void aRefundThatCannotBeWrittenIsNotMade()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.paid(oneLine(500));
        QCOMPARE(breakWritesOf(u"ikawaari-refunds"_s, shop.folder()), QString());
        QCOMPARE(shop.refund(made, {}, {{"Idempotency-Key", "r-1"}}).status, 500);
        QCOMPARE(shop.payment(made)["refundedAmount"_L1].toInteger(), 0);
        QVERIFY(shop.payment(made)["canRefund"_L1].toBool());
    }
};

TILLDECK_TEST(IkawaariOfficeTest)

} // namespace ikawaari_office_test

#include "tst_ikawaari_office.moc"
