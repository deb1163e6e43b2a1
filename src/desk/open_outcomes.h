// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Names what a merchant can do about an outcome that is not known.
enum class OutcomeAction {
    LookUp,    ///< Ask the provider; sends nothing that creates or gives back.
    SendAgain, ///< Send the same request under the same key.
    Made,      ///< Decide that it was made; of a creation: say as which session.
    NotMade,   ///< Decide that it was not made.
    TakeNote,  ///< Close what is known to have failed.
    EnterKey,  ///< Enter the key of the account, without which nothing can be asked or sent.
};

/// Says whether an action is safe in the state of an outcome.
struct OutcomeOffer
{
    OutcomeOffer(OutcomeAction action, QString whyNot, QString risk = {})
        : action(action)
        , whyNot(std::move(whyNot))
        , risk(std::move(risk))
    {
    }

    OutcomeAction action;
    QString whyNot; ///< Why it is not offered, in a sentence; empty when it is.
    QString risk;   ///< What happens when the merchant decides wrongly, in sentences.
};

/// Holds what waits for the merchant: a creation or a refund of unknown outcome, or a refund that the provider has
/// taken and not given back.
struct OpenOutcome
{
    ledger::Intent intent;
    QString customer; ///< As the lists call the customer of the session or payment; may be empty.
    std::optional<money::Money> amount;
    std::vector<ledger::TimelineEvent> tried; ///< Sent, sent again, looked up; newest first.
    /// Every action of its kind, first what to do first; none does anything under a new key.
    std::vector<OutcomeOffer> offers;
};

/// Returns why @p creation, whose provider has @p can for its flow, cannot be looked up, in sentences that say where to
/// look; empty when it can.
QString whyNotLookedUp(const checkout::Capabilities &can, const ledger::Intent &creation);

/// Returns the outcome of one intent; nothing where nothing is left to decide. Errors: those of Journal::intent() and
/// of the ledger.
http::Task<checkout::Result<std::optional<OpenOutcome>>> openOutcome(QPointer<Desk> desk, QString intentId);

/// Returns every creation and refund of unknown outcome of the accounts, oldest first. One of an account that is none
/// of them and may be the same (AccountStore::othersThan()) belongs to the first that it may be.
http::Task<checkout::Result<std::vector<OpenOutcome>>> openOutcomes(QPointer<Desk> desk, QStringList accountIds);

} // namespace tilldeck::desk
