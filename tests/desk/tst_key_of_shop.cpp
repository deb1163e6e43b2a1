// SPDX-License-Identifier: GPL-3.0-or-later
// The key alone says which shop is asked, where a provider names the account in no request.
#include "desk/abandon_refund.h"
#include "desk/charge_server.h"
#include "desk/code_shop.h"
#include "desk/create_session.h"
#include "desk/creation_counter.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/reconcile_creation.h"
#include "desk/refresh_account.h"
#include "desk/refund_lists.h"
#include "desk/shop_keys.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace key_of_shop_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using checkout::ErrorKind;
using End = RefundOutcome::End;
using Finding = Reconciliation::Finding;
using ledger::Intent;
using Way = RefundLists::Way;

namespace {

const QString anotherKey = u"ik_of_another_shop"_s; // clazy:exclude=non-pod-global-static

void useKey(Bench &bench, const QString &accountId, const QString &key)
{
    bench.desk->keys().keepForThisRun(accountId, http::Secret(key));
}

/// Forgets what the ledger knows of keys, as one that is lost, or of an earlier version.
void forgetKeys(Bench &bench)
{
    bench.desk.reset();
    tilldeck::test::outside(bench.dataDirectory() + u"/ledger.sqlite"_s, u"DELETE FROM account_key"_s);
    bench.open();
}

Intent stored(Bench &bench, const QString &intentId)
{
    return *bench.desk->journal().intent(intentId).result().value();
}

checkout::Result<Refreshed> refresh(Bench &bench, const QString &id)
{
    return waitFor(refreshAccount(bench.desk.get(), id, {}, Depth::Full));
}

/// A charge at Khaime whose answer was lost.
struct LostCharge
{
    explicit LostCharge(checkout::SessionDraft draft = charge())
        : id(server.connectTo(bench))
    {
        server.chargeAnswer = http::test::answer(200, "{");
        const auto quote = quoteNow(*bench.desk, id, draft);
        const CreateOutcome outcome =
            QCoro::waitFor(createSession(bench.desk.get(), id, draft, {}, std::nullopt, *quote, Repeat::Ask));
        if (outcome.end != CreateOutcome::End::Unknown)
            qFatal("It is not unknown.");
        intent = outcome.record.intentId;
    }

    checkout::Result<Reconciliation> look(const QString &chosen = {})
    {
        return waitFor(reconcileCreation(bench.desk.get(), id, intent, chosen));
    }

    ChargeServer server;
    Bench bench;
    QString id;
    QString intent;
};

/// Gives an account of the same provider another address, under which the same server answers.
QString connectBeside(Bench &bench, const QString &first, const QString &key)
{
    const auto account = *bench.desk->accounts().byId(first);
    return bench.connectTo(u"Beside"_s, account.baseUrl + u"/v2"_s, QString(), key, account.provider);
}

} // namespace

class KeyOfShopTest : public QObject
{
    Q_OBJECT

private slots:
    void anotherKeyIsUsedForNothing()
    {
        RefundLists shop;
        shop.way = Way::LosesTheAnswer;
        const QString lost = shop.give(1000).intentId;
        shop.pass(1000);
        shop.way = Way::Answers;
        shop.refunds = {};
        shop.total = 0;
        useKey(shop.bench, shop.accountId, anotherKey);
        const qsizetype before = shop.requests();
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        QVERIFY(shop.give(2000).end != End::Confirmed);
        const auto refreshed = refresh(shop.bench, shop.accountId);
        QVERIFY(!refreshed);
        QCOMPARE(refreshed.error().kind, ErrorKind::Unauthorised);
        QVERIFY2(refreshed.error().sentence.contains(u"not the key"_s), qPrintable(refreshed.error().sentence));
        QVERIFY(!QCoro::waitFor(shop.bench.desk->writer(shop.accountId)));
        QVERIFY(!QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost)));
        QCOMPARE(shop.requests(), before);
        QCOMPARE(stored(shop.bench, lost).state, Intent::State::Unknown);
        // Another program on the same files does not use it either, and the account's own goes on working.
        shop.bench.restart();
        QVERIFY(refresh(shop.bench, shop.accountId));
        useKey(shop.bench, shop.accountId, anotherKey);
        QVERIFY(!refresh(shop.bench, shop.accountId));
    }

    void theMerchantsWordMakesItOneOfTheShop()
    {
        RefundLists shop;
        useKey(shop.bench, shop.accountId, anotherKey);
        QVERIFY(!refresh(shop.bench, shop.accountId));
        QVERIFY(takeKeyAsOwn(*shop.bench.desk, shop.accountId, http::Secret(anotherKey)).result());
        QVERIFY(refresh(shop.bench, shop.accountId));
        shop.bench.restart();
        for (const QString &key : {anotherKey, u"ik_1"_s}) {
            useKey(shop.bench, shop.accountId, key);
            QVERIFY(refresh(shop.bench, shop.accountId));
        }
        useKey(shop.bench, shop.accountId, u"ik_of_a_third_shop"_s);
        QVERIFY(!refresh(shop.bench, shop.accountId));
    }

    void aProviderThatNamesTheAccountAsksNobody()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        QVERIFY(QCoro::waitFor(at.bench.desk->provider(at.id)));
        useKey(at.bench, at.id, u"sk_test_rolled"_s);
        QVERIFY(QCoro::waitFor(at.bench.desk->provider(at.id)));
    }

    void whatWasSentTellsTheKeyWhereTheLedgerDoesNot()
    {
        CreationCounter at(ProviderKind::Ikawaari);
        QCOMPARE(at.create().end, CreateOutcome::End::Unknown);
        forgetKeys(at.bench);
        useKey(at.bench, at.id, anotherKey);
        QVERIFY(!QCoro::waitFor(at.bench.desk->provider(at.id)));
        useKey(at.bench, at.id, u"sk_test_1"_s);
        QVERIFY(QCoro::waitFor(at.bench.desk->provider(at.id)));
    }

    void aLostChargeIsNotSoughtInAnotherShop()
    {
        LostCharge lost;
        useKey(lost.bench, lost.id, u"pk_sandbox_2"_s);
        const auto looked = lost.look();
        QVERIFY(!looked);
        QCOMPARE(looked.error().kind, ErrorKind::Unauthorised);
        useKey(lost.bench, lost.id, u"pk_sandbox_1"_s);
        const auto own = lost.look();
        QVERIFY(own);
        QCOMPARE(own->finding, Finding::NotListed);
    }

    void aChargeOfTheSameReferenceMustBeWhatWasAskedFor_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("the same") << QString() << QJsonValue() << true;
        QTest::newRow("another amount") << u"amount"_s << QJsonValue(1'440'100) << false;
        QTest::newRow("another currency") << u"currency"_s << QJsonValue(u"GHS"_s) << false;
        QTest::newRow("another price") << u"total_amount"_s << QJsonValue(9100) << false;
        QTest::newRow("another customer") << u"customer_email"_s << QJsonValue(u"bob@example.com"_s) << false;
        QTest::newRow("the customer, spelled otherwise")
            << u"customer_email"_s << QJsonValue(u"Ada@example.com"_s) << true;
    }
    void aChargeOfTheSameReferenceMustBeWhatWasAskedFor()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QFETCH(const bool, isFound);
        LostCharge lost;
        QJsonObject listed = payment(u"charge_9"_s, u"completed"_s, u"KS-1"_s);
        if (!member.isEmpty())
            listed.insert(member, value);
        lost.server.transactions = {listed};
        const auto looked = lost.look();
        QVERIFY(looked);
        QCOMPARE(looked->finding, isFound ? Finding::Found : Finding::Ambiguous);
        QCOMPARE(looked->candidates.size(), size_t(isFound ? 0 : 1));
        QCOMPARE(stored(lost.bench, lost.intent).state, isFound ? Intent::State::Confirmed : Intent::State::Unknown);
        if (isFound)
            return;
        const auto chosen = lost.look(u"charge_9"_s);
        QVERIFY(chosen);
        QCOMPARE(chosen->finding, Finding::Found);
    }

    void aPaymentOfAnotherShopPaysNoSession()
    {
        ChargeServer server;
        Bench bench;
        const QString id = server.connectTo(bench);
        const auto quote = quoteNow(*bench.desk, id, charge());
        QCOMPARE(QCoro::waitFor(createSession(bench.desk.get(), id, charge(), {}, std::nullopt, *quote)).end,
                 CreateOutcome::End::Confirmed);
        server.transactions = {payment(u"charge_1"_s, u"completed"_s)};
        useKey(bench, id, u"pk_sandbox_2"_s);
        QVERIFY(!refresh(bench, id));
        QVERIFY(bench.desk->ledger().session(id, u"charge_1"_s).result()->value().session.status !=
                checkout::SessionStatus::Completed);
        useKey(bench, id, u"pk_sandbox_1"_s);
        QVERIFY(refresh(bench, id));
        QVERIFY(bench.desk->ledger().session(id, u"charge_1"_s).result()->value().session.status ==
                checkout::SessionStatus::Completed);
    }

    void aSecondAddressWithTheSameKeyIsTheSameShop_data()
    {
        QTest::addColumn<bool>("isForgotten");
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("as the ledger knows it") << false << false;
        QTest::newRow("as the journal knows it") << true << false;
        QTest::newRow("after accounts.json was lost") << false << true;
    }
    void aSecondAddressWithTheSameKeyIsTheSameShop()
    {
        QFETCH(const bool, isForgotten);
        QFETCH(const bool, isRemoved);
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const RefundOutcome lost = shop.give(30'000);
        QCOMPARE(lost.end, End::Unknown);
        shop.way = Way::Answers;
        const QString first = shop.accountId;
        const auto known = *shop.bench.desk->accounts().byId(first);
        if (isForgotten)
            forgetKeys(shop.bench);
        if (isRemoved) {
            shop.bench.desk.reset();
            QVERIFY(QFile::remove(shop.bench.dataDirectory() + u"/accounts.json"_s));
            shop.bench.open();
            shop.accountId = shop.bench.connectTo(u"Beside"_s, known.baseUrl + u"/v2"_s, {}, u"ik_1"_s, known.provider);
        } else {
            shop.accountId = connectBeside(shop.bench, first, u"ik_1"_s);
        }
        shop.refresh();
        QCOMPARE(shop.left(), RefundLists::paid - 30'000);
        const int before = shop.asked();
        QVERIFY(shop.give(30'000, RefundLists::Repeat::Refuse).end != End::Confirmed);
        QCOMPARE(shop.asked(), before);
        QVERIFY(shop.bench.desk->accounts().sameAs(shop.accountId).contains(first));
    }

    void anOutcomeIsLookedUpUnderTheTwinWhoseKeyIsThere()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(1000).intentId;
        shop.way = Way::Answers;
        const QString first = shop.accountId;
        shop.accountId = connectBeside(shop.bench, first, u"ik_1"_s);
        shop.refresh();
        shop.pass(1000);
        shop.bench.desk->keys().keepForThisRun(first, std::nullopt);
        QVERIFY(!QCoro::waitFor(shop.bench.desk->provider(first)));
        const RefundOutcome looked = shop.reconcile(lost);
        QVERIFY2(looked.end == End::Rejected, looked.error ? qPrintable(looked.error->sentence) : "");
        QCOMPARE(stored(shop.bench, lost).state, Intent::State::Rejected);
    }

    void aSecondAddressWithAnotherKeyIsAnotherShop()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        QCOMPARE(shop.give(30'000).end, End::Unknown);
        shop.way = Way::Answers;
        const QString first = shop.accountId;
        shop.accountId = connectBeside(shop.bench, first, anotherKey);
        shop.refresh();
        QCOMPARE(shop.left(), RefundLists::paid);
        QVERIFY(shop.bench.desk->accounts().othersThan(shop.accountId).contains(first));
        QVERIFY(!shop.bench.desk->accounts().connectedAs(*shop.bench.desk->accounts().byId(first)));
    }

    void aCreationIsNotMadeOnceMoreAtASecondAddress_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::newRow("Ikawaari") << ProviderKind::Ikawaari;
        QTest::newRow("Khaime") << ProviderKind::Khaime;
    }
    void aCreationIsNotMadeOnceMoreAtASecondAddress()
    {
        QFETCH(const ProviderKind, provider);
        if (provider == ProviderKind::Khaime) {
            LostCharge lost;
            const QString beside = connectBeside(lost.bench, lost.id, u"pk_sandbox_1"_s);
            const qsizetype before = lost.server.charges().size();
            const auto quote = quoteNow(*lost.bench.desk, beside, charge());
            const CreateOutcome again = QCoro::waitFor(
                createSession(lost.bench.desk.get(), beside, charge(), {}, std::nullopt, *quote, Repeat::Ask));
            QVERIFY(again.end != CreateOutcome::End::Confirmed);
            QCOMPARE(again.earlier ? again.earlier->id : QString(), lost.intent);
            QCOMPARE(lost.server.charges().size(), before);
            return;
        }
        CreationCounter at(provider);
        const QString first = at.create().record.intentId;
        at.id = connectBeside(at.bench, at.id, u"sk_test_1"_s);
        at.setCreated("cs_2");
        const CreateOutcome again = at.create();
        QCOMPARE(again.earlier ? again.earlier->id : QString(), first);
        QCOMPARE(at.sent().size(), 1);
    }

    void anotherProgramLearnsOfTheSecondAddress()
    {
        RefundLists shop;
        const QString first = shop.accountId;
        auto beside = shop.bench.openBeside();
        const auto known = *beside->accounts().byId(first);
        accounts::Account second = known;
        second.name = u"Beside"_s;
        second.baseUrl += u"/v2"_s;
        const auto added = beside->accounts().add(second);
        QVERIFY(added);
        beside->keys().keepForThisRun(added->id, http::Secret(u"ik_1"_s));
        QVERIFY(QCoro::waitFor(beside->provider(added->id)));
        QTRY_VERIFY(shop.bench.desk->accounts().byId(added->id));
        QVERIFY(QCoro::waitFor(shop.bench.desk->writer(first)));
        QVERIFY(!shop.bench.desk->accounts().othersThan(first).contains(added->id));
    }

    void aSwitchingOffIsDoneAgainWithARolledKey()
    {
        CodeShop shop;
        checkout::PromotionCode code;
        code.id = u"pc_1"_s;
        code.code = u"SPRING"_s;
        code.couponId = u"c_1"_s;
        shop.onWrite = [](int number) { return number == 1 ? CodeShop::Fault::LostBefore : CodeShop::Fault::None; };
        const auto off = waitFor(deactivatePromotionCode(shop.bench.desk.get(), shop.account, code));
        QVERIFY(!off && checkout::mayHaveTakenEffect(off.error()));
        useKey(shop.bench, shop.account, u"sk_test_rolled"_s);
        const qsizetype before = shop.server.requests().size();
        const auto again = waitFor(deactivatePromotionCode(shop.bench.desk.get(), shop.account, code));
        QVERIFY2(again || !again.error().sentence.contains(u"once more"_s),
                 again ? "" : qPrintable(again.error().sentence));
        QVERIFY(shop.server.requests().size() > before);
    }

    void aBatchGoesOnWithARolledKey()
    {
        CodeShop shop;
        shop.onWrite = [](int number) { return number == 1 ? CodeShop::Fault::LostBefore : CodeShop::Fault::None; };
        PromotionBatch batch(*shop.bench.desk);
        PromotionBatch::Order order;
        order.accountId = shop.account;
        order.pattern = u"SUMMER-###"_s;
        order.count = 2;
        order.couponId = u"c_1"_s;
        (void)ended(batch, [&] { batch.start(order, Repeat::Another); });
        const QString unfinished = batch.unfinishedId();
        QVERIFY(!unfinished.isEmpty());
        useKey(shop.bench, shop.account, u"sk_test_rolled"_s);
        const auto failure = ended(batch, [&] { batch.resume(shop.account, unfinished); });
        QVERIFY2(!failure, failure ? qPrintable(failure->sentence) : "");
        QCOMPARE(shop.codes().size(), 2);
    }
};

TILLDECK_TEST(KeyOfShopTest)

} // namespace key_of_shop_test

#include "tst_key_of_shop.moc"
