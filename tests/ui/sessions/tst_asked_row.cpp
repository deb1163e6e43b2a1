// SPDX-License-Identifier: GPL-3.0-or-later
// The focus goes to the list when a row of it is asked for, and Home and End are its ends.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/sessions/sessions_page.h"

#include <QApplication>

namespace asked_row_test {

using namespace tilldeck;
using test::DeskFixture;

class AskedRowTest : public QObject
{
    Q_OBJECT

private slots:
    void theKeysBelongToTheRowThatWasAskedFor()
    {
        DeskFixture desk;
        desk.putMany({desk.session(0), desk.session(1), desk.session(2)});
        ui::SessionsPage page(*desk.desk, *desk.refresher, *desk.catalogs);
        page.resize(1232, 780);
        page.show();
        page.setAccounts({desk.account.id});
        auto *table = page.findChild<ui::Table *>();
        QTRY_COMPARE(table->model()->rowCount(), 3);
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.focusSearch();
        page.select(desk.account.id, desk.session(1).session.id);
        QTRY_COMPARE(table->currentIndex().row(), 1);
        QCOMPARE(QApplication::focusWidget(), table);
        QTest::keyClick(table, Qt::Key_End);
        QCOMPARE(table->currentIndex().row(), 2);
        QTest::keyClick(table, Qt::Key_Home);
        QCOMPARE(table->currentIndex().row(), 0);
    }
};

TILLDECK_TEST(AskedRowTest)

} // namespace asked_row_test

#include "tst_asked_row.moc"
