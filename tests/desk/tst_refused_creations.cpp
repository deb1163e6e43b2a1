// SPDX-License-Identifier: GPL-3.0-or-later
// A provider may refuse a creation that it made: what it lists then is a question, before the same is sent once more.
#include "desk/creation_counter.h"
#include "desk/refresh_account.h"
#include "desk/rewriting_shop.h"
#include "support/runner.h"

namespace refused_creations_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = CreateOutcome::End;
using checkout::ErrorKind;
using ledger::Intent;
using State = Intent::State;

namespace {

CreateOutcome create(RewritingShop &shop, const checkout::SessionDraft &draft = twoItems(), Repeat repeat = Repeat::Ask)
{
    return QCoro::waitFor(createSession(shop.bench.desk.get(), shop.account, draft, {}, std::nullopt, {}, repeat));
}

/// Has the creation of twoItems() refused, and returns its intent.
QString refuse(RewritingShop &shop, const QByteArray &answer)
{
    shop.refusal = answer;
    if (create(shop).end != End::Rejected)
        qFatal("The creation was not refused.");
    return shop.bench.desk->journal()
        .creationsNotMade(shop.account, {}, shop.bench.now().addDays(-1))
        .result()
        ->back()
        .id;
}

} // namespace

class RefusedCreationsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsListedAfterARefusalIsAQuestion_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("400") << http::test::answer(400, R"({"title":"Bad request","detail":"Try again"})");
        QTest::newRow("403") << http::test::answer(403, R"({"detail":"Forbidden"})");
        QTest::newRow("404") << http::test::answer(404, R"({"detail":"Not found"})");
        QTest::newRow("429") << http::test::answer(429, R"({"detail":"Slow down"})");
    }
    void whatIsListedAfterARefusalIsAQuestion()
    {
        QFETCH(const QByteArray, answer);
        RewritingShop shop;
        const QString refused = refuse(shop, answer);
        const int posts = shop.posts;
        shop.listed = {shop.session(u"cs_made"_s)};
        const CreateOutcome again = create(shop);
        QCOMPARE(again.end, End::Repeated);
        QCOMPARE(shop.posts, posts);
        QCOMPARE(shop.stateOf(refused), State::Unknown);
        const Intent question = *shop.bench.desk->journal().intent(refused).result().value();
        QVERIFY2(question.note.contains(u"cs_made"_s), qPrintable(question.note));
        QVERIFY(shop.bench.desk->ledger().sessionByIntent(refused).result().value());

        const auto taken = shop.lookUp(refused, u"cs_made"_s);
        QVERIFY(taken && taken->finding == Reconciliation::Finding::Found);
        QCOMPARE(shop.stateOf(refused), State::Confirmed);
    }

    void whatARefreshListsIsOneToo()
    {
        RewritingShop shop;
        const QString refused = refuse(shop, http::test::answer(404, R"({"detail":"Not found"})"));
        shop.listed = {shop.session(u"cs_made"_s)};
        QVERIFY(QCoro::waitFor(refreshAccount(shop.bench.desk.get(), shop.account, {}, Depth::Full)));
        QCOMPARE(shop.stateOf(refused), State::Unknown);
    }

    void whatWasNotMadeIsSentAgain()
    {
        RewritingShop shop;
        const QString refused = refuse(shop, http::test::answer(404, R"({"detail":"Not found"})"));
        const int posts = shop.posts;
        checkout::SessionDraft other = twoItems();
        other.customFields.front().value = u"1002"_s;
        shop.listed = {shop.session(u"cs_other"_s, quoted("{'custom_fields': {'order': '1002'}}"))};
        QCOMPARE(create(shop).end, End::Rejected);
        QCOMPARE(shop.posts, posts + 1);
        QCOMPARE(shop.stateOf(refused), State::Rejected);
    }

    void whatTheShopItselfMakesIsNoQuestion_data()
    {
        QTest::addColumn<int>("later");
        QTest::newRow("half a minute later") << 30;
        QTest::newRow("hours later") << 3 * 3'600;
    }
    void whatTheShopItselfMakesIsNoQuestion()
    {
        QFETCH(const int, later);
        RewritingShop shop;
        const QString refused = refuse(shop, http::test::answer(422, R"({"detail":"promotion over"})"));
        shop.pass(later);
        shop.listed = {shop.session(u"cs_of_the_shop"_s)};
        QVERIFY(QCoro::waitFor(refreshAccount(shop.bench.desk.get(), shop.account, {}, Depth::Full)));
        QCOMPARE(shop.stateOf(refused), State::Rejected);
        const int posts = shop.posts;
        QCOMPARE(create(shop).end, End::Rejected);
        QCOMPARE(shop.posts, posts + 1);
    }

    void aListThatFailsKeepsItBack()
    {
        RewritingShop shop;
        (void)refuse(shop, http::test::answer(404, R"({"detail":"Not found"})"));
        const int posts = shop.posts;
        shop.listFailure = http::test::answer(500, "{}");
        QCOMPARE(create(shop).end, End::Rejected);
        QCOMPARE(shop.posts, posts);
        // Whoever says that another one is meant is not kept waiting.
        QCOMPARE(create(shop, twoItems(), Repeat::Another).end, End::Rejected);
        QCOMPARE(shop.posts, posts + 1);
    }

    void aListThatIsNotOfferedDoesNot()
    {
        RewritingShop shop;
        (void)refuse(shop, http::test::answer(404, R"({"detail":"Not found"})"));
        const int posts = shop.posts;
        shop.listFailure = http::test::answer(501, "{}");
        QCOMPARE(create(shop).end, End::Rejected);
        QCOMPARE(shop.posts, posts + 1);
    }

    void aChargeThatIsListedIsAQuestion()
    {
        ChargeServer server;
        Bench bench;
        const QString account = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(404, R"({"success":false,"message":"Not found"})");
        const auto quote = quoteNow(*bench.desk, account, charge());
        const auto make = [&] {
            return QCoro::waitFor(createSession(bench.desk.get(), account, charge(), {}, std::nullopt, *quote));
        };
        QCOMPARE(make().end, End::Rejected);
        server.transactions = {payment(u"charge_1"_s, u"completed"_s, u"KS-1"_s)};
        QCOMPARE(make().end, End::Repeated);
    }
    void aReferenceThatIsAnotherCustomersIsSaid_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("isAnothers");
        QTest::newRow("the customer's own") << u"AMIE@example.com"_s << false;
        QTest::newRow("of another one") << u"other@example.com"_s << true;
    }
    void aReferenceThatIsAnotherCustomersIsSaid()
    {
        QFETCH(const QString, email);
        QFETCH(const bool, isAnothers);
        ChargeServer server;
        Bench bench;
        const QString account = server.connectTo(bench);
        QJsonObject listed = payment(u"charge_1"_s, u"pending"_s, u"KS-1"_s);
        listed.insert(u"customer_email"_s, email);
        server.transactions = {listed};
        checkout::SessionDraft draft = charge();
        draft.customer.email = u"amie@example.com"_s;
        const auto quote = quoteNow(*bench.desk, account, draft);
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), account, draft, {}, std::nullopt, *quote));
        QCOMPARE(outcome.end, isAnothers ? End::Unknown : End::Confirmed);
        if (isAnothers)
            QVERIFY2(outcome.error->sentence.contains(u"other@example.com"_s), qPrintable(outcome.error->sentence));
    }

    void aPaymentNamesTheCustomerThatItsProviderSays()
    {
        ChargeServer server;
        Bench bench;
        const QString account = server.connectTo(bench);
        checkout::SessionDraft draft = charge();
        draft.customer.email = u"amie@example.com"_s;
        const auto quote = quoteNow(*bench.desk, account, draft);
        QCOMPARE(QCoro::waitFor(createSession(bench.desk.get(), account, draft, {}, std::nullopt, *quote)).end,
                 End::Confirmed);
        QJsonObject listed = payment(u"charge_1"_s, u"completed"_s, u"KS-1"_s);
        listed.insert(u"customer_email"_s, u"other@example.com"_s);
        server.transactions = {listed};
        QVERIFY(QCoro::waitFor(refreshAccount(bench.desk.get(), account, {}, Depth::Full)));
        ledger::TransactionFilter filter;
        filter.accountIds = {account};
        const auto page = bench.desk->ledger().transactions(filter, {}, 10).result();
        QVERIFY2(page, page ? "" : qPrintable(page.error().sentence));
        QCOMPARE(page->rows.size(), size_t(1));
        QCOMPARE(page->rows.front().customerLabel, u"other@example.com"_s);
    }

    void aChargeOfItsOwnReferenceIsItsOwnWithARounding_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<bool>("isOwn");
        QTest::newRow("drawn for it") << QString() << true;
        QTest::newRow("the merchant's") << u"KS-1"_s << false;
    }
    void aChargeOfItsOwnReferenceIsItsOwnWithARounding()
    {
        QFETCH(const QString, reference);
        QFETCH(const bool, isOwn);
        ChargeServer server;
        Bench bench;
        const QString account = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(
            200,
            R"({"success":true,"data":{"charge_id":"charge_1","payment_url":"https://pay.example/1",)"
            R"("currency":"NGN","fee_details":{"base_amount":1440040,"transaction_fee":92160,"total_amount":1440040,)"
            R"("customer_pays_fees":false}}})");
        checkout::SessionDraft draft = charge();
        draft.reference = reference;
        const auto quote = quoteNow(*bench.desk, account, draft);
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), account, draft, {}, std::nullopt, *quote));
        QCOMPARE(outcome.end, isOwn ? End::Confirmed : End::Unknown);
        QCOMPARE(outcome.record.session.url, isOwn ? u"https://pay.example/1"_s : QString());
    }
};

TILLDECK_TEST(RefusedCreationsTest)

} // namespace refused_creations_test

#include "tst_refused_creations.moc"
