// SPDX-License-Identifier: GPL-3.0-or-later
// What the shell shows: plain values, nothing of the ledger or the providers.
#pragma once

#include "accounts/account.h"

#include <QDateTime>
#include <QString>

namespace tilldeck::ui {

struct AccountEntry
{
    QString id;
    QString name;
    QString providerName;
    accounts::Mode mode = accounts::Mode::Test;
    int number = 0; ///< Ctrl and this digit from 1 to 9 choose the account; 0 for none.

    friend bool operator==(const AccountEntry &, const AccountEntry &) = default;
};

/// Welcome, Editor, Drafts and Imports have no row among the pages of the sidebar.
enum class PageId {
    Welcome,
    Overview,
    Sessions,
    Transactions,
    Promotions,
    Catalog,
    Activity,
    Accounts,
    Editor,
    Drafts,
    Imports
};

enum class SavedView { NeedsAttention, ExpiringSoon, Drafts };

/// Holds what the mode strip says.
struct ModeStripState
{
    enum class Link { Fresh, Updating, Offline, KeyRefused, Trouble, Files };

    accounts::Mode mode = accounts::Mode::Sandbox;
    Link link = Link::Fresh;
    /// UTC of the last good answer of the account that was updated longest ago; older than 5 minutes reads as stale.
    /// Invalid if nothing was requested yet.
    QDateTime updatedAt;
    /// The sentence of KeyRefused, Trouble and Files: "Khaime refused the key. The other 2 accounts are up to date."
    QString problem;
    /// The host that the sandbox sends its events to, if it is not this computer; else empty.
    QString eventsHost;
    /// Whether there are accounts on the other side of test and live.
    bool canSwitch = false;
    QString keyOf; ///< The account whose key was refused, where it is one of several.

    friend bool operator==(const ModeStripState &, const ModeStripState &) = default;
};

} // namespace tilldeck::ui
