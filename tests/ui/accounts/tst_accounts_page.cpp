// SPDX-License-Identifier: GPL-3.0-or-later
// The list of accounts: which can be edited, where their keys are, what is lost with one.
#include "../sessions/desk_fixture.h"
#include "ledger/random_id.h"
#include "support/runner.h"
#include "ui/accounts/account_dialog.h"
#include "ui/accounts/account_model.h"
#include "ui/accounts/accounts_page.h"
#include "ui/lists/roles.h"
#include "ui/lists/table.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>

namespace accounts_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using test::DeskFixture;

class AccountsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (qEnvironmentVariableIsSet("TILLDECK_PICTURES"))
            m_theme = std::make_unique<ui::Theme>(*qApp, ui::ThemeMode::Light);
        m_desk = std::make_unique<DeskFixture>();
    }

    void cleanup() { m_desk.reset(); }

    void theSandboxKeyIsNeverCalledMissing()
    {
        QString builtIn;
        ui::AccountModel model(*m_desk->desk, [&builtIn](const QString &id) { return id == builtIn; });
        QTRY_VERIFY(model.index(0, ui::AccountModel::Key).data().toString().startsWith(u"No key"_s));
        accounts::Account sandbox = m_desk->account;
        sandbox.name = u"Sandbox"_s;
        sandbox.accountId = u"acc_demo"_s;
        sandbox.baseUrl = u"http://127.0.0.1:1"_s;
        sandbox.checkoutUrlTemplate.clear();
        sandbox.mode = accounts::Mode::Sandbox;
        const auto added = m_desk->desk->accounts().add(sandbox);
        QVERIFY(added.has_value());
        builtIn = added->id;
        QCOMPARE(model.index(1, ui::AccountModel::Key).data().toString(), u"Comes with the sandbox"_s);
        QVERIFY(!model.index(1, ui::AccountModel::Key).data(ui::ToneRole).isValid());
    }

    void onlyAccountsOfTheBuiltInSandboxAreNotEdited()
    {
        accounts::Account byHand = m_desk->account;
        byHand.name = u"My own server"_s;
        byHand.mode = accounts::Mode::Sandbox;
        const auto added = m_desk->desk->accounts().add(byHand);
        QVERIFY(added.has_value());
        ui::AccountsPage page(*m_desk->desk, [this](const QString &id) { return id == m_desk->account.id; });
        page.show();
        auto *table = page.findChild<ui::Table *>();
        const auto edits = [&page] { return page.findChild<ui::Button *>(u"editAccount"_s)->isEnabled(); };
        const auto opened = [&page] { return page.findChildren<ui::AccountDialog *>().size(); };
        table->selectRow(0);
        QVERIFY(!edits());
        emit table->rowActivated(table->currentIndex());
        QCOMPARE(opened(), 0);
        table->selectRow(1);
        QVERIFY(edits());
        QVERIFY(table->model()->index(1, ui::AccountModel::Key).data().toString() != u"Comes with the sandbox"_s);
        emit table->rowActivated(table->currentIndex());
        QCOMPARE(opened(), 1);
    }

    void onlyTheRowThatIsMarkedIsActedOn()
    {
        const QString other = m_desk->addMarketplace();
        ui::AccountsPage page(*m_desk->desk);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *table = page.findChild<ui::Table *>();
        const auto isOffered = [&page] {
            int offered = 0;
            for (const char *name : {"editAccount", "replaceKey", "removeAccount"})
                offered += page.findChild<ui::Button *>(QString::fromLatin1(name))->isEnabled() ? 1 : 0;
            return offered;
        };
        QCOMPARE(isOffered(), 0);
        // The focus chooses nothing.
        table->setFocus(Qt::TabFocusReason);
        QVERIFY(!table->selectionModel()->hasSelection());
        QCOMPARE(isOffered(), 0);
        page.setAccount(other);
        const auto marked = [table] {
            QStringList names;
            for (const QModelIndex &row : table->selectionModel()->selectedRows(ui::AccountModel::Name))
                names << row.data().toString();
            return names;
        };
        QCOMPARE(marked(), QStringList(u"Acme Marketplace"_s));
        QCOMPARE(isOffered(), 3);
        QTest::mouseClick(page.findChild<ui::Button *>(u"replaceKey"_s), Qt::LeftButton);
        auto *dialog = page.findChild<ui::AccountDialog *>();
        QVERIFY(dialog && dialog->windowTitle().contains(u"Acme Marketplace"_s));
        dialog->reject();
        table->clearSelection();
        QVERIFY(table->currentIndex().isValid());
        QCOMPARE(isOffered(), 0);
        page.hide();
        page.show();
        QCOMPARE(marked(), QStringList(u"Acme Marketplace"_s));
    }

    void removingAnAccountNamesWhatIsLost()
    {
        ui::AccountsPage page(*m_desk->desk);
        page.resize(900, 500);
        page.show();
        auto *table = page.findChild<ui::Table *>();
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            table->setCurrentIndex(table->model()->index(0, 0));
            QTest::qWait(50);
            QVERIFY(page.grab().save(folder + u"/accounts.png"_s));
        }
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTest::mouseClick(page.findChild<ui::Button *>(u"removeAccount"_s), Qt::LeftButton);
        QTRY_VERIFY(page.findChild<ui::GuardDialog *>());
        auto *guard = page.findChild<ui::GuardDialog *>();
        QString text;
        for (const auto *label : guard->findChildren<QLabel *>())
            text += label->text() + u' ';
        QVERIFY(text.contains(u"drafts"_s));
        QVERIFY(text.contains(u"open sessions can still be paid"_s));
        QSignalSpy removed(&page, &ui::AccountsPage::accountRemoved);
        emit guard->chosen(1);
        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(m_desk->desk->accounts().accounts().empty());
    }

    void anAccountWithAnUnknownOutcomeIsNotOfferedForRemoval()
    {
        ledger::Journal &journal = m_desk->desk->journal();
        const auto intent =
            journal.begin(ledger::randomId(), m_desk->account.id, "hash", {}, m_desk->now, m_desk->now.addSecs(60))
                .result()
                .value();
        ui::AccountsPage page(*m_desk->desk);
        page.show();
        page.findChild<ui::Table *>()->selectRow(0);
        auto *remove = page.findChild<ui::Button *>(u"removeAccount"_s);
        QTest::mouseClick(remove, Qt::LeftButton);
        auto *message = page.findChild<ui::InlineMessage *>();
        QTRY_VERIFY(message->isVisible());
        QVERIFY2(message->text().contains(m_desk->account.name), qPrintable(message->text()));
        QVERIFY2(message->text().contains(u"Show what is open"_s), qPrintable(message->text()));
        QVERIFY(!page.findChild<ui::GuardDialog *>());
        const QSignalSpy attention(&page, &ui::AccountsPage::attentionRequested);
        emit message->linkActivated();
        QTRY_COMPARE(attention.count(), 1);
        QCOMPARE(attention[0][0].toString(), m_desk->account.id);
        QVERIFY(journal.close(intent.id, ledger::Intent::State::Rejected, {}, {}).result().has_value());
        QTest::mouseClick(remove, Qt::LeftButton);
        QTRY_VERIFY(page.findChild<ui::GuardDialog *>());
        QVERIFY(!message->isVisible());
    }

    void whereOnlyARefundWasAskedForItsPaymentIsShown()
    {
        ledger::Journal &journal = m_desk->desk->journal();
        const auto refund =
            journal
                .beginRefund(ledger::randomId(), m_desk->account.id, {}, u"txn_1"_s, DeskFixture::eur(500),
                             DeskFixture::eur(2900), DeskFixture::eur(0), m_desk->now, m_desk->now)
                .result();
        QVERIFY(refund && journal.close(refund->id, ledger::Intent::State::Accepted, u"re_1"_s, {}).result());
        ui::AccountsPage page(*m_desk->desk);
        page.show();
        page.findChild<ui::Table *>()->selectRow(0);
        QTest::mouseClick(page.findChild<ui::Button *>(u"removeAccount"_s), Qt::LeftButton);
        auto *message = page.findChild<ui::InlineMessage *>();
        QTRY_VERIFY(message->isVisible());
        const QSignalSpy payment(&page, &ui::AccountsPage::paymentRequested);
        emit message->linkActivated();
        QTRY_COMPARE(payment.count(), 1);
        QCOMPARE(payment[0][1].toString(), u"txn_1"_s);
    }

private:
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<DeskFixture> m_desk;
};

TILLDECK_TEST(AccountsPageTest)

} // namespace accounts_page_test

#include "tst_accounts_page.moc"
