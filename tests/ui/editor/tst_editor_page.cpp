// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_bench.h"
#include "support/outside_sql.h"
#include "support/runner.h"
#include "ui/forms/number_field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/masked_field.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>

namespace editor_page_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::ui;

using test::OneCallServer;
using test::PageBench;

class EditorPageTest : public QObject
{
    Q_OBJECT

private slots:
    void pressedTwiceCreatesOnce()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        QVERIFY(bench.create()->isEnabled());
        QTest::mouseDClick(bench.create(), Qt::LeftButton);
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!bench.create()->isEnabled());
        QTRY_COMPARE(bench.created.count(), 1);
        QCOMPARE(server.creations, 1);
        QTRY_VERIFY(bench.drafts().empty());
        QCOMPARE(bench.created[0][0].value<ledger::SessionRecord>().session.id, u"cs_1"_s);
    }

    void aRefusalKeepsTheDraft()
    {
        OneCallServer server(OneCallServer::Answer::Refused);
        PageBench bench(server);
        bench.openDraft();
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.create()->isEnabled());
        QCOMPARE(server.creations, 1);
        QCOMPARE(bench.created.count(), 0);
        QTRY_COMPARE(bench.drafts().size(), size_t(1));
    }

    void aKeyThatIsTypedIsMarkedAndKeptInNoDraft_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("a key") << u"call pk_live_4fYk9Zq2Lm7T"_s;
        QTest::newRow("the key of the account") << u"sk_sandbox_editor"_s;
    }
    void aKeyThatIsTypedIsMarkedAndKeptInNoDraft()
    {
        QFETCH(const QString, typed);
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        const auto edits = bench.page.findChildren<QLineEdit *>();
        const auto note = std::ranges::find(edits, u"Internal note"_s, &QLineEdit::accessibleName);
        QVERIFY(note != edits.end());
        (*note)->setFocus();
        QTest::keyClicks(*note, typed);
        const auto shows = [&bench](const QString &text) {
            const auto labels = bench.page.findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
        };
        QTRY_VERIFY(shows(u"This holds a key."_s));
        QTRY_VERIFY(shows(u", without what holds a key"_s));
        QCOMPARE((*note)->text(), typed);
        QCOMPARE(bench.drafts().size(), size_t(1));
        QCOMPARE(bench.drafts().front().draft.internalNote, QString());
        QCOMPARE(bench.drafts().front().draft.lineItems.size(), size_t(1));
        bench.pressCreateKeys();
        QTest::qWait(50);
        QCOMPARE(server.creations, 0);
        (*note)->selectAll();
        QTest::keyClicks(*note, u"For Awa"_s);
        QTRY_COMPARE(bench.drafts().front().draft.internalNote, u"For Awa"_s);
        QTRY_VERIFY(!shows(u"holds a key"_s));
    }

    void noAnswerAsksAndNeverSendsByItself()
    {
        OneCallServer server(OneCallServer::Answer::Nothing);
        PageBench bench(server);
        bench.openDraft();
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        QCOMPARE(server.creations, 1);
        QTRY_VERIFY(bench.drafts().empty());
        QSignalSpy left(&bench.page, &EditorPage::outcomeLeftOpen);
        bench.answer(u"Decide later"_s);
        QCOMPARE(bench.closed.count(), 1);
        QCOMPARE(left.count(), 1);
        QCOMPARE(left[0][0].toString(), bench.accountId);
        QCOMPARE(left[0][1].toString(), bench.desk->journal().unknown().result()->front().id);
        QCOMPARE(server.creations, 1);
    }

    void createAgainResolvesTheFirstTryBefore()
    {
        OneCallServer server(OneCallServer::Answer::Nothing);
        PageBench bench(server);
        bench.openDraft();
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        // Nothing is on its way while that is asked.
        QVERIFY(bench.create()->text() != u"Creating…"_s);
        server.answer = OneCallServer::Answer::Created;
        bench.answer(u"Create again anyway"_s);
        // Its time is not over: that is asked about once more, and is no answer by itself.
        QTRY_VERIFY(bench.question() && bench.shows(u"may still appear at the provider until"_s));
        QCOMPARE(server.creations, 1);
        QCOMPARE(bench.desk->journal().unknown().result()->size(), size_t(1));
        bench.answer(u"Create another all the same"_s);
        QTRY_COMPARE(bench.created.count(), 1);
        QCOMPARE(server.creations, 2);
        QVERIFY(bench.desk->journal().unknown().result()->empty());
    }

    void theSameAgainIsAskedAbout()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bench.created.count(), 1);
        bench.openDraft();
        bench.pressCreateKeys();
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        QVERIFY(bench.shows(u"The same was created a moment ago, as cs_1."_s));
        bench.answer(u"Cancel"_s);
        QTRY_VERIFY(!bench.question());
        QCOMPARE(server.creations, 1);
        QVERIFY(bench.create()->isEnabled());
        QTRY_COMPARE(bench.drafts().size(), size_t(1));

        bench.pressCreateKeys();
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        bench.answer(u"Create another"_s);
        QTRY_COMPARE(bench.created.count(), 2);
        QCOMPARE(server.creations, 2);
    }

    void whereAKeyActsOnceItIsSentAgainUnderIt()
    {
        OneCallServer server(OneCallServer::Answer::Nothing);
        PageBench bench(server, accounts::ProviderKind::Ikawaari);
        bench.openDraft();
        bench.pressCreateKeys();
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        QVERIFY(
            bench.shows(u"Send it again first: under the same idempotency key, Ikawaari makes one session of both."_s));
        QCOMPARE(ui::buttonKind(bench.button(u"Send again"_s)), ui::ButtonKind::Primary);
        QVERIFY(!bench.button(u"Create again anyway"_s));
        QVERIFY(!bench.button(u"Check with Ikawaari"_s));
        QVERIFY(bench.shows(u"Look in its own dashboard"_s));
        server.answer = OneCallServer::Answer::Created;
        bench.answer(u"Send again"_s);
        QTRY_COMPARE(bench.created.count(), 1);
        QCOMPARE(server.creations, 2);
        QVERIFY(!server.keys.front().isEmpty());
        QCOMPARE(server.keys.back(), server.keys.front());
        QVERIFY(bench.desk->journal().unknown().result()->empty());
    }

    void theSameAsOneOfUnknownOutcomeIsLookedUpOrSentAgain()
    {
        OneCallServer server(OneCallServer::Answer::Nothing);
        PageBench bench(server, accounts::ProviderKind::Ikawaari);
        bench.openDraft();
        bench.pressCreateKeys();
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        bench.answer(u"Decide later"_s);
        QTRY_VERIFY(!bench.question());
        bench.openDraft();
        bench.pressCreateKeys();
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        QVERIFY(bench.shows(u"and its outcome is unknown"_s));
        QVERIFY(!bench.button(u"Check with Ikawaari"_s)); // it has no list to look in, and the question says so
        QVERIFY(bench.shows(u"Look in its own dashboard"_s));
        server.answer = OneCallServer::Answer::Created;
        bench.answer(u"Send again"_s);
        QTRY_COMPARE(bench.created.count(), 1);
        QCOMPARE(server.creations, 2);
        QCOMPARE(server.keys.back(), server.keys.front());
        // One session, so one row and no draft that invites to create it once more.
        QTRY_VERIFY(bench.drafts().empty());
    }

    void whatCouldNotBeKeptIsHandedOver()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        const test::Refusing refusing(bench.desk->dataDirectory() + u"/ledger.sqlite"_s, u"UPDATE ON session"_s);
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        QCOMPARE(bench.question()->windowTitle(), u"Created, but not kept"_s);
        QVERIFY(bench.shows(u"Created as cs_1, but this computer could not keep it."_s));
        QVERIFY(!bench.shows(u"ry again"_s) && !bench.shows(u"Nothing new was created"_s));
        auto *token = bench.question()->findChild<MaskedField *>(u"token"_s);
        QVERIFY(token && !token->visibleText().contains(u"sec_1"_s));
        token->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"sec_1"_s);
        // The draft is gone, as after any creation: sending it again would make another.
        QTRY_VERIFY(bench.drafts().empty());
        QCOMPARE(bench.created.count(), 1);
        bench.answer(u"Close"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"sec_1"_s);
        QCOMPARE(server.creations, 1);
    }

    void changesAreSavedASecondLater()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.page.startNew(bench.accountId);
        QVERIFY(!bench.create()->isEnabled());
        auto *quantity = bench.page.findChild<NumberField *>();
        quantity->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QTRY_COMPARE(bench.drafts().size(), size_t(1));
        QCOMPARE(bench.drafts().front().draft.lineItems.front().quantity, 2);
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(server.creations, 0);
    }

    void anotherFlowKeepsFocusAndText()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server, accounts::ProviderKind::Khaime);
        bench.page.startNew(bench.accountId);
        const auto field = [&](const QString &name) -> QLineEdit * {
            for (auto *edit : bench.page.findChildren<QLineEdit *>()) {
                if (edit->accessibleName() == name && edit->isVisible())
                    return edit;
            }
            return nullptr;
        };
        QCOMPARE(QApplication::focusWidget(), field(u"You receive"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"90"_s);
        QTest::keyClicks(field(u"Reference"_s), u"KS-1"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTRY_VERIFY(!field(u"Reference"_s));
        // The offscreen platform forgets the active window with the screen before; the page remembers the focus.
        QPointer<QWidget> chosen = bench.page.focusWidget();
        QVERIFY(chosen && qobject_cast<QAbstractButton *>(chosen)->isChecked());
        QCOMPARE(field(u"You receive"_s)->text(), u"90"_s);
        // What this flow does not take is kept, on the disk too.
        QTRY_COMPARE(bench.drafts().size(), size_t(1));
        QCOMPARE(bench.drafts().front().draft.reference, u"KS-1"_s);
        QCOMPARE(server.creations, 0);
    }

    void closingWithinThatSecondKeepsTheDraft()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        {
            EditorPage page(*bench.desk, bench.catalogs);
            page.show();
            page.startNew(bench.accountId);
            page.findChild<NumberField *>()->setFocus();
            QTest::keyClick(page.focusWidget(), Qt::Key_Up);
            QVERIFY(bench.drafts().empty());
        }
        QTRY_COMPARE(bench.drafts().size(), size_t(1));
        QCOMPARE(bench.drafts().front().draft.lineItems.front().quantity, 2);
    }
};

TILLDECK_TEST(EditorPageTest)

} // namespace editor_page_test

#include "tst_editor_page.moc"
