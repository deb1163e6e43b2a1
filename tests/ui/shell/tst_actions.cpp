// SPDX-License-Identifier: GPL-3.0-or-later
// Which actions of the menus are enabled, and which account a key chooses.
#include "shell_window.h"
#include "support/runner.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace actions_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;
using tilldeck::accounts::Mode;
using tilldeck::test::makeWindow;

class ActionsTest : public QObject
{
    Q_OBJECT

private slots:
    void eachAccountKeepsItsKey()
    {
        const auto window = makeWindow();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QSignalSpy chosen(window.get(), &MainWindow::accountChosen);
        const auto press = [&](Qt::Key key) {
            chosen.clear();
            QTest::keyClick(window.get(), key, Qt::ControlModifier);
            return chosen.value(0).value(0).toString();
        };
        QList<AccountEntry> accounts{{u"sandbox"_s, u"Sample shop"_s, u"PaymentKit"_s, Mode::Sandbox, 1},
                                     {u"test"_s, u"Kestrel Test"_s, u"PaymentKit"_s, Mode::Test, 3}};
        window->setAccounts(accounts, u"sandbox"_s);
        QCOMPARE(press(Qt::Key_1), u"sandbox"_s);
        QCOMPARE(press(Qt::Key_2), QString());
        QCOMPARE(press(Qt::Key_3), u"test"_s);
        // A live account stands above them in the menu, and takes the key of neither.
        accounts.prepend({u"live"_s, u"Kestrel Studio"_s, u"PaymentKit"_s, Mode::Live, 4});
        accounts.append({u"more"_s, u"Studio"_s, u"Khaime"_s, Mode::Live, 0});
        window->setAccounts(accounts, u"sandbox"_s);
        QCOMPARE(press(Qt::Key_1), u"sandbox"_s);
        QCOMPARE(press(Qt::Key_3), u"test"_s);
        QCOMPARE(press(Qt::Key_4), u"live"_s);
        window->setHeld(true);
        QCOMPARE(press(Qt::Key_4), QString());
        window->setHeld(false);
        QCOMPARE(press(Qt::Key_4), u"live"_s);
    }

    void theSettingsHaveAKey()
    {
        const auto window = makeWindow();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
    }

    void anActionIsEnabledExactlyWhileWhatItNeedsIsThere()
    {
        const auto window = makeWindow();
        const auto enabled = [&window](Action action) { return window->action(action)->isEnabled(); };
        QVERIFY(enabled(Action::ShowAccounts) && enabled(Action::ToggleSidebar) && enabled(Action::ConnectAccount));
        for (const Action action : {Action::NewSession, Action::SaveDraft, Action::CreateSession, Action::Find,
                                    Action::Duplicate, Action::CopyTransactionId, Action::ExportSessions})
            QVERIFY(!enabled(action)); // a page must say that it can
        window->setAbilities(Ability::Account | Ability::CreateSession);
        QVERIFY(!enabled(Action::NewSession)); // the files of this computer forbid it
        window->setAbilities(Ability::Account | Ability::Create | Ability::CreateSession);
        QVERIFY(enabled(Action::NewSession) && enabled(Action::CreateSession) && enabled(Action::Refresh));
        QVERIFY(!enabled(Action::SaveDraft));
        // Two needs: while the window is held nothing begins, whatever the page can do.
        window->setHeld(true);
        QVERIFY(!enabled(Action::NewSession) && !enabled(Action::ShowOverview) && !enabled(Action::ConnectAccount));
        QVERIFY(enabled(Action::Refresh) && enabled(Action::About) && enabled(Action::Quit));
        window->setHeld(false);
        QVERIFY(enabled(Action::NewSession));
        // What one page can do another cannot, until it says so.
        window->showPage(PageId::Transactions);
        QVERIFY(!enabled(Action::CreateSession) && !enabled(Action::NewSession) && enabled(Action::ShowOverview));
        window->showPage(PageId::Welcome);
        window->setAbilities({});
        QVERIFY(!enabled(Action::ShowOverview) && !enabled(Action::ToggleSidebar));
        QVERIFY(enabled(Action::ConnectAccount) && enabled(Action::Quit));
    }

    void aPageThatMayNotBeLeftStays()
    {
        const auto window = makeWindow();
        window->showPage(PageId::Editor);
        window->setMayLeave([](PageId page) { return page != PageId::Editor; });
        QSignalSpy chosen(window.get(), &MainWindow::pageChosen);
        window->action(Action::ShowTransactions)->trigger();
        QCOMPARE(window->currentPage(), PageId::Editor);
        QVERIFY(chosen.isEmpty());
        QVERIFY(!window->showPage(PageId::Welcome));
        window->setMayLeave({});
        window->action(Action::ShowTransactions)->trigger();
        QCOMPARE(window->currentPage(), PageId::Transactions);
        QCOMPARE(chosen.size(), 1);
    }
};
TILLDECK_TEST(ActionsTest)

} // namespace actions_test

#include "tst_actions.moc"
