// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is longer than what is read of it: its end, its order, its rows that others come between.
#include "desk_fixture.h"
#include "support/list_menu.h"
#include "support/runner.h"
#include "ui/forms/date_field.h"
#include "ui/lists/go_to_date.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/table.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/button.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>

namespace long_list_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::DeskFixture;
using ui::SessionModel;

class LongListTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        fill(900);
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(model()->rowCount(), 900);
        QTRY_COMPARE(table()->currentIndex().row(), 0);
        table()->setFocus();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void manyRowsThatAreNotReadAreReadBeforeAnythingIsDone()
    {
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_End, Qt::ShiftModifier);
        QVERIFY2(seen().contains(u"899 sessions selected"_s), qPrintable(seen()));
        QVERIFY(!button("exportMany")->isEnabled()); // which ones?
        QTRY_VERIFY(button("exportMany")->isEnabled());
        press("copyLinks");
        const QString links = QGuiApplication::clipboard()->text();
        QCOMPARE(links.count(u'\n'), 898);
        QVERIFY(!links.contains(m_desk->session(0).session.secureToken));
        QVERIFY(links.contains(m_desk->session(899).session.secureToken));
    }

    void theLastRowIsShownAtOnce()
    {
        QTest::keyClick(table(), Qt::Key_End);
        QVERIFY(!m_page->sessionActions().record()); // nothing is done with another one meanwhile
        QTRY_VERIFY(m_page->sessionActions().record());
        QCOMPARE(m_page->sessionActions().record()->session.id, u"cs_000899"_s);
        QCOMPARE(table()->rowsOnScreen().second, 899);
        // Others arrive while one looks at it: it stays where it is, with the same screen.
        const int top = table()->rowsOnScreen().first;
        const int at = table()->rowViewportPosition(top);
        m_desk->putMany({m_desk->session(-1), m_desk->session(-2), m_desk->session(-3)});
        QTRY_COMPARE(model()->rowCount(), 903);
        QCOMPARE(table()->rowViewportPosition(top + 3), at);
        QCOMPARE(table()->currentIndex().row(), 902);
        QCOMPARE(m_page->sessionActions().record()->session.id, u"cs_000899"_s);
    }

    void aClickOnATitleSortsAndTheArrowStaysWhereNothingIsSorted()
    {
        QHeaderView *header = table()->horizontalHeader();
        const auto click = [header](int column) {
            const QPoint at(header->sectionViewportPosition(column) + 12, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        };
        const auto idAt = [this](int row) { return model()->isRead(row) ? model()->record(row).id : QString(); };
        click(SessionModel::Amount);
        QTRY_COMPARE(idAt(0), u"cs_000899"_s); // the largest first
        QCOMPARE(header->sortIndicatorSection(), int(SessionModel::Amount));
        QTRY_COMPARE(table()->currentIndex().row(), 899); // the same session
        QTRY_VERIFY(m_page->sessionActions().record());
        QCOMPARE(m_page->sessionActions().record()->session.id, u"cs_000000"_s);
        QCOMPARE(table()->rowsOnScreen().first, 0); // the list begins with what comes first now
        click(SessionModel::Amount);
        QTRY_COMPARE(idAt(0), u"cs_000000"_s);
        click(SessionModel::Provider);
        QCOMPARE(header->sortIndicatorSection(), int(SessionModel::Amount));
        QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    }

    void theListGoesToADay()
    {
        // The 900 sessions are a minute apart: 811 are of 14 April, the others of the day before.
        QTest::keyClick(table(), Qt::Key_G, Qt::ControlModifier);
        auto *dialog = m_page->findChild<ui::GoToDate *>();
        QVERIFY(dialog);
        dialog->findChild<ui::DateField *>()->setDate(QDate(2026, 4, 13));
        dialog->findChild<QAbstractButton *>(u"go"_s)->click();
        QTRY_COMPARE(table()->currentIndex().row(), 812);
        QTRY_VERIFY(m_page->sessionActions().record());
        QCOMPARE(m_page->sessionActions().record()->session.id, u"cs_000812"_s);
        QVERIFY(table()->rowsOnScreen().first <= 812);
        // Earliest first, the first of that day; before a day that the period leaves out, the period is all time.
        model()->sort(SessionModel::Created, Qt::AscendingOrder);
        QTRY_VERIFY(!model()->isLoading());
        m_page->goToDate();
        dialog = m_page->findChildren<ui::GoToDate *>().back();
        dialog->findChild<ui::DateField *>()->setDate(QDate(2026, 4, 14));
        dialog->findChild<QAbstractButton *>(u"go"_s)->click();
        QTRY_COMPARE(table()->currentIndex().row(), 88);
    }

    void theColumnsAreWhatTheMerchantMadeOfThem()
    {
        const auto *columns = m_page->findChild<ui::ListColumns *>();
        QSignalSpy changed(columns, &ui::ListColumns::choiceChanged);
        QHeaderView *header = table()->horizontalHeader();
        QCOMPARE(columns->choice(), QString());
        header->moveSection(header->visualIndex(SessionModel::Amount), 0);
        header->resizeSection(SessionModel::Customer, 222);
        QVERIFY(changed.count() >= 2);
        // By the keyboard: the menu of the list, its columns, the one that is to be hidden.
        test::chooseInListMenu(*m_page, {u"Columns"_s, u"Items"_s, u"Shown"_s});
        QVERIFY(table()->isColumnHidden(SessionModel::Items));
        const QString choice = columns->choice();
        QCOMPARE(choice, u"amount;status;customer:222;-items;provider;created;expires"_s);
        QCOMPARE(changed.last()[0].toString(), choice);

        // At the next start.
        ui::SessionsPage next(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        next.findChild<ui::ListColumns *>()->setChoice(choice + u";nobodyKnowsThis:7"_s);
        next.resize(1232, 780);
        next.show();
        const auto *same = next.findChild<ui::Table *>();
        QCOMPARE(same->horizontalHeader()->visualIndex(SessionModel::Amount), 0);
        QCOMPARE(same->columnWidth(SessionModel::Customer), 222);
        QVERIFY(same->isColumnHidden(SessionModel::Items));
        QCOMPARE(next.findChild<ui::ListColumns *>()->choice(), choice);

        test::chooseInListMenu(*m_page, {u"Columns"_s, u"The usual columns"_s});
        QCOMPARE(columns->choice(), QString());
        QCOMPARE(changed.last()[0].toString(), QString());
        QVERIFY(!table()->isColumnHidden(SessionModel::Items));
    }

    void theKeyboardSortsByTheMenu()
    {
        test::chooseInListMenu(*m_page, {u"Sort by"_s, u"Amount"_s});
        QTRY_VERIFY(model()->isRead(0) && model()->record(0).id == u"cs_000899"_s);
        QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), int(SessionModel::Amount));
        test::chooseInListMenu(*m_page, {u"Sort by"_s, u"The other way round"_s});
        QTRY_VERIFY(model()->isRead(0) && model()->record(0).id == u"cs_000000"_s);
    }

private:
    void fill(int count) const
    {
        std::vector<ledger::SessionRecord> many;
        for (int number = 0; number < count; ++number)
            many.push_back(m_desk->session(number));
        m_desk->putMany(many);
    }
    void press(const char *name) const
    {
        QVERIFY(button(name)->isEnabled() && button(name)->isVisible());
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    SessionModel *model() const { return m_page->findChild<SessionModel *>(); }
    ui::Button *button(const char *name) const { return m_page->findChild<ui::Button *>(QString::fromLatin1(name)); }
    QString seen() const
    {
        QString text;
        for (const auto *label : m_page->findChild<ui::SessionPanel *>()->findChildren<QLabel *>()) {
            if (label->isVisible())
                text += label->text() + u'\n';
        }
        return text;
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
};

TILLDECK_TEST(LongListTest)

} // namespace long_list_test

#include "tst_long_list.moc"
