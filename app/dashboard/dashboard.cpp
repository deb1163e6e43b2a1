// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/dashboard.h"

#include "ui/accounts/accounts_page.h"
#include "ui/activity/activity_page.h"
#include "ui/catalog/catalog_page.h"
#include "ui/editor/editor_page.h"
#include "ui/imports/imports_page.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_frame.h"
#include "ui/overview/overview_page.h"
#include "ui/promotions/promotions_page.h"
#include "ui/sessions/drafts_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/shell/mode_strip.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/welcome_page.h"
#include "ui/transactions/transactions_page.h"

#include <QAction>
#include <QGuiApplication>
#include <QScreen>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace tilldeck::dashboard {

using ui::PageId;
using ui::SavedView;

Dashboard::Dashboard(desk::Desk &desk, ui::Theme &theme, const QString &dataDirectory)
    : m_desk(desk)
    , m_theme(theme)
    , m_settings(dataDirectory)
    , m_sandbox(desk, m_settings, dataDirectory)
    , m_catalogs(desk)
    , m_refresher(desk, m_catalogs)
    , m_clock([&desk] { return desk.now(); })
    , m_window(std::make_unique<ui::MainWindow>())
    , m_storage(desk, *m_window)
    , m_welcome(new ui::WelcomePage)
    , m_overview(new ui::OverviewPage(desk))
    , m_sessions(new ui::SessionsPage(desk, m_refresher, m_catalogs))
    , m_drafts(new ui::DraftsPage(desk, m_catalogs))
    , m_transactions(new ui::TransactionsPage(desk, m_catalogs))
    , m_promotions(new ui::PromotionsPage(desk, m_catalogs))
    , m_catalog(new ui::CatalogPage(desk, m_catalogs))
    , m_activity(new ui::ActivityPage(desk))
    , m_accounts(new ui::AccountsPage(desk, [this](const QString &id) { return m_sandbox.accountIds().contains(id); }))
    , m_editor(new ui::EditorPage(desk, m_catalogs))
    , m_imports(new ui::ImportsPage(desk, m_catalogs))
    , m_isSecond(desk.isSecondWindow())
{
    m_theme.setMode(m_settings.theme());
    addPages();
    connectWindow();
    connectActions();
    connectPages();
    connectReview();
    connectImports();
    addAccountChoosers();
    connect(&m_refresher, &desk::Refresher::freshnessChanged, this, &Dashboard::showStrip);
    connect(&m_refresher, &desk::Refresher::freshnessChanged, this, &Dashboard::showUnreachable);
    connect(&m_clock, &desk::ClockWatch::dayChanged, this, &Dashboard::lookAtClock);
    connect(&m_clock, &desk::ClockWatch::jumped, this, [this] {
        lookAtClock();
        // What happened while the computer slept is not waited for until the next interval.
        if (!m_isSecond)
            refreshShown();
    });
    connect(qApp, &QGuiApplication::applicationStateChanged, &m_clock, &desk::ClockWatch::look);
    connect(&m_desk.accounts(), &accounts::AccountStore::changed, this, &Dashboard::accountsChanged);
    connect(&m_storage, &StorageNotice::ledgerRebuilt, this, &Dashboard::refreshShown);
    connect(&m_sandbox, &SandboxAccounts::ready, this, &Dashboard::sandboxReady);
    connect(&m_sandbox, &SandboxAccounts::webhookReceived, &m_refresher, &desk::Refresher::scheduleRefresh);
    connect(&m_sandbox, &SandboxAccounts::failed, this, [this](const QString &sentence) {
        sandboxReady(); // what is known of its accounts is shown all the same
        auto *box = new ui::GuardDialog(tr("The sandbox did not start"), sentence, m_window.get());
        box->setSafeButton(tr("Close"));
        box->open();
    });
}

Dashboard::~Dashboard()
{
    // The pages emit changes while they are destroyed, when the window is gone already.
    m_editor->disconnect(this);
    for (const Mirrored &mirrored : m_mirrored)
        mirrored.own->disconnect(this);
}

void Dashboard::setRemark(const QString &remark)
{
    m_remark = remark;
    showStrip();
}

void Dashboard::lookAtClock()
{
    m_overview->lookAtClock();
    m_sessions->lookAtClock();
    m_transactions->lookAtClock();
    m_activity->lookAtClock();
    m_window->modeStrip()->lookAtClock();
}

void Dashboard::addPages()
{
    m_window->addPage(PageId::Welcome, m_welcome, tr("Welcome"));
    m_window->addPage(PageId::Overview, m_overview, tr("Overview"), ui::Icon::Overview);
    m_window->addPage(PageId::Sessions, m_sessions, tr("Checkout sessions"), ui::Icon::Session);
    m_window->addPage(PageId::Transactions, m_transactions, tr("Transactions"), ui::Icon::Transactions);
    m_window->addPage(PageId::Promotions, m_promotions, tr("Promotions"), ui::Icon::Price);
    m_window->addPage(PageId::Catalog, m_catalog, tr("Catalog"), ui::Icon::Text);
    m_window->addPage(PageId::Activity, m_activity, tr("Activity"), ui::Icon::Bolt);
    m_window->addPage(PageId::Accounts, m_accounts, tr("Accounts"), ui::Icon::Key);
    m_window->addPage(PageId::Drafts, m_drafts, tr("Drafts"));
    m_window->addPage(PageId::Editor, m_editor, tr("New checkout session"));
    m_window->addPage(PageId::Imports, m_imports, tr("Imports"));
    m_window->setSettings(m_settings.theme(), QTimeZone::systemTimeZone());
    for (ui::ListColumns *columns : m_window->findChildren<ui::ListColumns *>()) {
        columns->setChoice(m_settings.columns(columns->list()));
        connect(columns, &ui::ListColumns::choiceChanged, this,
                [this, list = columns->list()](const QString &choice) { m_settings.setColumns(list, choice); });
    }
}

void Dashboard::connectWindow()
{
    connect(m_window.get(), &ui::MainWindow::accountChosen, this, [this](const QString &id) {
        if (id != m_accountId || m_all)
            chooseAccount(id);
    });
    connect(m_window.get(), &ui::MainWindow::allAccountsChosen, this, &Dashboard::chooseAll);
    connect(m_window.get(), &ui::MainWindow::connectAccountRequested, this, [this] { m_accounts->addAccount(); });
    connect(m_window.get(), &ui::MainWindow::savedViewChosen, this, &Dashboard::showView);
    // Leaving the editor closes its draft, so that no draft can be created that is not seen.
    m_window->setMayLeave([this](PageId page) { return page != PageId::Editor || m_editor->leave(); });
    connect(m_window.get(), &ui::MainWindow::pageChosen, this, [this](PageId page) {
        if (page == PageId::Sessions)
            m_sessions->setSavedView(std::nullopt);
    });
    connect(m_window.get(), &ui::MainWindow::themeChosen, this, [this](ui::ThemeMode mode) {
        m_theme.setMode(mode);
        m_settings.setTheme(mode);
        m_window->setSettings(mode, QTimeZone::systemTimeZone());
    });
    connect(m_window.get(), &ui::MainWindow::refreshRequested, this, &Dashboard::refreshShown);
    connect(m_window.get(), &ui::MainWindow::updateKeyRequested, this, &Dashboard::askRefusedKey);
    connect(m_window.get(), &ui::MainWindow::switchModeRequested, this, &Dashboard::chooseOtherMode);
}

void Dashboard::connectPages()
{
    connect(m_welcome, &ui::WelcomePage::sandboxChosen, &m_sandbox, &SandboxAccounts::start);
    connect(m_welcome, &ui::WelcomePage::connectChosen, m_accounts, &ui::AccountsPage::addAccount);

    connect(m_sessions, &ui::SessionsPage::newRequested, this, &Dashboard::newSession);
    connect(m_sessions, &ui::SessionsPage::duplicateRequested, this, [this](const ledger::SessionRecord &record) {
        m_editor->duplicate(record);
        edit();
    });
    connect(m_sessions, &ui::SessionsPage::keyNeeded, this, [this](const QString &id) { m_accounts->askKey(id); });
    connect(m_sessions, &ui::SessionsPage::accountNeeded, this,
            [this](const QString &accountId, const QString &sessionId) {
                chooseAccount(accountId);
                m_sessions->select(accountId, sessionId);
            });
    connect(m_sessions, &ui::SessionsPage::showTransaction, this,
            [this](const QString &accountId, const QString &sessionId) {
                m_window->showPage(PageId::Transactions);
                m_transactions->showForSession(accountId, sessionId);
            });
    connect(m_sessions, &ui::SessionsPage::countsChanged, this, [this](const ledger::SessionCounts &counts) {
        m_counts = counts;
        showCounts();
    });
    connect(m_sessions, &ui::SessionsPage::attentionChanged, this, [this](const std::optional<qint64> &count) {
        m_attention = count;
        showCounts();
    });
    connect(m_sessions, &ui::SessionsPage::overviewRequested, this, [this] {
        if (m_window->showPage(PageId::Overview))
            m_overview->showOthers();
    });
    const auto showSession = [this](const QString &accountId, const QString &sessionId) {
        m_sessions->setSavedView(std::nullopt);
        m_window->showPage(PageId::Sessions);
        m_sessions->select(accountId, sessionId);
    };
    connect(m_transactions, &ui::TransactionsPage::showSession, this, showSession);
    connect(m_activity, &ui::ActivityPage::showSession, this, showSession);
    connect(m_activity, &ui::ActivityPage::showTransaction, this, [this](const QString &accountId, const QString &id) {
        m_window->showPage(PageId::Transactions);
        m_transactions->showPayment(accountId, id);
    });
    connect(m_activity, &ui::ActivityPage::receiverUrlChosen, this, [this](const QString &url) {
        m_sandbox.setReceiverUrl(url);
        showStrip();
    });

    connect(m_drafts, &ui::DraftsPage::openDraft, this, [this](const ledger::DraftRecord &draft) {
        m_editor->open(draft);
        edit();
    });
    connect(m_drafts, &ui::DraftsPage::newRequested, this, &Dashboard::newSession);
    connect(m_drafts, &ui::DraftsPage::countChanged, this,
            [this](int count) { m_window->setSavedViewCount(SavedView::Drafts, count); });

    connect(m_editor, &ui::EditorPage::stateChanged, this, &Dashboard::followEditor);
    connect(m_editor, &ui::EditorPage::closed, this, [this] { m_window->showPage(PageId::Sessions); });
    connect(m_editor, &ui::EditorPage::keyNeeded, this, [this](const QString &id) { m_accounts->askKey(id); });
    const auto showCreation = [this](const QString &accountId, const QString &sessionId, const QString &intentId) {
        m_sessions->setSavedView(std::nullopt);
        m_window->showPage(PageId::Sessions);
        m_sessions->select(accountId, sessionId, intentId);
    };
    connect(m_editor, &ui::EditorPage::sessionCreated, this, [showCreation](const ledger::SessionRecord &record) {
        showCreation(record.accountId, record.session.id, record.intentId);
    });
    connect(
        m_editor, &ui::EditorPage::outcomeLeftOpen, this,
        [showCreation](const QString &accountId, const QString &intentId) { showCreation(accountId, {}, intentId); });

    connect(m_accounts, &ui::AccountsPage::accountAdded, this, [this](const QString &id) { chooseAccount(id); });
    connect(m_accounts, &ui::AccountsPage::accountChanged, this, [this](const QString &id) {
        m_catalogs.refresh(id);
        m_refresher.refreshNow(id);
    });
    connect(m_accounts, &ui::AccountsPage::accountRemoved, this, &Dashboard::accountRemoved);
    const auto choose = [this](const QString &id) {
        if (m_accountId != id || m_all)
            chooseAccount(id);
        return m_accountId == id;
    };
    connect(m_accounts, &ui::AccountsPage::attentionRequested, this, [this, choose](const QString &id) {
        if (choose(id))
            m_window->showPage(PageId::Overview);
    });
    connect(m_accounts, &ui::AccountsPage::paymentRequested, this,
            [this, choose](const QString &id, const QString &transactionId) {
                if (!choose(id) || !m_window->showPage(PageId::Transactions))
                    return;
                m_transactions->showPayment(id, transactionId);
            });
}

void Dashboard::show()
{
    if (const QByteArray geometry = m_settings.geometry(); !geometry.isEmpty())
        m_window->restoreGeometry(geometry);
    else
        m_window->fitInto(m_window->screen()->availableGeometry().size());
    showHeldBack();
    begin();
    m_window->show();
    m_storage.begin();
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] { m_settings.setGeometry(m_window->saveGeometry()); });
}

void Dashboard::showView(SavedView view)
{
    if (!m_window->showPage(view == SavedView::Drafts ? PageId::Drafts : PageId::Sessions))
        return;
    if (view != SavedView::Drafts)
        m_sessions->setSavedView(view == SavedView::NeedsAttention ? ledger::SessionFilter::Status::NeedsAttention
                                                                   : ledger::SessionFilter::Status::ExpiringSoon);
    m_window->sidebar()->setCurrentView(view);
}

void Dashboard::showCounts()
{
    using Kind = desk::StorageTrouble::Kind;
    const bool isListRead =
        !m_isNotLoaded && std::ranges::none_of(m_desk.storageTroubles(), [](const desk::StorageTrouble &trouble) {
            return trouble.kind == Kind::NoFiles || trouble.kind == Kind::NoLedger || trouble.kind == Kind::Ledger;
        });
    const bool isJournalRead = std::ranges::none_of(m_desk.storageTroubles(), [](const desk::StorageTrouble &trouble) {
        return trouble.canBeAccepted() || trouble.kind == Kind::NewJournal;
    });
    const auto shown = [](qint64 count, bool isRead) { return isRead || count > 0 ? static_cast<int>(count) : -1; };
    m_window->setPageCount(PageId::Sessions, shown(m_counts.open, isListRead));
    m_window->setSavedViewCount(SavedView::ExpiringSoon, shown(m_counts.expiringSoon, isListRead));
    m_window->setSavedViewCount(SavedView::NeedsAttention,
                                shown(m_attention.value_or(0), m_attention && isListRead && isJournalRead));
}

void Dashboard::showHeldBack()
{
    QString why = m_desk.whyNoWrites();
    if (why.isEmpty() && !m_desk.accounts().whyMissing().isEmpty()) {
        QStringList sentences;
        for (const desk::StorageTrouble &trouble : m_desk.storageTroubles())
            sentences << trouble.sentence;
        why = sentences.join(u' ');
    }
    m_welcome->setHeldBack(why, m_desk.accounts().whyReadOnly().isEmpty());
}

void Dashboard::followStorage()
{
    showStrip();
    showCounts();
    updateActions();
    showHeldBack();
    if (!std::exchange(m_isSecond, m_desk.isSecondWindow()) || m_isSecond)
        return;
    if (!m_sandbox.accountIds().isEmpty())
        m_sandbox.start();
    if (!m_accountId.isEmpty())
        choose(m_accountId, m_all);
}

void Dashboard::newSession()
{
    if (m_accountId.isEmpty())
        return;
    const bool isChosenHere = m_all; // and not by the merchant
    m_editor->startNew(m_accountId);
    edit();
    if (isChosenHere)
        m_editor->sayAccount();
}

void Dashboard::edit()
{
    if (m_editor->isOpen())
        m_window->showPage(PageId::Editor);
}

} // namespace tilldeck::dashboard

#include "moc_dashboard.cpp"
