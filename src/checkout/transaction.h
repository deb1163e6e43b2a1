// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/refund.h"
#include "checkout/session.h"
#include "checkout/unread_row.h"

namespace tilldeck::checkout {

enum class TransactionStatus { Pending, Succeeded, Failed, Refunded, PartlyRefunded, Unrecognised };

/// Holds something that happened to a payment, as the provider calls it.
struct TransactionStep
{
    QString type;
    QDateTime at; ///< UTC

    friend bool operator==(const TransactionStep &, const TransactionStep &) = default;
};

/// Holds a list of refunds with entries that cannot be read. What such a list does not show may be among those, so it
/// proves of no refund that it was not made.
struct RefundsInPart
{
    std::vector<Refund> readable;
    std::vector<UnreadRow> unread;

    friend bool operator==(const RefundsInPart &, const RefundsInPart &) = default;
};

/// Holds a payment that was made or attempted.
struct Transaction
{
    Transaction(QString id, money::Money amount)
        : id(std::move(id))
        , amount(amount)
    {
    }

    QString id;
    money::Money amount;
    /// What arrived of `amount`, in its currency; absent when it was not reported.
    std::optional<money::Money> received;
    std::optional<money::Money> refunded;
    std::optional<money::Money> discount;
    TransactionStatus status = TransactionStatus::Unrecognised;
    QString rawStatus;
    QString sessionId;
    QString customerId;
    QString processorRouteId; ///< Route of the payment; empty: the account's default.
    std::optional<int> tier;  ///< 0 is the first tier; absent when it was not reported.
    QString declineCode;
    QString method;    ///< For reading: "Visa ending 4242". Empty when it was not reported.
    QString gateway;   ///< The provider's name: "paystack". Empty when it was not reported.
    QString reference; ///< The merchant's own. Empty: none.
    /// The id that refunds are made by, where that is not `id`. Empty when it was not reported.
    QString paymentId;
    std::optional<money::Money> priced; ///< What the merchant priced, where that is another currency than `amount`.
    std::optional<FeeDetails> fees;
    std::optional<Split> split; ///< As the provider settled it.
    std::vector<PaymentAttempt> attempts;
    /// What was given back, entry by entry; absent when the provider did not list it, or an entry cannot be read.
    std::optional<std::vector<Refund>> refunds;
    RefundsInPart refundsInPart;        ///< Where an entry cannot be read; else empty.
    std::vector<TransactionStep> steps; ///< Oldest first; as far as the provider lists them.
    QDateTime createdAt;                ///< UTC

    /// Returns what there is to give back of the payment in all: `amount`, or what was received where that is less.
    money::Money mostRefundable() const;
    /// Returns what can still be given back, as the provider last reported; nothing for a payment that was not paid.
    std::optional<money::Money> refundable() const;

    friend bool operator==(const Transaction &, const Transaction &) = default;
};

/// Returns whether @p one and @p other, which have one id, are different payments: by their amount or currency, by when
/// they were made, or by the customer, the session or the id that refunds are made by, where both say it.
bool isAnotherPayment(const Transaction &one, const Transaction &other);

/// Returns whether @p answer lists the refunds of a payment whole, without one that @p before lists.
bool lacksListedRefund(const Transaction &answer, const Transaction &before);

/// Returns whether @p answer lacks something that @p before reported as given back of the same payment: an entry of its
/// list, or a part of the total that no entry which failed explains. What an answer does not report at all it does not
/// lack. An answer that lacks something may come from an older copy of the provider's data.
bool lacksRefunds(const Transaction &answer, const Transaction &before);

} // namespace tilldeck::checkout
