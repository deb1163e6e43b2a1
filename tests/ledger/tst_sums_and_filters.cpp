// SPDX-License-Identifier: GPL-3.0-or-later
// Totals, volume by day and saved filters.
#include "ledger_fixture.h"
#include "support/runner.h"

#include <QSignalSpy>

#include <limits>

namespace sums_and_filters_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using checkout::TransactionStatus;

namespace {

money::Money francs(qint64 amount)
{
    return {amount, *money::Currency::fromCode(u"XOF")};
}

TransactionRecord payment(const QString &id, const QString &at, money::Money amount,
                          TransactionStatus status = TransactionStatus::Succeeded)
{
    checkout::Transaction transaction(id, amount);
    transaction.createdAt = QDateTime::fromString(at, Qt::ISODate);
    transaction.status = status;
    return {0, u"a"_s, transaction};
}

TransactionFilter everything()
{
    TransactionFilter filter;
    filter.accountIds = QStringList{u"a"_s};
    return filter;
}

} // namespace

class SumsAndFiltersTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ledger = openLedger(m_directory->path());
    }
    void cleanup() { m_ledger.reset(); }

    void totalsBeyondOnePageAreOfTheFilter()
    {
        constexpr int payments = 250;
        constexpr int page = 100;
        std::vector<TransactionRecord> rows;
        for (int i = 0; i < payments; ++i)
            rows.push_back(payment(u"p%1"_s.arg(i), i < 180 ? u"2026-04-14T12:00:00Z"_s : u"2026-04-10T12:00:00Z"_s,
                                   i % 2 == 0 ? euros(100) : francs(7)));
        got(m_ledger->mergeTransactions(u"a"_s, rows));
        TransactionFilter filter = everything();
        filter.createdSince = QDateTime(QDate(2026, 4, 12), QTime(0, 0), Qt::UTC);
        const auto first = got(m_ledger->transactions(filter, {}, page));
        QCOMPARE(first.rows.size(), size_t(page));
        QVERIFY(first.more);
        const auto totals = got(m_ledger->totals(filter));
        QCOMPARE(totals.size(), size_t(2));
        QCOMPARE(totals[0].payments, 90);
        QCOMPARE(totals[0].paid, 90 * 100);
        QCOMPARE(totals[1].payments, 90);
        QCOMPARE(totals[1].paid, 90 * 7);
    }

    void totalsAreForEachCurrencyAndCountOnlyWhatWasTaken()
    {
        TransactionRecord partly =
            payment(u"2"_s, u"2026-04-14T12:00:00Z"_s, euros(5000), TransactionStatus::PartlyRefunded);
        partly.transaction.refunded = euros(1500);
        TransactionRecord wholly = payment(u"3"_s, u"2026-04-14T12:00:00Z"_s, euros(700), TransactionStatus::Refunded);
        got(m_ledger->mergeTransactions(
            u"a"_s, {payment(u"1"_s, u"2026-04-14T12:00:00Z"_s, euros(2900)), partly, wholly,
                     payment(u"4"_s, u"2026-04-14T12:00:00Z"_s, euros(9999), TransactionStatus::Failed),
                     payment(u"5"_s, u"2026-04-14T12:00:00Z"_s, euros(9999), TransactionStatus::Pending),
                     payment(u"6"_s, u"2026-04-14T12:00:00Z"_s, euros(9999), TransactionStatus::Unrecognised),
                     payment(u"7"_s, u"2026-04-14T12:00:00Z"_s, francs(12000))}));
        const auto totals = got(m_ledger->totals(everything()));
        QCOMPARE(totals.size(), size_t(2));
        CurrencyTotal inEuros(euros(0).currency());
        inEuros.payments = 6;
        inEuros.succeeded = 3;
        inEuros.paid = 8600;
        inEuros.refunded = 2200;
        inEuros.withoutRefunds = 1;
        QCOMPARE(totals.front(), inEuros);
        CurrencyTotal inFrancs(francs(0).currency());
        inFrancs.payments = 1;
        inFrancs.succeeded = 1;
        inFrancs.paid = 12000;
        inFrancs.withoutRefunds = 1;
        QCOMPARE(totals.back(), inFrancs);

        TransactionFilter declined = everything();
        declined.status = TransactionStatus::Failed;
        QCOMPARE(got(m_ledger->totals(declined)).front().paid, 0);
        QVERIFY(got(m_ledger->totals(TransactionFilter())).empty());
    }

    void aSumThatDoesNotFitIsSaidAndNotWrapped()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        got(m_ledger->mergeTransactions(u"a"_s, {payment(u"1"_s, u"2026-04-14T12:00:00Z"_s, euros(most)),
                                                 payment(u"2"_s, u"2026-04-14T12:00:00Z"_s, euros(1)),
                                                 payment(u"3"_s, u"2026-04-15T12:00:00Z"_s, euros(7)),
                                                 payment(u"4"_s, u"2026-04-14T12:00:00Z"_s, francs(most - 5)),
                                                 payment(u"5"_s, u"2026-04-14T12:00:00Z"_s, francs(5))}));
        const auto totals = got(m_ledger->totals(everything()));
        QCOMPARE(totals.size(), size_t(2));
        QVERIFY(totals.front().isTooLarge);
        QCOMPARE(totals.front().payments, 3);
        QVERIFY(!totals.back().isTooLarge);
        QCOMPARE(totals.back().paid, most);
        const auto days = got(m_ledger->volume(everything(), QTimeZone::utc()));
        QCOMPARE(days.size(), size_t(3));
        QVERIFY(days[0].isTooLarge);
        QCOMPARE(days[0].paid, most);
        QCOMPARE(days[1].paid, most);
        QVERIFY(!days[1].isTooLarge);
        QCOMPARE(days[2].paid, 7);
        QVERIFY(!days[2].isTooLarge);
    }

    void whatIsLeftAfterFeesIsOfPaymentsWhoseFeeIsKnown()
    {
        const auto withFee = [](const QString &id, money::Money amount, money::Money fee, TransactionStatus status) {
            TransactionRecord record = payment(id, u"2026-04-14T12:00:00Z"_s, amount, status);
            record.transaction.fees.emplace(amount);
            record.transaction.fees->fee = fee;
            return record;
        };
        TransactionRecord untold = payment(u"3"_s, u"2026-04-14T12:00:00Z"_s, euros(700));
        untold.transaction.fees.emplace(euros(700));
        got(m_ledger->mergeTransactions(u"a"_s,
                                        {withFee(u"1"_s, euros(10000), euros(290), TransactionStatus::Succeeded),
                                         withFee(u"2"_s, euros(2000), euros(58), TransactionStatus::PartlyRefunded),
                                         untold, payment(u"4"_s, u"2026-04-14T12:00:00Z"_s, euros(500)),
                                         withFee(u"5"_s, euros(9999), euros(9), TransactionStatus::Failed),
                                         withFee(u"6"_s, euros(800), francs(9), TransactionStatus::Succeeded)}));
        const auto totals = got(m_ledger->totals(everything()));
        QCOMPARE(totals.size(), size_t(1));
        QCOMPARE(totals.front().succeeded, 5);
        QCOMPARE(totals.front().withFee, 2);
        QCOMPARE(totals.front().net, 9710 + 1942);
    }

    void aDayIsOneOfTheZoneThatWasAskedFor_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        const auto row = [](const char *tag, const char *at, const char *zone, QDate day) {
            QTest::newRow(tag) << QString::fromLatin1(at) << QByteArray(zone) << day;
        };
        row("late evening in UTC is the next day in Berlin", "2026-01-10T23:30:00Z", "Europe/Berlin", {2026, 1, 11});
        row("and the same in UTC", "2026-01-10T23:30:00Z", "UTC", {2026, 1, 10});
        row("and the day before in Los Angeles", "2026-01-11T07:59:59Z", "America/Los_Angeles", {2026, 1, 10});
        row("the last second before the clocks go on", "2026-03-28T22:59:59Z", "Europe/Berlin", {2026, 3, 28});
        row("the first second of the day of 23 hours", "2026-03-28T23:00:00Z", "Europe/Berlin", {2026, 3, 29});
        row("its last second", "2026-03-29T21:59:59Z", "Europe/Berlin", {2026, 3, 29});
        row("the day after", "2026-03-29T22:00:00Z", "Europe/Berlin", {2026, 3, 30});
        row("the last second of the day of 25 hours", "2026-10-25T22:59:59Z", "Europe/Berlin", {2026, 10, 25});
        row("the day after that", "2026-10-25T23:00:00Z", "Europe/Berlin", {2026, 10, 26});
        row("a day without a midnight", "2026-09-06T04:00:00Z", "America/Santiago", {2026, 9, 6});
    }
    void aDayIsOneOfTheZoneThatWasAskedFor()
    {
        QFETCH(QString, at);
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        // A neighbour on either side, so that the day is not the only one.
        TransactionRecord before = payment(u"0"_s, at, euros(1));
        before.transaction.createdAt = before.transaction.createdAt.addDays(-3);
        TransactionRecord after = payment(u"2"_s, at, euros(1));
        after.transaction.createdAt = after.transaction.createdAt.addDays(3);
        got(m_ledger->mergeTransactions(u"a"_s, {after, payment(u"1"_s, at, euros(2900)), before}));
        const auto volume = got(m_ledger->volume(everything(), QTimeZone(zone)));
        QCOMPARE(volume.size(), size_t(3));
        DayVolume expected(day, euros(0).currency());
        expected.payments = 1;
        expected.paid = 2900;
        QCOMPARE(volume.at(1), expected);
    }

    void volumeIsOldestFirstForEachCurrencyAndOfWhatWasTaken()
    {
        got(m_ledger->mergeTransactions(
            u"a"_s, {payment(u"1"_s, u"2026-04-15T09:00:00Z"_s, euros(100)),
                     payment(u"2"_s, u"2026-04-14T09:00:00Z"_s, francs(5000)),
                     payment(u"3"_s, u"2026-04-14T12:00:00Z"_s, euros(200), TransactionStatus::Refunded),
                     payment(u"4"_s, u"2026-04-14T15:00:00Z"_s, euros(300)),
                     payment(u"5"_s, u"2026-04-16T15:00:00Z"_s, euros(300), TransactionStatus::Failed)}));
        const auto volume = got(m_ledger->volume(everything(), QTimeZone::utc()));
        QCOMPARE(volume.size(), size_t(3));
        QCOMPARE(volume.at(0).currency.code(), u"EUR"_s);
        QCOMPARE(volume.at(0).paid, 500);
        QCOMPARE(volume.at(0).payments, 2);
        QCOMPARE(volume.at(1).currency.code(), u"XOF"_s);
        QCOMPARE(volume.at(2).day, QDate(2026, 4, 15));
    }

    void aSavedFilterMeansTheSameAfterARestart()
    {
        QSignalSpy spy(m_ledger.get(), &Ledger::savedFiltersChanged);
        SavedFilter saved;
        saved.name = u"Large in March"_s;
        saved.filter = everything();
        saved.filter.accountIds << u"b"_s;
        saved.filter.status = TransactionStatus::PartlyRefunded;
        saved.filter.text = u"Élodie"_s;
        saved.filter.sessionId = u"cs_1"_s;
        saved.filter.createdSince = QDate(2026, 3, 1).startOfDay(QTimeZone("Europe/Berlin"));
        saved.filter.createdBefore = QDate(2026, 4, 1).startOfDay(QTimeZone("Europe/Berlin"));
        saved.filter.currency = u"EUR"_s;
        saved.filter.amountFrom = 100'000;
        saved.filter.amountTo = 0;
        SavedFilter recent;
        recent.name = u"a week"_s;
        recent.lastDays = 7;
        saved = got(m_ledger->saveFilter(saved));
        recent = got(m_ledger->saveFilter(recent));
        QVERIFY(!saved.id.isEmpty() && saved.id != recent.id);
        QTRY_COMPARE(spy.count(), 2);
        m_ledger.reset();
        m_ledger = openLedger(m_directory->path());
        const auto all = got(m_ledger->savedFilters());
        QCOMPARE(all, std::vector({recent, saved}));
        // Days are shown in the zone in which they were chosen.
        QCOMPARE(all.back().filter.createdSince.date(), QDate(2026, 3, 1));
        QCOMPARE(all.back().filter.createdBefore.timeZone(), QTimeZone("Europe/Berlin"));
    }

    void aSavedFilterIsReplacedAndRemovedById()
    {
        SavedFilter saved;
        saved.name = u"One"_s;
        saved = got(m_ledger->saveFilter(saved));
        saved.name = u"Another"_s;
        QCOMPARE(got(m_ledger->saveFilter(saved)).id, saved.id);
        QCOMPARE(got(m_ledger->savedFilters()), std::vector({saved}));
        got(m_ledger->removeFilter(saved.id));
        QVERIFY(got(m_ledger->savedFilters()).empty());
    }

    void sessionsAreFoundByTheirCodeOrCoupon()
    {
        SessionRecord withCode = session(u"cs_code"_s);
        withCode.draft.promotionCode = u"Spring20"_s;
        SessionRecord withCoupon = session(u"cs_coupon"_s, 1);
        withCoupon.draft.couponId = u"coupon_1"_s;
        for (const SessionRecord &record : {withCode, withCoupon, session(u"cs_none"_s, 2)})
            got(m_ledger->put(record));
        SessionFilter filter = allOf({u"a"_s});
        filter.discount = u"SPRING20"_s;
        QCOMPARE(idsOf(got(m_ledger->sessions(filter, {}, 10)).rows), QStringList{u"cs_code"_s});
        QCOMPARE(got(m_ledger->counts(filter)).all, 1);
        filter.discount = u"coupon_1"_s;
        QCOMPARE(idsOf(got(m_ledger->sessions(filter, {}, 10)).rows), QStringList{u"cs_coupon"_s});
        filter.discount = u"spring"_s;
        QVERIFY(got(m_ledger->sessions(filter, {}, 10)).rows.empty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Ledger> m_ledger;
};

TILLDECK_TEST(SumsAndFiltersTest)

} // namespace sums_and_filters_test

#include "tst_sums_and_filters.moc"
