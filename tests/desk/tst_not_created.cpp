// SPDX-License-Identifier: GPL-3.0-or-later
// A lost creation is closed as not created: the provider is asked first, and what it lists later is a question again.
#include "desk/abandon_creation.h"
#include "desk/creation_counter.h"
#include "desk/open_outcomes.h"
#include "desk/refresh_account.h"
#include "desk/rewriting_shop.h"
#include "support/runner.h"

namespace not_created_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Finding = Reconciliation::Finding;
using ledger::Intent;
using State = Intent::State;

namespace {

constexpr int anHour = 3600;

checkout::Result<void> close(Bench &bench, const QString &account, const QString &intent, EarlyAbandon early)
{
    return QCoro::waitFor(abandonCreation(bench.desk.get(), account, intent, early));
}

checkout::Result<void> close(RewritingShop &shop, const QString &intent, EarlyAbandon early = EarlyAbandon::Refuse)
{
    return close(shop.bench, shop.account, intent, early);
}

bool refresh(RewritingShop &shop)
{
    return QCoro::waitFor(refreshAccount(shop.bench.desk.get(), shop.account, {}, Depth::Full)).has_value();
}

Intent stored(RewritingShop &shop, const QString &intent)
{
    return *shop.bench.desk->journal().intent(intent).result().value();
}

/// Returns the row of a creation; nothing where it has none.
std::optional<ledger::SessionRecord> rowOf(RewritingShop &shop, const QString &intent)
{
    return shop.bench.desk->ledger().sessionByIntent(intent).result().value();
}

/// Creates a session of another order, @p id, which is answered.
void make(RewritingShop &shop, const QString &id)
{
    checkout::SessionDraft draft = twoItems();
    draft.customFields = {checkout::CustomField(u"order"_s, id)};
    const int posts = shop.posts;
    shop.holds = true;
    auto creating = createSession(shop.bench.desk.get(), shop.account, draft, {}, std::nullopt);
    if (!QTest::qWaitFor([&] { return shop.posts == posts + 1; }))
        qFatal("Nothing was sent.");
    shop.answerHeld(shop.session(id, quoted("{'custom_fields': {}}")));
    shop.holds = false;
    if (QCoro::waitFor(std::move(creating)).end != CreateOutcome::End::Confirmed)
        qFatal("The session was not created.");
}

} // namespace

class NotCreatedTest : public QObject
{
    Q_OBJECT

private slots:
    void aSessionThatIsListedIsTaken()
    {
        RewritingShop shop;
        const QString lost = shop.lose();
        shop.listed = {shop.session(u"cs_1"_s)};
        shop.pass(anHour);
        const auto refused = close(shop, lost);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QVERIFY2(refused.error().sentence.contains(u"cs_1"_s), qPrintable(refused.error().sentence));
        QCOMPARE(shop.stateOf(lost), State::Confirmed);
        QCOMPARE(rowOf(shop, lost)->session.id, u"cs_1"_s);
        QVERIFY(!close(shop, lost, EarlyAbandon::Allow));
        QCOMPARE(shop.posts, 1);
    }

    void whatMayBeItIsNamedAndNeedsAWord()
    {
        RewritingShop shop;
        const QString lost = shop.lose();
        shop.listed = {shop.session(u"cs_1"_s), shop.session(u"cs_2"_s)};
        shop.pass(anHour);
        const auto refused = close(shop, lost);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::UnknownOutcome);
        QVERIFY2(refused.error().sentence.contains(u"cs_1, cs_2"_s), qPrintable(refused.error().sentence));
        QCOMPARE(shop.stateOf(lost), State::Unknown);
        QVERIFY(close(shop, lost, EarlyAbandon::Allow));
        QCOMPARE(shop.stateOf(lost), State::Abandoned);
        // The merchant knew of them.
        QVERIFY(refresh(shop));
        QCOMPARE(shop.stateOf(lost), State::Abandoned);
    }

    void aProviderThatCannotBeAskedShowsNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        QTest::newRow("it has a fault") << 500 << u"could not be asked"_s;
        QTest::newRow("it refuses the key") << 401 << u"could not be asked"_s;
        QTest::newRow("it has no such list any more") << 404 << u"offers no list"_s;
    }
    void aProviderThatCannotBeAskedShowsNothing()
    {
        QFETCH(const int, status);
        QFETCH(const QString, says);
        RewritingShop shop;
        const QString lost = shop.lose();
        shop.pass(anHour);
        shop.server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            const QByteArray date = http::test::dateHeader(shop.providerNow());
            socket.write(http::test::answer(status, R"({"title":"No list"})", date));
        };
        const auto refused = close(shop, lost);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::UnknownOutcome);
        QVERIFY2(refused.error().sentence.contains(says), qPrintable(refused.error().sentence));
        QCOMPARE(shop.stateOf(lost), State::Unknown);
        QVERIFY(close(shop, lost, EarlyAbandon::Allow));
    }

    void withoutAListTheWordOfTheMerchantCounts()
    {
        CreationCounter at(accounts::ProviderKind::Ikawaari);
        const QString lost = at.create().record.intentId;
        QCOMPARE(close(at.bench, at.id, lost, EarlyAbandon::Refuse).error().kind, ErrorKind::UnknownOutcome);
        at.bench.setNow(at.bench.now().addSecs(anHour));
        at.serverNow = at.serverNow.addSecs(anHour);
        (void)QCoro::waitFor(at.bench.desk->http().send(http::Request::get(at.server.url())));
        QVERIFY(close(at.bench, at.id, lost, EarlyAbandon::Refuse));
        QCOMPARE(at.stateOf(lost), State::Abandoned);
    }

    void withoutAListOnlySendingItAgainShowsIt()
    {
        CreationCounter at(accounts::ProviderKind::Ikawaari);
        const QString lost = at.create().record.intentId;
        at.bench.setNow(at.bench.now().addSecs(12 * 60));
        at.serverNow = at.serverNow.addSecs(12 * 60);
        const auto refused = close(at.bench, at.id, lost, EarlyAbandon::Refuse);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::UnknownOutcome);
        QVERIFY2(refused.error().sentence.contains(u"Send it again"_s), qPrintable(refused.error().sentence));
        QCOMPARE(at.stateOf(lost), State::Unknown);
        QVERIFY(close(at.bench, at.id, lost, EarlyAbandon::Allow));
    }

    void aProviderWithoutAListThatCannotBeReachedShowsNothing()
    {
        CreationCounter at(accounts::ProviderKind::Ikawaari);
        const QString lost = at.create().record.intentId;
        at.bench.setNow(at.bench.now().addSecs(anHour));
        at.serverNow = at.serverNow.addSecs(anHour);
        (void)QCoro::waitFor(at.bench.desk->http().send(http::Request::get(at.server.url())));
        at.server.onRequest = [](QTcpSocket &socket, const QByteArray &) { socket.disconnectFromHost(); };
        const auto refused = close(at.bench, at.id, lost, EarlyAbandon::Refuse);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::UnknownOutcome);
        QVERIFY2(refused.error().sentence.contains(u"could not be asked"_s), qPrintable(refused.error().sentence));
        QCOMPARE(at.stateOf(lost), State::Unknown);
        QVERIFY(close(at.bench, at.id, lost, EarlyAbandon::Allow));
    }

    void anAccountWithoutAKeyIsAskedForOne()
    {
        CreationCounter at(accounts::ProviderKind::Ikawaari);
        const QString lost = at.create().record.intentId;
        at.bench.setNow(at.bench.now().addSecs(anHour));
        at.bench.restart();
        at.bench.desk->keys().keepForThisRun(at.id, std::nullopt);
        const auto refused = close(at.bench, at.id, lost, EarlyAbandon::Refuse);
        QVERIFY(!refused);
        QVERIFY2(refused.error().isWithoutKey, qPrintable(refused.error().sentence));
        const auto outcome = QCoro::waitFor(openOutcome(at.bench.desk.get(), lost));
        QCOMPARE((*outcome)->offers.front().action, OutcomeAction::EnterKey);
    }

    void aListThatLacksWhatIsKnownProvesNothing_data()
    {
        QTest::addColumn<bool>("isEmpty");
        QTest::newRow("an empty list") << true;
        QTest::newRow("an old copy") << false;
    }
    void aListThatLacksWhatIsKnownProvesNothing()
    {
        QFETCH(const bool, isEmpty);
        RewritingShop shop;
        const QJsonObject older = shop.session(u"cs_older"_s, quoted("{'line_items': []}"));
        shop.listed = {older};
        QVERIFY(refresh(shop));
        shop.pass(anHour);
        QVERIFY(refresh(shop)); // the provider says its time
        make(shop, u"cs_known"_s);
        const QJsonObject known = shop.session(u"cs_known"_s, quoted("{'line_items': []}"));
        const QString lost = shop.lose();
        shop.pass(anHour);
        shop.listed = isEmpty ? QList<QJsonObject>() : QList<QJsonObject>{older};
        const auto looked = shop.lookUp(lost);
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::CannotTell);
        QCOMPARE(looked->lacks, u"cs_known"_s);
        const auto refused = close(shop, lost);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::UnknownOutcome);
        QVERIFY2(refused.error().sentence.contains(u"lacks cs_known"_s), qPrintable(refused.error().sentence));

        shop.listed = {known, older};
        QCOMPARE(shop.lookUp(lost)->finding, Finding::NotListed);
        QVERIFY(close(shop, lost));
    }

    void whatIsOverIsNotMissed()
    {
        RewritingShop shop;
        shop.listed = {shop.session(u"cs_1"_s, quoted("{'status': 'expired', 'line_items': []}"))};
        QVERIFY(refresh(shop));
        shop.pass(anHour);
        const QString lost = shop.lose();
        shop.pass(anHour);
        shop.listed.clear();
        QCOMPARE(shop.lookUp(lost)->finding, Finding::NotListed);
        QVERIFY(close(shop, lost));
    }

    void whatIsListedLaterIsAQuestionAgain()
    {
        RewritingShop shop;
        const QString lost = shop.lose();
        const QJsonObject late = shop.session(u"cs_late"_s);
        shop.pass(anHour);
        QVERIFY(close(shop, lost));
        QVERIFY(!rowOf(shop, lost));

        shop.listed = {late};
        QVERIFY(refresh(shop));
        const Intent again = stored(shop, lost);
        QCOMPARE(again.state, State::Unknown);
        QVERIFY(again.wasClosed);
        QVERIFY2(again.note.contains(u"cs_late"_s), qPrintable(again.note));
        QCOMPARE(rowOf(shop, lost)->state, ledger::SessionRecord::State::OutcomeUnknown);
        // It was closed once: another one may stand in its place.
        QVERIFY(!shop.bench.desk->journal()
                     .reopen(shop.account, Intent::Kind::Create, lost, shop.bench.now().addSecs(60))
                     .result());
        // The same draft is a question, too.
        QCOMPARE(QCoro::waitFor(createSession(shop.bench.desk.get(), shop.account, twoItems(), {}, std::nullopt)).end,
                 CreateOutcome::End::Repeated);
        const auto looked = shop.lookUp(lost);
        QVERIFY(looked && looked->finding == Finding::Ambiguous);
        QCOMPARE(looked->candidates.front().id, u"cs_late"_s);

        // Once the merchant knows it, it is no question any more.
        QVERIFY(!close(shop, lost));
        QVERIFY(close(shop, lost, EarlyAbandon::Allow));
        QVERIFY(refresh(shop));
        QCOMPARE(shop.stateOf(lost), State::Abandoned);
        QCOMPARE(shop.posts, 1);
    }

    void whatIsOfItsTimeIsAQuestionHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("an address with a slash") << QByteArray("{'success_url': 'https://kestrel.example/thanks/'}");
        QTest::newRow("a row for shipping")
            << QByteArray("{'line_items': [{'price_id': 'price_premium', 'quantity': 2},"
                          "{'price_id': 'price_setup', 'quantity': 1},"
                          "{'price_id': 'price_shipping', 'quantity': 1}]}");
        QTest::newRow("a merged customer") << QByteArray("{'customer_id': 'cus_merged'}");
    }
    void whatIsOfItsTimeIsAQuestionHoweverItIsWritten()
    {
        QFETCH(const QByteArray, written);
        RewritingShop shop;
        const QString lost = shop.lose();
        const QJsonObject late = shop.session(u"cs_late"_s, quoted(written.constData()));
        shop.pass(anHour);
        QVERIFY(close(shop, lost));
        shop.listed = {late};
        QVERIFY(refresh(shop));
        QCOMPARE(shop.stateOf(lost), State::Unknown);
        // Once the merchant knows it, it is no question any more.
        QVERIFY(close(shop, lost, EarlyAbandon::Allow));
        QVERIFY(refresh(shop));
        QCOMPARE(shop.stateOf(lost), State::Abandoned);
    }

    void theQuestionIsAnsweredByItsSession()
    {
        RewritingShop shop;
        const QString lost = shop.lose();
        shop.listed = {shop.session(u"cs_late"_s)};
        QVERIFY(close(shop, lost, EarlyAbandon::Allow));
        QVERIFY(refresh(shop));
        QCOMPARE(shop.stateOf(lost), State::Unknown);
        const auto taken = shop.lookUp(lost, u"cs_late"_s);
        QVERIFY2(taken && taken->finding == Finding::Found, taken ? "" : qPrintable(taken.error().sentence));
        QCOMPARE(shop.stateOf(lost), State::Confirmed);
        QCOMPARE(shop.bench.list(shop.account).rows.size(), size_t(1));
    }

    void aChargeThatIsListedLaterIsAQuestionAgain_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("of its reference") << u"KS-1"_s << true;
        QTest::newRow("of its reference in other letters") << u"ks-1"_s << true;
        QTest::newRow("without one") << QString() << true;
        QTest::newRow("of another one") << u"KS-2"_s << false;
    }
    void aChargeThatIsListedLaterIsAQuestionAgain()
    {
        QFETCH(const QString, reference);
        QFETCH(const bool, isAsked);
        ChargeServer server;
        Bench bench;
        const QString account = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(200, "{");
        const auto quote = quoteNow(*bench.desk, account, charge());
        const QString lost =
            QCoro::waitFor(createSession(bench.desk.get(), account, charge(), {}, std::nullopt, *quote))
                .record.intentId;
        QVERIFY(close(bench, account, lost, EarlyAbandon::Allow));
        server.transactions = {payment(u"charge_1"_s, u"completed"_s, reference)};
        QVERIFY(QCoro::waitFor(refreshAccount(bench.desk.get(), account, {}, Depth::Full)));
        const Intent after = *bench.desk->journal().intent(lost).result().value();
        QCOMPARE(after.state, isAsked ? State::Unknown : State::Abandoned);
        QCOMPARE(after.note.contains(u"charge_1"_s), isAsked);
    }

    void anotherSessionMakesItNoQuestion_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<int>("stampedAfter");
        const QByteArray otherItems = "{'line_items': [{'price_id': 'price_1', 'quantity': 1}]}";
        QTest::newRow("other items, hours later") << otherItems << 6 * anHour;
        QTest::newRow("another customer, hours later") << QByteArray("{'customer_id': 'cus_other'}") << 6 * anHour;
        QTest::newRow("other fields") << QByteArray("{'custom_fields': {'order': '1002'}}") << 1;
        QTest::newRow("from before") << QByteArray("{}") << -anHour;
        QTest::newRow("days later") << QByteArray("{}") << 3 * 86'400;
    }
    void anotherSessionMakesItNoQuestion()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const int, stampedAfter);
        RewritingShop shop;
        const QString lost = shop.lose();
        QJsonObject other = shop.session(u"cs_other"_s, quoted(written.constData()));
        other.insert(u"created_at"_s, shop.providerNow().addSecs(stampedAfter).toString(Qt::ISODate));
        QVERIFY(close(shop, lost, EarlyAbandon::Allow));
        shop.pass(4 * 86'400);
        shop.listed = {other};
        QVERIFY(refresh(shop));
        QCOMPARE(shop.stateOf(lost), State::Abandoned);
    }

    void theSessionOfAnotherCreationMakesItNoQuestion()
    {
        RewritingShop shop;
        const QString lost = shop.lose();
        QVERIFY(close(shop, lost, EarlyAbandon::Allow));
        const QString second = shop.lose();
        shop.listed = {shop.session(u"cs_second"_s)};
        QVERIFY(shop.lookUp(second, u"cs_second"_s));
        QCOMPARE(shop.stateOf(second), State::Confirmed);
        QVERIFY(refresh(shop));
        QCOMPARE(shop.stateOf(lost), State::Abandoned);
    }
};

TILLDECK_TEST(NotCreatedTest)

} // namespace not_created_test

#include "tst_not_created.moc"
