// SPDX-License-Identifier: GPL-3.0-or-later
// Walks at random through accounts, modes, pages, drafts, dialogs, creations and refunds, and asks the same questions
// after each step. A failure names its seed: TILLDECK_SEED repeats that walk.
#include "gui/account_steps.h"
#include "support/runner.h"

namespace account_walk_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using accounts::Account;
using accounts::Mode;
using accounts::ProviderKind;
using ui::PageId;

class AccountWalkTest : public test::AccountSteps
{
    Q_OBJECT

private slots:
    void init() { open(); }

    void everyStepNamesAndUsesOneAccount_data()
    {
        QTest::addColumn<uint>("seed");
        if (qEnvironmentVariableIsSet("TILLDECK_SEED")) {
            QTest::newRow("chosen") << uint(qEnvironmentVariableIntValue("TILLDECK_SEED"));
            return;
        }
        for (const uint seed : {11U, 22U, 33U})
            QTest::addRow("seed %u", seed) << seed;
        QTest::newRow("another one") << std::random_device()();
    }
    void everyStepNamesAndUsesOneAccount()
    {
        QFETCH(uint, seed);
        m_seed = seed;
        m_random.seed(seed);
        m_isFresh = false;
        constexpr int steps = 50;
        m_created.clear();
        m_refunded.clear();
        for (int step = 0; step < steps && !QTest::currentTestFailed(); ++step)
            doStep([this] { takeRandomStep(); });
        // Every provider that the walk has left out creates a session, which is paid and refunded.
        for (const ProviderKind provider : accounts::providerKinds()) {
            if (QTest::currentTestFailed() || (m_created.contains(provider) && m_refunded.contains(provider)))
                continue;
            doStep([this] { closeDialogs(); });
            doStep([this, provider] { chooseOf(provider); });
            doStep([this] { createAndPay(); });
            for (int tries = 0; tries < 20 && !m_refunded.contains(provider); ++tries) {
                doStep([this] { refund(); }); // the question about real money may be answered with no
                doStep([this] { closeDialogs(); });
            }
            if (!QTest::currentTestFailed())
                QVERIFY(m_created.contains(provider) && m_refunded.contains(provider));
        }
    }
    void aQuotedDraftTakesNoQuoteToAnotherAccount()
    {
        m_seed = 0;
        m_isFresh = false;
        const Account first = accountOf(Mode::Sandbox, ProviderKind::Khaime);
        const QString second = addLike(first, u"Second Khaime"_s, Mode::Sandbox);
        for (const QString &other : {second, first.id, second}) {
            doStep([&] { emit window().accountChosen(other == second ? first.id : second); });
            doStep([this] { openQuotedDraft(); });
            doStep([&] { createWith(other); });
        }
    }
    void cleanup()
    {
        if (QTest::currentTestFailed())
            qWarning("TILLDECK_SEED=%u repeats this walk:\n%s", m_seed, qPrintable(m_steps.join(u'\n')));
        m_steps.clear();
        m_merchant.reset();
    }

private:
    /// Does @p action, then asks whether the window contradicts itself, and whether a request has left that the step
    /// did not account for.
    template <class Step> void doStep(Step action)
    {
        if (QTest::currentTestFailed())
            return;
        action();
        if (QTest::currentTestFailed())
            return;
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const QString fault = faultOfTheWindow();
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        for (const Write &write : takeWrites())
            QFAIL("Nobody asked for this: " + write.line);
        followTheEditor();
    }
    void takeRandomStep()
    {
        // A dialog keeps the merchant from the window, but another program may change something meanwhile.
        if (dialog()) {
            switch (random(3)) {
            case 0:
                return chooseByProgram();
            case 1:
                return changeAnAccount();
            default:
                note(u"close the dialog"_s);
                static_cast<QDialog *>(dialog())->reject();
                return;
            }
        }
        QVERIFY(m_merchant->activate());
        switch (random(17)) {
        case 0:
        case 1:
        case 2:
            return chooseByKey();
        case 3:
            note(u"all accounts"_s);
            m_isFresh = false;
            return press(Qt::Key_0);
        case 4:
            note(u"other mode"_s);
            emit window().switchModeRequested();
            return;
        case 5: {
            const int page = 1 + random(7);
            note(u"page %1"_s.arg(page));
            press(Qt::Key(Qt::Key_0 + page), Qt::AltModifier);
            return;
        }
        case 6:
            note(u"saved view"_s);
            emit window().savedViewChosen(ui::SavedView(random(3)));
            return;
        case 7:
        case 8:
        case 9:
            note(u"new session"_s);
            press(Qt::Key_N);
            m_isFresh = editor()->isOpen();
            return;
        case 10:
            return editOrClose();
        case 11:
            return createWithAnother();
        case 12:
        case 13:
            return create();
        case 14:
            return refund();
        case 15:
            return openDraft();
        default:
            return random(2) == 0 ? openDialog() : changeAnAccount();
        }
    }

    void chooseByKey()
    {
        const Account &account = accounts()[size_t(random(int(accounts().size())))];
        note(u"key of "_s + account.name);
        if (editor()->accountId() != account.id)
            m_isFresh = false;
        if (account.number > 0)
            press(Qt::Key(Qt::Key_0 + account.number));
        if (account.number > 0 && switcher()->current()->id != account.id)
            QFAIL(qPrintable(u"Ctrl+%1 does not lead to %2"_s.arg(account.number).arg(account.name)));
    }
    void chooseByProgram()
    {
        const Account account = accounts()[size_t(random(int(accounts().size())))];
        const QString before = switcher()->current()->id;
        note(u"chosen over a dialog: "_s + account.name);
        emit window().accountChosen(account.id);
        if (account.id != before && dialog())
            QFAIL(qPrintable(u"a dialog of %1 stays: %2"_s.arg(before, dialog()->windowTitle())));
    }
    /// Changes an account as another program does.
    void changeAnAccount()
    {
        Account account = accounts()[size_t(random(int(accounts().size())))];
        if (account.mode == Mode::Sandbox || random(3) == 0) {
            note(u"one more account"_s);
            std::vector<std::pair<QString, int>> numbers;
            for (const Account &known : accounts())
                numbers.emplace_back(known.id, known.number);
            if (accounts().size() < 12)
                addLike(accountOf(Mode::Sandbox), u"More %1"_s.arg(++m_added), Mode(random(2)));
            else
                removeAnAccount(numbers);
            for (const auto &[id, number] : numbers)
                QCOMPARE(m_merchant->desk->accounts().byId(id)->number, number);
            return;
        }
        account.name += u'+';
        note(u"renamed: "_s + account.name);
        QVERIFY(m_merchant->desk->accounts().update(account));
    }
    /// Removes one of the accounts that were added during the walk, which are the last in @p numbers.
    void removeAnAccount(std::vector<std::pair<QString, int>> &numbers)
    {
        const QString id = numbers.back().first;
        numbers.pop_back();
        note(u"removed: "_s + nameOf(id));
        m_isFresh = m_isFresh && editor()->accountId() != id;
        QVERIFY(m_merchant->desk->accounts().remove(id));
    }
    void editOrClose()
    {
        if (!editor()->isOpen())
            return;
        m_isFresh = false;
        if (random(2) == 0) {
            note(u"type"_s);
            draft()->setText(&checkout::SessionDraft::description, u"Walk %1"_s.arg(random(100)),
                             checkout::Field::Description);
        } else {
            note(u"save and close"_s);
            emit editor() -> screen()->closeRequested();
        }
    }
};

TILLDECK_TEST(AccountWalkTest)

} // namespace account_walk_test

#include "tst_account_walk.moc"
