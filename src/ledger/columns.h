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

template <class E> struct Word
{
    E value;
    QLatin1String word;
};

/// The word of each value in the file. A word outlives the order of the enumeration.
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
    Word{SessionStatus::Open, QLatin1String("open")},
    Word{SessionStatus::Completed, QLatin1String("completed")},
    Word{SessionStatus::Expired, QLatin1String("expired")},
    Word{SessionStatus::Failed, QLatin1String("failed")},
    Word{SessionStatus::Unrecognised, QLatin1String("unrecognised")},
};
template <>
constexpr auto words<TransactionStatus> = std::array{
    Word{TransactionStatus::Pending, QLatin1String("pending")},
    Word{TransactionStatus::Succeeded, QLatin1String("succeeded")},
    Word{TransactionStatus::Failed, QLatin1String("failed")},
    Word{TransactionStatus::Refunded, QLatin1String("refunded")},
    Word{TransactionStatus::PartlyRefunded, QLatin1String("partly_refunded")},
    Word{TransactionStatus::Unrecognised, QLatin1String("unrecognised")},
};
template <>
constexpr auto words<RefundStatus> = std::array{
    Word{RefundStatus::Pending, QLatin1String("pending")},
    Word{RefundStatus::Succeeded, QLatin1String("succeeded")},
    Word{RefundStatus::Failed, QLatin1String("failed")},
    Word{RefundStatus::Unrecognised, QLatin1String("unrecognised")},
};
template <>
constexpr auto words<IntentKind> = std::array{
    Word{IntentKind::Create, QLatin1String("create")},
    Word{IntentKind::Refund, QLatin1String("refund")},
};
template <>
constexpr auto words<RecordState> = std::array{
    Word{RecordState::Known, QLatin1String("known")},
    Word{RecordState::Creating, QLatin1String("creating")},
    Word{RecordState::OutcomeUnknown, QLatin1String("outcome_unknown")},
};
template <>
constexpr auto words<IntentState> = std::array{
    Word{IntentState::Open, QLatin1String("open")},           Word{IntentState::Confirmed, QLatin1String("confirmed")},
    Word{IntentState::Rejected, QLatin1String("rejected")},   Word{IntentState::Unknown, QLatin1String("unknown")},
    Word{IntentState::Abandoned, QLatin1String("abandoned")},
};
template <>
constexpr auto words<EventKind> = std::array{
    Word{EventKind::Created, QLatin1String("created")},
    Word{EventKind::Checked, QLatin1String("checked")},
    Word{EventKind::UrlCopied, QLatin1String("url_copied")},
    Word{EventKind::TokenCopied, QLatin1String("token_copied")},
    Word{EventKind::Opened, QLatin1String("opened")},
    Word{EventKind::StatusChanged, QLatin1String("status_changed")},
    Word{EventKind::OutcomeUnknown, QLatin1String("outcome_unknown")},
    Word{EventKind::Resolved, QLatin1String("resolved")},
    Word{EventKind::ExpiredByMerchant, QLatin1String("expired_by_merchant")},
};
template <>
constexpr auto words<Delivery> = std::array{
    Word{Delivery::Kept, QLatin1String("kept")},
    Word{Delivery::Pending, QLatin1String("pending")},
    Word{Delivery::Delivered, QLatin1String("delivered")},
    Word{Delivery::Failed, QLatin1String("failed")},
};
template <>
constexpr auto words<CommissionSource> = std::array{
    Word{CommissionSource::Own, QLatin1String("own")},
    Word{CommissionSource::Marketplace, QLatin1String("marketplace")},
    Word{CommissionSource::None, QLatin1String("none")},
    Word{CommissionSource::NotTold, QLatin1String("not_told")},
};

template <class E> QString wordOf(E value)
{
    const auto found =
        std::find_if(words<E>.begin(), words<E>.end(), [value](const auto &w) { return w.value == value; });
    return found->word;
}

/// FALLBACK for a word that a newer program has written.
template <class E> E valueOf(const QVariant &column, E fallback)
{
    const QString word = column.toString();
    const auto found =
        std::find_if(words<E>.begin(), words<E>.end(), [&word](const auto &w) { return w.word == word; });
    return found == words<E>.end() ? fallback : found->value;
}

QVariant textColumn(const QString &text);   ///< Empty: NULL.
QVariant timeColumn(const QDateTime &time); ///< Invalid: NULL.
QDateTime timeFrom(const QVariant &column);
QVariant amountColumn(const std::optional<money::Money> &amount);
QVariant currencyColumn(const std::optional<money::Money> &amount);
std::optional<money::Money> amountFrom(const QVariant &amount, const QVariant &currency);
QVariant tierColumn(std::optional<int> tier);
std::optional<int> tierFrom(const QVariant &column);
QVariant attemptsColumn(const std::vector<checkout::PaymentAttempt> &attempts);
std::vector<checkout::PaymentAttempt> attemptsFrom(const QVariant &column);
QVariant draftColumn(const checkout::SessionDraft &draft); ///< Empty: NULL.
checkout::SessionDraft draftFrom(const QVariant &column);

/// Text as it is compared in a search: without case, width or way of composing accents.
QString searchable(const QString &text);
QVariant searchColumn(const QStringList &texts);

} // namespace tilldeck::ledger
