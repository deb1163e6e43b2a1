// SPDX-License-Identifier: GPL-3.0-or-later
// Money is given back of the payment that the merchant was shown, and of no other one under its ID.
#include "desk/counted_refunds.h"
#include "desk/refresh_transaction.h"
#include "support/runner.h"

namespace shown_payment_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;

namespace {

checkout::Transaction rowOf(const Totals &shop)
{
    return shop.bench.desk->ledger().transaction(shop.accountId, Totals::paymentId()).result().value()->transaction;
}

const QJsonObject awa{{u"customer_email"_s, u"awa@example.com"_s}};

/// Asks about the payment that was @p shown. Returns whether it was answered.
http::Task<bool> refreshShown(QPointer<Desk> desk, QString accountId, checkout::Transaction shown)
{
    const auto row = co_await refreshTransaction(desk, accountId, shown.id, shown);
    co_return row.has_value();
}

/// Another shop's payment of the same number.
const QJsonObject eve{{u"amount"_s, 9'900'000},
                      {u"created_at"_s, u"2031-04-01T11:00:00.000Z"_s},
                      {u"customer_email"_s, u"eve@example.com"_s}};

} // namespace

class ShownPaymentTest : public QObject
{
    Q_OBJECT

private slots:
    void anotherPaymentIsNotGivenBack_data()
    {
        QTest::addColumn<QJsonObject>("written");
        QTest::addColumn<bool>("isAnother");
        const auto row = [](const char *name, const QJsonObject &written, bool isAnother) {
            QTest::newRow(name) << written << isAnother;
        };
        row("the same", {}, false);
        row("of another shop", eve, true);
        row("of another amount", {{u"amount"_s, 200'000}}, true);
        row("in another currency", {{u"currency"_s, u"USD"_s}}, true);
        row("of another time", {{u"created_at"_s, u"2031-04-14T11:00:05.000Z"_s}}, true);
        row("of the same second", {{u"created_at"_s, u"2031-04-14T11:00:00.400Z"_s}}, false);
        row("of another customer", {{u"customer_email"_s, u"eve@example.com"_s}}, true);
        row("of a customer who is written otherwise", {{u"customer_email"_s, u"Awa@Example.com"_s}}, false);
        row("of a customer who is not said", {{u"customer_email"_s, QJsonValue()}}, false);
    }
    void anotherPaymentIsNotGivenBack()
    {
        QFETCH(const QJsonObject, written);
        QFETCH(const bool, isAnother);
        Totals shop;
        shop.written = awa;
        shop.refresh();
        const checkout::Transaction before = rowOf(shop);
        for (auto member = written.begin(); member != written.end(); ++member)
            shop.written.insert(member.key(), member.value());
        const auto outcome = shop.give(1'300);
        QCOMPARE(outcome.end, isAnother ? End::Rejected : End::Accepted);
        QCOMPARE(shop.sent, isAnother ? 0 : 1);
        if (!isAnother)
            return;
        QVERIFY2(outcome.error->sentence.startsWith(u"This is another payment than the one that is shown: "_s) &&
                     outcome.error->sentence.endsWith(u"Nothing was sent."_s),
                 qPrintable(outcome.error->sentence));
        QCOMPARE(rowOf(shop), before);
        QVERIFY(shop.bench.desk->journal().refundsOf(shop.accountId, Totals::paymentId()).result()->empty());
    }

    void whatWasShownCountsAndNotWhatTheListHasByNow()
    {
        Totals shop;
        shop.written = awa;
        shop.refresh();
        const checkout::Transaction shown = rowOf(shop);
        shop.written = eve;
        QVERIFY(!QCoro::waitFor(refreshShown(shop.bench.desk.get(), shop.accountId, shown)));
        QCOMPARE(rowOf(shop), shown);
        shop.refresh();
        // Of two different payments the row is one, and no mixture.
        QCOMPARE(rowOf(shop).amount, kobo(9'900'000));
        QCOMPARE(rowOf(shop).customerId, u"eve@example.com"_s);
        QCOMPARE(rowOf(shop).createdAt, QDateTime::fromString(u"2031-04-01T11:00:00Z"_s, Qt::ISODate));
        const auto refused = QCoro::waitFor(refundPayment(shop.bench.desk.get(), shop.accountId, Totals::paymentId(),
                                                          kobo(1'300), QString(), Totals::Repeat::Refuse, shown));
        QCOMPARE(refused.end, End::Rejected);
        QVERIFY(refused.error->sentence.contains(u"another payment than the one that is shown"_s));
        QCOMPARE(shop.sent, 0);
    }
};

TILLDECK_TEST(ShownPaymentTest)

} // namespace shown_payment_test

#include "tst_shown_payment.moc"
