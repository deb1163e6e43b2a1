// SPDX-License-Identifier: GPL-3.0-or-later
// The menus lead to what the pages do, and what they do not lead to says why.
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/lists/list_frame.h"
#include "ui/shell/actions.h"
#include "ui/transactions/refund_dialog.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transactions_page.h"
#include "ui/widgets/inline_message.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace menu_reasons_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;
using ui::Action;
using ui::PageId;

class MenuReasonsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeUsedSaysWhy()
    {
        Merchant merchant;
        sayWhy(merchant);
        QVERIFY(merchant.openSandbox());
        for (const PageId page : {PageId::Overview, PageId::Sessions, PageId::Transactions, PageId::Promotions,
                                  PageId::Catalog, PageId::Activity, PageId::Accounts, PageId::Drafts}) {
            merchant.window().showPage(page);
            sayWhy(merchant);
        }
        QVERIFY(merchant.window().action(Action::UpdateKey)->toolTip().contains(u"sandbox"_s));
        merchant.window().showPage(PageId::Overview);
        emit merchant.window().menuAboutToShow();
        QVERIFY2(merchant.window().action(Action::RefundPayment)->toolTip().contains(u"Transactions"_s),
                 qPrintable(merchant.window().action(Action::RefundPayment)->toolTip()));
    }

    void aPaymentIsRefundedFromTheMenu_data()
    {
        QTest::addColumn<bool>("isPanelOpen");
        QTest::newRow("with its details") << true;
        QTest::newRow("the details are closed") << false;
    }
    void aPaymentIsRefundedFromTheMenu()
    {
        QFETCH(const bool, isPanelOpen);
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.window().showPage(PageId::Transactions);
        const auto *payments = merchant.window().findChild<ui::TransactionModel *>();
        const auto paid = [payments] {
            for (int row = 0; row < payments->rowCount(); ++row) {
                if (payments->record(row).status == checkout::TransactionStatus::Succeeded)
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(paid() >= 0, 15000);
        const auto *page = merchant.window().findChild<ui::TransactionsPage *>();
        page->findChild<ui::ListFrame *>()->setPanelWanted(isPanelOpen);
        merchant.table(u"Transactions"_s)->selectRow(paid());
        QTRY_VERIFY(page->findChild<QAbstractButton *>(u"refund"_s));
        QAction *refund = merchant.window().action(Action::RefundPayment);
        const auto isOffered = [&merchant, refund] {
            emit merchant.window().menuAboutToShow();
            return refund->isEnabled();
        };
        QTRY_VERIFY2(isOffered(), qPrintable(refund->statusTip())); // the details are of the row before at first
        QCOMPARE(refund->statusTip(), QString());
        refund->trigger();
        QTRY_VERIFY(merchant.window().findChild<ui::RefundDialog *>());
        QVERIFY(merchant.window().findChild<ui::RefundDialog *>()->isVisible());
    }

    void aSessionBegunAmongAllAccountsSaysWhichOneIsIts()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.window().action(Action::NewSession)->trigger();
        QTRY_COMPARE(merchant.window().currentPage(), PageId::Editor);
        const auto said = [&merchant] {
            const auto *message = merchant.find<ui::InlineMessage>(u"editorMessage"_s);
            return message ? message->text() : QString();
        };
        QCOMPARE(said(), QString());
        merchant.window().showPage(PageId::Sessions);
        emit merchant.window().allAccountsChosen(accounts::Mode::Sandbox);
        merchant.window().action(Action::NewSession)->trigger();
        QTRY_COMPARE(merchant.window().currentPage(), PageId::Editor);
        const QString account = accounts::fullName(merchant.desk->accounts().accounts().front());
        QTRY_VERIFY2(said().contains(u"This session is created with %1."_s.arg(account)), qPrintable(said()));
    }

private:
    static void sayWhy(const Merchant &merchant)
    {
        emit merchant.window().menuAboutToShow();
        int disabled = 0;
        for (int at = 0; at <= int(Action::About); ++at) {
            const QAction *action = merchant.window().action(Action(at));
            if (action->isEnabled())
                continue;
            ++disabled;
            // Without a tooltip of its own an action repeats its text.
            QVERIFY2(!action->statusTip().isEmpty() && action->toolTip() == action->statusTip(),
                     qPrintable(action->text()));
        }
        QVERIFY(disabled > 0);
        const auto menus = merchant.window().menuBar()->findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
        for (const QMenu *menu : menus)
            QVERIFY(menu->title().isEmpty() || menu->toolTipsVisible());
    }
};

TILLDECK_TEST(MenuReasonsTest)

} // namespace menu_reasons_test

#include "tst_menu_reasons.moc"
