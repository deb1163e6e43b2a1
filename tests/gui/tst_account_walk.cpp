// SPDX-License-Identifier: GPL-3.0-or-later
// Walks at random through accounts, modes, pages, drafts, dialogs, creations and refunds, and asks the same questions
// after each step. A failure names its seed: TILLDECK_SEED repeats that walk.
#include "desk/bench.h"
#include "gui/account_bench.h"
#include "support/runner.h"

#include <QSignalSpy>

#include <random>
#include <set>

namespace account_walk_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using accounts::Account;
using accounts::Mode;
using accounts::ProviderKind;
using test::modeName;
using ui::PageId;

class AccountWalkTest : public test::AccountBench
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
    int random(int below) { return int(m_random() % uint(below)); }
    void note(const QString &step) { m_steps << step; }

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
    /// Changes an account as another program does, or a key of another mode.
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
        account.mode = account.mode == Mode::Live ? Mode::Test : Mode::Live;
        note(u"%1 is %2 now"_s.arg(account.name, modeName(account.mode)));
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
        if (dialog()) {
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
        const ledger::TransactionRecord record = model->record(row);
        if (!switcher()->isAll())
            QCOMPARE(nameOf(record.accountId), nameOf(switcher()->current()->id));
        note(u"refund %1 in %2"_s.arg(record.transaction.id, nameOf(record.accountId)));
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
        QTRY_VERIFY_WITH_TIMEOUT(!refunds || !refunds->isVisible() || amount->isEnabled() || button->isHidden(), 60000);
        // What another account of the same shop has refunded already is refused, by the desk or by the provider.
        const bool isRefused = refunds && refunds->isVisible();
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

TILLDECK_TEST(AccountWalkTest)

} // namespace account_walk_test

#include "tst_account_walk.moc"
