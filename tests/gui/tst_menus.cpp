// SPDX-License-Identifier: GPL-3.0-or-later
// Triggers every action of every menu on every page: none does what its page does not offer, and nothing is created
// twice.
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/catalog/catalog_page.h"
#include "ui/editor/editor_page.h"
#include "ui/lists/list_frame.h"
#include "ui/sessions/drafts_page.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/sessions_page.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transactions_page.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>

#include <optional>
#include <set>

namespace menus_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using tilldeck::test::Merchant;
using ui::Action;
using ui::PageId;

namespace {

using Actions = std::set<Action>;

/// Returns the actions that the window itself offers on every page but the first.
const Actions ofTheWindow{Action::NewSession,     Action::TrackSession,   Action::ShowOverview,
                          Action::ShowSessions,   Action::ImportSessions, Action::ShowTransactions,
                          Action::ShowPromotions, Action::ShowCatalog,    Action::ShowActivity,
                          Action::ShowAccounts,   Action::Refresh,        Action::ToggleSidebar,
                          Action::Quit,           Action::NextPane,       Action::ConnectAccount,
                          Action::ShowStorage,    Action::About};

constexpr int lastAction = int(Action::About);

QList<QAction *> actionsOf(const QList<QAction *> &among)
{
    QList<QAction *> all;
    for (QAction *action : among) {
        if (action->menu())
            all += actionsOf(action->menu()->actions());
        else if (!action->isSeparator())
            all << action;
    }
    return all;
}

} // namespace

class MenusTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QApplication::setQuitOnLastWindowClosed(false); // one of the actions closes it
        m_merchant = std::make_unique<Merchant>();
        m_writes.clear();
        connect(&m_merchant->desk->http(), &http::HttpClient::exchanged, this, [this](const http::Exchange &exchange) {
            (exchange.method == "GET" ? m_reads : m_writes)
                << QString::fromLatin1(exchange.method) + u' ' + exchange.url;
        });
    }
    void cleanup()
    {
        m_merchant.reset();
        QApplication::setQuitOnLastWindowClosed(true);
    }

    void theFirstPageOffersNothingOfTheOthers()
    {
        QCOMPARE(window().currentPage(), PageId::Welcome);
        QVERIFY(enabled() ==
                (Actions{Action::Quit, Action::NextPane, Action::ConnectAccount, Action::ShowStorage, Action::About}));
        triggerEverything([](const QAction *) {});
        QVERIFY(m_writes.isEmpty());
        QVERIFY(m_merchant->desk->accounts().accounts().empty());
    }

    void everyPageDoesWhatItOffersAndNothingElse()
    {
        const std::pair<PageId, Actions> pages[] = {
            {PageId::Overview, {}},
            {PageId::Sessions,
             {Action::Duplicate, Action::CopyUrl, Action::CopyToken, Action::CopyId, Action::OpenUrl, Action::ShowQr,
              Action::RevealToken, Action::ExportSessions, Action::Find, Action::ToggleRightPanel, Action::CopyMail,
              Action::CopyMarkdown, Action::CopyHtml, Action::CopyJson, Action::CheckSession, Action::ExpireSession,
              Action::ShowSessionPayments}},
            {PageId::Transactions,
             {Action::CopyTransactionId, Action::ShowTransactionSession, Action::ExportPayments, Action::Find,
              Action::ToggleRightPanel}},
            {PageId::Promotions, {Action::Find, Action::NewPromotion}},
            {PageId::Catalog, {Action::Find}},
            {PageId::Activity, {Action::Find, Action::ToggleRightPanel}},
            {PageId::Accounts, {Action::RemoveAccount}},
            {PageId::Drafts, {}},
            {PageId::Imports, {}},
            {PageId::Editor, {Action::SaveDraft, Action::CreateSession, Action::ToggleRightPanel}},
        };
        QVERIFY(m_merchant->openSandbox());
        window().findChild<ui::SessionsPage *>()->setOpener([](const QUrl &) { return true; });
        // Those that choose an account come last, because a refresh that was begun may end under another account.
        for (const bool chooses : {false, true}) {
            for (const auto &[page, offers] : pages)
                doesWhatItOffers(page, offers, chooses);
        }
    }

    void aSessionThatWasCreatedIsNotCreatedAgainFromItsList()
    {
        QVERIFY(m_merchant->openSandbox());
        waitForRequests();
        const qint64 before = sessions();
        showPage(PageId::Editor);
        QAction *create = window().action(Action::CreateSession);
        QTRY_VERIFY(create->isEnabled());
        create->trigger();
        create->trigger();
        QVERIFY(!create->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(window().currentPage(), PageId::Sessions, 15000);
        QTRY_COMPARE(sessions(), before + 1);
        QVERIFY(!create->isEnabled());
        create->trigger();
        create->trigger();
        window().action(Action::SaveDraft)->trigger();
        waitForRequests();
        QCOMPARE(m_writes.size(), 1);
        QCOMPARE(sessions(), before + 1);
        QVERIFY(drafts().empty());
    }

    void aDiscardedDraftDoesNotComeBack()
    {
        QVERIFY(m_merchant->openSandbox());
        showPage(PageId::Editor);
        QAction *save = window().action(Action::SaveDraft);
        QVERIFY(save->isEnabled());
        save->trigger();
        QTRY_COMPARE(drafts().size(), size_t(1));
        QVERIFY(m_merchant->press(u"Discard draft"_s));
        QTRY_VERIFY(m_merchant->find<QAbstractButton>(u"Keep draft"_s));
        const auto *dialog = m_merchant->find<QAbstractButton>(u"Keep draft"_s)->window();
        for (auto *button : dialog->findChildren<QAbstractButton *>())
            if (button->text() == u"Discard draft"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(window().currentPage(), PageId::Sessions);
        QVERIFY(!save->isEnabled());
        save->trigger();
        window().action(Action::CreateSession)->trigger();
        waitForRequests();
        QVERIFY(drafts().empty());
        QVERIFY(m_writes.isEmpty());
    }

    void leavingTheEditorInAnyWayKeepsOnlyTheDraft_data()
    {
        QTest::addColumn<Action>("way");
        QTest::newRow("another page") << Action::ShowTransactions;
        QTest::newRow("its list") << Action::ShowSessions;
        QTest::newRow("another session") << Action::TrackSession;
    }
    void leavingTheEditorInAnyWayKeepsOnlyTheDraft()
    {
        QFETCH(Action, way);
        QVERIFY(m_merchant->openSandbox());
        window().action(Action::NewSession)->trigger();
        QCOMPARE(window().currentPage(), PageId::Editor);
        QVERIFY(m_merchant->choose(u"Price"_s, u"price_premium"_s));
        QTRY_VERIFY(window().action(Action::CreateSession)->isEnabled());
        window().action(way)->trigger();
        QVERIFY(window().currentPage() != PageId::Editor);
        QVERIFY(!editor()->isOpen());
        QVERIFY(!window().action(Action::CreateSession)->isEnabled());
        QTRY_COMPARE(drafts().size(), size_t(1));
        QCOMPARE(drafts().front().draft.lineItems.front().priceId, u"price_premium"_s);
        QVERIFY(m_writes.isEmpty());
    }

    void theTransactionMenuActsOnTheCurrentPayment()
    {
        QVERIFY(m_merchant->openSandbox());
        showPage(PageId::Transactions);
        auto *model = window().findChild<ui::TransactionModel *>();
        const ledger::PaymentRow record = model->record(paymentOfASession());
        QTRY_VERIFY(window().action(Action::CopyTransactionId)->isEnabled());
        window().action(Action::CopyTransactionId)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), record.id);
        window().action(Action::ShowTransactionSession)->trigger();
        QCOMPARE(window().currentPage(), PageId::Sessions);
        QVERIFY(!window().action(Action::CopyTransactionId)->isEnabled());
        auto *list = window().findChild<ui::SessionModel *>();
        const QTableView *table = m_merchant->table(u"Checkout sessions"_s);
        QTRY_VERIFY(table->currentIndex().isValid() &&
                    list->record(table->currentIndex().row()).id == record.sessionId);
    }

private:
    ui::MainWindow &window() const { return m_merchant->window(); }
    ui::EditorPage *editor() const { return window().findChild<ui::EditorPage *>(); }
    QString current() const
    {
        const auto *session = window().findChild<ui::SessionModel *>();
        return session->filter().accountIds.value(0);
    }

    Actions enabled() const
    {
        emit window().menuAboutToShow();
        Actions all;
        for (int action = 0; action <= lastAction; ++action) {
            if (window().action(Action(action))->isEnabled() && !followsARow(Action(action)))
                all.insert(Action(action));
        }
        return all;
    }

    /// Returns whether @p action is offered for some rows or accounts of its page only; MenuReasonsTest has these.
    static bool followsARow(Action action)
    {
        return action == Action::RefundPayment || action == Action::UsePromotion ||
               action == Action::DeactivatePromotion || action == Action::UseCatalogItem ||
               action == Action::NewRoute || action == Action::EditRoute || action == Action::CopyCurl ||
               action == Action::OpenDraft || action == Action::DeleteDraft || action == Action::ShowRequests ||
               action == Action::CheckSignature;
    }

    /// Returns the texts of the actions that are enabled and should not be, or the other way round.
    QByteArray differences(const Actions &expected) const
    {
        QStringList texts;
        for (int at = 0; at <= lastAction; ++at) {
            const QAction *action = window().action(Action(at));
            if (!followsARow(Action(at)) && action->isEnabled() != expected.contains(Action(at)))
                texts << action->text() + (action->isEnabled() ? u": enabled"_s : u": disabled"_s);
        }
        return (window().windowTitle() + u": "_s + texts.join(u", "_s)).toUtf8();
    }
    QString firstAccount() const { return m_merchant->desk->accounts().accounts().front().id; }

    /// Triggers the actions that choose from several, as an account, or all others.
    void doesWhatItOffers(PageId page, const Actions &offers, bool chooses)
    {
        Actions expected = ofTheWindow;
        expected.insert(offers.begin(), offers.end());
        const auto show = [this, page] {
            if (current() != firstAccount())
                emit window().accountChosen(firstAccount());
            showPage(page);
        };
        show();
        QVERIFY2(QTest::qWaitFor([&] { return enabled() == expected; }, 15000), differences(expected).constData());

        m_writes.clear();
        m_reads.clear();
        bool canCreate = false;
        triggerEverything(
            [this, show, &canCreate, isEditor = page == PageId::Editor](const QAction *next) {
                show();
                QAction *create = window().action(Action::CreateSession);
                if (isEditor && next == create)
                    canCreate = QTest::qWaitFor([create] { return create->isEnabled(); });
            },
            chooses);
        waitForRequests();
        // The action that creates has created one session.
        QCOMPARE(canCreate, page == PageId::Editor && !chooses);
        QVERIFY2(m_writes.size() == (canCreate ? 1 : 0), qPrintable(m_writes.join(u'\n')));
        QVERIFY(!m_reads.isEmpty());
        // Only an action that chooses another account reads from it.
        const auto &accounts = m_merchant->desk->accounts().accounts();
        for (const QString &read : std::as_const(m_reads)) {
            const auto isOf = [&read](const accounts::Account &account) {
                return read.startsWith(u"GET "_s + account.baseUrl + u'/');
            };
            QVERIFY2(chooses ? std::ranges::any_of(accounts, isOf) : isOf(accounts.front()), qPrintable(read));
        }
    }

    /// Shows a page with a current row, or the editor with a complete draft.
    void showPage(PageId page) const
    {
        if (page == PageId::Editor) {
            checkout::SessionDraft draft;
            draft.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
            const QString account = m_merchant->desk->accounts().accounts().front().id;
            emit window().findChild<ui::CatalogPage *>() -> useInNewSession(account, draft);
            return;
        }
        window().showPage(page);
        // The URL of an open session can be copied, and a payment leads to its session.
        if (page == PageId::Sessions) {
            QTableView *table = m_merchant->table(u"Checkout sessions"_s);
            QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(table, u"Open"_s) >= 0, 15000);
            table->selectRow(Merchant::rowWith(table, u"Open"_s));
        } else if (page == PageId::Transactions) {
            // One of the actions lists the payments of one session.
            window().findChild<ui::TransactionsPage *>()->findChild<ui::ListFrame *>()->clearFilters();
            QTRY_VERIFY_WITH_TIMEOUT(paymentOfASession() >= 0, 15000);
            m_merchant->table(u"Transactions"_s)->selectRow(paymentOfASession());
        }
    }
    int paymentOfASession() const
    {
        const auto *payments = window().findChild<ui::TransactionModel *>();
        for (int row = 0; row < payments->rowCount(); ++row) {
            if (!payments->record(row).sessionId.isEmpty())
                return row;
        }
        return -1;
    }

    /// Triggers each action of each menu, or only those that do or do not @p choose from several. Calls @p prepare
    /// before each, and closes what it has opened.
    template <class Prepare> void triggerEverything(Prepare prepare, std::optional<bool> choose = {})
    {
        const auto all = [this] { return actionsOf(window().menuBar()->actions()); };
        QVERIFY(all().size() > lastAction);
        for (qsizetype at = 0; at < all().size(); ++at) {
            if (choose && *choose != bool(all().at(at)->actionGroup()))
                continue;
            prepare(all().at(at));
            all().at(at)->trigger();
            QCoreApplication::processEvents();
            closeWhatIsOpen();
            if (editor()->isBusy())
                QTRY_VERIFY_WITH_TIMEOUT(!editor()->isBusy(), 15000);
        }
    }

    void closeWhatIsOpen() const
    {
        const auto open = QApplication::topLevelWidgets();
        for (const QPointer<QWidget> top : open) {
            if (top && top != &window() && top->isVisible())
                top->close();
        }
        window().show();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    /// Waits until every request that was begun has left, by waiting for the answer to a later one.
    void waitForRequests()
    {
        QVERIFY(m_merchant->desk->journal().unknown().result().has_value());
        QSignalSpy exchanged(&m_merchant->desk->http(), &http::HttpClient::exchanged);
        window().action(Action::Refresh)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(exchanged.count() > 1, 15000);
    }

    qint64 sessions() const
    {
        ledger::SessionFilter filter;
        filter.accountIds << firstAccount();
        filter.now = m_merchant->desk->now();
        return m_merchant->desk->ledger().counts(filter).result()->all;
    }
    std::vector<ledger::DraftRecord> drafts() const
    {
        QStringList ids;
        for (const accounts::Account &account : m_merchant->desk->accounts().accounts())
            ids << account.id;
        return *m_merchant->desk->ledger().drafts(ids).result();
    }

    std::unique_ptr<Merchant> m_merchant;
    QStringList m_reads, m_writes; ///< GET and other requests that have left.
};

TILLDECK_TEST(MenusTest)

} // namespace menus_test

#include "tst_menus.moc"
