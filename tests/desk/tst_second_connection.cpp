// SPDX-License-Identifier: GPL-3.0-or-later
// One merchant's account that is connected twice: what one connection made is not the other one's.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/creation_counter.h"
#include "desk/listed_sessions.h"
#include "desk/promotion_batch.h"
#include "desk/reconcile_creation.h"
#include "desk/reconcile_entry.h"
#include "desk/refresh_account.h"
#include "desk/remove_account.h"
#include "desk/storage_trouble.h"
#include "desk/unsettled_writes.h"
#include "support/runner.h"

#include <QSignalSpy>

namespace second_connection_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using checkout::ErrorKind;
using End = CreateOutcome::End;
using Finding = Reconciliation::Finding;
using ledger::Intent;

namespace {

bool saysThatAnAccountIsMissing(const Desk &desk)
{
    return std::ranges::find(desk.storageTroubles(), StorageTrouble::Kind::NoAccount, &StorageTrouble::kind) !=
           desk.storageTroubles().end();
}

/// A provider whose list is what a test says, with one merchant's account connected twice.
struct TwoConnections
{
    TwoConnections()
        : at(ProviderKind::PaymentKit)
        , second(connectTo(u"Counter again"_s, u"acc_1"_s))
    {
        at.server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET") && request.contains("/checkout-sessions"))
                socket.write(http::test::answer(200, listedSessions(listed, at.bench.now())));
            else if (request.startsWith("GET"))
                socket.write(http::test::answer(200, listedSessions({}, at.bench.now()))); // nothing of any kind
            else if (at.silent)
                held = &socket;
            else if (at.answer.isEmpty())
                socket.disconnectFromHost();
            else
                socket.write(at.answer);
        };
    }

    QString connectTo(const QString &name, const QString &accountId)
    {
        return at.bench.connectTo(name, at.server.url(QString()).toString(), accountId, u"sk_test_1"_s);
    }
    http::Task<CreateOutcome> begin(const QString &accountId) const
    {
        return createSession(at.bench.desk.get(), accountId, at.asked, {}, std::nullopt, {}, Repeat::Another);
    }
    /// Creates a session whose answer is lost, and returns its intent.
    QString lose(const QString &accountId)
    {
        at.answer.clear();
        return QCoro::waitFor(begin(accountId)).record.intentId;
    }
    checkout::Result<Reconciliation> lookUp(const QString &accountId, const QString &intentId,
                                            const QString &chosen = {}) const
    {
        return QCoro::waitFor(reconcileCreation(at.bench.desk.get(), accountId, intentId, chosen));
    }

    CreationCounter at;
    QString second;
    QList<QByteArray> listed;
    QPointer<QTcpSocket> held;
};

} // namespace

class SecondConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void theSessionOfOneConnectionIsNotGivenToTheOther_data()
    {
        QTest::addColumn<bool>("isListedHere");
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("that has it in its list") << false << false;
        QTest::newRow("although a refresh listed it here") << true << false;
        QTest::newRow("that is removed by now") << false << true;
        QTest::newRow("that is removed by now, although a refresh listed it here") << true << true;
    }
    void theSessionOfOneConnectionIsNotGivenToTheOther()
    {
        QFETCH(const bool, isListedHere);
        QFETCH(const bool, isRemoved);
        TwoConnections two;
        const QString lost = two.lose(two.at.id);
        two.at.setCreated("cs_1");
        QCOMPARE(QCoro::waitFor(two.begin(two.second)).end, End::Confirmed);
        two.listed = {"cs_1"};
        if (isListedHere)
            QVERIFY(QCoro::waitFor(refreshAccount(two.at.bench.desk.get(), two.at.id, {}, Depth::Full)));
        if (isRemoved)
            QVERIFY(QCoro::waitFor(removeAccount(two.at.bench.desk.get(), two.second)));
        const auto looked = two.lookUp(two.at.id, lost);
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::NotListed);
        QCOMPARE(two.at.stateOf(lost), Intent::State::Unknown);

        two.listed = {"cs_1", "cs_2"};
        const auto found = two.lookUp(two.at.id, lost);
        QCOMPARE(found->finding, Finding::Found);
        QCOMPARE(found->record->session.id, u"cs_2"_s);
    }

    void anAnswerThatIsTheOtherConnectionsSessionMakesNoSecondRow_data()
    {
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("that has it in its list") << false;
        QTest::newRow("that is removed by now") << true;
    }
    void anAnswerThatIsTheOtherConnectionsSessionMakesNoSecondRow()
    {
        QFETCH(const bool, isRemoved);
        TwoConnections two;
        two.at.setCreated("cs_1");
        QCOMPARE(QCoro::waitFor(two.begin(two.at.id)).end, End::Confirmed);
        Desk *desk = two.at.bench.desk.get();
        if (isRemoved)
            QVERIFY(QCoro::waitFor(removeAccount(desk, two.at.id)));
        const CreateOutcome again = QCoro::waitFor(two.begin(two.second));
        QCOMPARE(again.end, End::Unknown);
        QVERIFY2(again.error->sentence.contains(u"the session of an earlier creation"_s),
                 qPrintable(again.error->sentence));
        QVERIFY(!desk->ledger().session(two.second, u"cs_1"_s).result()->has_value());
        QCOMPARE(two.at.stateOf(again.record.intentId), Intent::State::Unknown);
        two.at.setCreated("cs_2");
        QCOMPARE(QCoro::waitFor(two.begin(two.second)).record.session.id, u"cs_2"_s);
    }

    void theSameThatTheOtherConnectionLostTooIsTheMerchantsDecision()
    {
        TwoConnections two;
        const QString here = two.lose(two.at.id);
        const QString there = two.lose(two.second);
        two.listed = {"cs_1"};
        for (const auto &[account, intent] : {std::pair(two.at.id, here), std::pair(two.second, there)}) {
            const auto looked = two.lookUp(account, intent);
            QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
            QCOMPARE(looked->finding, Finding::Ambiguous);
            QCOMPARE(looked->candidates.size(), size_t(1));
        }
        QCOMPARE(two.lookUp(two.second, there, u"cs_1"_s)->finding, Finding::Found);
        QCOMPARE(two.lookUp(two.at.id, here)->finding, Finding::NotListed);
    }

    void whatTheOtherConnectionIsCreatingIsWaitedFor()
    {
        TwoConnections two;
        const QString lost = two.lose(two.at.id);
        two.at.silent = true;
        auto running = two.begin(two.second);
        QTRY_VERIFY(two.held);
        two.listed = {"cs_1"};
        const auto looked = two.lookUp(two.at.id, lost);
        QVERIFY(!looked);
        QCOMPARE(looked.error().kind, ErrorKind::UnknownOutcome);
        two.held->write(http::test::answer(201, R"({"id":"cs_1","secure_token":"sec_1","status":"open"})"));
        QCOMPARE(QCoro::waitFor(std::move(running)).end, End::Confirmed);
        QCOMPARE(two.lookUp(two.at.id, lost)->finding, Finding::NotListed);
    }

    void anotherMerchantsCreationDisputesNothing()
    {
        TwoConnections two;
        const QString lost = two.lose(two.at.id);
        two.lose(two.connectTo(u"Another merchant"_s, u"acc_2"_s));
        two.listed = {"cs_1"};
        QCOMPARE(two.lookUp(two.at.id, lost)->finding, Finding::Found);
    }

    void whatOneConnectionWroteIsSettledThroughTheOther_data()
    {
        QTest::addColumn<bool>("isLost");
        QTest::newRow("a second connection") << false;
        QTest::newRow("connected again after the accounts were lost") << true;
    }
    void whatOneConnectionWroteIsSettledThroughTheOther()
    {
        QFETCH(const bool, isLost);
        CodeShop shop;
        const QString first = shop.account;
        shop.onWrite = [](int number) { return number < 3 ? CodeShop::Fault::LostAfter : CodeShop::Fault::None; };
        QVERIFY(!QCoro::waitFor(createCoupon(shop.bench.desk.get(), first, coupon())));
        {
            PromotionBatch batch(*shop.bench.desk);
            QSignalSpy ended(&batch, &PromotionBatch::finished);
            PromotionBatch::Order order;
            order.accountId = first;
            order.couponId = u"coupons_1"_s;
            order.pattern = u"SUMMER-####"_s;
            order.count = 3;
            batch.start(order);
            QTRY_COMPARE(ended.size(), 1);
        }
        if (isLost) {
            shop.bench.desk.reset();
            QVERIFY(QFile::remove(shop.bench.dataDirectory() + u"/accounts.json"_s));
            shop.bench.open();
            QVERIFY(saysThatAnAccountIsMissing(*shop.bench.desk));
        }
        const QString address = shop.server.url(QString()).toString();
        const QString second = shop.bench.connectTo(u"Kestrel again"_s, address, u"acc_1"_s, u"sk_test_1"_s);
        QVERIFY(!saysThatAnAccountIsMissing(*shop.bench.desk));
        shop.bench.restart();
        Desk *desk = shop.bench.desk.get();
        QVERIFY(!saysThatAnAccountIsMissing(*desk));

        const auto again = QCoro::waitFor(createCoupon(desk, second, coupon()));
        QVERIFY(!again);
        QVERIFY2(again.error().sentence.contains(u"sent before"_s), qPrintable(again.error().sentence));
        const auto writes = QCoro::waitFor(unsettledWrites(desk, {second}));
        QCOMPARE(writes->size(), size_t(2));
        for (const UnsettledWrite &write : *writes)
            QCOMPARE(write.accountId(), second);
        // All accounts together list each of them once.
        QCOMPARE(QCoro::waitFor(unsettledWrites(desk, {first, second}))->size(), size_t(2));
        const auto looked = waitFor(reconcileEntry(desk, second, writes->front().id()));
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, EntryFinding::Finding::Made);

        PromotionBatch rest(*desk);
        QSignalSpy ended(&rest, &PromotionBatch::finished);
        rest.resume(second, writes->back().id());
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(shop.codes().size(), 3);
        QCOMPARE(shop.sent.size(), 3);
        QVERIFY(QCoro::waitFor(unsettledWrites(desk, {first, second}))->empty());
    }

    void whatAConnectedAccountBeganIsNotGoneOnWithElsewhere()
    {
        CodeShop shop;
        Desk *desk = shop.bench.desk.get();
        shop.onWrite = [](int number) { return number == 1 ? CodeShop::Fault::LostBefore : CodeShop::Fault::None; };
        PromotionBatch batch(*desk);
        QSignalSpy ended(&batch, &PromotionBatch::finished);
        PromotionBatch::Order order;
        order.accountId = shop.account;
        order.couponId = u"coupons_1"_s;
        order.pattern = u"SUMMER-####"_s;
        order.count = 3;
        batch.start(order);
        QTRY_COMPARE(ended.size(), 1);
        const auto own = QCoro::waitFor(unsettledWrites(desk, {shop.account}));
        QCOMPARE(own->size(), size_t(1));
        const auto sent = shop.sent.size();

        // The same id at another address may be the same account, or that of a sandbox.
        const QString address = shop.server.url(u"/elsewhere"_s).toString();
        const QString other = shop.bench.connectTo(u"Elsewhere"_s, address, u"acc_1"_s, u"sk_test_1"_s);
        QVERIFY(QCoro::waitFor(unsettledWrites(desk, {other}))->empty());
        QCOMPARE(QCoro::waitFor(unsettledWrites(desk, {shop.account, other}))->size(), size_t(1));
        PromotionBatch rest(*desk);
        QSignalSpy refused(&rest, &PromotionBatch::finished);
        rest.resume(other, own->front().id());
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(shop.sent.size(), sent);
        // Its own goes on.
        rest.resume(shop.account, own->front().id());
        QTRY_COMPARE(refused.size(), 2);
        QCOMPARE(shop.codes().size(), 3);
    }

    void anotherMerchantSeesNothingOfIt()
    {
        CodeShop shop;
        Desk *desk = shop.bench.desk.get();
        const QString address = shop.server.url(QString()).toString();
        const QString other = shop.bench.connectTo(u"Another"_s, address, u"acc_2"_s, u"sk_test_2"_s);
        shop.onWrite = [](int number) { return number == 1 ? CodeShop::Fault::LostBefore : CodeShop::Fault::None; };
        QVERIFY(!QCoro::waitFor(createCoupon(desk, shop.account, coupon())));
        const QString lost = desk->journal().unknownEntries().result()->front().id;
        QVERIFY(QCoro::waitFor(unsettledWrites(desk, {other}))->empty());
        QCOMPARE(waitFor(reconcileEntry(desk, other, lost)).error().kind, ErrorKind::NotFound);
        QVERIFY(QCoro::waitFor(createCoupon(desk, other, coupon())));
    }

    void theCouponOfOneConnectionIsNotGivenToTheOther()
    {
        CodeShop shop;
        Desk *desk = shop.bench.desk.get();
        const QString second =
            shop.bench.connectTo(u"Kestrel again"_s, shop.server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
        shop.onWrite = [](int number) { return number == 2 ? CodeShop::Fault::LostBefore : CodeShop::Fault::None; };
        QVERIFY(QCoro::waitFor(createCoupon(desk, second, coupon())));
        QVERIFY(!QCoro::waitFor(createCoupon(desk, shop.account, coupon())));
        const QString lost = desk->journal().unknownEntries().result()->front().id;
        const auto looked = waitFor(reconcileEntry(desk, shop.account, lost));
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, EntryFinding::Finding::NotListed);
    }
};

TILLDECK_TEST(SecondConnectionTest)

} // namespace second_connection_test

#include "tst_second_connection.moc"
