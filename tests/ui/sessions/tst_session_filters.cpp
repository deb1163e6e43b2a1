// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions are filtered by what payments are filtered by, in the same way.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/chip.h"
#include "ui/lists/filter_bar.h"
#include "ui/lists/filter_chip.h"
#include "ui/lists/filter_popup.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/sessions/sessions_page.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace session_filters_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using test::DeskFixture;
using Status = ledger::SessionFilter::Status;

class SessionFiltersTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        auto second = m_desk->session(1, u"Bea"_s), third = m_desk->session(2, u"Cem"_s);
        second.amount = DeskFixture::money(1440000, u"NGN");
        third.amount = DeskFixture::eur(5000);
        third.session.status = checkout::SessionStatus::Completed;
        third.session.paidTier = 1;
        auto first = m_desk->session(0, u"Ada"_s);
        first.amount = DeskFixture::eur(10800);
        m_desk->putMany({first, second, third});
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(names(), QStringList({u"Ada"_s, u"Bea"_s, u"Cem"_s}));
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void aCurrencyOfTheListIsOffered()
    {
        choose(u"Currency"_s, u"EUR"_s);
        QTRY_COMPARE(names(), QStringList({u"Ada"_s, u"Cem"_s}));
        QCOMPARE(chips(), QStringList{u"EUR"_s});
        QTRY_COMPARE(count(Status::All), 2); // the chips count what the filter lets through
        QTRY_COMPARE(count(Status::Completed), 1);
        QTest::keyClick(bar()->findChild<ui::FilterChip *>(), Qt::Key_Delete);
        QTRY_COMPARE(names().size(), 3);
        QTRY_COMPARE(count(Status::All), 3);
    }

    void aTierIsThatWhichWasPaid()
    {
        choose(u"Tier"_s, u"Tier 2"_s);
        QTRY_COMPARE(names(), QStringList{u"Cem"_s});
        QCOMPARE(chips(), QStringList{u"Tier 2"_s});
    }

    void anAmountIsTyped()
    {
        menuAction(u"Amount…"_s)->trigger();
        auto *popup = m_page->window()->findChild<ui::FilterPopup *>();
        QVERIFY(popup);
        popup->findChild<QLineEdit *>(u"from"_s)->setText(u"60"_s);
        popup->findChild<QPushButton *>(u"apply"_s)->click();
        QTRY_COMPARE(names(), QStringList{u"Ada"_s});
        QCOMPARE(frame()->activeFilters(), 2); // the amount and its currency
    }

    void everyFilterGoesWithClearAllAndWithAnotherView()
    {
        choose(u"Currency"_s, u"NGN"_s);
        QTRY_COMPARE(names(), QStringList{u"Bea"_s});
        bar()->findChild<QPushButton *>(u"clearAll"_s)->click();
        QTRY_COMPARE(names().size(), 3);
        choose(u"Currency"_s, u"NGN"_s);
        QTRY_COMPARE(names(), QStringList{u"Bea"_s});
        m_page->setSavedView(Status::ExpiringSoon);
        QCOMPARE(chips(), QStringList()); // nothing that expires is hidden by what was looked for before
        m_page->setSavedView({});
        QTRY_COMPARE(names().size(), 3);
    }

private:
    ui::ListFrame *frame() const { return m_page->findChild<ui::ListFrame *>(); }
    ui::FilterBar *bar() const { return m_page->findChild<ui::FilterBar *>(); }
    int count(Status status) const { return frame()->chips()->chip(static_cast<int>(status))->count(); }
    QStringList names() const
    {
        QStringList shown;
        for (int row = 0; row < frame()->table()->model()->rowCount(); ++row)
            shown += frame()->table()->model()->index(row, 1).data().toString();
        return shown;
    }
    QStringList chips() const
    {
        QStringList texts;
        for (const auto *chip : bar()->findChildren<ui::FilterChip *>())
            texts += chip->text().remove(u'\u2068').remove(u'\u2069');
        return texts;
    }
    QAction *menuAction(const QString &text) const
    {
        QMenu *menu = m_page->findChild<ui::Chip *>(u"addFilter"_s)->menu();
        emit menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    void choose(const QString &part, const QString &value) const
    {
        for (QAction *action : menuAction(part)->menu()->actions()) {
            if (action->text() == value)
                return action->trigger();
        }
        QFAIL("It is not offered.");
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
};

TILLDECK_TEST(SessionFiltersTest)

} // namespace session_filters_test

#include "tst_session_filters.moc"
