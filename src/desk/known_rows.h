// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/reconcile_creation.h"

#include <QPointer>
#include <QSet>

namespace tilldeck::desk {

/// Holds what the ledger knows of a provider's list, to be read before it is asked for.
struct KnownRow
{
    QString id;          ///< Of the newest session or payment that the list must hold; empty where there is none.
    QDateTime createdAt; ///< UTC
};

/// Returns the newest session of an account that its provider is known to have and to list: one that is paid, or open
/// and not over.
http::Task<checkout::Result<KnownRow>> newestSession(QPointer<Desk> desk, QString accountId);
/// Returns the newest payment of an account.
http::Task<checkout::Result<KnownRow>> newestPayment(QPointer<Desk> desk, QString accountId);

/// Returns @p none, which was not listed, as what it is where the rows @p seen do not hold @p known: that list is an
/// old copy or only a part, and proves nothing. Where it was not read to its end (@p isWhole) it must hold what is not
/// older than the creation, which was opened at @p openedAt.
Reconciliation besideKnown(Reconciliation none, const KnownRow &known, const QSet<QString> &seen, bool isWhole,
                           const QDateTime &openedAt);

} // namespace tilldeck::desk
