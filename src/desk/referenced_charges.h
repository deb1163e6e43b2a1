// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Reads the payments of @p provider for the charge that @p intent asked for under its reference, or under its id as
/// one. Where none has that, those from its time are taken that have no reference, or write it in another way, and of
/// which nothing else that is known differs. Errors: those of Provider::transactions(), of the ledger and of the
/// journal.
http::Task<checkout::Result<ReferencedCharges>> findReference(QPointer<Desk> desk, ProviderHandle provider,
                                                              ledger::Intent intent, checkout::Capabilities can);

} // namespace tilldeck::desk
