// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace tilldeck::ui {

/// Everything that the menus offer. Those of a session or a transaction start disabled: the page enables what it can
/// do.
enum class Action {
    NewSession,
    TrackSession,
    SaveDraft,
    CreateSession,
    Quit,
    Find,
    ShowOverview,
    ShowSessions,
    ShowTransactions,
    ShowPromotions,
    ShowCatalog,
    ShowActivity,
    ShowAccounts,
    Refresh,
    ToggleRightPanel,
    ToggleSidebar,
    NextPane,
    Duplicate,
    CopyUrl,
    CopyToken,
    CopyId,
    OpenUrl,
    ShowQr,
    RevealToken,
    ExportSessions,
    CopyTransactionId,
    ShowTransactionSession,
    ConnectAccount,
    About,
};

/// The QActions of the menu bar, each made once.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent);

    QAction *operator[](Action action) const { return m_actions.value(int(action)); }
    /// The menus, with ACCOUNTS and THEMES as submenus.
    void fill(QMenuBar *bar, QMenu *accounts, QMenu *themes) const;

private:
    QHash<int, QAction *> m_actions;
};

} // namespace tilldeck::ui
