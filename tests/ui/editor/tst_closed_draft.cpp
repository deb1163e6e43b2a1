// SPDX-License-Identifier: GPL-3.0-or-later
// A draft is sent once, from the account that its screen names, and nothing of it is left when it is closed.
#include "page_bench.h"
#include "support/runner.h"

#include <QLabel>

#include <algorithm>

namespace closed_draft_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::ui;
using checkout::LineItem;
using checkout::SessionDraft;
using test::OneCallServer;
using test::PageBench;

class ClosedDraftTest : public QObject
{
    Q_OBJECT

private slots:
    void aFlowWhoseOutcomeWasLeftOpenSendsNothingMore()
    {
        OneCallServer server(OneCallServer::Answer::Nothing);
        PageBench bench(server);
        QWidget window;
        CreateFlow flow(*bench.desk, &window);
        QSignalSpy leftOpen(&flow, &CreateFlow::leftOpen);
        SessionDraft draft;
        draft.lineItems = {LineItem(u"price_1"_s, 1)};
        const auto send = [&] { flow.create(bench.accountId, draft, {}, {}, {}); };
        send();
        QTRY_VERIFY(window.findChild<GuardDialog *>());
        QVERIFY(flow.isBusy());
        window.findChild<GuardDialog *>()->reject();
        QCOMPARE(leftOpen.count(), 1);
        QVERIFY(!flow.isBusy() && !flow.isReady());
        server.answer = OneCallServer::Answer::Created;
        send();
        QVERIFY(!flow.isBusy());
        // Another draft goes its own way; what has left before it would have arrived before it.
        CreateFlow other(*bench.desk, &window);
        QSignalSpy confirmed(&other, &CreateFlow::confirmed);
        draft.lineItems.front().quantity = 2;
        other.create(bench.accountId, draft, {}, {}, {});
        QTRY_COMPARE(confirmed.count(), 1);
        QCOMPARE(server.creations, 2);
        // Nor does one that has made its session.
        other.create(bench.accountId, draft, {}, {}, {});
        QVERIFY(!other.isBusy() && !other.isReady());
    }

    void aClosedDraftIsGone()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        QVERIFY(bench.page.isOpen() && bench.page.canCreate());
        QCOMPARE(bench.page.accountId(), bench.accountId);
        emit bench.page.screen()->discardRequested();
        bench.answer(u"Discard draft"_s);
        QCOMPARE(bench.closed.count(), 1);
        QTRY_VERIFY(bench.drafts().empty());
        QVERIFY(!bench.page.isOpen() && !bench.page.canCreate());
        QVERIFY(bench.page.accountId().isEmpty());
        // What the menus of the window would do.
        bench.page.save();
        bench.page.create();
        QVERIFY(!bench.page.isBusy());
        QTRY_VERIFY(bench.page.findChildren<EditorScreen *>().isEmpty());
        QVERIFY(bench.page.findChildren<DraftEditor *>().isEmpty());
        bench.openDraft(); // and waits until everything before it is on the disk
        QCOMPARE(bench.drafts().size(), size_t(1));

        bench.pressCreateKeys();
        QTRY_COMPARE(bench.created.count(), 1);
        bench.page.create();
        bench.page.save();
        QVERIFY(!bench.page.isOpen() && !bench.page.isBusy());
        QTRY_VERIFY(bench.drafts().empty());
        QCOMPARE(server.creations, 1);
    }

    void anEqualDraftIsKeptWhenTheFirstOneIsAskedAbout_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("checked and left") << u"Check with PaymentKit"_s;
        QTest::newRow("not created") << u"Cancel"_s;
    }
    void anEqualDraftIsKeptWhenTheFirstOneIsAskedAbout()
    {
        QFETCH(const QString, answer);
        OneCallServer server(OneCallServer::Answer::Nothing);
        PageBench bench(server);
        bench.openDraft();
        bench.pressCreateKeys();
        QTRY_VERIFY(bench.question());
        bench.answer(u"Decide later"_s);
        QTRY_COMPARE(bench.closed.count(), 1);
        QTRY_VERIFY(bench.drafts().empty()); // the list of sessions has it

        ledger::DraftRecord second;
        second.id = u"draft_2"_s;
        second.accountId = bench.accountId;
        second.draft.lineItems = {LineItem(u"price_1"_s, 1)};
        second.draft.internalNote = u"For Awa"_s;
        second.savedAt = bench.desk->now();
        bench.desk->ledger().saveDraft(second).waitForFinished();
        bench.page.open(second);
        bench.pressCreateKeys();
        QTRY_VERIFY(bench.question() && bench.question()->objectName() == u"repeated"_s);
        QVERIFY(bench.button(answer));
        bench.answer(answer);
        if (answer != u"Cancel"_s) {
            QTRY_VERIFY(bench.question() && bench.question()->objectName() != u"repeated"_s);
            bench.answer(u"Decide later"_s);
            QTRY_COMPARE(bench.closed.count(), 2);
        }
        QVERIFY(bench.page.leave());
        bench.desk->ledger().drafts({bench.accountId}).waitForFinished();
        QCOMPARE(bench.drafts().size(), size_t(1));
        QCOMPARE(bench.drafts().front().draft.internalNote, u"For Awa"_s);
        QCOMPARE(server.creations, 1);
    }

    void whileASessionIsBeingCreatedItsDraftCannotBeLeft()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        bench.pressCreateKeys();
        QVERIFY(bench.page.isBusy());
        QVERIFY(!bench.page.leave());
        bench.page.startNew(bench.accountId);
        bench.page.save();
        QVERIFY(bench.page.isBusy());
        QTRY_COMPARE(bench.created.count(), 1);
        QTRY_VERIFY(bench.drafts().empty());
        QVERIFY(bench.page.leave());
    }

    void aKeyOnALiveAccountIsAskedAboutOnce()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server, accounts::ProviderKind::PaymentKit, accounts::Mode::Live);
        bench.openDraft();
        bench.pressCreateKeys();
        QVERIFY(bench.question() && bench.question()->isVisible());
        QVERIFY(!bench.page.isBusy());
        const auto texts = bench.question()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(texts, [](const QLabel *label) { return label->text().contains(u"Kestrel"); }));
        bench.answer(u"Cancel"_s);
        QVERIFY(!bench.page.isBusy());
        QTRY_VERIFY(!bench.question());
        // A no is no answer for the next time.
        bench.pressCreateKeys();
        QVERIFY(bench.question());
        QTest::keyClick(bench.question(), Qt::Key_Return); // the safe button is the default
        QVERIFY(!bench.page.isBusy());
        QTRY_VERIFY(!bench.question());
        bench.page.create(); // the menu
        QVERIFY(bench.question());
        bench.answer(u"Create live session"_s);
        QVERIFY(bench.page.isBusy());
        QTRY_COMPARE(bench.created.count(), 1);
        bench.openDraft(2);
        bench.pressCreateKeys();
        QVERIFY(bench.page.isBusy());
        QTRY_COMPARE(bench.created.count(), 2);
        QCOMPARE(server.creations, 2);
    }

    void theButtonOfALiveAccountNeedsNoQuestionUnderTheMouse()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server, accounts::ProviderKind::PaymentKit, accounts::Mode::Live);
        bench.openDraft();
        bench.create()->setFocus();
        QTest::keyClick(bench.create(), Qt::Key_Space);
        QVERIFY(bench.question());
        bench.answer(u"Cancel"_s);
        QTRY_VERIFY(!bench.question());
        QTest::mouseClick(bench.create(), Qt::LeftButton);
        QVERIFY(!bench.question());
        QVERIFY(bench.page.isBusy());
        QTRY_COMPARE(bench.created.count(), 1);
    }

    void theButtonFollowsItsAccount()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server, accounts::ProviderKind::PaymentKit, accounts::Mode::Test);
        bench.openDraft();
        QCOMPARE(bench.create()->text(), u"Create test session"_s);
        QVERIFY(bench.desk->accounts().remove(bench.accountId));
        QVERIFY(!bench.page.isOpen());
        QCOMPARE(bench.closed.count(), 1);
    }

    void nothingOfAnAccountIsSuggestedInAnother()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server, accounts::ProviderKind::Khaime);
        accounts::Account account = *bench.desk->accounts().byId(bench.accountId);
        account.name = u"Dakar"_s;
        account.provider = accounts::ProviderKind::Ikawaari;
        const QString francs = bench.desk->accounts().add(account).value().id;
        const auto draft = [&bench] {
            return bench.page.findChild<DraftEditor *>(QString(), Qt::FindDirectChildrenOnly);
        };
        bench.page.startNew(bench.accountId);
        // What the account's own currency is comes with its catalog.
        auto catalog = std::make_shared<checkout::Catalog>();
        catalog->currency = money::Currency::fromCode(u"USD");
        draft()->setCatalog(catalog);
        bench.page.screen()->readCatalog();
        QCOMPARE(draft()->pricing().currency, u"USD"_s);
        emit bench.page.screen()->closeRequested();
        bench.page.startNew(francs);
        QCOMPARE(draft()->tiers()->itemCurrency(), u"XOF"_s);
        QVERIFY(!draft()->catalog().currency);

        // The draft that is taken along keeps what was typed, and no suggestion.
        bench.page.startNew(bench.accountId);
        draft()->setCatalog(catalog);
        bench.page.screen()->readCatalog();
        emit bench.page.screen()->accountChosen(francs);
        QTRY_COMPARE(bench.page.accountId(), francs);
        QCOMPARE(draft()->tiers()->itemCurrency(), u"XOF"_s);
        draft()->setText(&SessionDraft::description, u"Basket"_s, checkout::Field::Description);
        emit bench.page.screen()->accountChosen(bench.accountId);
        QTRY_COMPARE(bench.page.accountId(), bench.accountId);
        QVERIFY(draft()->pricing().currency != u"USD"_s);
        QCOMPARE(draft()->text(&SessionDraft::description), u"Basket"_s);
    }
};

TILLDECK_TEST(ClosedDraftTest)

} // namespace closed_draft_test

#include "tst_closed_draft.moc"
