// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/creation_fit.h"
#include "desk/desk.h"

#include <QPointer>
#include <QSet>

namespace tilldeck::desk {

/// Holds the charges of a provider's list of payments that a creation may have made under its reference.
struct ReferencedCharges
{
    std::vector<checkout::Session> charges; ///< One for each charge, as its newest payment describes it.
    bool isOther = false;                   ///< One of them is older, or not what was asked for.
    bool areNamed = false; ///< They have the very reference; else they have none, or write it otherwise.
    bool complete = false;
    int unread = 0;     ///< Payments that could not be read: each could be the one.
    QSet<QString> seen; ///< The ids of all payments that were read.
};

/// Returns the reference that the charge of @p intent has: the draft's, or the id of the intent as one.
QString referenceOf(const ledger::Intent &intent);

/// Returns whether @p payment may be one of the charge that @p intent asked for although it has not its reference: it
/// is from its time, nothing that is known of both differs, and it has none or writes it in another way.
bool mayBeWithoutReference(const checkout::Transaction &payment, const ledger::Intent &intent,
                           const CreationTime &time);

/// Reads the payments of @p provider for the charge that @p intent asked for under its reference, or under its id as
/// one. Where none has that, those from its time are taken that have no reference, or write it in another way, and of
/// which nothing else that is known differs. Errors: those of Provider::transactions(), of the ledger and of the
/// journal.
http::Task<checkout::Result<ReferencedCharges>> findReference(QPointer<Desk> desk, ProviderHandle provider,
                                                              ledger::Intent intent, checkout::Capabilities can);

} // namespace tilldeck::desk
