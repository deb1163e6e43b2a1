// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is longer than what is read of it: its end, its order, its rows that others come between.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/roles.h"
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
        const auto idAt = [this](int row) {
            return model()->isRead(row) ? model()->record(row).session.id : QString();
        };
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
