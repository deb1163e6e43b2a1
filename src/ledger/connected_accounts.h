// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace tilldeck::ledger {

/// Says which accounts are connected. One that is not, because accounts.json was lost, may be the same merchant's
/// account at the provider as one that was connected again under another id.
struct ConnectedAccounts
{
    QStringList ids;
    QHash<QString, QStringList> others; ///< Of each of them: the ids that are known to be other accounts.

    /// Returns which of @p asked what is stored under the account @p own belongs to: that one, or else the first that
    /// is connected and may be the same; empty for none. Wherever rows or intents of an account are shown, this rule
    /// says where.
    QString shownUnder(const QString &own, const QStringList &asked) const;
    /// Returns @p changed and, for those that are not connected, every connected one under which they may be shown.
    QStringList withShown(const QStringList &changed) const;
};

} // namespace tilldeck::ledger
