// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/repeat.h"

#include <QPointer>
#include <QSet>

#include <vector>

namespace tilldeck::desk {

/// Says what a look at the provider's list means for rows that are to be sent.
struct LookedForRows
{
    std::vector<ledger::Intent> questioned; ///< They are of unknown outcome from now on.
    /// Why none of the others is sent without the merchant's word, in sentences; empty where they may be.
    QString whyAsk;
};

/// Looks for those of the rows @p ids of an import that are Planned, once for all; see questionListedRows(). With
/// Repeat::Another a list that could not be read to its end asks nothing. Errors: those of questionListedRows(), in
/// sentences that say that nothing was sent.
http::Task<checkout::Result<LookedForRows>> lookForRows(QPointer<Desk> desk, ProviderHandle provider, QString accountId,
                                                        QString batchId, QSet<QString> ids, Repeat repeat);

/// Returns why rows that were planned at @p plannedAt are not sent without the merchant's word at a provider that
/// neither lists its sessions nor acts once on a key, in sentences.
QString whyRowsAreAsked(const Desk &desk, const QString &accountId, const QDateTime &plannedAt);

} // namespace tilldeck::desk
