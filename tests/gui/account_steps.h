// SPDX-License-Identifier: GPL-3.0-or-later
// Steps that a merchant takes in a window with accounts of every mode.
#pragma once

#include "desk/bench.h"
#include "gui/account_bench.h"

#include <QSignalSpy>

#include <random>
#include <set>

namespace tilldeck::test {

/// Creates, pays, refunds, and opens drafts and dialogs with accounts that are chosen at random.
class AccountSteps : public AccountBench
{
protected:
    int random(int below) { return int(m_random() % uint(below)); }
    void note(const QString &step) { m_steps << step; }

    /// Answers the question about real money of a live account, and returns whether that was a yes.
    bool answerRealMoney(const QString &accountId, const QString &yes)
    {
        if (dialog()->objectName() != u"realMoney"_s || !isNamedInDialog(accountId)) {
            QTest::qFail("The dialog does not name the live account.", __FILE__, __LINE__);
            return false;
        }
        const bool agrees = random(3) > 0;
        note(agrees ? u"yes"_s : u"no"_s);
        const auto buttons = dialog()->findChildren<QAbstractButton *>();
        for (auto *button : buttons) {
            if (button->text() == (agrees ? yes : u"Cancel"_s)) {
                QTest::mouseClick(button, Qt::LeftButton);
                break;
            }
        }
        return agrees;
    }

    void createWithAnother()
    {
        if (!editor()->isOpen())
            return;
        auto *with = m_merchant->find<QComboBox>(u"Create with"_s);
        createWith(with->itemData(random(with->count())).toString());
    }
    void createWith(const QString &accountId)
    {
        auto *with = m_merchant->find<QComboBox>(u"Create with"_s);
        const int at = with->findData(accountId);
        QVERIFY(at >= 0);
        note(u"create with "_s + with->itemText(at));
        with->setCurrentIndex(at);
        emit with->activated(at);
        QTRY_COMPARE(editor()->accountId(), accountId);
    }
    void chooseOf(ProviderKind provider)
    {
        QStringList ids;
        for (const Account &account : accounts()) {
            if (account.provider == provider)
                ids << account.id;
        }
        const QString id = ids[random(int(ids.size()))];
        note(u"choose "_s + nameOf(id));
        m_isFresh = false;
        emit window().accountChosen(id);
        QCOMPARE(switcher()->current()->id, id);
    }
    /// Opens a draft that can be created with the account that the window names.
    void openCompleteDraft()
    {
        const QString accountId = switcher()->current()->id;
        emit window().findChild<ui::CatalogPage *>()
            -> useInNewSession(accountId, completeDraft(providerOf(accountId)));
        m_isFresh = false;
        const QString fault = faultOfTheWindow();
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QTRY_VERIFY_WITH_TIMEOUT(editor()->canCreate(), 15000);
        // Names of the sample shop carry the mark of the account: without one, a catalog of another would not be
        // noticed.
        if (providerOf(accountId) == ProviderKind::PaymentKit)
            QTRY_VERIFY_WITH_TIMEOUT(markedNames(draft()->catalog()).size() > 1, 15000);
    }
    void openQuotedDraft()
    {
        note(u"quote in "_s + nameOf(switcher()->current()->id));
        openCompleteDraft();
        const auto isQuoted = [this] {
            const auto pays = editor()->screen()->customerPays();
            return pays && pays->certainty == checkout::Certainty::Quote;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isQuoted(), 15000);
    }
    /// Creates a session with the account that the window names; @p checkoutUrl receives its page.
    void create(QString *checkoutUrl = nullptr)
    {
        const QString accountId = switcher()->current()->id;
        openCompleteDraft();
        if (QTest::currentTestFailed())
            return;
        const QString button = createButton()->text();
        QSignalSpy created(editor(), &ui::EditorPage::sessionCreated);
        note(button + u" in "_s + nameOf(accountId));
        QVERIFY(m_merchant->activate());
        QTest::keyClick(editor()->screen(), Qt::Key_Return, Qt::ControlModifier);
        const auto isRepeated = [this] { return dialog() && dialog()->objectName() == u"repeated"_s; };
        if (dialog() && !isRepeated()) {
            QVERIFY(button.contains(u"live"_s));
            const bool agrees = answerRealMoney(accountId, u"Create live session"_s);
            QCOMPARE(editor()->isBusy(), agrees);
            if (!agrees)
                return;
            QVERIFY(m_merchant->activate());
        }
        QVERIFY(editor()->isBusy());
        // Nothing takes the window to another account in the meantime.
        emit window().accountChosen(accounts()[size_t(random(int(accounts().size())))].id);
        press(Qt::Key_3, Qt::AltModifier);
        QCOMPARE(switcher()->current()->id, accountId);
        QCOMPARE(window().currentPage(), PageId::Editor);
        // The walk creates the same again and again, which is a question in the name of the account.
        QTRY_VERIFY_WITH_TIMEOUT(created.count() == 1 || isRepeated(), 15000);
        if (isRepeated()) {
            QVERIFY(isNamedInDialog(accountId));
            const auto buttons = dialog()->findChildren<QAbstractButton *>();
            const auto another = std::ranges::find(buttons, u"Create another"_s, &QAbstractButton::text);
            QVERIFY(another != buttons.end());
            QTest::mouseClick(*another, Qt::LeftButton);
        }
        QTRY_COMPARE_WITH_TIMEOUT(created.count(), 1, 15000);
        expectWrite(accountId);
        const auto record = created[0][0].value<ledger::SessionRecord>();
        QCOMPARE(record.accountId, accountId);
        m_created.insert(providerOf(accountId));
        if (checkoutUrl)
            *checkoutUrl = record.session.url;
    }
    /// Creates a session, and pays it as its customer does.
    void createAndPay()
    {
        const QString accountId = switcher()->current()->id;
        QString url;
        for (int tries = 0; url.isEmpty() && tries < 20 && !QTest::currentTestFailed(); ++tries)
            create(&url); // the question about real money may be answered with no
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!url.isEmpty());
        note(u"paid"_s);
        desk::test::Shop::pay(url, u"4242424242424242"_s);
        const auto isPaid = [&] { return hasPayment(accountId); };
        for (int tries = 0; tries < 30 && !QTest::qWaitFor(isPaid, 500); ++tries)
            emit window().refreshRequested();
        QVERIFY(isPaid());
    }
    /// Refunds all that is left of a payment that the window lists.
    void refund()
    {
        if (!hasPayment(switcher()->current()->id))
            return;
        if (!openRefund())
            return;
        m_isFresh = false;
        const auto *model = window().findChild<ui::TransactionModel *>();
        const int row = m_merchant->table(u"Transactions"_s)->currentIndex().row();
        QVERIFY(row >= 0);
        const ledger::PaymentRow record = model->record(row);
        if (!switcher()->isAll())
            QCOMPARE(nameOf(record.accountId), nameOf(switcher()->current()->id));
        note(u"refund %1 in %2"_s.arg(record.id, nameOf(record.accountId)));
        const QPointer<ui::RefundDialog> refunds = window().findChild<ui::RefundDialog *>();
        QVERIFY(refunds && dialog() == refunds && isNamedInDialog(record.accountId));
        auto *button = refunds->findChild<QAbstractButton *>(u"refund"_s);
        const auto *amount = refunds->findChild<QLineEdit *>(u"amount"_s);
        const auto *error = refunds->findChild<QWidget *>(u"formMessage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!amount->text().isEmpty() || error->isVisible(), 15000);
        if (!button->isEnabled())
            return; // another account of the same shop has refunded it
        if (random(2) == 0) {
            QTest::mouseClick(button, Qt::LeftButton);
        } else {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        }
        if (dialog() != refunds) {
            QCOMPARE(m_merchant->desk->accounts().byId(record.accountId)->mode, Mode::Live);
            if (!answerRealMoney(record.accountId, u"Refund"_s))
                return;
        }
        const auto isAsked = [&] { return dialog() && dialog() != refunds; };
        QTRY_VERIFY_WITH_TIMEOUT(
            !refunds || !refunds->isVisible() || amount->isEnabled() || button->isHidden() || isAsked(), 60000);
        // What another account of the same shop has refunded already is refused, by the desk or by the provider, or
        // the provider's answer leaves it open.
        const bool isRefused = refunds && refunds->isVisible();
        if (isAsked()) {
            QVERIFY(isNamedInDialog(record.accountId));
            note(u"decide later"_s);
            static_cast<QDialog *>(dialog())->reject();
        }
        const std::vector<Write> writes = takeWrites();
        if (isRefused && writes.empty())
            return;
        QCOMPARE(writes.size(), size_t(1));
        QCOMPARE(nameOf(writes.front().accountId), nameOf(record.accountId));
        if (!isRefused)
            m_refunded.insert(providerOf(record.accountId));
    }
    void openDraft()
    {
        const QStringList listed = window().findChild<ui::SessionModel *>()->filter().accountIds;
        const auto all = *m_merchant->desk->ledger().drafts(listed).result();
        if (all.empty())
            return;
        const ledger::DraftRecord record = all[size_t(random(int(all.size())))];
        note(u"open a draft"_s);
        m_isFresh = false;
        emit window().findChild<ui::DraftsPage *>() -> openDraft(record);
        QCOMPARE(editor()->accountId(), record.accountId);
        QCOMPARE(draft()->fullDraft(), record.draft);
    }
    void openDialog()
    {
        if (editor()->isOpen() && random(2) == 0) {
            note(u"discard?"_s);
            emit editor() -> screen()->discardRequested();
            m_isFresh = false;
            return;
        }
        const auto can = m_merchant->desk->capabilities(switcher()->current()->id);
        if (random(4) == 0) {
            note(u"track…"_s);
            return press(Qt::Key_T);
        }
        if (random(4) == 0) {
            note(u"export…"_s);
            window().showPage(PageId::Transactions);
            QTRY_VERIFY(m_merchant->press(u"exportCsv"_s));
            return;
        }
        if (can.writesRoutes && !switcher()->isAll() && random(2) == 0) {
            note(u"new route"_s);
            window().showPage(PageId::Catalog);
            QTRY_VERIFY(m_merchant->press(u"Processor routes"_s));
            QTRY_VERIFY(m_merchant->press(u"newRoute"_s) || m_merchant->press(u"New route"_s));
            QVERIFY(dialog() && isNamedInDialog(switcher()->current()->id));
            return;
        }
        if (can.writesPromotionCodes && random(2) == 0) {
            note(u"new code"_s);
            window().showPage(PageId::Promotions);
            QTRY_VERIFY(m_merchant->press(u"newCode"_s) || m_merchant->press(u"New c"_s));
            QVERIFY(dialog() && isNamedInDialog(switcher()->current()->id));
            return;
        }
        if (can.refunds && !switcher()->isAll()) {
            note(u"refund…"_s);
            openRefund();
        }
    }

    std::set<ProviderKind> m_created;  ///< Providers with which a session was created.
    std::set<ProviderKind> m_refunded; ///< Providers with which a payment was refunded.
    std::mt19937 m_random;
    uint m_seed = 0;
    int m_added = 0; ///< Accounts that were added during the walks.
    QStringList m_steps;
};

} // namespace tilldeck::test
