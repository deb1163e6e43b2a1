// SPDX-License-Identifier: GPL-3.0-or-later
// What long lists show of each row: it is read without anything that stands apart of it.
#pragma once

#include "checkout/session.h"
#include "checkout/transaction.h"

#include <QDateTime>

#include <optional>

namespace tilldeck::ledger {

struct SessionRecord;

/// Says how far a session is known; see SessionRecord.
enum class SessionState {
    Known,          ///< The provider has answered; the session is its answer.
    Creating,       ///< The intent is open in this run.
    OutcomeUnknown, ///< Sent, no answer that can be trusted. Neither created nor refused.
};

/// Holds what a list of sessions shows of one. Ledger::sessionsByKey() returns the whole of it.
struct SessionRow
{
    SessionRow() = default;
    explicit SessionRow(const SessionRecord &record);

    qint64 key = 0;
    QString accountId;
    QString intentId; ///< Empty for sessions made elsewhere.
    SessionState state = SessionState::Known;
    QString id; ///< At the provider.
    checkout::SessionStatus status = checkout::SessionStatus::Open;
    QString rawStatus;
    QDateTime expiresAt; ///< UTC
    std::optional<int> paidTier;
    QString customerLabel;
    QString itemsLabel;
    std::optional<money::Money> amount;
    QDateTime createdAt; ///< UTC

    friend bool operator==(const SessionRow &, const SessionRow &) = default;
};

/// Says what is to be said of a payment's refunds instead of its status.
enum class OpenRefunds {
    None,
    Asked,    ///< Nothing is known to be given back, and something is asked for.
    UnderWay, ///< One was sent, and its answer is awaited.
    Unknown   ///< The outcome of one is not known.
};

/// Holds what a list of payments shows of one. Ledger::transactionsByKey() returns the whole of it.
struct PaymentRow
{
    PaymentRow(qint64 key, QString accountId, QString id, money::Money amount)
        : key(key)
        , accountId(std::move(accountId))
        , id(std::move(id))
        , amount(amount)
    {
    }

    qint64 key;
    QString accountId;
    QString id; ///< At the provider.
    money::Money amount;
    checkout::TransactionStatus status = checkout::TransactionStatus::Unrecognised; ///< As far as it is known.
    QString rawStatus;
    OpenRefunds refunds = OpenRefunds::None;
    QString sessionId;
    std::optional<int> tier;
    QString customerLabel;
    QString itemsLabel;
    std::optional<money::Money> fee;
    QString processorRouteId;
    QString gateway;
    QDateTime createdAt; ///< UTC

    friend bool operator==(const PaymentRow &, const PaymentRow &) = default;
};

} // namespace tilldeck::ledger
