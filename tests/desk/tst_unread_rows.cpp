// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a provider's lists that cannot be read: the others arrive, and nothing is taken for absent because of them.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/find_entry.h"
#include "desk/reconcile_creation.h"
#include "desk/refresh_transaction.h"
#include "desk/refresher.h"
#include "desk/track_session.h"
#include "http/scripted_server.h"
#include "support/runner.h"

namespace unread_rows_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

namespace {

const QByteArray goodPayment = R"({"id":"txn_1","status":"succeeded","amount_atom":500,"currency":"eur"})";
const QByteArray badPayment = R"({"id":"txn_2","status":"succeeded","amount_atom":500,"currency":"qqq"})";
const QByteArray goodSession = R"({"id":"cs_1","secure_token":"sec_1","status":"expired","customer_id":"cus_other"})";
const QByteArray badSession = R"({"id":"cs_2","secure_token":"sec_2","status":"open","total_amount_atom":"500"})";

/// A provider with these sessions and payments. It loses the answer of each creation.
class OddShop
{
public:
    OddShop()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) { answer(socket, request); };
        account = bench.connectTo(u"Odd"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
    }

    QStringList listedPayments() const
    {
        ledger::TransactionFilter filter;
        filter.accountIds = QStringList{account};
        QStringList ids;
        const auto page = bench.desk->ledger().transactions(filter, {}, 100).result().value();
        for (const auto &row : page.rows)
            ids << row.transaction.id;
        return ids;
    }

    QByteArrayList sessions{goodSession}, payments{goodPayment};
    http::test::ScriptedServer server;
    Bench bench;
    QString account;

private:
    void answer(QTcpSocket &socket, const QByteArray &request) const
    {
        if (request.startsWith("POST"))
            return socket.disconnectFromHost();
        const QByteArray path = request.split(' ').value(1).split('?').first();
        if (path.endsWith("/checkout-sessions"))
            socket.write(page(sessions));
        else if (path.endsWith("/transactions"))
            socket.write(page(payments));
        else
            socket.write(http::test::answer(404, "{}"));
    }

    static QByteArray page(const QByteArrayList &rows)
    {
        return http::test::answer(200, "{\"items\":[" + rows.join(',') +
                                           "],\"total\":" + QByteArray::number(rows.size()) + '}');
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

class UnreadRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void theOtherRowsArriveAndTheBadOneIsCountedWithItsWords()
    {
        OddShop shop;
        shop.payments = {badPayment, goodPayment};
        shop.sessions = {badSession, goodSession};
        CatalogCache catalogs(*shop.bench.desk);
        Refresher refresher(*shop.bench.desk, catalogs);
        refresher.refreshNow(shop.account);
        QTRY_VERIFY_WITH_TIMEOUT(refresher.freshness(shop.account).updatedAt.isValid(), 20'000);
        const Freshness freshness = refresher.freshness(shop.account);
        QVERIFY2(!freshness.error, qPrintable(freshness.error ? freshness.error->sentence : QString()));
        QCOMPARE(shop.listedPayments(), QStringList{u"txn_1"_s});
        QCOMPARE(shop.bench.list(shop.account).rows.size(), std::size_t(1));
        QCOMPARE(unreadSentences(freshness.unread),
                 u"1 session(s) of the provider's list could not be read: cs_2 (\"total_amount_atom\":\"500\"). "
                 u"1 payment(s) of the provider's list could not be read: txn_2 (\"currency\":\"qqq\")."_s);

        // Mended at the provider, it is read by the next look, which begins at the top only.
        shop.payments = {QByteArray(badPayment).replace("qqq", "eur"), goodPayment};
        refresher.scheduleRefresh(shop.account);
        QTRY_VERIFY_WITH_TIMEOUT(refresher.freshness(shop.account).unread.payments.empty(), 20'000);
        QCOMPARE(shop.listedPayments().size(), 2);
        QCOMPARE(refresher.freshness(shop.account).unread.sessions.size(), std::size_t(1));
    }

    void manyAreCountedAndTheFirstAreNamed()
    {
        UnreadRows unread;
        for (int i = 1; i < 6; ++i)
            unread.payments.push_back({i == 2 ? QString() : u"txn_%1"_s.arg(i), u"\"amount_atom\":10.5"_s, u"x"_s});
        const QString said = unreadSentences(unread);
        QVERIFY2(said.startsWith(u"5 payment(s)"_s), qPrintable(said));
        QVERIFY2(said.contains(u"txn_1"_s) && said.contains(u"txn_3"_s) && !said.contains(u"txn_4"_s),
                 qPrintable(said));
        QVERIFY2(said.contains(u"without an ID"_s) && said.contains(u"2 more"_s), qPrintable(said));
        QVERIFY(unreadSentences(UnreadRows()).isEmpty());
    }

    void aCreationThatMayBeTheBadRowIsNotSaidToBeMissing()
    {
        OddShop shop;
        desk::Desk *desk = shop.bench.desk.get();
        const auto outcome = QCoro::waitFor(createSession(desk, shop.account, draft(), {}, std::nullopt));
        QCOMPARE(outcome.end, CreateOutcome::End::Unknown);
        const auto whole = QCoro::waitFor(reconcileCreation(desk, shop.account, outcome.record.intentId));
        QVERIFY(whole.has_value());
        QCOMPARE(whole->finding, Reconciliation::Finding::NotListed);

        shop.sessions = {badSession, goodSession};
        const auto looked = QCoro::waitFor(reconcileCreation(desk, shop.account, outcome.record.intentId));
        QVERIFY2(looked.has_value(), qPrintable(looked ? QString() : looked.error().sentence));
        QCOMPARE(looked->finding, Reconciliation::Finding::CannotTell);
        QCOMPARE(looked->unread, 1);
        QVERIFY(looked->isCut);
        QVERIFY(cannotTellSentence(*looked, u"PaymentKit"_s).contains(u"may be one of them"_s));
    }

    void aPaymentOrATokenThatMayBeTheBadRowIsNotSaidToBeMissing()
    {
        OddShop shop;
        shop.payments = {badPayment, goodPayment};
        shop.sessions = {badSession, goodSession};
        desk::Desk *desk = shop.bench.desk.get();
        const QString payment = QCoro::waitFor(whyNotRefreshed(desk, shop.account, u"txn_2"_s));
        QVERIFY2(payment.contains(u"may be one of them"_s), qPrintable(payment));
        QCOMPARE(QCoro::waitFor(whyNotRefreshed(desk, shop.account, u"txn_1"_s)), QString());
        const QString token = QCoro::waitFor(whyNotTracked(desk, {shop.account}, u"sec_2"_s));
        QVERIFY2(token.contains(u"could not be read"_s), qPrintable(token));
    }

    void anEntryOfTheCatalogThatMayBeTheBadRowIsNotSaidToBeMissing()
    {
        checkout::PromotionCode code;
        code.code = u"SAVE20"_s;
        code.couponId = u"coupon_1"_s;
        checkout::Coupon coupon;
        coupon.name = u"Twenty"_s;
        checkout::Catalog catalog;
        catalog.promotionCodes.available = true;
        catalog.coupons.available = true;
        ledger::Intent ofCode;
        ofCode.kind = ledger::Intent::Kind::PromotionCode;
        ofCode.entry = code;
        ledger::Intent ofCoupon;
        ofCoupon.kind = ledger::Intent::Kind::Coupon;
        ofCoupon.entry = coupon;
        const CreationTime time(ofCode, {}, {});
        QCOMPARE(findEntry(catalog, ofCode, {}, time).finding, EntryFinding::Finding::NotListed);
        QCOMPARE(findEntry(catalog, ofCoupon, {}, time).finding, EntryFinding::Finding::NotListed);
        catalog.promotionCodes.unread = {{u"SAVE20"_s, u"\"max_redemptions\":\"x\""_s, u"SAVE20"_s}};
        catalog.coupons.unread = {{u"c"_s, u"\"percent_off\":\"15\""_s, u"c"_s}};
        QCOMPARE(findEntry(catalog, ofCode, {}, time).finding, EntryFinding::Finding::CannotTell);
        QCOMPARE(findEntry(catalog, ofCoupon, {}, time).finding, EntryFinding::Finding::CannotTell);
    }
};

TILLDECK_TEST(UnreadRowsTest)

} // namespace unread_rows_test

#include "tst_unread_rows.moc"
