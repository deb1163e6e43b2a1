// SPDX-License-Identifier: GPL-3.0-or-later
// What lights up is what is shown, and the keys that a menu names work while it is open.
#include "shell_window.h"
#include "support/runner.h"
#include "ui/shell/account_switcher.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebar_delegate.h"

#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

namespace choosing_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

using tilldeck::accounts::Mode;
using tilldeck::test::makeWindow;

class ChoosingTest : public QObject
{
    Q_OBJECT

private slots:
    void initialsAreWholeCharacters()
    {
        QCOMPARE(initials(u"PaymentKit"_s), u"PK"_s);
        QCOMPARE(initials(u"Khaime"_s), u"KH"_s);
        QCOMPARE(initials(u"e\u0301a"_s), u"E\u0301A"_s);
        QCOMPARE(initials(u"\U00010428\U00010429x"_s), u"\U00010400\U00010401"_s); // Deseret letters have capitals
        QCOMPARE(initials(u"x"_s), u"X"_s);
        QCOMPARE(initials({}), QString());
    }

    void theKeysOfAccountsWorkWhileTheirMenuIsOpen()
    {
        const auto window = makeWindow();
        window->setAccounts({{u"one"_s, u"Kestrel"_s, u"PaymentKit"_s, Mode::Test, 1},
                             {u"two"_s, u"Merle"_s, u"Khaime"_s, Mode::Test, 2}},
                            u"one"_s);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QSignalSpy chosen(window.get(), &MainWindow::accountChosen);
        QMenu *menu = window->sidebar()->accounts()->menu();
        window->sidebar()->accounts()->click();
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), u"two"_s);
        QVERIFY(!menu->isVisible());
    }

    void anotherButtonThanTheLeftLightsNothing()
    {
        const auto window = makeWindow();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QListView *list = window->sidebar()->list();
        const QModelIndex before = list->currentIndex();
        const auto found =
            list->model()->match(list->model()->index(0, 0), PageRole, int(PageId::Activity), 1, Qt::MatchExactly);
        QVERIFY(!found.isEmpty());
        const QPoint place = list->visualRect(found.front()).center();
        QTest::mouseClick(list->viewport(), Qt::RightButton, {}, place);
        QCOMPARE(list->currentIndex(), before);
        QCOMPARE(window->currentPage(), PageId::Sessions);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(window->currentPage(), PageId::Activity);
    }
};
TILLDECK_TEST(ChoosingTest)

} // namespace choosing_test

#include "tst_choosing.moc"
