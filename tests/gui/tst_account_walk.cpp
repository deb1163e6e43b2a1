// SPDX-License-Identifier: GPL-3.0-or-later
// Random walks through accounts, modes, pages, drafts and dialogs, with the same questions after each step. A failure
// says its seed: TILLDECK_SEED repeats that walk.
#include "gui/account_bench.h"
#include "support/runner.h"

#include <QSignalSpy>

#include <random>

namespace account_walk_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using accounts::Account;
using accounts::Mode;
using test::modeWord;
using ui::PageId;

class AccountWalkTest : public test::AccountBench
{
    Q_OBJECT

private slots:
    void init() { open(); }

    void aWalkNeverMeetsTwoAccounts_data()
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
    void aWalkNeverMeetsTwoAccounts()
    {
        QFETCH(uint, seed);
        m_seed = seed;
        m_random.seed(seed);
        m_isFresh = false;
        constexpr int steps = 60;
        for (int step = 0; step < steps && !QTest::currentTestFailed(); ++step) {
            walk();
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            const QString fault = faultOfTheWindow();
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
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
    QWidget *dialog() const
    {
        QWidget *modal = QApplication::activeModalWidget();
        return modal != &window() ? modal : nullptr;
    }

    void walk()
    {
        // While a dialog is open nobody reaches the window; it is another program that changes something.
        if (dialog() != nullptr) {
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
        switch (random(15)) {
        case 0:
        case 1:
        case 2:
            return chooseByKey();
        case 3:
            note(u"all accounts"_s);
            m_isFresh = false;
            press(Qt::Key_0);
            return;
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
            return create();
        case 13:
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
        if (account.id != before && dialog() != nullptr)
            QFAIL(qPrintable(u"a dialog of %1 stays: %2"_s.arg(before, dialog()->windowTitle())));
    }
    /// As a key of another mode does, or another program.
    void changeAnAccount()
    {
        Account account = accounts()[size_t(random(int(accounts().size())))];
        if (account.mode == Mode::Sandbox || random(3) == 0) {
            note(u"one more account"_s);
            std::vector<std::pair<QString, int>> numbers;
            for (const Account &known : accounts())
                numbers.emplace_back(known.id, known.number);
            if (accounts().size() < 14)
                addLike(accountOf(Mode::Sandbox), u"More %1"_s.arg(accounts().size()), Mode(random(2)));
            for (const auto &[id, number] : numbers)
                QCOMPARE(m_merchant->desk->accounts().byId(id)->number, number);
            return;
        }
        account.mode = account.mode == Mode::Live ? Mode::Test : Mode::Live;
        note(u"%1 is %2 now"_s.arg(account.name, modeWord(account.mode)));
        QVERIFY(m_merchant->desk->accounts().update(account));
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
        const int at = random(with->count());
        note(u"create with "_s + with->itemText(at));
        const QString id = with->itemData(at).toString();
        with->setCurrentIndex(at);
        emit with->activated(at);
        QTRY_COMPARE(editor()->accountId(), id);
    }
    void create()
    {
        const QString accountId = switcher()->current()->id;
        if (m_merchant->desk->accounts().byId(accountId)->provider != accounts::ProviderKind::PaymentKit)
            return;
        checkout::SessionDraft complete;
        complete.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
        emit window().findChild<ui::CatalogPage *>() -> useInNewSession(accountId, complete);
        m_isFresh = false;
        const QString fault = faultOfTheWindow();
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QTRY_VERIFY_WITH_TIMEOUT(editor()->canCreate(), 15000);
        const QString button = createButton()->text();
        QSignalSpy created(editor(), &ui::EditorPage::sessionCreated);
        note(button + u" in "_s + switcher()->current()->name);
        QTest::keyClick(editor()->screen(), Qt::Key_Return, Qt::ControlModifier);
        if (dialog() != nullptr) {
            QCOMPARE(dialog()->objectName(), u"realMoney"_s);
            QVERIFY(button.contains(u"live"_s));
            const auto buttons = dialog()->findChildren<QAbstractButton *>();
            const bool yes = random(3) > 0;
            note(yes ? u"yes"_s : u"no"_s);
            for (auto *one : buttons)
                if (one->text() == (yes ? u"Create live session"_s : u"Cancel"_s))
                    QTest::mouseClick(one, Qt::LeftButton);
            QCOMPARE(editor()->isBusy(), yes);
            if (!yes)
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
        QCOMPARE(created[0][0].value<ledger::SessionRecord>().accountId, accountId);
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
        if (can.writesPromotionCodes && random(2) == 0) {
            note(u"new code"_s);
            window().showPage(PageId::Promotions);
            QTRY_VERIFY(m_merchant->press(u"newCode"_s) || m_merchant->press(u"New c"_s));
            QVERIFY(dialog() != nullptr);
            return;
        }
        if (can.refunds && !switcher()->isAll()) {
            note(u"refund…"_s);
            openRefund();
        }
    }

    std::mt19937 m_random;
    uint m_seed = 0;
    QStringList m_steps;
};

TILLDECK_TEST(AccountWalkTest)

} // namespace account_walk_test

#include "tst_account_walk.moc"
