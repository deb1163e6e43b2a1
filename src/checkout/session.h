// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/quote.h"
#include "checkout/session_draft.h"

#include <QDateTime>

namespace tilldeck::checkout {

/// The dashboard's words for a checkout session's state (contracts: "Common vocabulary"). A word that is not known
/// stays Unrecognised with the raw text beside it; it is never mapped by guess.
enum class SessionStatus { Open, Completed, Expired, Failed, Unrecognised };

/// One try to take the payment, on one cascade tier.
struct PaymentAttempt
{
    int tier = 0;
    QString processorRouteId; ///< Empty: the account's default route.
    bool succeeded = false;
    QString declineCode; ///< The provider's word, when declined.
    std::optional<money::Money> amount;
    QDateTime at; ///< UTC

    friend bool operator==(const PaymentAttempt &, const PaymentAttempt &) = default;
};

/// What the gateway that takes the payment needs from the merchant's own page.
struct GatewayHandover
{
    QString gateway;        ///< The provider's word: "stripe". Empty: not told.
    QString clientSecret;   ///< A secret: masked on screen and in logs.
    QString publishableKey; ///< Masked too.
    QString gatewayAccountId;

    friend bool operator==(const GatewayHandover &, const GatewayHandover &) = default;
};

/// A checkout session (or a charge) as its provider last described it.
struct Session
{
    QString id;          ///< Never a secret: where the provider knows only a token, a digest of it that we made.
    QString flow;        ///< One of Capabilities::flows; empty: the provider's standard one.
    QString secureToken; ///< A secret: masked on screen and in logs.
    QString url;         ///< The checkout page; holds the token. Empty: not known.
    SessionStatus status = SessionStatus::Open;
    QString rawStatus; ///< The provider's own word.
    CustomerChoice customer;
    std::optional<money::Money> amount; ///< What the customer pays on the first tier, as reported.
    QDateTime createdAt;                ///< UTC; invalid: not told.
    QDateTime expiresAt;                ///< UTC; invalid: not told.
    std::optional<int> paidTier;        ///< 0 is the first tier.
    QString paidRouteId;
    std::vector<PaymentAttempt> attempts;
    QString transactionId; ///< What a refund is asked for; empty: not told.
    std::optional<FeeDetails> fees;
    GatewayHandover handover;
    SessionDraft contents; ///< What the provider says it was made of; empty parts: not told. Not kept by the ledger.

    friend bool operator==(const Session &, const Session &) = default;
};

/// Open sessions whose time is over are expired, whether or not the provider has said so yet.
SessionStatus statusAt(const Session &session, const QDateTime &now);

/// What the customer pays: of a paid session the amount that was taken, which a fallback tier makes less than the first
/// tier's. Absent: not told.
std::optional<money::Money> amountOf(const Session &session);

} // namespace tilldeck::checkout
