// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboard/sandbox_accounts.h"
#include "dashboard/settings.h"
#include "desk/refresh.h"
#include "ui/shell/main_window.h"

class QComboBox;

namespace tilldeck::ui {
class AccountsPage;
class ActivityPage;
class CatalogPage;
class DraftsPage;
class EditorPage;
class OverviewPage;
class PromotionsPage;
class SessionsPage;
class TransactionsPage;
class WelcomePage;
} // namespace tilldeck::ui

namespace tilldeck::dashboard {

/// Wires the pages, the use cases and the embedded sandbox to the window. The account that is chosen, or all of its
/// mode, decide what every page shows: live, test and sandbox never share a list.
class Dashboard : public QObject
{
    Q_OBJECT

public:
    Dashboard(desk::Desk &desk, ui::Theme &theme, const QString &dataDirectory);
    ~Dashboard() override;

    ui::MainWindow &window() { return *m_window; }
    void show();

private:
    void addPages();
    void connectWindow();
    void connectPages();
    void connectReview();
    /// The menu's action does what the page's own does, and shows its shortcut; the page keeps working without a
    /// window.
    void mirror(ui::Action action, QAction *page);
    void begin();
    void sandboxReady();
    void chooseAccount(const QString &id);
    void chooseAll(ui::AccountMode mode);
    void choose(const QString &id, bool all);
    void chooseOtherMode();
    QStringList accountsOf(ui::AccountMode mode) const;
    void addAccountChoosers();
    /// Where a page has room for one account and all are chosen: that one.
    void showListed(const QString &id);
    void showReceivers();
    void refreshShown();
    void askRefusedKey();
    void accountsChanged();
    void showAccounts();
    void showStrip();
    void showView(ui::SavedView view);
    void newSession();
    void edit();
    void accountRemoved(const QString &id);

    desk::Desk &m_desk;
    ui::Theme &m_theme;
    Settings m_settings;
    SandboxAccounts m_sandbox;
    desk::CatalogCache m_catalogs;
    desk::Refresher m_refresher;
    QString m_accountId; ///< Of the account that was chosen last; empty on the welcome page.
    ui::AccountMode m_mode = ui::AccountMode::Sandbox; ///< Of that account.
    bool m_all = false;                                ///< All accounts of that mode are shown.
    QStringList m_shown;                               ///< The accounts that the lists are of.

    std::unique_ptr<ui::MainWindow> m_window;
    ui::WelcomePage *m_welcome;
    ui::OverviewPage *m_overview;
    ui::SessionsPage *m_sessions;
    ui::DraftsPage *m_drafts;
    ui::TransactionsPage *m_transactions;
    ui::PromotionsPage *m_promotions;
    ui::CatalogPage *m_catalog;
    ui::ActivityPage *m_activity;
    ui::AccountsPage *m_accounts;
    ui::EditorPage *m_editor;
    QList<QComboBox *> m_choosers; ///< Of one account, on the pages that show no more.
};

} // namespace tilldeck::dashboard
