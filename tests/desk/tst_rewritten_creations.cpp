// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that writes a session in its own way: what it lists is a question, and nothing is made twice.
#include "desk/faulty_bench.h"
#include "desk/open_outcomes.h"
#include "desk/rewriting_shop.h"
#include "support/runner.h"

#include <algorithm>

namespace rewritten_creations_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Finding = Reconciliation::Finding;
using State = ledger::Intent::State;

class RewrittenCreationsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<RewritingShop>(); }
    void cleanup() { m_shop.reset(); }

    void whatTheProviderWritesInItsOwnWayIsAQuestion_data()
    {
        QTest::addColumn<QJsonObject>("written");
        const auto row = [](const char *name, const char *written) { QTest::newRow(name) << quoted(written); };
        row("items in another order", "{'line_items': [{'price_id': 'price_setup', 'quantity': 1},"
                                      "                {'price_id': 'price_premium', 'quantity': 2}]}");
        row("one row for each piece",
            "{'line_items': [{'price_id': 'price_premium', 'quantity': 1}, {'price_id': 'price_setup', 'quantity': 1},"
            "                {'price_id': 'price_premium', 'quantity': 1}]}");
        row("an address ends in a slash",
            "{'success_url': 'https://kestrel.example/thanks/?session_id={CHECKOUT_SESSION_ID}'}");
        row("a route by default", "{'processor_route_id': 'route_default'}");
        row("a return address by default", "{'return_url': 'https://pay.example/back'}");
        row("one more field", "{'custom_fields': {'order': '1001', 'source': 'api'}}");
        row("a field written as a number", "{'custom_fields': {'order': 1001}}");
        row("the route of a tier by default",
            "{'cascade_line_items': [{'line_items': [{'price_id': 'price_standard', 'quantity': 1}],"
            "                         'processor_route_id': 'route_default'}]}");
        row("a coupon by default", "{'coupon_id': 'coupon_loyal'}");
    }
    void whatTheProviderWritesInItsOwnWayIsAQuestion()
    {
        QFETCH(const QJsonObject, written);
        const QString intent = m_shop->lose();
        m_shop->listed = {m_shop->session(u"cs_1"_s, written)};
        // Also when it could not appear any more.
        for (const int later : {0, 3600}) {
            m_shop->bench.setNow(m_shop->bench.now().addSecs(later));
            const auto looked = m_shop->lookUp(intent);
            QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
            QCOMPARE(looked->finding, Finding::Ambiguous);
            QCOMPARE(looked->candidates.size(), size_t(1));
            QVERIFY(looked->doubt.isEmpty());
            QCOMPARE(m_shop->stateOf(intent), State::Unknown);
        }
        const auto chosen = m_shop->lookUp(intent, u"cs_1"_s);
        QVERIFY2(chosen.has_value(), chosen ? "" : qPrintable(chosen.error().sentence));
        QCOMPARE(chosen->finding, Finding::Found);
        QCOMPARE(m_shop->stateOf(intent), State::Confirmed);
        QCOMPARE(m_shop->posts, 1);
    }

    void onlyItsAgeMakesItAnotherOne_data()
    {
        QTest::addColumn<QJsonObject>("written");
        QTest::addColumn<int>("age");           // in seconds
        QTest::addColumn<int>("providerAhead"); // in seconds
        QTest::addColumn<int>("finding");
        const auto row = [](const char *name, const char *written, int age, int ahead, Finding finding) {
            QTest::newRow(name) << quoted(written) << age << ahead << int(finding);
        };
        row("as asked for", "{}", 0, 0, Finding::Found);
        row("another customer", "{'customer_id': 'cus_x'}", 0, 0, Finding::Ambiguous);
        row("another customer, older", "{'customer_id': 'cus_x'}", 60, 0, Finding::NotListed);
        row("another price",
            "{'line_items': [{'price_id': 'price_other', 'quantity': 2}, {'price_id': 'price_setup', 'quantity': 1}]}",
            0, 0, Finding::Ambiguous);
        row("another quantity",
            "{'line_items': [{'price_id': 'price_premium', 'quantity': 1}, {'price_id': 'price_setup', 'quantity': "
            "1}]}",
            0, 0, Finding::Ambiguous);
        row("one item less", "{'line_items': [{'price_id': 'price_premium', 'quantity': 2}]}", 0, 0,
            Finding::Ambiguous);
        row("an item without its price", "{'line_items': [{'quantity': 3}]}", 0, 0, Finding::Ambiguous);
        row("older", "{}", 3600, 0, Finding::NotListed);
        row("older by both clocks", "{}", 7200, 3600, Finding::NotListed);
        row("older by the provider's clock alone", "{}", 3600, 3600, Finding::Ambiguous);
        row("older by the clock here alone", "{}", 0, -3600, Finding::Found);
    }
    void onlyItsAgeMakesItAnotherOne()
    {
        QFETCH(const QJsonObject, written);
        QFETCH(const int, age);
        QFETCH(const int, providerAhead);
        QFETCH(const int, finding);
        m_shop->providerAhead = providerAhead;
        // Where its time is another than here, the second answer confirms it.
        for (int told = 0; told < 2; ++told)
            (void)QCoro::waitFor(m_shop->bench.desk->http().send(http::Request::get(m_shop->server.url())));
        const QString intent = m_shop->lose();
        QJsonObject session = m_shop->session(u"cs_1"_s, written);
        session[u"created_at"_s] = m_shop->providerNow().addSecs(-age).toString(Qt::ISODate);
        m_shop->listed = {session};
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(int(looked->finding), finding);
    }

    /// Neither older ones of the same contents nor those of other orders make every look-up a question.
    void theOneThatIsWrittenAsAskedForIsFound()
    {
        const QString intent = m_shop->lose();
        const QString old = m_shop->providerNow().addDays(-1).toString(Qt::ISODate);
        m_shop->listed = {m_shop->session(u"cs_3"_s, quoted("{'custom_fields': {'order': '1002'}}")),
                          m_shop->session(u"cs_2"_s), m_shop->session(u"cs_1"_s, QJsonObject{{u"created_at"_s, old}}),
                          m_shop->session(u"cs_0"_s, QJsonObject{{u"created_at"_s, old}})};
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::Found);
        QCOMPARE(looked->record->session.id, u"cs_2"_s);
    }

    void whatDoesNotFitIsTakenOnTheMerchantsWordAlone()
    {
        const QString intent = m_shop->lose();
        m_shop->listed = {m_shop->session(u"cs_1"_s, quoted("{'customer_id': 'cus_x'}"))};
        QCOMPARE(m_shop->lookUp(intent)->finding, Finding::Ambiguous);
        const auto doubted = m_shop->lookUp(intent, u"cs_1"_s);
        QVERIFY2(doubted.has_value(), doubted ? "" : qPrintable(doubted.error().sentence));
        QCOMPARE(doubted->finding, Finding::Ambiguous);
        QVERIFY2(doubted->doubt.contains(u"another customer"_s), qPrintable(doubted->doubt));
        QCOMPARE(m_shop->stateOf(intent), State::Unknown);
        QVERIFY(!m_shop->lookUp(intent, u"cs_9"_s, Unproven::Allow)); // there is none
        QCOMPARE(m_shop->stateOf(intent), State::Unknown);
        const auto taken = m_shop->lookUp(intent, u"cs_1"_s, Unproven::Allow);
        QVERIFY2(taken.has_value(), taken ? "" : qPrintable(taken.error().sentence));
        QCOMPARE(taken->finding, Finding::Found);
        QCOMPARE(m_shop->stateOf(intent), State::Confirmed);
        // It is of that creation now, whatever is said of another one.
        const QString second = m_shop->lose(twoItems(), Repeat::Another);
        const auto again = m_shop->lookUp(second, u"cs_1"_s, Unproven::Allow);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(m_shop->stateOf(second), State::Unknown);
    }

    /// The merchant may know the ID where the list shows nothing that fits.
    void theWindowAsksForTheIdBesideTheList()
    {
        const QString intent = m_shop->lose();
        const auto outcome = QCoro::waitFor(openOutcome(m_shop->bench.desk.get(), intent));
        QVERIFY(outcome.has_value() && outcome->has_value());
        const auto isMade = [](const OutcomeOffer &offer) { return offer.action == OutcomeAction::Made; };
        QCOMPARE(std::ranges::count_if((*outcome)->offers, isMade), 1);
    }

    void theSandboxCanWriteSessionsInItsOwnWay()
    {
        FaultyBench bench;
        const QString account = bench.accounts.front();
        checkout::SessionDraft draft = draftAt(accounts::ProviderKind::PaymentKit, 1);
        draft.lineItems.emplace_back(u"price_standard"_s, 2);
        const FaultCase lost{sandbox::Fault::Kind::Drop, "{'at': 'after_commit', 'rewritten': true}", true,
                             FaultCase::Shows::Nothing};
        bench.arm(account, u"createCheckoutSession"_s, lost);
        const CreateOutcome outcome = bench.create(account, draft, std::nullopt);
        QCOMPARE(outcome.end, CreateOutcome::End::Unknown);
        bench.disarm();
        const auto look = [&](const QString &chosen) {
            return QCoro::waitFor(reconcileCreation(bench.bench.desk.get(), account, outcome.record.intentId, chosen));
        };
        const auto looked = look({});
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::Ambiguous);
        QCOMPARE(looked->candidates.size(), size_t(1));
        const checkout::SessionDraft &written = looked->candidates.front().contents;
        QVERIFY(written.lineItems != draft.lineItems);
        QCOMPARE(written.successUrl, draft.successUrl + u'/');
        QVERIFY(!written.returnUrl.isEmpty() && !written.processorRouteId.isEmpty());
        QCOMPARE(written.customFields.size(), draft.customFields.size() + 1);
        QCOMPARE(look(looked->candidates.front().id)->finding, Finding::Found);
    }

    void theSameInAnotherOrderIsARival()
    {
        const QString first = m_shop->lose();
        checkout::SessionDraft swapped = twoItems();
        std::ranges::reverse(swapped.lineItems);
        const QString second = m_shop->lose(swapped, Repeat::Another);
        m_shop->listed = {m_shop->session(u"cs_1"_s)};
        QCOMPARE(m_shop->lookUp(first)->finding, Finding::Ambiguous);
        QCOMPARE(m_shop->stateOf(first), State::Unknown);
        QCOMPARE(m_shop->stateOf(second), State::Unknown);
    }

private:
    std::unique_ptr<RewritingShop> m_shop;
};

TILLDECK_TEST(RewrittenCreationsTest)

} // namespace rewritten_creations_test

#include "tst_rewritten_creations.moc"
