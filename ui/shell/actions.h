// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QHash>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace tilldeck::ui {

enum class Action {
    NewSession,
    TrackSession,
    ImportSessions,
    SaveDraft,
    CreateSession,
    OpenDraft,
    DeleteDraft,
    Quit,
    Find,
    ShowOverview,
    ShowSessions,
    ShowTransactions,
    ShowPromotions,
    ShowCatalog,
    ShowActivity,
    ShowAccounts,
    ShowRequests,
    CheckSignature,
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
    CopyMail,
    CopyMarkdown,
    CopyHtml,
    CopyJson,
    CopyCurl,
    CheckSession,
    ExpireSession,
    ShowSessionPayments,
    ExportSessions,
    RefundPayment,
    CopyTransactionId,
    ShowTransactionSession,
    ExportPayments,
    NewPromotion,
    UsePromotion,
    DeactivatePromotion,
    UseCatalogItem,
    NewRoute,
    EditRoute,
    ConnectAccount,
    UpdateKey,
    EditAccount,
    RemoveAccount,
    ShowStorage,
    About,
};

/// What the window and the page that is shown can do now. An action names the abilities that it needs, and is enabled
/// exactly while all of them are there.
enum class Ability {
    Browse = 1 << 0,  ///< Another page or account can be shown.
    Sidebar = 1 << 1, ///< There is a sidebar.
    Connect = 1 << 2, ///< An account can be connected.
    Account = 1 << 3, ///< The pages show an account.
    Search = 1 << 4,
    RightPanel = 1 << 5,
    SaveDraft = 1 << 6,
    CreateSession = 1 << 7,
    Duplicate = 1 << 8,
    CopyUrl = 1 << 9,
    CopyToken = 1 << 10,
    CopyId = 1 << 11,
    OpenUrl = 1 << 12,
    ShowQr = 1 << 13,
    RevealToken = 1 << 14,
    ExportSessions = 1 << 15,
    CopyTransactionId = 1 << 16,
    ShowTransactionSession = 1 << 17,
    Create = 1 << 18, ///< A new session can be begun, and no file of this computer forbids it.
};
Q_DECLARE_FLAGS(Abilities, Ability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Abilities)

/// Holds the QActions of the menu bar.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent);

    QAction *operator[](Action action) const { return m_actions.value(int(action)); }
    /// Enables every action whose needs are met by @p can and that @p whyNot has no sentence for, and disables all
    /// others, which say why. Nothing else enables or disables an action of the menus.
    void setAbilities(Abilities can, const QHash<int, QString> &whyNot = {});
    /// Fills @p bar with the menus; @p accounts and @p themes become submenus.
    void fill(QMenuBar *bar, QMenu *accounts, QMenu *themes) const;

private:
    QHash<int, QAction *> m_actions;
};

} // namespace tilldeck::ui
