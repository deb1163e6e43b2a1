// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds that fail at the provider long after it took them, at a shop with many of them, in a window that is left
// running.
#include "desk/counted_refunds.h"
#include "desk/refresher.h"
#include "support/runner.h"

namespace later_failures_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using State = ledger::Intent::State;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Payments at a provider that shows each with its refunds (Ikawaari).
class ManyPayments
{
public:
    explicit ManyPayments(int payments)
        : m_payments(payments)
    {
        m_server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            const QString path = QUrl(QString::fromLatin1(request.split(' ').value(1))).path();
            const QStringList parts = path.split(u"/payments"_s).last().split(u'/', Qt::SkipEmptyParts);
            if (request.startsWith("POST"))
                m_refunded << parts.first();
            QByteArray body;
            if (parts.isEmpty()) {
                QByteArrayList rows;
                for (int i = 0; i < m_payments; ++i)
                    rows << compact(payment(idOf(i), false));
                body = "{\"total\":" + QByteArray::number(m_payments) + ",\"data\":[" + rows.join(',') + "]}";
            } else {
                body = compact(payment(parts.first(), true));
            }
            socket.write(http::test::answer(200, body, http::test::dateHeader(m_serverNow)));
        };
        accountId = bench.connectTo(u"Many"_s, m_server.url(QString()).toString(), QString(), u"ik_1"_s,
                                    accounts::ProviderKind::Ikawaari);
        refresh(Depth::Full);
    }

    static QString idOf(int payment) { return u"pi_%1"_s.arg(payment); }

    void refresh(Depth depth)
    {
        const auto done = QCoro::waitFor(refreshAccount(bench.desk.get(), accountId, {}, depth));
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    void refundAll()
    {
        const money::Money amount(1000, *money::Currency::fromCode(u"XOF"));
        for (int i = 0; i < m_payments; ++i) {
            auto refunding =
                refundPayment(bench.desk.get(), accountId, idOf(i), amount, QString(), ledger::Journal::Repeat::Allow);
            const auto refunded = QCoro::waitFor(std::move(refunding));
            if (refunded.error)
                qFatal("%s", qPrintable(refunded.error->sentence));
        }
    }
    size_t refundsIn(State state) const { return bench.desk->journal().refundsIn(state).result()->size(); }

    Bench bench;
    QString accountId;
    QString word = u"succeeded"_s; ///< The status of every refund.

private:
    QJsonObject payment(const QString &id, bool withRefunds) const
    {
        QJsonObject item{{u"id"_s, id},
                         {u"amount"_s, 50'000},
                         {u"currency"_s, u"XOF"_s},
                         {u"status"_s, u"succeeded"_s},
                         {u"createdAt"_s, u"2031-04-14T11:00:00Z"_s}};
        QJsonArray refunds;
        if (m_refunded.contains(id))
            refunds.append(QJsonObject{{u"id"_s, QString(u"re_"_s + id)},
                                       {u"amount"_s, 1000},
                                       {u"status"_s, word},
                                       {u"createdAt"_s, m_serverNow.toString(Qt::ISODate)}});
        if (withRefunds)
            item.insert(u"refunds"_s, refunds);
        return item;
    }

    http::test::ScriptedServer m_server;
    int m_payments;
    QStringList m_refunded;
    QDateTime m_serverNow = QDateTime::fromString(u"2031-04-14T12:00:00Z"_s, Qt::ISODate);
};

/// A provider whose list of payments says what was given back in all, page by page (Khaime).
class OldPayment
{
public:
    static constexpr int payments = 60;
    static constexpr int perPage = 10;
    static QString oldest() { return u"txn_%1"_s.arg(payments - 1); }

    OldPayment()
    {
        m_server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST")) {
                total = 1000;
                const QJsonObject refund{
                    {u"refund_id"_s, u"ref_1"_s}, {u"amount"_s, total}, {u"status"_s, u"processing"_s}};
                return void(socket.write(
                    http::test::answer(200, compact({{u"success"_s, true}, {u"data"_s, refund}}), date())));
            }
            const QUrl url(u"http://shop"_s + QString::fromLatin1(request.split(' ').value(1)));
            if (!url.path().endsWith("/transactions"_L1))
                return void(socket.write(http::test::answer(501, "{}", date())));
            const int offset = QUrlQuery(url).queryItemValue(u"offset"_s).toInt();
            deepest = std::max(deepest, offset);
            QJsonArray rows;
            for (int i = offset; i < std::min(payments, offset + perPage); ++i)
                rows.append(payment(i));
            const QJsonObject data{
                {u"transactions"_s, rows}, {u"total"_s, payments}, {u"limit"_s, perPage}, {u"offset"_s, offset}};
            socket.write(http::test::answer(200, compact({{u"success"_s, true}, {u"data"_s, data}}), date()));
        };
        accountId = bench.connectTo(u"Old"_s, m_server.url(QString()).toString(), QString(), u"pk_sandbox_1"_s,
                                    accounts::ProviderKind::Khaime);
    }

    /// Lets both clocks go on.
    void pass(qint64 seconds)
    {
        m_serverNow = m_serverNow.addSecs(seconds);
        bench.setNow(bench.now().addSecs(seconds));
        deepest = 0;
    }

    Bench bench;
    QString accountId;
    qint64 total = 0; ///< What was given back of the oldest payment.
    int deepest = 0;  ///< The greatest offset that was asked for.

private:
    QByteArray date() const { return http::test::dateHeader(m_serverNow); }

    QJsonObject payment(int i) const
    {
        return {{u"transaction_id"_s, u"txn_%1"_s.arg(i)},
                {u"amount"_s, 100'000},
                {u"currency"_s, u"NGN"_s},
                {u"status"_s, u"completed"_s},
                {u"refunded_amount"_s, i == payments - 1 ? total : 0},
                {u"created_at"_s, m_begin.addSecs(-60 * i).toString(Qt::ISODate)}};
    }

    http::test::ScriptedServer m_server;
    QDateTime m_begin = QDateTime::fromString(u"2031-04-14T11:00:00Z"_s, Qt::ISODate);
    QDateTime m_serverNow = m_begin.addSecs(3600);
};

} // namespace

class LaterFailuresTest : public QObject
{
    Q_OBJECT

private slots:
    /// More than are asked about in one refresh: those that failed must not keep the others from being asked about.
    void everyRefundThatFailsLaterIsNoted()
    {
        ManyPayments shop(25);
        shop.refundAll();
        QCOMPARE(shop.refundsIn(State::Confirmed), size_t(25));
        shop.word = u"failed"_s;
        for (int i = 0; i < 3; ++i)
            shop.refresh(Depth::Full);
        QCOMPARE(shop.refundsIn(State::Failed), size_t(25));
        QCOMPARE(shop.refundsIn(State::Confirmed), size_t(0));
    }

    void aWindowThatIsLeftRunningSeesThatTheRefundOfAnOldPaymentFailed()
    {
        constexpr qint64 hour = 3600;
        OldPayment shop;
        CatalogCache catalogs(*shop.bench.desk);
        Refresher refresher(*shop.bench.desk, catalogs);
        const auto refresh = [&] {
            const QDateTime since = shop.bench.now();
            refresher.scheduleRefresh(shop.accountId);
            return QTest::qWaitFor(
                [&] {
                    const Freshness known = refresher.freshness(shop.accountId);
                    return !known.running && known.updatedAt >= since;
                },
                10'000);
        };
        QVERIFY(refresh());
        const money::Money amount(1000, *money::Currency::fromCode(u"NGN"));
        auto refunding = refundPayment(shop.bench.desk.get(), shop.accountId, OldPayment::oldest(), amount, QString(),
                                       ledger::Journal::Repeat::Allow);
        const auto asked = QCoro::waitFor(std::move(refunding));
        QCOMPARE(asked.end, RefundOutcome::End::Accepted);
        const auto state = [&] { return shop.bench.desk->journal().intent(asked.intentId).result().value()->state; };

        shop.total = 0;
        shop.pass(60);
        QVERIFY(refresh());
        QCOMPARE(shop.deepest, 0);
        shop.pass(hour);
        QVERIFY(refresh());
        QVERIFY(shop.deepest > 0);
        // Not at every refresh.
        shop.pass(60);
        QVERIFY(refresh());
        QCOMPARE(shop.deepest, 0);
        for (int look = 0; look < 3; ++look) {
            QCOMPARE(state(), State::Accepted);
            shop.pass(8 * hour);
            QVERIFY(refresh());
        }
        QCOMPARE(state(), State::Failed);
        // Nothing is left to look for.
        shop.pass(hour);
        QVERIFY(refresh());
        QCOMPARE(shop.deepest, 0);
    }
};

TILLDECK_TEST(LaterFailuresTest)

} // namespace later_failures_test

#include "tst_later_failures.moc"
