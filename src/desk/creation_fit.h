// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/session.h"
#include "checkout/transaction.h"
#include "ledger/journal.h"

namespace tilldeck::desk {

/// Says whether a session that a provider lists is the one that a creation asked for.
enum class Fit {
    No,        ///< It is surely older, of another customer, or of other prices and quantities.
    Different, ///< Something else of it is not as asked for; a provider may have written that in its own way.
    Perhaps,   ///< Nothing contradicts, and not everything is reported.
    Yes
};

/// Holds when a creation was under way, by the provider's clock.
struct CreationTime
{
    CreationTime(const ledger::Intent &intent, const QDateTime &providerNow, const QDateTime &now);

    Fit fit(const QDateTime &createdAt) const;
    /// Returns whether what was stamped @p createdAt is from before the creation, by the provider's clock alone.
    bool isBefore(const QDateTime &createdAt) const;
    /// Returns whether what was stamped @p createdAt is from the time of the creation, or of the day after, in which it
    /// may have waited somewhere; also where it has no stamp.
    bool isOfItsDay(const QDateTime &createdAt) const;
    /// Returns whether what was stamped @p createdAt is older, by both clocks: either may have been wrong.
    bool isSurelyOlder(const QDateTime &createdAt) const;

private:
    QDateTime m_opened;
    QDateTime m_to;
    /// Invalid where the provider had not said its time when the creation began: then the time rests on the clock of
    /// this computer, which may have been set since.
    QDateTime m_olderBefore;
};

/// Returns until when, by the clock of this computer, the session that @p intent asked for may still appear: its
/// request may wait in front of the provider as long. Invalid once that is over by both clocks, where the
/// provider's is known; one of this computer that was set back does not count.
QDateTime mayAppearUntil(const ledger::Intent &intent, const QDateTime &providerNow, const QDateTime &now);

/// Returns whether @p payment may be one of the charge that @p intent asked for under its reference: nothing that is
/// known of both differs. A reference is the merchant's own, and another shop may have the same.
bool mayBeChargeOf(const checkout::Transaction &payment, const ledger::Intent &intent);

/// Returns whether what @p session costs may be what @p intent asked for, or was quoted: a fee that the customer pays
/// may be a part of it.
bool mayCost(const checkout::Session &session, const ledger::Intent &intent);

/// Returns @p intent as the provider makes it where a lifetime was not asked for: with its own, where that is
/// documented.
ledger::Intent withDefaults(ledger::Intent intent, const checkout::Capabilities &can);

/// Returns whether a session that the provider lists is the one that @p intent asked for.
Fit fit(const checkout::Session &session, const ledger::Intent &intent, const CreationTime &time);

/// Returns whether @p session, of Fit::Different, may be the one all the same: it is from the time of the creation, and
/// none of the merchant's own fields that were asked for has another value.
bool mayBeRewritten(const checkout::Session &session, const ledger::Intent &intent, const CreationTime &time);

/// Returns whether @p session reports one of the merchant's own fields that @p intent asked for with another value.
bool contradictsFields(const checkout::Session &session, const ledger::Intent &intent);

/// Returns what of @p session, in a sentence, @p intent cannot have asked for, however a provider writes it: it is
/// older, for another customer, or of other contents or another amount. Empty where nothing of that contradicts.
QString contradictionOf(const checkout::Session &session, const ledger::Intent &intent, const CreationTime &time);

/// Returns why @p session may be another one than @p intent asked for, and what follows if it is, in sentences; empty
/// where nothing contradicts.
QString doubtAbout(const checkout::Session &session, const ledger::Intent &intent, const CreationTime &time);

} // namespace tilldeck::desk
