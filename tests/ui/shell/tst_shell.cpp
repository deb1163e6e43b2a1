// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell_window.h"
#include "support/runner.h"
#include "ui/shell/account_switcher.h"
#include "ui/shell/main_window.h"
#include "ui/shell/mode_strip.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebar_delegate.h"
#include "ui/shell/welcome_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_header.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

namespace shell_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

using tilldeck::accounts::Mode;
using tilldeck::test::makeWindow;

class ShellTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstWindowFitsBelowItsTitleBar()
    {
        MainWindow window;
        window.fitInto({1440, 900});
        QVERIFY2(window.height() <= 860 && window.width() <= 1440, qPrintable(QString::number(window.height())));
        MainWindow roomy;
        const QSize whole = roomy.size();
        roomy.fitInto({2560, 1440});
        QCOMPARE(roomy.size(), whole);
    }

    void whatIsNotKnownIsNoZeroInTheSidebar()
    {
        const auto window = makeWindow();
        const QAbstractItemModel *rows = window->sidebar()->list()->model();
        const auto said = [rows] {
            const auto found = rows->match(rows->index(0, 0), PageRole, int(PageId::Sessions), 1);
            return found.front().data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(said(), u"Checkout sessions: 42"_s);
        window->setPageCount(PageId::Sessions, -1);
        QCOMPARE(said(), u"Checkout sessions: not known"_s);
    }

    void aPageThatIsOpenedBeginsInItsList()
    {
        auto window = makeWindow();
        auto *list = new QWidget;
        auto *column = new QVBoxLayout(list);
        auto *search = new QLineEdit;
        auto *rows = new QListView;
        rows->setProperty("pane", true);
        column->addWidget(search);
        column->addWidget(rows);
        window->addPage(PageId::Drafts, list, u"Drafts"_s);
        window->showPage(PageId::Welcome);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->showPage(PageId::Drafts);
        QCOMPARE(QApplication::focusWidget(), rows);
        // Where the merchant was is kept for the next time.
        search->setFocus();
        window->showPage(PageId::Transactions);
        window->showPage(PageId::Drafts);
        QCOMPARE(QApplication::focusWidget(), search);
    }

    void stripSaysWhetherMoneyMoves_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("link");
        QTest::addColumn<int>("age");
        QTest::addColumn<QStringList>("words");
        using Link = ModeStripState::Link;
        const auto row = [](const char *name, Mode mode, Link link, int age, const QStringList &words) {
            QTest::newRow(name) << int(mode) << int(link) << age << words;
        };
        row("live", Mode::Live, Link::Fresh, 12,
            {u"LIVE"_s, u"Real money."_s, u"Up to date · 12 s ago"_s, u"Switch to test"_s});
        row("test", Mode::Test, Link::Fresh, 12, {u"TEST MODE"_s, u"No money moves."_s, u"Switch to live…"_s});
        row("sandbox", Mode::Sandbox, Link::Fresh, 12,
            {u"SANDBOX"_s, u"Sample data on this computer."_s, u"No network used"_s});
        row("stale after five minutes", Mode::Test, Link::Fresh, 360, {u"Last update 6 min ago"_s, u"Update now"_s});
        row("offline", Mode::Live, Link::Offline, 60, {u"Offline. Showing data from"_s, u"Try again"_s});
        row("key refused", Mode::Live, Link::KeyRefused, 60, {u"PaymentKit refused the key."_s, u"Update key…"_s});
        row("one of several has trouble", Mode::Live, Link::Trouble, 60,
            {u"PaymentKit refused the key."_s, u"Last update 1 min ago"_s, u"Try again"_s});
        row("updating", Mode::Live, Link::Updating, 600, {u"Updating…"_s, u"Real money."_s});
    }
    void stripSaysWhetherMoneyMoves()
    {
        QFETCH(int, mode);
        QFETCH(int, link);
        QFETCH(int, age);
        QFETCH(QStringList, words);
        const QDateTime now(QDate(2026, 4, 14), QTime(14, 20), Qt::UTC);
        ModeStrip strip(nullptr, [now] { return now; });
        ModeStripState state;
        state.mode = Mode(mode);
        state.link = ModeStripState::Link(link);
        state.updatedAt = now.addSecs(-age);
        state.problem = u"PaymentKit refused the key."_s;
        state.canSwitch = true;
        strip.setState(state);
        for (const QString &word : words)
            QVERIFY2(strip.text().contains(word), qPrintable(strip.text()));
    }

    void stripDoesNotHideThatEventsLeaveTheComputer()
    {
        ModeStrip strip;
        ModeStripState state;
        state.updatedAt = QDateTime::currentDateTimeUtc();
        state.eventsHost = u"hooks.kestrel.example"_s;
        strip.setState(state);
        QVERIFY(strip.text().contains(u"Events go to"_s) && strip.text().contains(state.eventsHost));
        QVERIFY(!strip.text().contains(u"No network used"_s));
    }

    void titleNamesPageAccountAndMode()
    {
        const QList<AccountEntry> accounts{{u"1"_s, u"Adaeze Stores"_s, u"Khaime"_s, Mode::Live},
                                           {u"2"_s, u"Adaeze %1"_s, u"Khaime"_s, Mode::Test},
                                           {u"3"_s, u"Sample shop"_s, u"Khaime"_s, Mode::Sandbox},
                                           {u"4"_s, u"Adaeze Market"_s, u"Khaime"_s, Mode::Live}};
        const auto window = makeWindow();
        window->setAccounts(accounts, u"1"_s);
        QCOMPARE(window->windowTitle(), u"Checkout sessions · Adaeze Stores, live — Tilldeck"_s);
        window->setAccounts(accounts, u"4"_s, true);
        QCOMPARE(window->windowTitle(), u"Checkout sessions · All accounts, live — Tilldeck"_s);
        window->setAccounts(accounts, u"2"_s);
        QCOMPARE(window->windowTitle(), u"Checkout sessions · Adaeze %1, test — Tilldeck"_s);
        window->showPage(PageId::Editor);
        window->setAccounts(accounts, u"3"_s);
        QCOMPARE(window->windowTitle(), u"New checkout session · Sample shop, sandbox — Tilldeck"_s);
        window->setAccounts({}, {});
        QCOMPARE(window->windowTitle(), u"New checkout session — Tilldeck"_s);
        window->showPage(PageId::Welcome);
        QCOMPARE(window->windowTitle(), u"Welcome — Tilldeck"_s);
    }

    void sidebarWorksByKeyboard()
    {
        const auto window = makeWindow();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        auto *list = window->sidebar()->list();
        list->setFocus();
        QSignalSpy chosen(window.get(), &MainWindow::pageChosen);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(window->currentPage(), PageId::Transactions);
        QCOMPARE(chosen.size(), 1);
        QSignalSpy views(window.get(), &MainWindow::savedViewChosen);
        QTest::keyClick(list, Qt::Key_End);
        QCOMPARE(views.value(0).value(0).value<SavedView>(), SavedView::Drafts);
        QTest::keyClick(window.get(), Qt::Key_6, Qt::AltModifier);
        QCOMPARE(window->currentPage(), PageId::Activity);
        QTest::keyClick(window.get(), Qt::Key_7, Qt::AltModifier);
        QCOMPARE(window->currentPage(), PageId::Accounts);
    }

    void sidebarIsARailInANarrowWindow()
    {
        const auto window = makeWindow();
        window->resize(1440, 900);
        window->show();
        QTRY_VERIFY(!window->sidebar()->isRail());
        window->resize(1279, 900);
        QTRY_VERIFY(window->sidebar()->isRail());
        QTRY_COMPARE(window->sidebar()->width(), 48);
        window->action(Action::ToggleSidebar)->trigger();
        QVERIFY(!window->sidebar()->isRail());
        window->resize(1440, 900);
        window->resize(1000, 700);
        QTRY_VERIFY(window->sidebar()->isRail());
    }

    void theAboutBoxLooksLikeTheOtherDialogs()
    {
        const auto window = makeWindow();
        window->show();
        window->action(Action::About)->trigger();
        auto *about = window->findChild<GuardDialog *>();
        QVERIFY(about && about->isVisible());
        QString said;
        for (const auto *label : about->findChildren<QLabel *>())
            said += label->text() + u'\n';
        QVERIFY2(said.contains(QStringLiteral(TILLDECK_VERSION)) && said.contains(u"version 3 or later"_s),
                 qPrintable(said));
        about->reject();
    }

    void theRailSaysHowMuchNeedsAttention()
    {
        const auto window = makeWindow();
        window->resize(960, 600);
        window->show();
        QTRY_VERIFY(window->sidebar()->isRail());
        const QListView *list = window->sidebar()->list();
        const auto found = list->model()->match(list->model()->index(0, 0), SavedViewRole,
                                                int(SavedView::NeedsAttention), 1, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        const auto pixelsOfTheBadge = [list, &found] {
            const QImage icon = list->viewport()->grab(list->visualRect(found.front())).toImage();
            int pixels = 0;
            for (int y = 0; y < icon.height(); ++y)
                for (int x = 0; x < icon.width(); ++x)
                    pixels += icon.pixelColor(x, y) == tokens().livePill ? 1 : 0;
            return pixels;
        };
        QVERIFY(pixelsOfTheBadge() > 50);
        QCOMPARE(found.front().data(Qt::ToolTipRole).toString(), u"Needs attention: 5"_s);
        QCOMPARE(found.front().data(Qt::AccessibleTextRole).toString(), u"Needs attention: 5"_s);
        window->setSavedViewCount(SavedView::NeedsAttention, 0);
        QCOMPARE(pixelsOfTheBadge(), 0);
    }

    void tabGoesFromTheSidebarThroughThePageToTheStrip()
    {
        const auto window = makeWindow();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->sidebar()->accounts()->setFocus();
        QList<const QWidget *> places;
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QWidget *focus = QApplication::focusWidget();
            for (const QWidget *place :
                 {static_cast<QWidget *>(window->sidebar()), static_cast<QWidget *>(window->modeStrip())})
                if (place->isAncestorOf(focus))
                    focus = place;
            if (!places.contains(focus))
                places += focus;
        }
        QCOMPARE(places.size(), 3);
        QCOMPARE(places.first(), window->sidebar());
        QCOMPARE(places.last(), window->modeStrip());
    }

    void accountsAreChosenInTheMenu()
    {
        const auto window = makeWindow();
        QSignalSpy chosen(window.get(), &MainWindow::accountChosen);
        QStringList texts;
        for (auto *entry : window->sidebar()->accounts()->menu()->actions()) {
            texts += entry->text();
            if (entry->text() == u"Kestrel Studio"_s)
                entry->trigger();
        }
        QCOMPARE(chosen.value(0).value(0).toString(), u"1"_s);
        QVERIFY(texts.contains(u"Live"_s) && texts.contains(u"Sandbox"_s) && texts.contains(u"Connect an account…"_s));
        QVERIFY(texts.contains(u"Kestrel Test && Co"_s));
    }

    void allAccountsOfAModeAreOffered()
    {
        const auto window = makeWindow();
        auto *switcher = window->sidebar()->accounts();
        const auto texts = [switcher] {
            QStringList all;
            for (const auto *entry : switcher->menu()->actions())
                all += entry->text();
            return all;
        };
        QVERIFY(texts().filter(u"All "_s).isEmpty()); // one account in each mode
        const QList<AccountEntry> accounts{{u"1"_s, u"Kestrel Studio"_s, u"PaymentKit"_s, Mode::Live, 3},
                                           {u"2"_s, u"Kestrel Test"_s, u"PaymentKit"_s, Mode::Test, 1},
                                           {u"3"_s, u"Studio"_s, u"Khaime"_s, Mode::Live, 2}};
        window->setAccounts(accounts, u"3"_s);
        QCOMPARE(texts().filter(u"All "_s), QStringList(u"All live accounts"_s));
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QSignalSpy all(window.get(), &MainWindow::allAccountsChosen);
        QTest::keyClick(window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(all.value(0).value(0).value<Mode>(), Mode::Live);
        window->setAccounts(accounts, u"3"_s, true);
        QVERIFY(switcher->isAll());
        QCOMPARE(switcher->accessibleName(), u"Account: All live accounts"_s);
    }

    void enterOpensTheSandboxOnTheFirstRun()
    {
        const auto window = makeWindow();
        window->showPage(PageId::Welcome);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        auto *welcome = window->findChild<WelcomePage *>();
        QSignalSpy sandbox(welcome, &WelcomePage::sandboxChosen);
        QSignalSpy account(welcome, &WelcomePage::connectChosen);
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(sandbox.size(), 1);
        QTest::keyClick(window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(sandbox.size(), 2);
        QTest::keyClick(window.get(), Qt::Key_2, Qt::AltModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(account.value(0).value(0).toString(), u"paymentkit"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(account.value(1).value(0).toString(), u"khaime"_s);
        QCOMPARE(sandbox.size(), 2);
        QVERIFY(!window->modeStrip()->isVisible());
    }

    void everyControlHasANameToBeReadAloud()
    {
        const auto window = makeWindow();
        window->show();
        for (const auto *button : window->findChildren<QAbstractButton *>()) {
            if (button->objectName().startsWith(u"qt_"_s) || !button->isVisible())
                continue;
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     button->metaObject()->className());
        }
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("TILLDECK_PICTURES names no folder");
        Theme theme(*qApp, ThemeMode::Light);
        const auto save = [&](QWidget &widget, const QString &name) {
            widget.show();
            QCoreApplication::processEvents();
            QVERIFY(widget.grab().save(QDir(folder).filePath(name)));
        };
        const auto window = makeWindow(Mode::Live);
        save(*window, u"shell-live-light.png"_s);
        save(*window->sidebar()->accounts()->menu(), u"account-menu.png"_s);
        window->sidebar()->accounts()->menu()->hide();
        theme.setMode(ThemeMode::Dark);
        window->setModeStrip({Mode::Test, ModeStripState::Link::Fresh, QDateTime::currentDateTimeUtc(), {}, {}, true, {}});
        save(*window, u"shell-test-dark.png"_s);
        theme.setMode(ThemeMode::Light);
        window->resize(960, 600);
        save(*window, u"shell-small.png"_s);
        window->resize(1440, 900);
        window->showPage(PageId::Welcome);
        save(*window, u"welcome.png"_s);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        window->showPage(PageId::Sessions);
        save(*window, u"shell-rtl.png"_s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
};
TILLDECK_TEST(ShellTest)

} // namespace shell_test

#include "tst_shell.moc"
