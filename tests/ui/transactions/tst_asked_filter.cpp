// SPDX-License-Identifier: GPL-3.0-or-later
// Payments of which a refund was asked for that is not known to be given back: a chip lists them.
#include "../sessions/desk_fixture.h"
#include "ledger/random_id.h"
#include "support/runner.h"
#include "ui/figures/outcome_box.h"
#include "ui/lists/chip.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/transactions/transaction_panel.h"
#include "ui/transactions/transactions_page.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace asked_filter_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using ledger::Intent;
using test::DeskFixture;

class AskedFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void refundsThatWereAskedForHaveAChip()
    {
        DeskFixture fixture;
        desk::Desk &desk = *fixture.desk;
        std::vector<ledger::TransactionRecord> payments;
        for (int n = 1; n <= 3; ++n) {
            checkout::Transaction transaction(u"txn_%1"_s.arg(n), DeskFixture::eur(5000));
            transaction.status = checkout::TransactionStatus::Succeeded;
            transaction.createdAt = fixture.now.addDays(-n);
            transaction.refunded = DeskFixture::eur(0);
            payments.push_back({0, fixture.account.id, transaction});
        }
        QVERIFY(desk.ledger().mergeTransactions(fixture.account.id, payments).result().has_value());
        ui::TransactionsPage page(desk, *fixture.catalogs);
        page.resize(1300, 700);
        page.show();
        page.findChild<ui::ListFrame *>()->setPeriod(ui::ListFrame::Period::AllTime);
        page.setAccounts({fixture.account.id});
        auto *table = page.findChild<ui::Table *>();
        QTRY_COMPARE(table->model()->rowCount(), 3);
        auto *frame = page.findChild<ui::ListFrame *>();
        ui::Chip *chip = nullptr;
        for (auto *each : frame->chips()->findChildren<ui::Chip *>())
            chip = each->text() == u"Refund asked for"_s ? each : chip;
        QVERIFY(chip && !chip->isVisible());

        const auto refund =
            desk.journal()
                .beginRefund(ledger::randomId(), fixture.account.id, {}, u"txn_2"_s, DeskFixture::eur(500),
                             DeskFixture::eur(5000), DeskFixture::eur(0), fixture.now, fixture.now)
                .result();
        QVERIFY(refund && desk.journal().close(refund->id, Intent::State::Accepted, u"re_1"_s, {}).result());
        QTRY_VERIFY(chip->isVisible());
        QTRY_COMPARE(chip->count(), 1);
        chip->click();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        const auto *panel = page.findChild<ui::TransactionPanel *>();
        // The provider has taken it: nobody expects to send it again.
        const auto says = [panel](const QString &text) {
            const auto *box = panel->findChild<ui::OutcomeBox *>();
            const auto labels = box ? box->findChildren<QLabel *>() : QList<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *one) { return one->text().contains(text); });
        };
        QTRY_VERIFY(says(u"took this refund"_s));
        QVERIFY(!says(u"Send again"_s));

        // A view that is saved with it has it again.
        ledger::SavedFilter view;
        view.name = u"Asked for"_s;
        view.filter.isRefundAsked = true;
        QVERIFY(desk.ledger().saveFilter(view).result().has_value());
        const auto views = desk.ledger().savedFilters().result();
        QVERIFY(views && views->size() == 1);
        QVERIFY(views->front().filter.isRefundAsked && !views->front().filter.status);
        frame->chips()->chip(100)->click(); // RecordListPage::allChip
        QTRY_COMPARE(table->model()->rowCount(), 3);
        page.showView(views->front());
        QTRY_COMPARE(table->model()->rowCount(), 1);

        // Once it is given back nothing is left to list.
        QVERIFY(desk.journal().close(refund->id, Intent::State::Confirmed, u"re_1"_s, {}).result());
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QTRY_COMPARE(chip->count(), 0);
        QVERIFY(chip->isVisible()); // it is the filter that is on
        frame->chips()->chip(100)->click();
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QTRY_VERIFY(!chip->isVisible());
    }

    void theChipGoesWithTheLastOfThem()
    {
        DeskFixture fixture;
        desk::Desk &desk = *fixture.desk;
        checkout::Transaction transaction(u"txn_1"_s, DeskFixture::eur(5000));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.createdAt = fixture.now.addDays(-1);
        transaction.refunded = DeskFixture::eur(0);
        QVERIFY(desk.ledger().mergeTransactions(fixture.account.id, {{0, fixture.account.id, transaction}}).result());
        const auto refund =
            desk.journal()
                .beginRefund(ledger::randomId(), fixture.account.id, {}, u"txn_1"_s, DeskFixture::eur(500),
                             DeskFixture::eur(5000), DeskFixture::eur(0), fixture.now, fixture.now)
                .result();
        QVERIFY(refund && desk.journal().close(refund->id, Intent::State::Accepted, u"re_1"_s, {}).result());
        const QString other = fixture.addMarketplace();
        ui::TransactionsPage page(desk, *fixture.catalogs);
        page.resize(1300, 700);
        page.show();
        const auto *frame = page.findChild<ui::ListFrame *>();
        // A narrow window has the chips in a menu.
        const auto isOffered = [frame] {
            const auto buttons = frame->findChildren<QToolButton *>();
            QMenu *menu = (*std::ranges::find_if(buttons, [](const QToolButton *button) {
                              return button->text().startsWith(u"Filters"_s);
                          }))->menu();
            emit menu->aboutToShow();
            const auto actions = menu->actions();
            return std::ranges::any_of(
                actions, [](const QAction *action) { return action->text().startsWith(u"Refund asked for"_s); });
        };
        page.setAccounts({fixture.account.id});
        QTRY_VERIFY(frame->chips()->isOffered(101));
        QVERIFY(isOffered());
        page.setAccounts({other});
        QTRY_VERIFY(!frame->chips()->isOffered(101));
        page.setAccounts({fixture.account.id});
        QTRY_VERIFY(frame->chips()->isOffered(101));
        QVERIFY(desk.journal().close(refund->id, Intent::State::Confirmed, u"re_1"_s, {}).result());
        QTRY_VERIFY(!frame->chips()->isOffered(101));
        QVERIFY(!isOffered());
    }

    void theChipsAreShownWholeOrInAMenu()
    {
        DeskFixture fixture;
        desk::Desk &desk = *fixture.desk;
        checkout::Transaction transaction(u"txn_1"_s, DeskFixture::eur(5000));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.createdAt = fixture.now.addDays(-1);
        transaction.refunded = DeskFixture::eur(0);
        const ledger::TransactionRecord record(0, fixture.account.id, transaction);
        QVERIFY(desk.ledger().mergeTransactions(fixture.account.id, {record}).result().has_value());
        ui::TransactionsPage page(desk, *fixture.catalogs);
        page.resize(700, 700); // too narrow for a row of chips
        page.show();
        auto *frame = page.findChild<ui::ListFrame *>();
        frame->setPeriod(ui::ListFrame::Period::AllTime);
        page.setAccounts({fixture.account.id});
        QTRY_COMPARE(page.findChild<ui::Table *>()->model()->rowCount(), 1);
        QTRY_COMPARE(frame->chips()->chip(100)->count(), 1);
        QVERIFY(!frame->chips()->isVisible());
        // It grows while it is hidden.
        const auto refund =
            desk.journal()
                .beginRefund(ledger::randomId(), fixture.account.id, {}, u"txn_1"_s, DeskFixture::eur(500),
                             DeskFixture::eur(5000), DeskFixture::eur(0), fixture.now, fixture.now)
                .result();
        QVERIFY(refund && desk.journal().close(refund->id, Intent::State::Accepted, u"re_1"_s, {}).result());
        const ui::Chip *asked = nullptr;
        for (const auto *each : frame->chips()->findChildren<ui::Chip *>())
            asked = each->text() == u"Refund asked for"_s ? each : asked;
        QTRY_COMPARE(asked->count(), 1);
        // What has no room gives way, and the others stay.
        page.resize(1100, 700);
        QCoreApplication::sendPostedEvents();
        QVERIFY(frame->chips()->isVisible() && frame->chips()->chip(100)->isVisible());
        QVERIFY(asked->isHidden() && frame->chips()->isOffered(101));
        frame->chips()->chip(101)->click();
        page.resize(1104, 700);
        QCoreApplication::sendPostedEvents();
        QVERIFY(asked->isVisible()); // what is chosen is seen
        frame->chips()->chip(100)->click();
        QStringList cut;
        bool isEverShown = false;
        for (int width = 720; width <= 1900; width += 4) {
            if (width == 1300) // beside the details
                page.findChild<ui::Table *>()->selectRow(0);
            page.resize(width, 700);
            QCoreApplication::sendPostedEvents();
            const ui::ChipRow *row = frame->chips();
            isEverShown = isEverShown || row->isVisible();
            for (const auto *chip : row->findChildren<ui::Chip *>()) {
                const bool isWhole =
                    row->rect().contains(chip->geometry()) && chip->width() >= chip->sizeHint().width();
                if (chip->isVisible() && !isWhole)
                    cut << u"%1 at %2"_s.arg(chip->text()).arg(width);
            }
        }
        QVERIFY(isEverShown && !page.isHidden());
        QCOMPARE(cut, QStringList());
    }
};

TILLDECK_TEST(AskedFilterTest)

} // namespace asked_filter_test

#include "tst_asked_filter.moc"
