// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that lists no refunds and reports a total: what the total proves of one that it has taken.
#include "desk/abandon_refund.h"
#include "desk/bench.h"
#include "desk/overview.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_account.h"
#include "desk/refund_payment.h"
#include "desk/refundable_now.h"
#include "http/scripted_server.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace refund_totals_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using tilldeck::test::Refusing;

namespace {

constexpr qint64 paid = 100'000;
const QString paymentId = u"txn_1"_s;

money::Money kobo(qint64 units)
{
    return {units, *money::Currency::fromCode(u"NGN")};
}

/// One payment at a provider that takes each refund, counts it and says "processing" (Khaime).
class Totals
{
public:
    Totals()
    {
        m_server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET"))
                return void(socket.write(http::test::answer(200, list(), http::test::dateHeader(serverNow))));
            const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
            const qint64 amount = QJsonDocument::fromJson(body).object().value(u"amount"_s).toInteger();
            total += amount;
            const QJsonObject refund{
                {u"refund_id"_s, u"ref_%1"_s.arg(++m_refunds)}, {u"amount"_s, amount}, {u"status"_s, word}};
            socket.write(http::test::answer(200, wrapped(refund), http::test::dateHeader(serverNow)));
        };
        accountId = bench.connectTo(u"Totals"_s, m_server.url(QString()).toString(), QString(), u"pk_sandbox_1"_s,
                                    accounts::ProviderKind::Khaime);
        refresh();
    }

    RefundOutcome give(qint64 units)
    {
        serverNow = serverNow.addSecs(10);
        return QCoro::waitFor(refundPayment(bench.desk.get(), accountId, paymentId, kobo(units), QString()));
    }
    RefundOutcome reconcile(const QString &intent)
    {
        return QCoro::waitFor(reconcileRefund(bench.desk.get(), accountId, intent));
    }
    void refresh()
    {
        serverNow = serverNow.addSecs(10);
        const auto done = QCoro::waitFor(refreshAccount(bench.desk.get(), accountId, {}, Depth::Incremental));
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    State stateOf(const QString &intent) const { return bench.desk->journal().intent(intent).result().value()->state; }
    qint64 left()
    {
        qint64 units = -1;
        (void)QCoro::waitFor(leftInto(bench.desk.get(), accountId, &units));
        return units;
    }
    size_t needAttention()
    {
        return QCoro::waitFor(overview(bench.desk.get(), {accountId}, 7, QTimeZone(QTimeZone::utc())))
            ->failedRefunds.size();
    }

    Bench bench;
    QString accountId;
    qint64 total = 23'500; ///< Something was given back before, elsewhere.
    QString word = u"processing"_s;
    QDateTime serverNow = QDateTime::fromString(u"2031-04-14T12:00:00Z"_s, Qt::ISODate);
    bool saysItsTotal = true;

private:
    static http::Task<bool> leftInto(QPointer<Desk> desk, QString accountId, qint64 *into)
    {
        const auto answer = co_await refundableNow(desk, accountId, paymentId);
        if (answer)
            *into = answer->minorUnits();
        co_return true;
    }

    static QByteArray wrapped(const QJsonObject &data)
    {
        return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact);
    }

    QByteArray list() const
    {
        QJsonObject item{{u"transaction_id"_s, paymentId},
                         {u"amount"_s, paid},
                         {u"currency"_s, u"NGN"_s},
                         {u"status"_s, u"completed"_s},
                         {u"created_at"_s, u"2031-04-14T11:00:00.000Z"_s}};
        if (saysItsTotal)
            item.insert(u"refunded_amount"_s, total);
        return wrapped({{u"transactions"_s, QJsonArray{item}}, {u"total"_s, 1}, {u"limit"_s, 100}, {u"offset"_s, 0}});
    }

    http::test::ScriptedServer m_server;
    int m_refunds = 0;
};

} // namespace

class RefundTotalsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefundThatIsNotCountedAnyMoreNeedsAttention_data()
    {
        QTest::addColumn<bool>("inTheBackground");
        QTest::newRow("seen by a refresh of the account") << true;
        QTest::newRow("seen when it is asked about") << false;
    }
    void aRefundThatIsNotCountedAnyMoreNeedsAttention()
    {
        QFETCH(const bool, inTheBackground);
        Totals shop;
        const auto made = shop.give(1'300);
        QCOMPARE(made.end, End::Accepted);
        QVERIFY(!made.error);
        QCOMPARE(shop.left(), paid - 24'800);
        shop.bench.restart();
        shop.total = 23'500;
        shop.serverNow = shop.serverNow.addSecs(30);
        if (inTheBackground)
            shop.refresh();
        const auto ended = shop.reconcile(made.intentId);
        QCOMPARE(ended.end, End::Rejected);
        QVERIFY2(ended.error->sentence.contains(u"no longer counts"_s), qPrintable(ended.error->sentence));
        QCOMPARE(shop.stateOf(made.intentId), State::Failed);
        QCOMPARE(shop.needAttention(), size_t(1));
        QCOMPARE(shop.left(), paid - 23'500);
    }

    void aTotalThatHoldsTheRefundSaysOnlyThatItIsCounted()
    {
        Totals shop;
        const auto made = shop.give(1'300);
        shop.refresh();
        const auto asked = shop.reconcile(made.intentId);
        QCOMPARE(asked.end, End::Accepted);
        QVERIFY2(asked.error && asked.error->sentence.contains(u"counts this refund in its total"_s),
                 asked.error ? qPrintable(asked.error->sentence) : "nothing is said");
        QCOMPARE(shop.stateOf(made.intentId), State::Accepted);
        QCOMPARE(shop.left(), paid - 24'800);
    }

    void aTotalThatFollowsLateFreesNothing()
    {
        Totals shop;
        shop.saysItsTotal = false;
        const auto made = shop.give(1'300);
        shop.saysItsTotal = true;
        shop.total = 23'500; // the list is behind
        shop.refresh();
        const auto asked = shop.reconcile(made.intentId);
        QCOMPARE(asked.end, End::Accepted);
        QVERIFY2(asked.error && asked.error->sentence.contains(u"does not count"_s),
                 asked.error ? qPrintable(asked.error->sentence) : "nothing is said");
        QCOMPARE(shop.left(), paid - 24'800);
    }

    void whatATotalLeavesOpenFreesNothing_data()
    {
        QTest::addColumn<QList<qint64>>("given");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("freed");
        QTest::newRow("one of two, by its amount") << QList<qint64>{1'300, 700} << qint64(24'200) << 30 << 1;
        QTest::newRow("both") << QList<qint64>{1'300, 700} << qint64(23'500) << 30 << 2;
        QTest::newRow("both of one amount") << QList<qint64>{1'300, 1'300} << qint64(23'500) << 30 << 2;
        QTest::newRow("one of two of one amount") << QList<qint64>{1'300, 1'300} << qint64(24'800) << 30 << 0;
        QTest::newRow("less by another amount") << QList<qint64>{1'300} << qint64(24'000) << 30 << 0;
        QTest::newRow("less by more") << QList<qint64>{1'300} << qint64(20'000) << 30 << 0;
        QTest::newRow("more") << QList<qint64>{1'300} << qint64(26'000) << 30 << 0;
        QTest::newRow("an answer from before the refund") << QList<qint64>{1'300} << qint64(23'500) << -600 << 0;
    }
    void whatATotalLeavesOpenFreesNothing()
    {
        QFETCH(const QList<qint64>, given);
        QFETCH(const qint64, total);
        QFETCH(const int, seconds);
        QFETCH(const int, freed);
        Totals shop;
        QStringList intents;
        for (const qint64 amount : given)
            intents << shop.give(amount).intentId;
        shop.refresh();
        shop.total = total;
        shop.serverNow = shop.serverNow.addSecs(seconds);
        shop.refresh();
        int failed = 0;
        for (const QString &intent : intents)
            failed += shop.stateOf(intent) == State::Failed ? 1 : 0;
        QCOMPARE(failed, freed);
        QVERIFY(shop.left() <= paid - total);
    }

    void aRefundThatCannotBeKeptIsSaidToBeNotKept_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("asked for") << u"processing"_s;
        QTest::newRow("given back") << u"completed"_s;
    }
    void aRefundThatCannotBeKeptIsSaidToBeNotKept()
    {
        QFETCH(const QString, word);
        Totals shop;
        shop.word = word;
        const Refusing refusing(shop.bench.dataDirectory() + u"/journal.sqlite"_s, u"UPDATE ON intent"_s);
        const auto outcome = shop.give(1'300);
        QCOMPARE(outcome.end, End::NotKept);
        QCOMPARE(outcome.error->kind, checkout::ErrorKind::Storage);
        QVERIFY2(outcome.error->sentence.contains(u"Do not refund it again"_s) &&
                     !outcome.error->sentence.contains(u"ry again"_s),
                 qPrintable(outcome.error->sentence));
        QVERIFY(shop.left() <= paid - 24'800);
        refusing.end();
        shop.bench.restart();
        QCOMPARE(shop.stateOf(outcome.intentId), State::Unknown);
        QVERIFY(shop.left() <= paid - 24'800);
    }

    void nothingIsLeftOfWhatWasGivenBackInFull()
    {
        Totals shop;
        shop.word = u"completed"_s;
        QCOMPARE(shop.give(paid - 23'500).end, End::Confirmed);
        for (const qint64 amount : {qint64(0), qint64(1)}) {
            const auto again = shop.give(amount);
            QCOMPARE(again.end, End::Rejected);
            QCOMPARE(again.error->kind, checkout::ErrorKind::InvalidInput);
            QVERIFY2(again.error->sentence.contains(u"Nothing of this payment can be given back"_s),
                     qPrintable(again.error->sentence));
        }
    }
};

TILLDECK_TEST(RefundTotalsTest)

} // namespace refund_totals_test

#include "tst_refund_totals.moc"
