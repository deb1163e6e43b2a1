// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/quote.h"
#include "checkout/session_draft.h"

#include <QDateTime>

namespace tilldeck::checkout {

/// Names a checkout session's state (contracts: "Common vocabulary"). A status that is not known stays Unrecognised
/// with the raw text beside it; it is never mapped by guess. NotAsked: the session is known from the journal alone, and
/// its provider has not said anything about it yet.
enum class SessionStatus { Open, Completed, Expired, Failed, Unrecognised, NotAsked };

/// Holds one attempt at the payment, on one cascade tier.
struct PaymentAttempt
{
    int tier = 0;
    QString processorRouteId; ///< Empty: the account's default route.
    bool succeeded = false;
    QString declineCode; ///< The provider's code, when declined.
    std::optional<money::Money> amount;
    QDateTime at; ///< UTC

    friend bool operator==(const PaymentAttempt &, const PaymentAttempt &) = default;
};

/// Holds what the payment gateway needs from the merchant's own page.
struct GatewayHandover
{
    QString gateway;        ///< The provider's name: "stripe". Empty when it was not reported.
    QString clientSecret;   ///< A secret: masked on screen and in logs.
    QString publishableKey; ///< Masked too.
    QString gatewayAccountId;

    friend bool operator==(const GatewayHandover &, const GatewayHandover &) = default;
};

/// Holds a checkout session (or a charge) as its provider last described it.
struct Session
{
    QString id;          ///< Never a secret: where the provider knows only a token, a digest of it that we made.
    QString flow;        ///< One of Capabilities::flows; empty: the provider's standard one.
    QString secureToken; ///< A secret: masked on screen and in logs.
    QString url;         ///< The checkout page; holds the token. Empty: not known.
    SessionStatus status = SessionStatus::Open;
    QString rawStatus; ///< The provider's own name of the status.
    CustomerChoice customer;
    std::optional<money::Money> amount; ///< What the customer pays on the first tier, as reported.
    QDateTime createdAt;                ///< UTC; invalid when it was not reported.
    bool isStampExact = true;           ///< `createdAt` was reported with its zone and time of day.
    QDateTime expiresAt;                ///< UTC; invalid when it was not reported.
    std::optional<int> paidTier;        ///< 0 is the first tier.
    QString paidRouteId;
    std::vector<PaymentAttempt> attempts;
    QString transactionId; ///< The payment that a refund is made of; empty when it was not reported.
    std::optional<FeeDetails> fees;
    GatewayHandover handover;
    SessionDraft contents; ///< What the session was made of by the provider's answer, as far as that reports it. Not
                           ///< kept by the ledger.

    friend bool operator==(const Session &, const Session &) = default;
};

/// Returns the status at @p now: open sessions whose time is over are expired, whether or not the provider has said so
/// yet.
SessionStatus statusAt(const Session &session, const QDateTime &now);

/// Returns the provider's own name of the status of a session that is over, when it is none of those that stand for
/// that status: what it says now ("disputed") belongs beside the status. Empty otherwise.
QString oddStatusName(const Session &session);

/// Returns Session::createdAt where it is the moment that it says; an invalid time where that is not known.
QDateTime exactStamp(const Session &session);

/// Returns what the customer pays: of a paid session the amount that was paid, which a fallback tier makes less than
/// the first tier's. Nothing when it was not reported.
std::optional<money::Money> amountOf(const Session &session);

} // namespace tilldeck::checkout
