// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard on the page of payments: the order of Tab, Enter on a button, and the question before real money.
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/transactions/refund_dialog.h"
#include "ui/transactions/saved_views.h"
#include "ui/transactions/transaction_panel.h"
#include "ui/transactions/transactions_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QLineEdit>

namespace payment_keys_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using test::DeskFixture;

class PaymentKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        checkout::Transaction transaction(u"txn_1"_s, DeskFixture::eur(10800));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.sessionId = u"cs_1"_s;
        transaction.createdAt = m_desk->now;
        const ledger::TransactionRecord record(0, m_desk->account.id, transaction);
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_desk->account.id, {record}).result().has_value());
        m_page = std::make_unique<ui::TransactionsPage>(*m_desk->desk, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->setAccounts({m_desk->account.id});
        QTRY_VERIFY(refundButton() && refundButton()->height() > 10);
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void tabGoesThroughTheListThenThroughThePanel()
    {
        auto *search = m_page->findChild<ui::SearchField *>();
        search->setFocus();
        QList<QWidget *> stops{search};
        for (;;) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (stops.contains(QApplication::focusWidget()))
                break;
            stops << QApplication::focusWidget();
        }
        QCOMPARE(QApplication::focusWidget(), search);
        const QList<QWidget *> some{m_page->findChild<ui::SavedViews *>(), m_page->findChild<ui::Table *>(),
                                    refundButton()};
        for (QWidget *stop : some)
            QVERIFY(stops.contains(stop));
        panel()->scrollToTop();
        for (qsizetype at = 1; at < stops.size(); ++at) {
            const QPoint before = middle(stops[at - 1]), next = middle(stops[at]);
            const bool isPanel = panel()->isAncestorOf(stops[at]), wasPanel = panel()->isAncestorOf(stops[at - 1]);
            const QByteArray names =
                u"%1 before %2"_s.arg(stops[at - 1]->accessibleName(), stops[at]->accessibleName()).toUtf8();
            QVERIFY2(isPanel || !wasPanel, names);
            if (isPanel == wasPanel) // line by line
                QVERIFY2(next.y() > before.y() + 8 || (next.y() > before.y() - 8 && next.x() > before.x()), names);
        }
    }

    void enterOnRefundOpensItsDialogOnce()
    {
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
            refundButton()->setFocus();
            QTest::keyPress(refundButton(), key);
            QKeyEvent held(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
            QApplication::sendEvent(refundButton(), &held);
            QTest::keyRelease(refundButton(), key);
            QCOMPARE(m_page->findChildren<ui::RefundDialog *>().size(), 1);
            delete m_page->findChild<ui::RefundDialog *>();
        }
    }

    void aMouseThatPressedNothingDoesNotAnswerForAKey()
    {
        QTest::mouseClick(refundButton(), Qt::LeftButton);
        auto *dialog = m_page->findChild<ui::RefundDialog *>();
        QVERIFY(dialog);
        auto *refund = dialog->findChild<ui::Button *>(u"refund"_s);
        QTRY_VERIFY(refund->isEnabled());
        QTest::mouseClick(refund, Qt::RightButton);
        QCoreApplication::processEvents();
        refund->click(); // as a key, or a program that reads the screen, presses it
        const auto *question = dialog->findChild<ui::GuardDialog *>(u"realMoney"_s);
        QVERIFY(question && question->isVisible());
    }

private:
    QPoint middle(const QWidget *widget) const { return widget->mapTo(m_page.get(), widget->rect().center()); }
    ui::TransactionPanel *panel() const { return m_page->findChild<ui::TransactionPanel *>(); }
    ui::Button *refundButton() const { return panel()->findChild<ui::Button *>(u"refund"_s); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::TransactionsPage> m_page;
};

TILLDECK_TEST(PaymentKeysTest)

} // namespace payment_keys_test

#include "tst_payment_keys.moc"
