// SPDX-License-Identifier: GPL-3.0-or-later
// What the merchant's word that a key is of the same shop leads to, and what it does not.
#include "desk/abandon_creation.h"
#include "desk/creation_counter.h"
#include "desk/reconcile_creation.h"
#include "desk/refund_lists.h"
#include "desk/remove_account.h"
#include "desk/shop_keys.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace shop_words_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using Finding = Reconciliation::Finding;
using ledger::Intent;

namespace {

const QString anotherKey = u"ik_another"_s; // clazy:exclude=non-pod-global-static

/// Gives the account a key that the merchant says is of the same shop.
void say(Bench &bench, const QString &accountId, const QString &key)
{
    bench.desk->keys().keepForThisRun(accountId, http::Secret(key));
    if (!takeKeyAsOwn(*bench.desk, accountId, http::Secret(key)).result())
        qFatal("It could not be taken.");
}

/// Returns whether both accounts are one shop, as each of them sees it.
bool areOne(Desk &desk, const QString &one, const QString &other)
{
    const bool isSame = desk.accounts().sameAs(one).contains(other);
    if (isSame != desk.accounts().sameAs(other).contains(one) ||
        isSame == desk.accounts().othersThan(one).contains(other))
        qFatal("They do not see the same.");
    return isSame;
}

checkout::Result<Reconciliation> look(Bench &bench, const QString &accountId, const QString &intentId)
{
    return QCoro::waitFor(reconcileCreation(bench.desk.get(), accountId, intentId));
}

checkout::Result<void> close(Bench &bench, const QString &accountId, const QString &intentId,
                             EarlyAbandon early = EarlyAbandon::Refuse)
{
    return QCoro::waitFor(abandonCreation(bench.desk.get(), accountId, intentId, early));
}

Intent::State stateOf(Bench &bench, const QString &intentId)
{
    return bench.desk->journal().intent(intentId).result().value()->state;
}

} // namespace

class ShopWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void anAccountThatIsGoneJoinsNoOthers_data()
    {
        QTest::addColumn<bool>("isLost");
        QTest::newRow("it was removed") << false;
        QTest::newRow("accounts.json was lost") << true;
    }
    void anAccountThatIsGoneJoinsNoOthers()
    {
        QFETCH(const bool, isLost);
        RefundLists shop;
        const QString mistaken = shop.accountId;
        const auto known = *shop.bench.desk->accounts().byId(mistaken);
        const auto connectOther = [&] {
            const QString id =
                shop.bench.connectTo(u"Other"_s, known.baseUrl + u"/v2"_s, {}, anotherKey, known.provider);
            if (!QCoro::waitFor(shop.bench.desk->provider(id)))
                qFatal("It has no provider.");
            return id;
        };
        QString other = connectOther();
        QVERIFY(!areOne(*shop.bench.desk, mistaken, other));
        say(shop.bench, mistaken, anotherKey);
        shop.refresh();
        QVERIFY(areOne(*shop.bench.desk, mistaken, other));
        if (isLost) {
            shop.bench.desk.reset();
            QVERIFY(QFile::remove(shop.bench.dataDirectory() + u"/accounts.json"_s));
            shop.bench.open();
            other = connectOther();
        } else {
            QVERIFY(QCoro::waitFor(removeAccount(shop.bench.desk.get(), mistaken)));
        }
        shop.connect(u"Again"_s);
        QVERIFY(!areOne(*shop.bench.desk, shop.accountId, other));
        // What it was stays known to both, whose keys it had.
        QVERIFY(shop.bench.desk->accounts().sameAs(shop.accountId).contains(mistaken));
        QVERIFY(!shop.bench.desk->accounts().othersThan(shop.accountId).contains(mistaken));
        QVERIFY(!shop.bench.desk->accounts().othersThan(other).contains(mistaken));
        shop.bench.restart();
        QVERIFY(!areOne(*shop.bench.desk, shop.accountId, other));
        // One that is connected joins them.
        say(shop.bench, shop.accountId, anotherKey);
        shop.refresh();
        QVERIFY(areOne(*shop.bench.desk, shop.accountId, other));
    }

    void whatAnotherKeyDoesNotListIsAQuestion_data()
    {
        QTest::addColumn<bool>("isOlder");
        QTest::newRow("as it was sent") << false;
        QTest::newRow("of an earlier version") << true;
    }
    void whatAnotherKeyDoesNotListIsAQuestion()
    {
        QFETCH(const bool, isOlder);
        ChargeServer server;
        Bench bench;
        const QString id = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(200, "{");
        const auto quote = quoteNow(*bench.desk, id, charge());
        const QString intent =
            QCoro::waitFor(createSession(bench.desk.get(), id, charge(), {}, std::nullopt, *quote, Repeat::Ask))
                .record.intentId;
        // As if the provider had not said its time, which is not that of this test.
        const QString forget =
            isOlder ? u"provider_opened_at = NULL, key_mark = NULL"_s : u"provider_opened_at = NULL"_s;
        tilldeck::test::outside(bench.dataDirectory() + u"/journal.sqlite"_s, u"UPDATE intent SET "_s + forget);
        say(bench, id, anotherKey);
        bench.setNow(bench.now().addDays(2));
        const auto looked = look(bench, id, intent);
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, isOlder ? Finding::NotListed : Finding::CannotTell);
        QCOMPARE(looked->isOfOtherKey, !isOlder);
        if (!isOlder) {
            const QString sentence = cannotTellSentence(*looked, u"Khaime"_s);
            QVERIFY2(sentence.contains(u"another key"_s), qPrintable(sentence));
            const auto closed = close(bench, id, intent);
            QVERIFY(!closed);
            QCOMPARE(closed.error().kind, checkout::ErrorKind::UnknownOutcome);
            QCOMPARE(stateOf(bench, intent), Intent::State::Unknown);
            // With its own key the list proves it.
            bench.desk->keys().keepForThisRun(id, http::Secret(u"pk_sandbox_1"_s));
            const auto own = look(bench, id, intent);
            QVERIFY(own && own->finding == Finding::NotListed);
        }
        QVERIFY(close(bench, id, intent));
        QCOMPARE(stateOf(bench, intent), Intent::State::Abandoned);
    }

    void theMerchantsSecondWordClosesIt()
    {
        CreationCounter at(ProviderKind::Ikawaari);
        const QString intent = at.create().record.intentId;
        at.bench.setNow(at.bench.now().addDays(2));
        say(at.bench, at.id, anotherKey);
        const auto closed = close(at.bench, at.id, intent);
        QVERIFY(!closed);
        QVERIFY2(closed.error().sentence.contains(u"with another key"_s), qPrintable(closed.error().sentence));
        // Nor does an account without a key show anything.
        at.bench.desk->keys().keepForThisRun(at.id, std::nullopt);
        const auto without = close(at.bench, at.id, intent);
        QVERIFY(!without);
        QVERIFY2(without.error().isWithoutKey, qPrintable(without.error().sentence));
        QVERIFY(close(at.bench, at.id, intent, EarlyAbandon::Allow));
        QCOMPARE(at.stateOf(intent), Intent::State::Abandoned);
    }

    void whereEachRequestNamesTheAccountAnyKeyProves()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        const QString intent = at.create().record.intentId;
        at.server.onRequest = [](QTcpSocket &socket, const QByteArray &) {
            socket.write(http::test::answer(200, R"({"total":0,"items":[]})"));
        };
        at.bench.desk->keys().keepForThisRun(at.id, http::Secret(anotherKey));
        at.bench.setNow(at.bench.now().addDays(2));
        const auto looked = look(at.bench, at.id, intent);
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::NotListed);
        QVERIFY(close(at.bench, at.id, intent));
    }
};

TILLDECK_TEST(ShopWordsTest)

} // namespace shop_words_test

#include "tst_shop_words.moc"
