// SPDX-License-Identifier: GPL-3.0-or-later
// How single domain values stand in columns: see schema.h.
#pragma once

#include "checkout/session.h"
#include "checkout/transaction.h"
#include "ledger/journal.h"
#include "ledger/ledger.h"

#include <QVariant>

#include <algorithm>
#include <array>

namespace tilldeck::ledger {

using namespace Qt::StringLiterals;

template <class E> struct Word
{
    E value;
    QLatin1String word;
};

/// The name of each value in the file, which does not depend on the order of the enumeration.
template <class E> constexpr auto words = std::array<Word<E>, 0>{};

using checkout::RefundStatus;
using checkout::SessionStatus;
using checkout::TransactionStatus;
using RecordState = SessionRecord::State;
using IntentState = Intent::State;
using IntentKind = Intent::Kind;
using EventKind = TimelineEvent::Kind;
using Delivery = WebhookEvent::Delivery;
using CommissionSource = checkout::Split::CommissionSource;

template <>
constexpr auto words<SessionStatus> = std::array{
    Word{SessionStatus::Open, "open"_L1},
    Word{SessionStatus::Completed, "completed"_L1},
    Word{SessionStatus::Expired, "expired"_L1},
    Word{SessionStatus::Failed, "failed"_L1},
    Word{SessionStatus::Unrecognised, "unrecognised"_L1},
};
template <>
constexpr auto words<TransactionStatus> = std::array{
    Word{TransactionStatus::Pending, "pending"_L1},
    Word{TransactionStatus::Succeeded, "succeeded"_L1},
    Word{TransactionStatus::Failed, "failed"_L1},
    Word{TransactionStatus::Refunded, "refunded"_L1},
    Word{TransactionStatus::PartlyRefunded, "partly_refunded"_L1},
    Word{TransactionStatus::Unrecognised, "unrecognised"_L1},
};
template <>
constexpr auto words<RefundStatus> = std::array{
    Word{RefundStatus::Pending, "pending"_L1},
    Word{RefundStatus::Succeeded, "succeeded"_L1},
    Word{RefundStatus::Failed, "failed"_L1},
    Word{RefundStatus::Unrecognised, "unrecognised"_L1},
};
template <>
constexpr auto words<IntentKind> = std::array{
    Word{IntentKind::Create, "create"_L1},
    Word{IntentKind::Refund, "refund"_L1},
};
template <>
constexpr auto words<RecordState> = std::array{
    Word{RecordState::Known, "known"_L1},
    Word{RecordState::Creating, "creating"_L1},
    Word{RecordState::OutcomeUnknown, "outcome_unknown"_L1},
};
template <>
constexpr auto words<IntentState> = std::array{
    Word{IntentState::Open, "open"_L1},           Word{IntentState::Confirmed, "confirmed"_L1},
    Word{IntentState::Rejected, "rejected"_L1},   Word{IntentState::Unknown, "unknown"_L1},
    Word{IntentState::Abandoned, "abandoned"_L1},
};
template <>
constexpr auto words<EventKind> = std::array{
    Word{EventKind::Created, "created"_L1},
    Word{EventKind::Checked, "checked"_L1},
    Word{EventKind::UrlCopied, "url_copied"_L1},
    Word{EventKind::TokenCopied, "token_copied"_L1},
    Word{EventKind::Opened, "opened"_L1},
    Word{EventKind::StatusChanged, "status_changed"_L1},
    Word{EventKind::OutcomeUnknown, "outcome_unknown"_L1},
    Word{EventKind::Resolved, "resolved"_L1},
    Word{EventKind::ExpiredByMerchant, "expired_by_merchant"_L1},
};
template <>
constexpr auto words<Delivery> = std::array{
    Word{Delivery::Kept, "kept"_L1},
    Word{Delivery::Pending, "pending"_L1},
    Word{Delivery::Delivered, "delivered"_L1},
    Word{Delivery::Failed, "failed"_L1},
};
template <>
constexpr auto words<CommissionSource> = std::array{
    Word{CommissionSource::Own, "own"_L1},
    Word{CommissionSource::Marketplace, "marketplace"_L1},
    Word{CommissionSource::None, "none"_L1},
    Word{CommissionSource::NotReported, "not_told"_L1},
};

template <class E> QString wordOf(E value)
{
    const auto found =
        std::find_if(words<E>.begin(), words<E>.end(), [value](const auto &w) { return w.value == value; });
    return found->word;
}

/// Returns the value that a column names, or @p fallback for a name that a newer program has written.
template <class E> E valueOf(const QVariant &column, E fallback)
{
    const QString word = column.toString();
    const auto found =
        std::find_if(words<E>.begin(), words<E>.end(), [&word](const auto &w) { return w.word == word; });
    return found == words<E>.end() ? fallback : found->value;
}

QVariant textColumn(const QString &text);   ///< Returns NULL for an empty one.
QVariant timeColumn(const QDateTime &time); ///< Returns NULL for an invalid one.
QDateTime timeFrom(const QVariant &column);
QVariant amountColumn(const std::optional<money::Money> &amount);
QVariant currencyColumn(const std::optional<money::Money> &amount);
std::optional<money::Money> amountFrom(const QVariant &amount, const QVariant &currency);
QVariant tierColumn(std::optional<int> tier);
std::optional<int> tierFrom(const QVariant &column);
QVariant attemptsColumn(const std::vector<checkout::PaymentAttempt> &attempts);
std::vector<checkout::PaymentAttempt> attemptsFrom(const QVariant &column);
QVariant draftColumn(const checkout::SessionDraft &draft); ///< Returns NULL for an empty one.
checkout::SessionDraft draftFrom(const QVariant &column);

/// Returns a text as it is compared in a search: without case, width or way of composing accents.
QString searchable(const QString &text);
QVariant searchColumn(const QStringList &texts);

} // namespace tilldeck::ledger
