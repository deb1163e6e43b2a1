// SPDX-License-Identifier: GPL-3.0-or-later
// Which account the window shows, and what it says of it.
#include "dashboard/dashboard.h"

#include "http/this_machine.h"
#include "ui/activity/activity_page.h"
#include "ui/catalog/catalog_page.h"
#include "ui/editor/editor_page.h"
#include "ui/overview/overview_page.h"
#include "ui/promotions/promotions_page.h"
#include "ui/sessions/drafts_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/transactions/transactions_page.h"

#include <QUrl>

namespace tilldeck::dashboard {

using checkout::ErrorKind;
using ui::PageId;

namespace {

/// The sandbox is on this computer; a provider is asked less often.
constexpr std::chrono::seconds sandboxInterval{2};
constexpr std::chrono::seconds providerInterval{15};

ui::AccountMode modeOf(accounts::Mode mode)
{
    switch (mode) {
    case accounts::Mode::Live:
        return ui::AccountMode::Live;
    case accounts::Mode::Test:
        return ui::AccountMode::Test;
    case accounts::Mode::Sandbox:
        return ui::AccountMode::Sandbox;
    }
    return ui::AccountMode::Live;
}

/// The host of an address that is not on this computer, else empty.
QString foreignHost(const QString &address)
{
    const QString host = QUrl(address).host();
    return http::isThisMachine(host) ? QString() : host;
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
    const QString first = last ? last->id : known.front().id;
    m_window->showPage(PageId::Sessions);
    const QStringList sandbox = m_sandbox.accountIds();
    if (!sandbox.isEmpty())
        m_sandbox.start();
    if (m_sandbox.isReady() || !sandbox.contains(first))
        chooseAccount(first); // One of the sandbox is chosen when that is ready.
}

void Dashboard::sandboxReady()
{
    const QStringList sandbox = m_sandbox.accountIds();
    const QString last = m_accountId.isEmpty() ? m_settings.account() : m_accountId;
    if (sandbox.contains(last))
        chooseAccount(last);
    else if (m_accountId.isEmpty())
        chooseAccount(sandbox.value(0));
}

void Dashboard::chooseAccount(const QString &id)
{
    const auto account = m_desk.accounts().byId(id);
    if (!account)
        return;
    m_accountId = id;
    m_settings.setAccount(id);
    const QStringList ids{id};
    m_sessions->setAccounts(ids);
    m_drafts->setAccounts(ids);
    m_overview->setAccounts(ids);
    m_transactions->setAccounts(ids);
    m_promotions->setAccount(id);
    m_catalog->setAccount(id);
    m_activity->setAccounts(ids);
    m_activity->setReceiver(m_sandbox.receiver(id));
    showAccounts();
    m_refresher.setAccounts(ids);
    const bool sandbox = account->mode == accounts::Mode::Sandbox;
    m_refresher.start(sandbox ? sandboxInterval : providerInterval);
    if (m_window->currentPage() == PageId::Welcome)
        m_window->showPage(PageId::Sessions);
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
        entry.mode = modeOf(account.mode);
        entries << entry;
        if (current && account.mode == current->mode)
            choices.push_back({account.id, accounts::fullName(account)});
    }
    m_window->setAccounts(entries, m_accountId);
    m_editor->setAccounts(std::move(choices));
    showStrip();
}

void Dashboard::showStrip()
{
    const auto current = m_desk.accounts().byId(m_accountId);
    if (!current)
        return;
    const desk::Freshness freshness = m_refresher.freshness(m_accountId);
    ui::ModeStripState state;
    state.mode = modeOf(current->mode);
    state.updatedAt = freshness.updatedAt;
    if (state.mode == ui::AccountMode::Sandbox)
        state.eventsHost = foreignHost(m_settings.receiverUrl());
    if (freshness.error &&
        (freshness.error->kind == ErrorKind::Unauthorised || freshness.error->kind == ErrorKind::Forbidden)) {
        state.link = ui::ModeStripState::Link::KeyRefused;
        state.problem = freshness.error->sentence;
    } else if (freshness.error) {
        state.link = ui::ModeStripState::Link::Offline;
    } else if (!freshness.updatedAt.isValid()) {
        state.link = ui::ModeStripState::Link::Updating;
    }
    for (const accounts::Account &account : m_desk.accounts().accounts())
        state.canSwitch =
            state.canSwitch || (account.mode == accounts::Mode::Live) != (current->mode == accounts::Mode::Live);
    m_window->setModeStrip(state);
}

void Dashboard::accountRemoved(const QString &id)
{
    if (m_sandbox.accountIds().isEmpty())
        m_sandbox.forget();
    if (id != m_accountId)
        return;
    m_accountId.clear();
    m_refresher.setAccounts({});
    begin();
}

} // namespace tilldeck::dashboard
