// SPDX-License-Identifier: GPL-3.0-or-later
// What the hosted pages know of a provider: something to pay, and how to pay it.
#pragma once

#include "money/money.h"
#include "sandbox/pages/cards.h"
#include "sandbox/pages/wallets.h"

#include <QDateTime>

#include <optional>

namespace tilldeck::sandbox {

/// A line of an order or one of its sums, as the customer reads it. Plain text, not HTML.
struct PayableLine
{
    QString name;
    QString detail; ///< below the name: "2 × 310.00 EUR"
    money::Money amount;
};

/// A try that the issuer or the processor declined.
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
    std::optional<money::Money> total; ///< asked for, or paid; none when there is nothing to pay
    QString email;
    QDateTime openUntil;   ///< invalid when it does not expire
    QByteArray successUrl; ///< ready for a Location header; empty: the page itself says thank you
    QByteArray cancelUrl;
    bool takesCards = true;
    bool takesWallets = false;
    Wallet wallet;                      ///< what its form begins with, or what a Waiting one waits for
    std::optional<Decline> lastDecline; ///< of a wallet that was waited for
};

/// What became of a submitted card or wallet.
struct Payment
{
    enum Outcome {
        Paid,
        Waiting,     ///< for the customer to confirm on the phone
        Declined,    ///< every try; the payable stays open until its last allowed one
        Invalid,     ///< problems of the fields; nothing was tried
        Closed,      ///< not open, or nothing to pay; nothing was tried
        StorageError ///< the state could not be written: nothing was charged
    };
    Outcome outcome = Closed;
    QList<FieldError> problems;
    QList<Decline> declines;

    /// Returns the payment of @p answer; a refusal is a storage error.
    static Payment of(const Answer<Payment> &answer) { return answer.value_or(Payment{StorageError, {}, {}}); }
};

class HostedCheckout
{
public:
    HostedCheckout() = default;
    HostedCheckout(const HostedCheckout &) = delete;
    HostedCheckout &operator=(const HostedCheckout &) = delete;
    virtual ~HostedCheckout() = default;

    virtual std::optional<Payable> payable(const QString &id) = 0;
    /// Never charges twice: what is paid already answers Closed.
    virtual Payment pay(const QString &id, const Card &card) = 0;
    /// The same for what takes wallets.
    virtual Payment payByWallet(const QString &, const Wallet &) { return {}; }

    /// What a reusable link opens, made for this visit. Nothing when ID is no link; empty when it does not work.
    virtual std::optional<QString> opened(const QString &) { return std::nullopt; }

    /// Something fails for good at this many payments that were declined.
    static constexpr int kMostDeclinedTries = 5;
};

} // namespace tilldeck::sandbox
