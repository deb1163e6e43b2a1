// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboard/sandbox_accounts.h"
#include "dashboard/settings.h"
#include "dashboard/storage_notice.h"
#include "desk/clock_watch.h"
#include "desk/refresher.h"
#include "ui/shell/main_window.h"

#include <chrono>
#include <vector>

class QAction;
class QComboBox;

namespace tilldeck::ui {
class AccountsPage;
class ActivityPage;
class CatalogPage;
class DraftsPage;
class EditorPage;
class ImportsPage;
class ListFrame;
class OverviewPage;
class PromotionsPage;
class SessionsPage;
class TransactionsPage;
class WelcomePage;
} // namespace tilldeck::ui

namespace tilldeck::dashboard {

/// Wires the pages, the use cases and the embedded sandbox to the window. Every page shows the account that is chosen,
/// or all accounts of its mode: live, test and sandbox never share a list.
class Dashboard : public QObject
{
    Q_OBJECT

public:
    Dashboard(desk::Desk &desk, ui::Theme &theme, const QString &dataDirectory);
    ~Dashboard() override;

    /// Says @p remark in the strip on top for as long as the program runs, while there is nothing worse to say.
    void setRemark(const QString &remark);

    ui::MainWindow &window() { return *m_window; }
    void show();

private:
    void addPages();
    void lookAtClock();
    void connectWindow();
    void connectPages();
    void connectReview();
    void connectImports();
    /// Shows the imports of the account; while several are listed, of the one that the window acts on.
    void showImports();
    void connectActions();
    /// Makes the menu's @p action trigger @p own while @p page is shown, and enables it while @p own is enabled there.
    /// The page knows nothing of the window.
    void mirror(ui::Action action, std::optional<ui::Ability> ability, ui::PageId page, QAction *own);
    /// Makes the menu's @p action press the button of that @p name on @p page, and enables it while it can be pressed.
    void mirrorButton(ui::Action action, ui::PageId page, QWidget *widget, const QString &name);
    void mirrorCopies();
    /// Returns why an action cannot be done now, for those that pages or accounts have more to say about.
    QHash<int, QString> whyNot() const;
    ui::ListFrame *shownList() const;
    /// Returns what can be done now, derived from the page that is shown and what is current on it.
    ui::Abilities abilities() const;
    void updateActions();
    void begin();
    void sandboxReady();
    void chooseAccount(const QString &id);
    void chooseAll(accounts::Mode mode);
    void choose(const QString &id, bool all);
    void chooseOtherMode();
    /// Saves and closes the draft that is open. Returns false, and leaves the editor shown, while a session is being
    /// created.
    std::chrono::seconds refreshInterval() const;
    bool leaveEditor();
    /// Makes the account of the draft that is open the one that the window names.
    void followEditor();
    QStringList accountsOf(accounts::Mode mode) const;
    void addAccountChoosers();
    /// Chooses the account of the pages that show one only, while the lists keep showing all.
    void chooseListed(const QString &id);
    void showReceivers();
    void refreshShown();
    void askRefusedKey();
    void accountsChanged();
    void showAccounts();
    void showStrip();
    /// Says on the pages which accounts cannot be reached, and which were never listed.
    void showUnreachable();
    /// Says what became of the files, and begins to work on them once the other window is closed.
    void followStorage();
    /// Says on the welcome page why nothing can be begun.
    void showHeldBack();
    /// Shows the counts of the sidebar; a dash for those that could not be read.
    void showCounts();
    void showView(ui::SavedView view);
    void newSession();
    void edit();
    void accountRemoved();
    /// Shows other accounts after the current one was removed.
    void replaceRemovedAccount();

    desk::Desk &m_desk;
    ui::Theme &m_theme;
    Settings m_settings;
    SandboxAccounts m_sandbox;
    desk::CatalogCache m_catalogs;
    desk::Refresher m_refresher;
    desk::ClockWatch m_clock;
    QString m_remark;
    /// The account that the window names and acts on, which is that of the draft while one is open. Empty on the
    /// welcome page. Strip, switcher and title are set from it.
    QString m_accountId;
    accounts::Mode m_mode = accounts::Mode::Sandbox; ///< The mode of that account when it was chosen.
    bool m_isWithoutFile = false;                    ///< accounts.json is gone.
    bool m_all = false;                              ///< Whether the lists show all accounts of that mode.
    QStringList m_shown;                             ///< The accounts that the lists show.

    std::unique_ptr<ui::MainWindow> m_window;
    StorageNotice m_storage;
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
    ui::ImportsPage *m_imports;
    bool m_mayLoseTokens = false; ///< The merchant closes the window all the same.
    struct Mirrored
    {
        ui::Action action;
        std::optional<ui::Ability> ability;
        ui::PageId page;
        QAction *own;
    };
    struct Pressed
    {
        ui::Action action;
        ui::PageId page;
        QWidget *widget;
        QString name;
    };
    std::vector<Mirrored> m_mirrored;
    std::vector<Pressed> m_pressed;
    bool m_isSecond;                   ///< Whether another window worked on the files when they changed last.
    ledger::SessionCounts m_counts;    ///< Of the accounts that the lists show.
    bool m_isNotLoaded = false;        ///< Whether one of those accounts was never listed in this run.
    std::optional<qint64> m_attention; ///< What waits for the merchant in them; nothing until it was read.
    QString m_draftAccountId;          ///< The account of the draft that is open; empty when none is.
    QList<QComboBox *> m_choosers;     ///< The choosers of an account, on the pages that show one only.
};

} // namespace tilldeck::dashboard
