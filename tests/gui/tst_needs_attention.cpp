// SPDX-License-Identifier: GPL-3.0-or-later
// What needs attention has one count in the window, whatever kind it is of, and a way to each.
#include "gui/merchant.h"
#include "support/runner.h"

#include "desk/abandon_refund.h"
#include "ledger/random_id.h"
#include "ui/lists/list_frame.h"
#include "ui/overview/attention_card.h"
#include "ui/overview/attention_panel.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/sessions_page.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebar_delegate.h"
#include "ui/widgets/inline_message.h"

#include <QCoroTask>
#include <QListView>

namespace needs_attention_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using ledger::Intent;
using tilldeck::test::Merchant;

class NeedsAttentionTest : public QObject
{
    Q_OBJECT

private slots:
    void sidebarAndOverviewCountEveryKindAndTheListSaysWhatIsNoSession()
    {
        Merchant merchant;
        const QString refund = leaveOneOfEachKind(*merchant.desk);
        merchant.restart();
        QTRY_COMPARE(inSidebar(merchant), 4);
        QVERIFY(merchant.window().showPage(ui::PageId::Overview));
        QTRY_COMPARE(onOverview(merchant), u"4"_s);

        emit merchant.window().savedViewChosen(ui::SavedView::NeedsAttention);
        QCOMPARE(merchant.window().currentPage(), ui::PageId::Sessions);
        auto *others = merchant.find<ui::InlineMessage>(u"othersNeedAttention"_s);
        QVERIFY(others);
        QVERIFY2(others->text().contains(u"1 refund(s)"_s) && others->text().contains(u"1 promotion(s) or route(s)"_s),
                 qPrintable(others->text()));
        // The refund that failed has a note of its own.
        QVERIFY(merchant.find<ui::InlineMessage>(u"failedRefund"_s));
        QTableView *sessions = merchant.table(u"Checkout sessions"_s);
        QTRY_COMPARE(sessions->model()->rowCount(), 1);
        emit others->linkActivated();
        QCOMPARE(merchant.window().currentPage(), ui::PageId::Overview);

        QVERIFY(
            QCoro::waitFor(desk::abandonRefund(merchant.desk.get(), account(merchant), refund, desk::Unproven::Allow)));
        QTRY_COMPARE(inSidebar(merchant), 3);
        QTRY_COMPARE(onOverview(merchant), u"3"_s);
    }

    void aSessionThatIsNotInTheViewLeavesItInSidebarTitleAndPage()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        const ui::MainWindow &window = merchant.window();
        const auto place = [&window] { return window.sidebar()->list()->currentIndex().data().toString(); };
        auto *page = window.findChild<ui::SessionsPage *>();
        const auto *sessions = qobject_cast<ui::SessionModel *>(merchant.table(u"Checkout sessions"_s)->model());
        QVERIFY(sessions);
        const auto paid = [&sessions]() -> std::optional<ledger::SessionRow> {
            for (int row = 0; row < sessions->rowCount(); ++row)
                if (sessions->record(row).status == checkout::SessionStatus::Completed)
                    return sessions->record(row);
            return std::nullopt;
        };
        QTRY_VERIFY(paid());
        const ledger::SessionRow wanted = *paid();
        emit merchant.window().savedViewChosen(ui::SavedView::NeedsAttention);
        QTRY_VERIFY(!paid());
        QCOMPARE(place(), u"Needs attention"_s);
        QVERIFY2(window.windowTitle().startsWith(u"Needs attention"_s), qPrintable(window.windowTitle()));
        page->select(wanted.accountId, wanted.id);
        QTRY_COMPARE(place(), u"Checkout sessions"_s);
        QVERIFY2(window.windowTitle().startsWith(u"Checkout sessions"_s), qPrintable(window.windowTitle()));
        QCOMPARE(page->findChild<ui::ListFrame *>()->period(), ui::ListFrame::Period::AllTime);
    }

private:
    static QString account(const Merchant &merchant) { return merchant.desk->accounts().accounts().front().id; }
    /// Leaves a creation, a refund and a coupon of unknown outcome, and a refund that failed later. Returns the first
    /// refund.
    static QString leaveOneOfEachKind(desk::Desk &desk)
    {
        accounts::Account shop;
        shop.name = u"Till"_s;
        shop.baseUrl = u"http://127.0.0.1:9"_s;
        shop.accountId = u"acc_1"_s;
        shop.mode = accounts::Mode::Test;
        const QString account = desk.accounts().add(shop).value().id;
        const QDateTime now = desk.now();
        const QDateTime later = now.addSecs(60);
        ledger::Journal &journal = desk.journal();
        const money::Money paid(5000, *money::Currency::fromCode(u"EUR"));
        const money::Money none(0, paid.currency());
        const money::Money part(1000, paid.currency());
        const auto close = [&journal](const QString &id, Intent::State state) {
            if (!journal.close(id, state, {}, {}).result())
                qFatal("not closed");
        };
        QStringList ids;
        for (int i = 0; i < 4; ++i)
            ids << ledger::randomId();
        checkout::Coupon spring;
        spring.name = u"Spring"_s;
        if (!journal.begin(ids[0], account, "a", {}, now, later).result() ||
            !journal.beginRefund(ids[1], account, "b", u"txn_1"_s, part, paid, none, now, later).result() ||
            !journal.beginRefund(ids[2], account, "c", u"txn_2"_s, part, paid, none, now, later).result() ||
            !journal.beginEntry(ids[3], account, "d", Intent::Kind::Coupon, spring, now, later).result())
            qFatal("not begun");
        close(ids[0], Intent::State::Unknown);
        close(ids[1], Intent::State::Unknown);
        close(ids[2], Intent::State::Accepted);
        close(ids[2], Intent::State::Failed);
        close(ids[3], Intent::State::Unknown);
        return ids[1];
    }
    static int inSidebar(const Merchant &merchant)
    {
        const QAbstractItemModel *rows = merchant.window().sidebar()->list()->model();
        const auto found =
            rows->match(rows->index(0, 0), ui::SavedViewRole, int(ui::SavedView::NeedsAttention), 1, Qt::MatchExactly);
        return found.isEmpty() ? -1 : found.front().data(ui::CountRole).toInt();
    }
    static QString onOverview(const Merchant &merchant)
    {
        return merchant.window().findChild<QLabel *>(u"attentionCount"_s)->text();
    }
};

TILLDECK_TEST(NeedsAttentionTest)

} // namespace needs_attention_test

#include "tst_needs_attention.moc"
