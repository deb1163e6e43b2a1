// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/reconcile_creation.h"

#include <QPointer>
#include <QSet>

#include <vector>

namespace tilldeck::desk {

/// Holds what the ledger knows of a row of a provider's list, to be read before the list is asked for.
struct KnownRow
{
    QString id; ///< Of a session or a payment.
    QString flow;
    QDateTime createdAt; ///< UTC, as the provider says it.
};

/// Returns the newest sessions of an account that its provider is known to have and to list, newest first: those that
/// are paid, or open and not over.
http::Task<checkout::Result<std::vector<KnownRow>>> newestSessions(QPointer<Desk> desk, QString accountId);
/// Returns the newest payment of an account; nothing where there is none.
http::Task<checkout::Result<std::vector<KnownRow>>> newestPayment(QPointer<Desk> desk, QString accountId);

/// Says what was read of a list.
struct ReadList
{
    QSet<QString> seen;
    QDateTime newest;     ///< The latest time that a row is stamped with; invalid where that is not known.
    QDateTime oldest;     ///< The earliest one.
    bool isWhole = false; ///< It was read to its end. Else it must hold what is not older than the creation.

    /// Takes the time that a row is stamped with into account.
    void take(const QDateTime &stamp);
};

/// Returns @p none, which was not listed, as what it is where @p list does not hold the newest of @p known, or one that
/// is not older than everything in it: that list is an old copy or only a part, and proves nothing. The creation was
/// opened at @p openedAt.
Reconciliation besideKnown(Reconciliation none, const std::vector<KnownRow> &known, const ReadList &list,
                           const QDateTime &openedAt);

/// Does the same for sessions, a few of which @p provider is asked for by their ids: one that it does not know any more
/// is not missed. That it does not know one counts only where the answer can be of no old
/// copy: the list has something newer, or both clocks say that the session is older than a day.
http::Task<checkout::Result<Reconciliation>> besideKnownSessions(QPointer<Desk> desk, ProviderHandle provider,
                                                                 ledger::Intent intent, Reconciliation none,
                                                                 std::vector<KnownRow> known, ReadList list);

} // namespace tilldeck::desk
