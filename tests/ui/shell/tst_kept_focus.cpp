// SPDX-License-Identifier: GPL-3.0-or-later
// The focus stays in the page, whatever becomes of the widget that had it.
#include "shell_window.h"
#include "support/runner.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/guard_dialog.h"

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

namespace kept_focus_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

using tilldeck::test::makeWindow;

class KeptFocusTest : public QObject
{
    Q_OBJECT

private slots:
    void aFocusThatAPageLosesStaysInIt_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"hidden", "disabled", "removed", "behind a dialog"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void aFocusThatAPageLosesStaysInIt()
    {
        QFETCH(const QString, how);
        auto window = makeWindow();
        auto *page = new QWidget;
        auto *column = new QVBoxLayout(page);
        auto *rows = new QListView;
        rows->setProperty("pane", true);
        auto *sendAgain = new QPushButton(u"Send again"_s);
        column->addWidget(rows);
        column->addWidget(sendAgain);
        window->addPage(PageId::Drafts, page, u"Drafts"_s);
        window->showPage(PageId::Drafts);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        sendAgain->setFocus();
        QCOMPARE(QApplication::focusWidget(), sendAgain);
        if (how == u"hidden"_s) {
            sendAgain->hide();
        } else if (how == u"disabled"_s) {
            sendAgain->setEnabled(false);
        } else if (how == u"removed"_s) {
            delete sendAgain;
            window->activateWindow();
        } else {
            GuardDialog box(u"Refund"_s, u"It was given back."_s, window.get());
            box.setSafeButton(u"Close"_s);
            box.open();
            QVERIFY(QTest::qWaitForWindowActive(&box));
            sendAgain->hide();
            box.close();
            window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
        }
        QTRY_COMPARE(QApplication::focusWidget(), rows);
        // Whoever leaves the page by a key leaves it.
        window->sidebar()->list()->setFocus(Qt::TabFocusReason);
        QTest::qWait(0);
        QCOMPARE(QApplication::focusWidget(), window->sidebar()->list());
    }
};

TILLDECK_TEST(KeptFocusTest)

} // namespace kept_focus_test

#include "tst_kept_focus.moc"
