// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/forms/date_field.h"
#include "ui/forms/name_dialog.h"
#include "ui/lists/chip.h"
#include "ui/lists/filter_bar.h"
#include "ui/lists/filter_bar.h"
#include "ui/lists/filter_chip.h"
#include "ui/lists/filter_popup.h"
#include "ui/lists/filter_popup.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/transactions/saved_views.h"
#include "ui/transactions/totals_bar.h"
#include "ui/transactions/transactions_page.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <limits>

namespace transaction_filters_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using checkout::TransactionStatus;
using test::DeskFixture;

class TransactionFiltersTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        m_market = m_desk->addMarketplace();
        put(m_desk->account.id, {payment(0, 10800, u"EUR"), payment(1, 5000, u"EUR"),
                                 payment(40, 2000, u"EUR", TransactionStatus::Failed)});
        auto refunded = payment(2, 5320, u"USD", TransactionStatus::PartlyRefunded);
        refunded.transaction.refunded = DeskFixture::money(1320, u"USD");
        put(m_market, {payment(3, 1440000, u"NGN"), refunded});
        openPage();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void aCurrencyIsAChipThatCanBeTakenAway()
    {
        QTRY_COMPARE(rows(), 5);
        choose(u"Currency"_s, u"EUR"_s);
        QTRY_COMPARE(rows(), 3);
        QCOMPARE(chips(), QStringList{u"EUR"_s});
        QVERIFY(bar()->isVisible());
        QTest::keyClick(bar()->findChild<ui::FilterChip *>(), Qt::Key_Delete);
        QTRY_COMPARE(rows(), 5);
        QVERIFY(!bar()->isVisible());
    }

    void anAmountIsTypedInMajorUnitsOfACurrency()
    {
        QTRY_COMPARE(rows(), 5);
        openPopup(u"Amount…"_s);
        auto *popup = shownPopup();
        popup->findChild<QComboBox *>(u"currency"_s)->setCurrentText(u"EUR"_s);
        type(popup, "from", u"fifty"_s);
        apply(popup);
        auto *problem = popup->findChild<QLabel *>(u"problem"_s);
        QVERIFY(problem->isVisible() && !problem->text().isEmpty());
        type(popup, "from", u"50.00"_s);
        type(popup, "to", u"20"_s);
        apply(popup);
        QVERIFY(problem->text().contains(u"below"_s));
        type(popup, "to", u"107.99"_s);
        apply(popup);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(chips().size(), 2);
        choose(u"Currency"_s, u"USD"_s); // what were 50.00 EUR are not 50.00 USD
        QTRY_COMPARE(chips(), QStringList{u"USD"_s});
        QTRY_COMPARE(rows(), 1);
    }

    void ownDaysTakeThePlaceOfThePeriod()
    {
        QTRY_COMPARE(rows(), 5);
        setDays(day(0), day(0));
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(frame()->period(), ui::ListFrame::Period::AllTime);
        QCOMPARE(chips().size(), 1);
        frame()->setPeriod(ui::ListFrame::Period::Last7Days);
        QTRY_COMPARE(rows(), 4);
        QVERIFY(chips().isEmpty());
    }

    void oneOfSeveralAccountsIsChosen()
    {
        QTRY_COMPARE(rows(), 5);
        const auto account = m_desk->desk->accounts().byId(m_market);
        choose(u"Account"_s, accounts::fullName(*account));
        QTRY_COMPARE(rows(), 2);
        QCOMPARE(chips().size(), 1);
        m_page->setAccounts({m_desk->account.id}); // that account is not among those, and so is no filter any more
        QTRY_COMPARE(rows(), 3);
        QVERIFY(chips().isEmpty());
    }

    void clearAllTakesEveryFilterAway()
    {
        QTRY_COMPARE(rows(), 5);
        choose(u"Currency"_s, u"EUR"_s);
        QTest::mouseClick(m_page->findChild<ui::ChipRow *>()->chip(static_cast<int>(TransactionStatus::Failed)),
                          Qt::LeftButton);
        QTRY_COMPARE(rows(), 1);
        bar()->findChild<QPushButton *>(u"clearAll"_s)->click();
        QTRY_COMPARE(rows(), 5);
        QCOMPARE(frame()->activeFilters(), 0);
    }

    void totalsStandBesideEachOther()
    {
        QTRY_COMPARE(totals(), u"5 payments, 4 paid: 158.00 EUR, 14,400.00 NGN, 53.20 USD"
                               " · refunded 13.20 USD"_s);
        choose(u"Currency"_s, u"EUR"_s);
        QTRY_COMPARE(totals(), u"3 payments, 2 paid: 158.00 EUR"_s);
    }

    void figuresOfTheAccountsBeforeAreGoneAtOnce()
    {
        const auto *all = m_page->findChild<ui::ChipRow *>()->chip(100);
        QTRY_COMPARE(all->count(), 5);
        QTRY_VERIFY(!totals().isEmpty());
        m_page->setAccounts({m_market});
        QCOMPARE(all->count(), -1);
        QCOMPARE(totals(), u"0 payments"_s);
        QVERIFY(!m_page->findChild<ui::TotalsBar *>()->isVisible());
        QTRY_COMPARE(all->count(), 2);
        QTRY_COMPARE(totals(), u"2 payments: 14,400.00 NGN, 53.20 USD · refunded 13.20 USD"_s);
    }

    void aSumThatIsTooLargeIsSaidAndNotWrapped()
    {
        put(m_desk->account.id, {payment(50, std::numeric_limits<qint64>::max(), u"EUR")});
        choose(u"Currency"_s, u"EUR"_s);
        QTRY_COMPARE(totals(), u"4 payments, 3 paid: EUR: too much to add up"_s);
        select({0, 1, 2, 3});
        QTRY_COMPARE(totals(), u"Selected: 4 payments, 3 paid: EUR: too much to add up"_s);
    }

    void totalsAreCopiedAsPlainText()
    {
        choose(u"Currency"_s, u"EUR"_s);
        QTRY_COMPARE(totals(), u"3 payments, 2 paid: 158.00 EUR"_s);
        m_page->findChild<ui::TotalsBar *>()->findChild<QToolButton *>()->click();
        QCOMPARE(QApplication::clipboard()->text().replace(QChar::Nbsp, u' '), totals());
    }

    void theSelectionHasTotalsOfItsOwn()
    {
        QTRY_COMPARE(rows(), 5);
        QTRY_VERIFY(!totals().isEmpty());
        const QString filtered = totals();
        select({1, 2});
        QCOMPARE(totals(), u"Selected: 2 payments: 50.00 EUR, 53.20 USD · refunded 13.20 USD"_s);
        select({1});
        QCOMPARE(totals(), filtered);
    }

    void aSavedViewShowsTheSameRowsInAnotherRun()
    {
        QTRY_COMPARE(rows(), 5);
        choose(u"Currency"_s, u"EUR"_s);
        setDays(day(1), day(0));
        QTRY_COMPARE(rows(), 2);
        const QStringList before = shownRows();
        saveView(u"Two days in euro"_s);
        frame()->clearFilters();
        QTRY_COMPARE(rows(), 5);
        restart();
        QTRY_COMPARE(rows(), 5);
        m_desk->now = m_desk->now.addDays(9); // own days stay those days
        chooseView(u"Two days in euro"_s);
        QTRY_COMPARE(shownRows(), before);
        QCOMPARE(chips().size(), 2);
        QCOMPARE(views()->text(), u"Two days in euro"_s);
    }

    void relativeDaysOfASavedViewMoveWithTheCalendar()
    {
        frame()->setPeriod(ui::ListFrame::Period::Last7Days);
        QTRY_COMPARE(rows(), 4);
        saveView(u"This week"_s);
        restart();
        m_desk->now = m_desk->now.addDays(5);
        chooseView(u"This week"_s);
        QTRY_COMPARE(rows(), 2); // those of today and yesterday are six and five days old, the others are older
        QCOMPARE(frame()->period(), ui::ListFrame::Period::Last7Days);
    }

    void aViewIsRenamedAndRemoved()
    {
        QTRY_COMPARE(rows(), 5);
        choose(u"Currency"_s, u"EUR"_s);
        saveView(u"Euro"_s);
        QTRY_COMPARE(views()->text(), u"Euro"_s);
        menuAction(u"rename"_s)->trigger();
        name(u"In euro"_s);
        QTRY_COMPARE(views()->text(), u"In euro"_s);
        frame()->clearFilters(); // another filter is no longer that view
        QTRY_COMPARE(views()->text(), u"Views"_s);
        chooseView(u"In euro"_s);
        menuAction(u"remove"_s)->trigger();
        auto *dialog = m_page->window()->findChild<ui::GuardDialog *>();
        QVERIFY(dialog);
        dialog->findChildren<QPushButton *>().last()->click();
        QTRY_VERIFY(m_desk->desk->ledger().savedFilters().result()->empty());
        QTRY_COMPARE(views()->text(), u"Views"_s);
    }

    void twoViewsCannotHaveOneName()
    {
        saveView(u"Mine"_s);
        menuAction(u"save"_s)->trigger();
        auto *dialog = m_page->window()->findChild<ui::NameDialog *>();
        name(u"mine"_s);
        QVERIFY(dialog->isVisible());
        QCOMPARE(m_desk->desk->ledger().savedFilters().result()->size(), size_t(1));
    }

private:
    ledger::TransactionRecord payment(int daysAgo, qint64 minor, QStringView currency,
                                      TransactionStatus status = TransactionStatus::Succeeded) const
    {
        checkout::Transaction transaction(u"txn_%1"_s.arg(daysAgo), DeskFixture::money(minor, currency));
        transaction.status = status;
        transaction.createdAt = m_desk->now.addDays(-daysAgo);
        transaction.refunded = DeskFixture::money(0, currency);
        return {0, QString(), transaction};
    }
    void put(const QString &account, std::vector<ledger::TransactionRecord> records)
    {
        for (auto &record : records)
            record.accountId = account;
        QVERIFY(m_desk->desk->ledger().mergeTransactions(account, records).result().has_value());
    }
    QDate day(int daysAgo) const { return m_desk->now.toLocalTime().date().addDays(-daysAgo); }

    void openPage()
    {
        m_page = std::make_unique<ui::TransactionsPage>(*m_desk->desk, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        frame()->setPeriod(ui::ListFrame::Period::AllTime);
        m_page->setAccounts({m_desk->account.id, m_market});
    }
    void restart()
    {
        m_page.reset();
        m_desk->refresher.reset();
        m_desk->catalogs.reset();
        m_desk->desk.reset();
        m_desk->desk = std::move(desk::Desk::open(m_desk->dir.path(), [this] { return m_desk->now; }).value());
        m_desk->catalogs = std::make_unique<desk::CatalogCache>(*m_desk->desk);
        openPage();
    }

    ui::ListFrame *frame() const { return m_page->findChild<ui::ListFrame *>(); }
    ui::FilterBar *bar() const { return m_page->findChild<ui::FilterBar *>(); }
    ui::SavedViews *views() const { return m_page->findChild<ui::SavedViews *>(); }
    int rows() const { return frame()->table()->model()->rowCount(); }
    QStringList shownRows() const
    {
        QStringList shown;
        for (int row = 0; row < rows(); ++row)
            shown += frame()->table()->model()->index(row, 3).data().toString();
        return shown;
    }
    QStringList chips() const
    {
        QStringList texts;
        for (const auto *chip : bar()->findChildren<ui::FilterChip *>())
            if (!chip->isHidden())
                texts += chip->text().remove(QChar(0x2068)).remove(QChar(0x2069));
        return texts;
    }
    QString totals() const
    {
        QString text = m_page->findChild<ui::TotalsBar *>()->text();
        return text.remove(QChar(0x2068)).remove(QChar(0x2069)).replace(QChar::Nbsp, u' ');
    }
    void select(const QList<int> &rows)
    {
        auto *selection = frame()->table()->selectionModel();
        selection->clearSelection();
        for (const int row : rows)
            selection->select(frame()->table()->model()->index(row, 0),
                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    /// The menu of "Filter", filled as when it is opened.
    QMenu *filterMenu() const
    {
        auto *menu = m_page->findChild<ui::Chip *>(u"addFilter"_s)->menu();
        emit menu->aboutToShow();
        return menu;
    }
    void choose(const QString &kind, const QString &what)
    {
        QAction *found = nullptr;
        QTRY_VERIFY(([&] {
            for (QAction *action : filterMenu()->actions())
                if (action->text() == kind && action->menu())
                    for (QAction *entry : action->menu()->actions())
                        if (entry->text() == what)
                            found = entry;
            return found;
        })());
        found->trigger();
    }
    void openPopup(const QString &kind)
    {
        QAction *found = nullptr;
        QTRY_VERIFY(([&] {
            for (QAction *action : filterMenu()->actions())
                if (action->text() == kind && action->isEnabled())
                    found = action;
            return found;
        })());
        found->trigger();
    }
    ui::FilterPopup *shownPopup() const
    {
        for (auto *popup : m_page->window()->findChildren<ui::FilterPopup *>())
            if (popup->isVisible())
                return popup;
        return nullptr;
    }
    static void type(ui::FilterPopup *popup, const char *field, const QString &text)
    {
        popup->findChild<QLineEdit *>(QString::fromLatin1(field))->setText(text);
    }
    static void apply(ui::FilterPopup *popup) { popup->findChild<QPushButton *>(u"apply"_s)->click(); }
    void setDays(const QDate &from, const QDate &to)
    {
        openPopup(u"Days…"_s);
        auto *popup = shownPopup();
        popup->findChild<ui::DateField *>(u"from"_s)->setDate(from);
        popup->findChild<ui::DateField *>(u"to"_s)->setDate(to);
        apply(popup);
    }

    QAction *menuAction(const QString &name) const
    {
        emit views() -> menu()->aboutToShow();
        for (QAction *action : views()->menu()->actions())
            if (action->objectName() == name || action->text() == name)
                return action;
        return nullptr;
    }
    void name(const QString &name)
    {
        auto *dialog = m_page->window()->findChild<ui::NameDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"name"_s)->setText(name);
        dialog->findChild<QPushButton *>(u"save"_s)->click();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void saveView(const QString &called)
    {
        menuAction(u"save"_s)->trigger();
        name(called);
        QTRY_COMPARE(views()->text(), called);
    }
    void chooseView(const QString &called)
    {
        QTRY_VERIFY(menuAction(called));
        menuAction(called)->trigger();
    }

    std::unique_ptr<DeskFixture> m_desk;
    QString m_market;
    std::unique_ptr<ui::TransactionsPage> m_page;
};

TILLDECK_TEST(TransactionFiltersTest)

} // namespace transaction_filters_test

#include "tst_transaction_filters.moc"
