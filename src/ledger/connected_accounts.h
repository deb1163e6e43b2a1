// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>

namespace tilldeck::ledger {

/// Says which accounts are connected. One that is not, because accounts.json was lost, may be the same merchant's
/// account at the provider as one that was connected again under another id.
struct ConnectedAccounts
{
    QStringList ids;
    QHash<QString, QStringList> others; ///< Of each of them: the ids that are known to be other accounts.

    QHash<QString, QStringList> same; ///< Of each of them: the ids that are the same account for sure.
    QSet<QString> told;               ///< Accounts, connected or not, of which at least the provider is known.

    /// Returns under which of @p asked the rows of the account @p own are shown: that one, or else the first that is
    /// connected and may be the same; empty for none, and for one of which nothing is known. What an account has that
    /// is connected itself is shown under none that only may be the same.
    QString shownUnder(const QString &own, const QStringList &asked) const;
    /// Returns which of @p asked an intent of the account @p own may belong to: as shownUnder(), and the first that is
    /// connected for one of which nothing is known, so that it is not forgotten.
    QString mayBeUnder(const QString &own, const QStringList &asked) const;
    /// Returns @p changed and, for those that are not connected, every connected one under which they may be shown.
    QStringList withShown(const QStringList &changed) const;
};

} // namespace tilldeck::ledger
