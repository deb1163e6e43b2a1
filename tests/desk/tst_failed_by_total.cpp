// SPDX-License-Identifier: GPL-3.0-or-later
// A refund that failed by a total alone may have been given back all the same.
#include "desk/abandon_refund.h"
#include "desk/counted_refunds.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace failed_by_total_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using Repeat = Totals::Repeat;
using tilldeck::test::outside;

namespace {

constexpr qint64 paid = Totals::paid;
constexpr qint64 elsewhere = Totals::elsewhere;
constexpr int anHour = 3600;

} // namespace

class FailedByTotalTest : public QObject
{
    Q_OBJECT

private slots:
    void aFewAnswersADayApartSayNothing_data()
    {
        QTest::addColumn<QList<int>>("hours"); // between the answers that do not count it
        QTest::addColumn<bool>("isFailed");
        using Hours = QList<int>;
        QTest::newRow("two, a day apart") << Hours{24} << false;
        QTest::newRow("two, three days apart") << Hours{72} << false;
        QTest::newRow("three") << Hours{12, 12} << false;
        QTest::newRow("many at the beginning, and one a day later") << Hours{1, 1, 1, 24} << false;
        QTest::newRow("many at both ends") << Hours{1, 1, 1, 24, 1, 1, 1} << false;
        QTest::newRow("spread over the day") << Hours{5, 5, 14} << true;
        QTest::newRow("once a day") << Hours{24, 24, 24} << true;
        QTest::newRow("four in half a day") << Hours{4, 4, 4} << false;
    }
    void aFewAnswersADayApartSayNothing()
    {
        QFETCH(const QList<int>, hours);
        QFETCH(const bool, isFailed);
        Totals shop;
        const auto made = shop.give(1'300);
        shop.total = elsewhere;
        shop.refresh();
        for (const int apart : hours) {
            QCOMPARE(shop.stateOf(made.intentId), State::Accepted);
            shop.bench.restart();
            shop.pass(apart * anHour);
            shop.refresh();
        }
        QCOMPARE(shop.stateOf(made.intentId), isFailed ? State::Failed : State::Accepted);
        QCOMPARE(shop.left(), paid - elsewhere - (isFailed ? 0 : 1'300));
    }

    void theSameAgainIsAQuestion_data()
    {
        QTest::addColumn<bool>("isNoted");
        QTest::newRow("it waits") << false;
        QTest::newRow("the merchant has taken note of the failure") << true;
    }
    void theSameAgainIsAQuestion()
    {
        QFETCH(const bool, isNoted);
        Totals shop;
        const QString failed = fail(shop);
        if (isNoted)
            QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, failed)).has_value());
        shop.bench.restart();
        const auto again = shop.give(1'300, Repeat::Refuse);
        QCOMPARE(again.end, End::Rejected);
        QCOMPARE(shop.sent, 1);
        QVERIFY(again.same && again.same->id == failed);
        QVERIFY2(again.error->sentence.contains(u"does not say that it failed"_s), qPrintable(again.error->sentence));
        // The merchant may mean it all the same.
        QCOMPARE(shop.give(1'300).end, End::Accepted);
        QCOMPARE(shop.sent, 2);
    }

    void whatRestsOnItsAmountIsAQuestionToo_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<bool>("isQuestion");
        QTest::newRow("all that is left") << paid - elsewhere << true;
        QTest::newRow("a little of it") << paid - elsewhere - 1'299 << true;
        QTest::newRow("what is left beside it") << paid - elsewhere - 1'300 << false;
        QTest::newRow("another part") << qint64(700) << false;
    }
    void whatRestsOnItsAmountIsAQuestionToo()
    {
        QFETCH(const qint64, amount);
        QFETCH(const bool, isQuestion);
        Totals shop;
        const QString failed = fail(shop);
        const auto other = shop.give(amount, Repeat::Refuse);
        QCOMPARE(other.end, isQuestion ? End::Rejected : End::Accepted);
        QCOMPARE(shop.sent, isQuestion ? 1 : 2);
        QCOMPARE(other.same.has_value(), isQuestion);
    }

    void whatIsOfferedSaysThatItMayBeGivenBackAlready()
    {
        Totals shop;
        QVERIFY(doubtOf(shop).isEmpty());
        (void)fail(shop);
        QCOMPARE(shop.left(), paid - elsewhere);
        const QString doubt = doubtOf(shop);
        QVERIFY2(doubt.contains(u"13.00"_s) && doubt.contains(u"the customer may have it"_s), qPrintable(doubt));
    }

    void ofAnEarlierJournalNobodyKnowsByWhatOneFailed()
    {
        Totals shop;
        const QString failed = fail(shop);
        shop.bench.desk.reset();
        const QString journal = shop.bench.dataDirectory() + u"/journal.sqlite"_s;
        for (const QString &column : {u"failed_by_total"_s, u"source"_s, u"source_line"_s, u"remark"_s})
            outside(journal, u"ALTER TABLE intent DROP COLUMN "_s + column);
        outside(journal, u"PRAGMA user_version = 11"_s);
        shop.bench.open();
        const auto again = shop.give(1'300, Repeat::Refuse);
        QVERIFY(again.same && again.same->id == failed);
    }

private:
    /// Gives 13.00 back, which the total holds no more a day later, and returns the intent.
    static QString fail(Totals &shop)
    {
        const QString intent = shop.give(1'300).intentId;
        shop.total = elsewhere;
        shop.refresh();
        shop.refreshADayLater();
        if (shop.stateOf(intent) != State::Failed)
            qFatal("It has not failed.");
        return intent;
    }

    static http::Task<bool> doubtInto(QPointer<Desk> desk, QString accountId, QString *into)
    {
        const auto answer = co_await refundableNow(desk, accountId, Totals::paymentId());
        if (answer)
            *into = answer->doubt;
        co_return true;
    }
    static QString doubtOf(const Totals &shop)
    {
        QString doubt;
        (void)QCoro::waitFor(doubtInto(shop.bench.desk.get(), shop.accountId, &doubt));
        return doubt;
    }
};

TILLDECK_TEST(FailedByTotalTest)

} // namespace failed_by_total_test

#include "tst_failed_by_total.moc"
