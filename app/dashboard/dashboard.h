// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboard/sandbox_accounts.h"
#include "dashboard/settings.h"
#include "desk/refresh.h"
#include "ui/shell/main_window.h"

#include <vector>

class QAction;
class QComboBox;

namespace tilldeck::ui {
class AccountsPage;
class ActivityPage;
class CatalogPage;
class DraftsPage;
class EditorPage;
class ListFrame;
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
    void connectActions();
    /// The menu's @p action does what the action @p own of @p page does, and can be done while that page is shown and
    /// @p own is enabled. The page keeps working without a window.
    void mirror(ui::Action action, ui::Ability ability, ui::PageId page, QAction *own);
    ui::ListFrame *shownList() const;
    /// What can be done now, derived from the page that is shown and what is current on it.
    ui::Abilities abilities() const;
    void updateActions();
    void begin();
    void sandboxReady();
    void chooseAccount(const QString &id);
    void chooseAll(accounts::Mode mode);
    void choose(const QString &id, bool all);
    void chooseOtherMode();
    /// Saves and closes the draft that is open. False while a session is being created: the window stays with it then.
    bool leaveEditor();
    /// The window names the account of the draft that is open, and no other.
    void followEditor();
    QStringList accountsOf(accounts::Mode mode) const;
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
    void accountRemoved();
    /// The account that is shown is not there any more.
    void accountGone();

    desk::Desk &m_desk;
    ui::Theme &m_theme;
    Settings m_settings;
    SandboxAccounts m_sandbox;
    desk::CatalogCache m_catalogs;
    desk::Refresher m_refresher;
    /// The account that the window names and acts on; while a draft is open, its account. Empty on the welcome page.
    QString m_accountId;
    accounts::Mode m_mode = accounts::Mode::Sandbox; ///< Of that account, when it was chosen.
    bool m_all = false;                              ///< All accounts of that mode are shown.
    QStringList m_shown;                             ///< The accounts that the lists are of.

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
    struct Mirrored
    {
        ui::Ability ability;
        ui::PageId page;
        QAction *own;
    };
    std::vector<Mirrored> m_mirrored;
    QString m_editing; ///< The account of the draft that is open, as the window shows it; empty when none is.
    QList<QComboBox *> m_choosers; ///< Of one account, on the pages that show no more.
};

} // namespace tilldeck::dashboard
