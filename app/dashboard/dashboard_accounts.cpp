// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the accounts that the window shows, and names them in switcher, strip and title.
#include "dashboard/dashboard.h"

#include "dashboard/strip_text.h"
#include "http/this_machine.h"
#include "ui/accounts/accounts_page.h"
#include "ui/activity/activity_page.h"
#include "ui/catalog/catalog_page.h"
#include "ui/editor/editor_page.h"
#include "ui/imports/imports_page.h"
#include "ui/overview/overview_page.h"
#include "ui/promotions/promotions_page.h"
#include "ui/sessions/drafts_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/transactions/transactions_page.h"
#include "ui/widgets/page_header.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace tilldeck::dashboard {

using ui::PageId;

namespace {

/// Providers are asked less often than a sandbox, which is on this computer. The one of this program says by its events
/// what happens there.
constexpr std::chrono::seconds sandboxInterval{2};
constexpr std::chrono::seconds providerInterval{15};
constexpr std::chrono::seconds ownSandboxInterval{30};

constexpr int shortestName = 16; // characters

/// Returns the host of @p address; empty when it is this computer.
QString foreignHost(const QString &address)
{
    const QString host = QUrl(address).host();
    return http::isThisMachine(host) ? QString() : host;
}

bool isOfAny(const QStringList &ids, const QStringList &among)
{
    return std::ranges::any_of(ids, [&among](const QString &id) { return among.contains(id); });
}

} // namespace

void Dashboard::begin()
{
    showAccounts();
    const auto &known = m_desk.accounts().accounts();
    if (known.empty()) {
        m_window->showPage(PageId::Welcome);
        return;
    }
    const auto last = m_desk.accounts().byId(m_settings.account());
    const accounts::Account first = last.value_or(known.front());
    m_window->showPage(PageId::Sessions);
    const QStringList sandbox = m_sandbox.accountIds();
    // The other window serves it.
    const bool isSecond = m_desk.isSecondWindow();
    if (!sandbox.isEmpty() && !isSecond)
        m_sandbox.start();
    const QStringList wanted = m_settings.allAccounts() ? accountsOf(first.mode) : QStringList(first.id);
    if (isSecond || m_sandbox.isReady() || !isOfAny(wanted, sandbox))
        choose(first.id, m_settings.allAccounts()); // sandboxReady() chooses those of the sandbox
}

void Dashboard::sandboxReady()
{
    const QStringList sandbox = m_sandbox.accountIds();
    const bool isFirst = m_accountId.isEmpty();
    const auto last = m_desk.accounts().byId(isFirst ? m_settings.account() : m_accountId);
    const bool all = isFirst ? m_settings.allAccounts() : m_all;
    const QStringList wanted = !last ? QStringList() : all ? accountsOf(last->mode) : QStringList(last->id);
    if (isOfAny(wanted, sandbox))
        choose(last->id, all);
    else if (isFirst && !sandbox.isEmpty())
        chooseAccount(sandbox.first());
}

QStringList Dashboard::accountsOf(accounts::Mode mode) const
{
    QStringList ids;
    for (const accounts::Account &account : m_desk.accounts().accounts())
        if (account.mode == mode)
            ids << account.id;
    return ids;
}

void Dashboard::chooseAccount(const QString &id)
{
    choose(id, false);
}

void Dashboard::chooseAll(accounts::Mode mode)
{
    if (!leaveEditor())
        return;
    const QStringList ids = accountsOf(mode);
    choose(ids.contains(m_accountId) ? m_accountId : ids.value(0), true);
}

void Dashboard::choose(const QString &id, bool all)
{
    const auto account = m_desk.accounts().byId(id);
    if (!account)
        return;
    // The editor's button must not act on an account that the window no longer names.
    if (m_editor->isOpen() && m_editor->accountId() != id && !leaveEditor())
        return;
    m_accountId = id;
    m_mode = account->mode;
    m_shown = all ? accountsOf(m_mode) : QStringList(id);
    m_all = m_shown.size() > 1;
    m_settings.setAccount(id);
    m_settings.setAllAccounts(m_all);
    m_sessions->setAccounts(m_shown);
    m_drafts->setAccounts(m_shown);
    m_overview->setAccounts(m_shown);
    m_transactions->setAccounts(m_shown);
    m_promotions->setAccount(id);
    m_catalog->setAccount(id);
    m_imports->setAccount(id);
    m_activity->setAccounts(m_shown);
    showReceivers();
    showAccounts();
    m_refresher.setAccounts(m_shown);
    if (!m_desk.isSecondWindow())
        m_refresher.start(refreshInterval());
    showUnreachable();
    if (m_window->currentPage() == PageId::Welcome)
        m_window->showPage(PageId::Sessions);
    updateActions();
}

std::chrono::seconds Dashboard::refreshInterval() const
{
    if (m_mode != accounts::Mode::Sandbox)
        return providerInterval;
    const QStringList served = m_sandbox.isReady() ? m_sandbox.accountIds() : QStringList();
    const bool isOwn = std::ranges::all_of(m_shown, [&served](const QString &id) { return served.contains(id); });
    return isOwn ? ownSandboxInterval : sandboxInterval;
}

bool Dashboard::leaveEditor()
{
    if (m_window->currentPage() == PageId::Editor)
        return m_window->showPage(PageId::Sessions);
    return m_editor->leave();
}

void Dashboard::followEditor()
{
    const QString id = m_editor->accountId();
    m_window->setHeld(m_editor->isBusy());
    if (id != std::exchange(m_draftAccountId, id)) {
        if (id.isEmpty())
            accountsChanged(); // accounts may have changed while the window was held
        else if (id == m_accountId)
            showAccounts();
        else if (m_all && m_shown.contains(id))
            chooseListed(id);
        else
            choose(id, false);
    }
    updateActions();
}

void Dashboard::showReceivers()
{
    QHash<QString, ui::Receiver> receivers;
    for (const QString &id : std::as_const(m_shown))
        if (const auto receiver = m_sandbox.receiver(id))
            receivers.insert(id, *receiver);
    m_activity->setReceivers(receivers);
}

void Dashboard::addAccountChoosers()
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_promotions, m_catalog, m_imports}) {
        auto *chooser = new QComboBox;
        chooser->setAccessibleName(tr("Account"));
        chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        chooser->setMinimumContentsLength(shortestName);
        chooser->hide();
        page->findChild<ui::PageHeader *>()->addAfterTitle(chooser);
        connect(chooser, &QComboBox::activated, this, [this, chooser] {
            if (const QString id = chooser->currentData().toString(); id != m_accountId)
                chooseListed(id);
        });
        m_choosers << chooser;
    }
}

void Dashboard::chooseListed(const QString &id)
{
    m_accountId = id;
    m_settings.setAccount(id);
    m_promotions->setAccount(id);
    m_catalog->setAccount(id);
    m_imports->setAccount(id);
    showAccounts();
}

void Dashboard::chooseOtherMode()
{
    const auto current = m_desk.accounts().byId(m_accountId);
    for (const accounts::Account &account : m_desk.accounts().accounts()) {
        const bool otherSide =
            current && (account.mode == accounts::Mode::Live) != (current->mode == accounts::Mode::Live);
        if (otherSide) {
            chooseAccount(account.id);
            return;
        }
    }
}

void Dashboard::accountsChanged()
{
    const auto current = m_desk.accounts().byId(m_accountId);
    if (!current && !m_accountId.isEmpty()) {
        if (m_editor->isBusy())
            return; // the window goes on naming the account that a session is being created in; followEditor() comes
                    // back
        return replaceRemovedAccount();
    }
    if (m_isWithoutFile && m_desk.accounts().whyMissing().isEmpty()) {
        m_isWithoutFile = false;
        return begin();
    }
    const bool isOtherMode = current && current->mode != m_mode; // its key was replaced by one of another mode
    if (current && (isOtherMode || (m_all && accountsOf(m_mode) != m_shown)))
        choose(m_accountId, m_all);
    else
        showAccounts();
}

void Dashboard::showAccounts()
{
    QList<ui::AccountEntry> entries;
    std::vector<ui::AccountChoice> choices;
    const auto current = m_desk.accounts().byId(m_accountId);
    for (const accounts::Account &account : m_desk.accounts().accounts()) {
        ui::AccountEntry entry;
        entry.id = account.id;
        entry.name = account.name;
        entry.providerName = accounts::providerName(account.provider);
        entry.mode = account.mode;
        entry.number = account.number;
        entries << entry;
        if (current && account.mode == current->mode)
            choices.push_back({account.id, accounts::fullName(account)});
    }
    // An open draft belongs to one account, even where the lists show all.
    m_window->setAccounts(entries, m_accountId, m_all && !m_editor->isOpen());
    for (QComboBox *chooser : std::as_const(m_choosers)) {
        const QSignalBlocker quiet(chooser);
        chooser->clear();
        for (const ui::AccountChoice &choice : choices)
            chooser->addItem(choice.label, choice.id);
        chooser->setCurrentIndex(chooser->findData(m_accountId));
        chooser->setVisible(m_all);
    }
    m_editor->setAccounts(std::move(choices));
    m_accounts->setAccount(m_accountId);
    showStrip();
}

void Dashboard::showStrip()
{
    const auto current = m_desk.accounts().byId(m_accountId);
    if (!current && !m_accountId.isEmpty())
        return;
    if (!current) {
        // Without an account the window waits for the sandbox.
        ui::ModeStripState waiting;
        waiting.link = ui::ModeStripState::Link::Updating;
        addStorage(waiting, m_desk);
        return m_window->setModeStrip(waiting);
    }
    std::vector<AccountFreshness> freshness;
    for (const QString &id : std::as_const(m_shown))
        if (const auto account = m_desk.accounts().byId(id)) {
            const QDateTime there = m_desk.providerTime(id);
            const std::chrono::seconds ahead(there.isValid() ? there.secsTo(m_desk.now()) : 0);
            freshness.push_back(
                {account->name, m_refresher.freshness(id), std::chrono::duration_cast<std::chrono::minutes>(ahead)});
        }
    ui::ModeStripState state;
    state.mode = current->mode;
    if (state.mode == accounts::Mode::Sandbox)
        state.eventsHost = foreignHost(m_settings.receiverUrl());
    addFreshness(state, freshness);
    addRemark(state, m_remark);
    addStorage(state, m_desk);
    for (const accounts::Account &account : m_desk.accounts().accounts())
        state.canSwitch =
            state.canSwitch || (account.mode == accounts::Mode::Live) != (current->mode == accounts::Mode::Live);
    m_window->setModeStrip(state);
}

void Dashboard::showUnreachable()
{
    using checkout::ErrorKind;
    QHash<QString, QString> unreachable;
    QString notLoaded;
    for (const QString &id : std::as_const(m_shown)) {
        const desk::Freshness freshness = m_refresher.freshness(id);
        if (!freshness.error)
            continue;
        const ErrorKind kind = freshness.error->kind;
        if (kind == ErrorKind::Offline || kind == ErrorKind::Unauthorised)
            unreachable.insert(id, freshness.error->sentence);
        if (!freshness.updatedAt.isValid())
            notLoaded = freshness.error->sentence;
    }
    m_editor->setUnreachable(unreachable);
    m_transactions->setUnreachable(unreachable);
    m_sessions->setNotLoaded(notLoaded);
    m_transactions->setNotLoaded(notLoaded);
    m_overview->setNotLoaded(notLoaded);
    m_isNotLoaded = !notLoaded.isEmpty();
    showCounts();
}

void Dashboard::refreshShown()
{
    if (m_desk.isSecondWindow())
        return m_storage.open();
    for (const QString &id : std::as_const(m_shown)) {
        m_refresher.refreshNow(id);
        m_catalogs.refresh(id);
    }
}

void Dashboard::askRefusedKey()
{
    const auto refused =
        std::ranges::find_if(m_shown, [this](const QString &id) { return isKeyRefused(m_refresher.freshness(id)); });
    if (refused != m_shown.end())
        m_accounts->askKey(*refused, m_refresher.freshness(*refused).error->sentence);
}

void Dashboard::accountRemoved()
{
    if (m_sandbox.accountIds().isEmpty())
        m_sandbox.forget();
}

void Dashboard::replaceRemovedAccount()
{
    const QStringList left = m_all ? accountsOf(m_mode) : QStringList();
    if (!left.isEmpty())
        return choose(left.first(), true);
    // The sandbox is not forgotten for a file that may come back.
    m_isWithoutFile = !m_desk.accounts().whyMissing().isEmpty();
    if (!m_isWithoutFile)
        accountRemoved();
    m_accountId.clear();
    m_all = false;
    m_shown.clear();
    m_settings.setAllAccounts(false);
    m_refresher.setAccounts({});
    begin();
    updateActions();
}

} // namespace tilldeck::dashboard
