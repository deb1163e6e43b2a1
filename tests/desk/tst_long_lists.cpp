// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are longer than what is read of them: what was left out is said, and nothing is taken for absent.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/page_walk.h"
#include "desk/reconcile_creation.h"
#include "desk/refresh_transaction.h"
#include "desk/refresher.h"
#include "desk/refund_payment.h"
#include "desk/track_session.h"
#include "http/scripted_server.h"
#include "support/runner.h"

namespace long_lists_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

namespace {

/// A provider with so many sessions and payments, newest first. It loses the answer of each creation.
class LongShop
{
public:
    LongShop(int sessions, int payments, int perPage = 100)
        : sessions(sessions)
        , payments(payments)
        , perPage(perPage)
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) { answer(socket, request); };
        account = bench.connectTo(u"Long"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
    }

    Freshness refreshed()
    {
        CatalogCache catalogs(*bench.desk);
        Refresher refresher(*bench.desk, catalogs);
        refresher.refreshNow(account);
        if (!QTest::qWaitFor([&] { return refresher.freshness(account).updatedAt.isValid(); }, 120'000))
            qWarning("The refresh did not end.");
        return refresher.freshness(account);
    }

    int sessions, payments, perPage;
    http::test::ScriptedServer server;
    Bench bench;
    QString account;

private:
    void answer(QTcpSocket &socket, const QByteArray &request)
    {
        const QUrl url(u"http://shop"_s + QString::fromLatin1(request.split(' ').value(1)));
        if (request.startsWith("POST"))
            return socket.disconnectFromHost();
        const bool isOfSessions = url.path().endsWith("/checkout-sessions"_L1);
        if (!isOfSessions && !url.path().endsWith("/transactions"_L1)) {
            socket.write(http::test::answer(501, "{}"));
            return;
        }
        const int all = isOfSessions ? sessions : payments;
        const int offset = QUrlQuery(url).queryItemValue(u"offset"_s).toInt();
        QByteArrayList items;
        for (int i = offset; i < std::min(all, offset + perPage); ++i)
            items << (isOfSessions ? session(i) : payment(i));
        socket.write(
            http::test::answer(200, "{\"items\":[" + items.join(',') + "],\"total\":" + QByteArray::number(all) + '}'));
    }

    QString at(int i) const { return bench.now().addSecs(60 - i).toString(Qt::ISODate); }

    static QByteArray compact(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    QByteArray session(int i) const
    {
        return compact({{u"id"_s, u"cs_%1"_s.arg(i)},
                        {u"secure_token"_s, u"sec_%1"_s.arg(i)},
                        {u"status"_s, u"expired"_s},
                        {u"customer_id"_s, u"cus_other"_s},
                        {u"created_at"_s, at(0)}});
    }

    QByteArray payment(int i) const
    {
        return compact({{u"id"_s, u"txn_%1"_s.arg(i)},
                        {u"status"_s, u"succeeded"_s},
                        {u"amount_atom"_s, 500},
                        {u"payment_intent_id"_s, u"pi_%1"_s.arg(i)},
                        {u"currency"_s, u"eur"_s},
                        {u"created_at"_s, at(i)}});
    }
};

http::Task<QString> whyNotRefreshed(QPointer<Desk> desk, QString accountId, QString id)
{
    const auto row = co_await refreshTransaction(desk, accountId, id);
    const QString why = row ? QString() : row.error().sentence;
    co_return why;
}

http::Task<QString> whyNotTracked(QPointer<Desk> desk, QStringList accountIds, QString pasted)
{
    const auto row = co_await trackSession(desk, accountIds, pasted);
    const QString why = row ? QString() : row.error().sentence;
    co_return why;
}

} // namespace

class LongListsTest : public QObject
{
    Q_OBJECT

private slots:
    void aListThatIsCutOffSaysSo_data()
    {
        QTest::addColumn<int>("sessions");
        QTest::addColumn<QString>("cut");
        QTest::newRow("all were read") << 2000 << QString();
        QTest::newRow("one more")
            << 2001 << u"The provider lists more than the newest 2,000 sessions. Older ones were not read."_s;
    }
    void aListThatIsCutOffSaysSo()
    {
        QFETCH(const int, sessions);
        QFETCH(const QString, cut);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        LongShop shop(sessions, 150);
        const Freshness freshness = shop.refreshed();
        QVERIFY(!freshness.error);
        QCOMPARE(freshness.cut, cut);
    }

    void moreThanTheMostPagesOfPaymentsIsSaid()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        LongShop shop(1, mostFullPages + 1, 1);
        QCOMPARE(shop.refreshed().cut,
                 u"The provider lists more than the newest 500 payments. Older ones were not read."_s);
    }

    void aTokenBehindTheEndIsNotSaidToBeOfNoSession()
    {
        LongShop shop(2001, 0);
        const QString why = QCoro::waitFor(whyNotTracked(shop.bench.desk.get(), {shop.account}, u"sec_2000"_s));
        QVERIFY2(why.contains(u"provider lists more"_s), qPrintable(why));
    }

    void aPaymentBehindTheEndIsNotSaidToBeMissing()
    {
        LongShop shop(0, 1001, 2);
        const QString why = QCoro::waitFor(whyNotRefreshed(shop.bench.desk.get(), shop.account, u"txn_1000"_s));
        QVERIFY2(why.contains(u"provider lists more"_s), qPrintable(why));
    }

    void aPaymentThatTheListHoldsCanBeLookedUpAndRefunded()
    {
        LongShop shop(0, 420, 10);
        QCOMPARE(shop.refreshed().cut, QString());
        const QString last = u"txn_419"_s;
        const QString why = QCoro::waitFor(whyNotRefreshed(shop.bench.desk.get(), shop.account, last));
        QVERIFY2(why.isEmpty(), qPrintable(why));
        const money::Money all(500, *money::Currency::fromCode(u"EUR"));
        const auto refund = QCoro::waitFor(refundPayment(shop.bench.desk.get(), shop.account, last, all, QString()));
        // Its answer is lost: it was sent.
        QCOMPARE(refund.end, RefundOutcome::End::Unknown);
    }

    /// Where the ledger knows how many payments are newer, the pages before them are not read.
    void aPaymentThatIsListedIsFoundWithFewRequests()
    {
        LongShop shop(0, 420, 10);
        (void)shop.refreshed();
        const qsizetype before = shop.server.requests().size();
        const QString why = QCoro::waitFor(whyNotRefreshed(shop.bench.desk.get(), shop.account, u"txn_400"_s));
        QVERIFY2(why.isEmpty(), qPrintable(why));
        const qsizetype asked = shop.server.requests().size() - before;
        QVERIFY2(asked <= 4, QByteArray::number(asked));
    }

    void aCreationBehindTheEndIsNotSaidToHaveNoList()
    {
        LongShop shop(2001, 0);
        desk::Desk *desk = shop.bench.desk.get();
        const auto outcome = QCoro::waitFor(createSession(desk, shop.account, draft(), {}, std::nullopt));
        QCOMPARE(outcome.end, CreateOutcome::End::Unknown);
        const auto looked = QCoro::waitFor(reconcileCreation(desk, shop.account, outcome.record.intentId));
        QVERIFY2(looked.has_value(), qPrintable(looked ? QString() : looked.error().sentence));
        QCOMPARE(looked->finding, Reconciliation::Finding::CannotTell);
        QVERIFY(looked->isCut);
        QVERIFY(cannotTellSentence(*looked, u"PaymentKit"_s).contains(u"could not be read to its end"_s));
        QVERIFY(cannotTellSentence(Reconciliation(), u"PaymentKit"_s).contains(u"offers no list"_s));
    }
};

TILLDECK_TEST(LongListsTest)

} // namespace long_lists_test

#include "tst_long_lists.moc"
