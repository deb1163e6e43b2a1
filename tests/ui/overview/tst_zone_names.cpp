// SPDX-License-Identifier: GPL-3.0-or-later
// A zone is named so that it fits times in summer and in winter, and the day of the overview is that of the zone.
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "support/shown.h"
#include "support/zone.h"
#include "ui/lists/filter_parts.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/overview/overview_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/transactions/transactions_page.h"

namespace zone_names_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::DeskFixture;

class ZoneNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_zone = std::make_unique<test::Zone>("Europe/Berlin");
        m_desk = std::make_unique<DeskFixture>();
        m_desk->now = QDateTime(QDate(2026, 11, 30), QTime(22, 30), Qt::UTC);
    }
    void cleanup()
    {
        m_desk.reset();
        m_zone.reset();
    }

    void theStepsOfAPaymentInSummerAreNotSaidToBeOfWinter()
    {
        checkout::Transaction payment(u"txn_1"_s, DeskFixture::eur(1000));
        payment.status = checkout::TransactionStatus::Succeeded;
        payment.createdAt = QDateTime(QDate(2026, 7, 1), QTime(10, 0), Qt::UTC);
        const ledger::TransactionRecord record(0, m_desk->account.id, payment);
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_desk->account.id, {record}).result().has_value());
        ui::TransactionsPage page(*m_desk->desk, *m_desk->catalogs);
        lookAtFirst(page);
    }

    void theStepsOfASessionInSummerAreNotSaidToBeOfWinter()
    {
        auto session = m_desk->session(1);
        session.session.createdAt = QDateTime(QDate(2026, 7, 1), QTime(10, 0), Qt::UTC);
        session.session.expiresAt = session.session.createdAt.addDays(1);
        m_desk->put(session);
        ui::SessionsPage page(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        lookAtFirst(page);
    }

    void theOverviewMovesOnWithTheDayOfItsZone()
    {
        ui::OverviewPage page(*m_desk->desk);
        page.resize(1232, 780);
        page.setAccounts({m_desk->account.id});
        page.show();
        QTRY_VERIFY2(test::textOf(&page).contains(u"to 30 Nov 2026, Europe/Berlin"_s), qPrintable(test::textOf(&page)));
        m_desk->now = m_desk->now.addSecs(3600);
        page.lookAtClock();
        QTRY_VERIFY2(test::textOf(&page).contains(u"to 1 Dec 2026, Europe/Berlin"_s), qPrintable(test::textOf(&page)));
    }

    void theDaysOfAFilterAreOfTheZoneThatIsNamed()
    {
        ledger::TransactionFilter filter;
        const auto between = [&filter](const QTimeZone &zone) {
            filter.createdSince = QDate(2026, 1, 1).startOfDay(zone);
            filter.createdBefore = QDate(2026, 8, 1).startOfDay(zone);
            return ui::daysText(ui::partsOf(filter));
        };
        QVERIFY(between(QTimeZone("America/New_York")).endsWith(u"2026, America/New_York"_s));
        QVERIFY(between(QTimeZone("Africa/Lagos")).endsWith(u"2026, Africa/Lagos"_s)); // as here in winter
        QVERIFY(between(QTimeZone("Europe/Paris")).endsWith(u"2026"_s));
    }

private:
    template <class Page> void lookAtFirst(Page &page)
    {
        page.resize(1400, 900);
        page.show();
        page.template findChild<ui::ListFrame *>()->setPeriod(ui::ListFrame::Period::AllTime);
        page.setAccounts({m_desk->account.id});
        auto *table = page.template findChild<ui::Table *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_VERIFY2(test::textOf(&page).contains(u"Times in Europe/Berlin"_s), qPrintable(test::textOf(&page)));
        QVERIFY(!test::textOf(&page).contains(u"CET"_s));
    }

    std::unique_ptr<test::Zone> m_zone;
    std::unique_ptr<DeskFixture> m_desk;
};

TILLDECK_TEST(ZoneNamesTest)

} // namespace zone_names_test

#include "tst_zone_names.moc"
