// SPDX-License-Identifier: GPL-3.0-or-later
// The window never names one account and acts on another.
#include "gui/account_bench.h"
#include "support/accounts_file.h"
#include "support/runner.h"
#include "ui/accounts/accounts_page.h"

namespace one_account_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using accounts::Account;
using accounts::Mode;
using accounts::ProviderKind;
using ui::Action;
using ui::PageId;

class OneAccountTest : public test::AccountBench
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { m_merchant.reset(); }

    void anotherAccountIsChosenWhileADraftIsOpen_data()
    {
        QTest::addColumn<Mode>("from");
        QTest::addColumn<Mode>("to");
        QTest::newRow("from live to sandbox") << Mode::Live << Mode::Sandbox;
        QTest::newRow("from sandbox to live") << Mode::Sandbox << Mode::Live;
    }
    void anotherAccountIsChosenWhileADraftIsOpen()
    {
        QFETCH(Mode, from);
        QFETCH(Mode, to);
        const Account first = accountOf(from);
        const Account second = accountOf(to);
        emit window().accountChosen(first.id);
        press(Qt::Key_N);
        QCOMPARE(editor()->accountId(), first.id);
        QVERIFY(m_merchant->choose(u"Price"_s, u"price_premium"_s));
        QTRY_VERIFY(editor()->canCreate());
        press(Qt::Key(Qt::Key_0 + second.number));
        QCOMPARE(switcher()->current()->id, second.id);
        QCOMPARE(window().currentPage(), PageId::Sessions);
        QVERIFY(!editor()->isOpen());
        QVERIFY(faultOfTheWindow().isEmpty());
        // Neither the keys nor the menu create anything, and the draft is saved for the account it was begun with.
        press(Qt::Key_Return);
        window().action(Action::CreateSession)->trigger();
        QVERIFY(!editor()->isBusy());
        QTRY_COMPARE(drafts(first.id).size(), size_t(1));
        QVERIFY(drafts(second.id).empty());
    }

    void theAccountsPageMarksTheAccountOfTheWindow()
    {
        const Account first = accountOf(Mode::Live);
        const Account second = accountOf(Mode::Test, ProviderKind::Khaime);
        const auto marked = [this] {
            const auto *table = window().findChild<ui::AccountsPage *>()->findChild<QTableView *>();
            const QModelIndexList rows = table->selectionModel()->selectedRows();
            return rows.size() == 1 ? rows.first().data().toString() : QString();
        };
        emit window().accountChosen(first.id);
        window().showPage(PageId::Accounts);
        QCOMPARE(marked(), first.name);
        emit window().accountChosen(second.id);
        QCOMPARE(marked(), second.name);
    }

    void aDraftIsOfOneAccountWhereAllAreShown()
    {
        const Account live = accountOf(Mode::Live);
        emit window().accountChosen(live.id);
        press(Qt::Key_0);
        QVERIFY(switcher()->isAll());
        press(Qt::Key_N);
        QVERIFY(!switcher()->isAll());
        QCOMPARE(switcher()->current()->id, live.id);
        // Another account is chosen in the editor: the window names it.
        auto *with = m_merchant->find<QComboBox>(u"Create with"_s);
        QVERIFY(with && with->count() == 3);
        const int other = with->currentIndex() == 0 ? 1 : 0;
        with->setCurrentIndex(other);
        emit with->activated(other);
        const QString chosen = with->itemData(other).toString();
        QTRY_COMPARE(switcher()->current()->id, chosen);
        QVERIFY(faultOfTheWindow().isEmpty());
        emit editor() -> screen()->closeRequested();
        QVERIFY(switcher()->isAll());
        QCOMPARE(switcher()->current()->id, chosen);
        press(Qt::Key_N);
        QCOMPARE(editor()->accountId(), chosen);
        press(Qt::Key_0);
        QVERIFY(switcher()->isAll() && !editor()->isOpen());
    }

    void noCurrencyIsCarriedFromAccountToAccount()
    {
        const Account dollars = accountOf(Mode::Sandbox, accounts::ProviderKind::Khaime);
        const Account francs = accountOf(Mode::Sandbox, accounts::ProviderKind::Ikawaari);
        emit window().accountChosen(dollars.id);
        press(Qt::Key_N);
        QTRY_COMPARE_WITH_TIMEOUT(suggestedCurrency(), u"USD"_s, 15000); // its catalog says so
        QTest::keyClick(editor()->screen(), Qt::Key_Escape);
        if (editor()->isOpen())
            emit editor() -> screen()->closeRequested();
        press(Qt::Key(Qt::Key_0 + francs.number));
        press(Qt::Key_N);
        QCOMPARE(editor()->accountId(), francs.id);
        QCOMPARE(suggestedCurrency(), u"XOF"_s);
        auto *price = m_merchant->find<QLineEdit>(u"Unit price"_s);
        QVERIFY(price);
        price->setFocus();
        QTest::keyClicks(price, u"22500"_s);
        QCOMPARE(draft()->draft().lineItems.front().unitAmount,
                 money::Money(22500, *money::Currency::fromCode(u"XOF")));
    }

    void aDialogClosesWithItsAccount()
    {
        const Account first = accountOf(Mode::Sandbox);
        emit window().accountChosen(first.id);
        QVERIFY(openRefund());
        const QPointer<ui::RefundDialog> dialog = window().findChild<ui::RefundDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        emit window().accountChosen(accountOf(Mode::Live).id);
        QVERIFY(!dialog || !dialog->isVisible());
        QVERIFY(faultOfTheWindow().isEmpty());
    }

    void aDialogClosesWithTheModeOfItsAccount()
    {
        const Account account = accountOf(Mode::Test);
        emit window().accountChosen(account.id);
        QVERIFY(openRefund());
        const QPointer<ui::RefundDialog> dialog = window().findChild<ui::RefundDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        test::putIntoAccountsFile(m_merchant->desk->dataDirectory(), account.id, u"mode"_s, u"live"_s);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        QTRY_COMPARE(faultOfTheWindow(), QString());
    }

    void aYesIsForTheAccountThatWasAskedAbout()
    {
        const Account first = accountOf(Mode::Live);
        const QString second = addLike(first, u"Second live"_s, Mode::Live);
        const auto openDraft = [&] {
            emit window().accountChosen(first.id);
            emit window().findChild<ui::CatalogPage *>() -> useInNewSession(first.id, completeDraft(first.provider));
            QTRY_VERIFY_WITH_TIMEOUT(editor()->canCreate(), 15000);
            QVERIFY(m_merchant->activate());
        };
        const auto chooseSecond = [&] {
            const auto boxes = editor()->screen()->findChildren<QComboBox *>();
            auto *with = *std::ranges::find(boxes, u"Create with"_s, &QComboBox::accessibleName);
            with->setCurrentIndex(with->findData(second));
            emit with->activated(with->currentIndex());
        };
        const auto ctrlEnter = [&] { QTest::keyClick(editor()->screen(), Qt::Key_Return, Qt::ControlModifier); };
        // Ctrl+Enter comes before the window has followed the choice.
        openDraft();
        chooseSecond();
        ctrlEnter();
        QVERIFY(!dialog() && !editor()->isBusy());
        QTRY_COMPARE(editor()->accountId(), second);
        QTRY_VERIFY_WITH_TIMEOUT(editor()->canCreate(), 15000);
        QVERIFY(m_merchant->activate());
        ctrlEnter();
        QVERIFY(dialog() && isNamedInDialog(second));
        closeDialogs();
        // A question that is open when the account changes is about another one.
        openDraft();
        ctrlEnter();
        QVERIFY(dialog() && isNamedInDialog(first.id));
        chooseSecond();
        QTRY_COMPARE(editor()->accountId(), second);
        QVERIFY(!dialog());
        QVERIFY(!m_merchant->desk->isRealMoneyConfirmed(first.id));
        QVERIFY(takeWrites().empty());
    }

    void theWindowNamesTheAccountOfACreationEvenIfItIsRemovedMeanwhile()
    {
        const accounts::Account live = accountOf(Mode::Live);
        emit window().accountChosen(live.id);
        press(Qt::Key_N);
        QVERIFY(m_merchant->choose(u"Price"_s, u"price_premium"_s));
        QTRY_VERIFY(editor()->canCreate());
        QVERIFY(m_merchant->activate());
        QTest::mouseClick(createButton(), Qt::LeftButton);
        QVERIFY(editor()->isBusy());
        const QString title = window().windowTitle();
        QVERIFY(title.contains(live.name));
        QVERIFY(m_merchant->desk->accounts().remove(live.id));
        QVERIFY(editor()->isBusy());
        QCOMPARE(window().windowTitle(), title);
        QVERIFY(switcher()->current());
        QCOMPARE(switcher()->current()->id, live.id);
        QTRY_VERIFY(!editor()->isBusy());
        QTRY_COMPARE(faultOfTheWindow(), QString());
        QVERIFY(!window().windowTitle().contains(live.name));
    }

    void aCreationThatIsLeftOpenIsSelectedAndNoOtherLinkIsHandedOut()
    {
        const Account account = accountOf(Mode::Sandbox);
        emit window().accountChosen(account.id);
        QTableView *sessions = m_merchant->table(u"Checkout sessions"_s);
        QTRY_VERIFY(sessions->model()->rowCount() > 10);
        sessions->selectRow(1);
        QTRY_VERIFY(window().action(Action::CopyUrl)->isEnabled());
        press(Qt::Key_N);
        QVERIFY(m_merchant->choose(u"Price"_s, u"price_premium"_s));
        QTRY_VERIFY(editor()->canCreate());
        for (const auto &proxy : m_proxies)
            proxy->dropWrites();
        QVERIFY(m_merchant->activate());
        QTest::mouseClick(createButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_merchant->find<QAbstractButton>(u"Decide later"_s), 15000);
        QVERIFY(m_merchant->press(u"Decide later"_s));
        QTRY_VERIFY(m_merchant->find<QWidget>(u"unknownBox"_s));
        QCOMPARE(sessions->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(sessions->currentIndex().row(), 0);
        QVERIFY(!window().action(Action::CopyUrl)->isEnabled());
    }

    void aYesIsForgottenWithItsAccount()
    {
        Account account = accountOf(Mode::Live);
        const Account other = accountOf(Mode::Live, accounts::ProviderKind::Khaime);
        desk::Desk &desk = *m_merchant->desk;
        desk.confirmRealMoney(account.id);
        desk.confirmRealMoney(other.id);
        account.name += u" shop"_s;
        QVERIFY(desk.accounts().update(account));
        QVERIFY(desk.isRealMoneyConfirmed(account.id));
        QVERIFY(desk.accounts().remove(account.id));
        QVERIFY(!desk.isRealMoneyConfirmed(account.id));
        QVERIFY(desk.isRealMoneyConfirmed(other.id));
    }
    void anAccountsFileThatIsGoneIsSaidUntilItIsBack()
    {
        const Account account = accountOf(Mode::Test);
        emit window().accountChosen(account.id);
        desk::Desk &desk = *m_merchant->desk;
        const auto begun = desk.journal().begin(u"intent_1"_s, account.id, "hash", {}, desk.now(), desk.now()).result();
        QVERIFY(begun && desk.journal().close(begun->id, ledger::Intent::State::Unknown, {}, {}).result());
        const QString path = desk.dataDirectory() + u"/accounts.json"_s;
        QVERIFY(QFile::rename(path, path + u".away"_s));
        QTRY_COMPARE(window().currentPage(), PageId::Welcome);
        const auto says = [this](const QString &words) {
            const auto labels = window().findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
        };
        QTRY_VERIFY(says(u"accounts.json is gone"_s));
        QVERIFY(says(u"intent_1"_s));
        QVERIFY(QFile::rename(path + u".away"_s, path));
        QTRY_VERIFY(switcher()->current());
        QVERIFY(window().currentPage() != PageId::Welcome);
        QVERIFY(desk.storageTroubles().empty());
    }

    void anAccountThatAFileMakesLiveIsAnotherOne()
    {
        const Account account = accountOf(Mode::Test);
        emit window().accountChosen(account.id);
        press(Qt::Key_N);
        QCOMPARE(createButton()->text(), u"Create test session"_s);
        test::putIntoAccountsFile(m_merchant->desk->dataDirectory(), account.id, u"mode"_s, u"live"_s);
        QTRY_VERIFY(!m_merchant->desk->accounts().byId(account.id));
        QCOMPARE(m_merchant->desk->accounts().byName(account.name)->mode, Mode::Live);
        QTRY_VERIFY(!editor()->isOpen());
        QTRY_VERIFY(switcher()->current());
        QVERIFY2(faultOfTheWindow().isEmpty(), qPrintable(faultOfTheWindow()));
    }
};

TILLDECK_TEST(OneAccountTest)

} // namespace one_account_test

#include "tst_one_account.moc"
