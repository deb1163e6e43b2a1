// SPDX-License-Identifier: GPL-3.0-or-later
// What the hosted pages know of a provider: what a customer is asked to pay, and how to pay it.
#pragma once

#include "money/money.h"
#include "sandbox/pages/cards.h"
#include "sandbox/pages/wallets.h"

#include <QDateTime>

#include <optional>

namespace tilldeck::sandbox {

/// A line of an order or one of its sums, in plain text.
struct PayableLine
{
    QString name;
    QString detail; ///< below the name: "2 × 310.00 EUR"
    money::Money amount;
};

/// A payment that the issuer or the processor declined.
struct Decline
{
    money::Money amount;
    QString code;
};

/// What a customer is asked to pay.
struct Payable
{
    enum State { Open, Waiting, Paid, Expired, Failed, Nothing };
    State state = Nothing;
    QString id; ///< the segment below /pay
    QString shop;
    QList<PayableLine> lines;
    QList<PayableLine> sums;           ///< between the lines and the total
    std::optional<money::Money> total; ///< none when there is nothing to pay
    QString email;
    QDateTime openUntil;   ///< invalid when the checkout does not expire
    QByteArray successUrl; ///< ready for a Location header; when empty, the page says thank you
    QByteArray cancelUrl;
    bool takesCards = true;
    bool takesWallets = false;
    Wallet wallet;                      ///< what the form begins with, or what a waiting payment waits for
    std::optional<Decline> lastDecline; ///< of a payment that was waited for
};

/// The result of a submitted card or wallet.
struct Payment
{
    enum Outcome {
        Paid,
        Waiting,     ///< for the customer to confirm on the phone
        Declined,    ///< in every tier; the checkout stays open until its last allowed try
        Invalid,     ///< the fields have problems; nothing was tried
        Closed,      ///< not open, or nothing to pay; nothing was tried
        StorageError ///< the state could not be written; nothing was charged
    };
    Outcome outcome = Closed;
    QList<FieldError> problems;
    QList<Decline> declines;

    /// Returns the payment of @p answer; a refusal is a storage error.
    static Payment of(const Answer<Payment> &answer) { return answer.value_or(Payment{StorageError, {}, {}}); }
};

/// Checkouts of one provider that the hosted pages show and have paid.
class HostedCheckout
{
public:
    HostedCheckout() = default;
    HostedCheckout(const HostedCheckout &) = delete;
    HostedCheckout &operator=(const HostedCheckout &) = delete;
    virtual ~HostedCheckout() = default;

    /// Returns what the checkout of @p id asks for, or nothing when there is no such checkout.
    virtual std::optional<Payable> payable(const QString &id) = 0;
    /// Pays by card. Never charges twice: a paid checkout is Closed.
    virtual Payment pay(const QString &id, const Card &card) = 0;
    /// Pays by mobile money, where the provider takes it.
    virtual Payment payByWallet(const QString &, const Wallet &) { return {}; }

    /// Makes a checkout for a visit of the payment link @p id and returns its id. Returns nothing when there is no such
    /// link, and an empty id when the link does not work.
    virtual std::optional<QString> openLink(const QString &) { return std::nullopt; }

    /// A checkout fails after this many declined payments.
    static constexpr int kMostDeclinedTries = 5;
};

} // namespace tilldeck::sandbox
