// SPDX-License-Identifier: GPL-3.0-or-later
// The same thing has the same name and the same number wherever the editor says it, and the focus stays in sight.
#include "editor_bench.h"
#include "support/runner.h"
#include "ui/editor/preview/preview_panel.h"
#include "ui/editor/preview/side_panel.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/segmented.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>

namespace said_in_the_editor_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ui;
using test::EditorBench;

class SaidInTheEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void anAmountThatIsSharedIsNotSaidToBeReceived()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        QVERIFY(bench.find<QLineEdit>(u"You receive"_s));
        bench.type(bench.find<QLineEdit>(u"Sub-merchant"_s), u"sub_lagos"_s);
        QVERIFY(!bench.find<QLineEdit>(u"You receive"_s));
        QVERIFY(bench.find<QLineEdit>(u"Amount"_s));
        QVERIFY(bench.shows(u"Shared with the sub-merchant"_s));
        bench.find<QLineEdit>(u"Sub-merchant"_s)->clear();
        bench.editor().setText(&checkout::SessionDraft::subMerchantId, {}, checkout::Field::SubMerchant);
        QVERIFY(bench.find<QLineEdit>(u"You receive"_s) && bench.shows(u"Before fees"_s));
    }

    void thePreviewNamesAsManyFieldsAsTheFooter()
    {
        checkout::SessionDraft draft = test::sampleDraft();
        draft.promotionCode.clear();
        EditorBench bench(draft);
        bench.press(u"Promotion code"_s);
        const auto *panel = bench.screen().findChild<PreviewPanel *>();
        const auto amounts = panel->findChildren<AmountLabel *>();
        QVERIFY(!amounts.isEmpty());
        for (const auto *amount : amounts) // what the code takes off is not known yet
            QVERIFY(amount->isStale());
        bench.type(bench.find<QLineEdit>(u"Expires after, in hours"_s), u"x"_s);
        bench.refresh();
        QVERIFY2(bench.shows(u"Fix 2 fields"_s), qPrintable(bench.sentences()));
        QCoreApplication::processEvents(); // what was laid out anew is shown with the next events
        QVERIFY(bench.showsPart(u"Fix 2 fields to update"_s));
    }

    void aFocusThatThePreviewCoversGoesToIt()
    {
        EditorBench bench(test::sampleDraft(), false, test::allCapabilities(), {960, 600});
        QCoreApplication::processEvents();
        auto *panel = bench.screen().findChild<SidePanel *>();
        QVERIFY(!panel->isVisible());
        QWidget *covered = bench.find<QWidget>(u"Success URL"_s);
        QVERIFY(covered);
        covered->setFocus();
        auto *form = bench.screen().findChild<QScrollArea *>();
        form->ensureWidgetVisible(covered);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
        QVERIFY(panel->isVisible() && panel->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
        QVERIFY(!panel->isVisible());
        QCOMPARE(QApplication::focusWidget(), covered);
    }

    void theKeysDoNothingWhileASessionIsCreated()
    {
        EditorBench bench(test::sampleDraft());
        bench.createButton()->setFocus();
        QSignalSpy left(&bench.screen(), &EditorScreen::closeRequested);
        bench.screen().setBusy(true);
        QCoreApplication::processEvents();
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(left.size(), 0);
        bench.screen().setBusy(false);
        QCOMPARE(QApplication::focusWidget(), bench.createButton());
    }
};

TILLDECK_TEST(SaidInTheEditorTest)

} // namespace said_in_the_editor_test

#include "tst_said_in_the_editor.moc"
