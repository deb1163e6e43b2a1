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

template <class E> struct EnumName
{
    E value;
    QLatin1String name;
};

/// The name of each value in the file, which does not depend on the order of the enumeration.
template <class E> inline constexpr auto enumNames = std::array<EnumName<E>, 0>{};

using checkout::RefundStatus;
using checkout::SessionStatus;
using checkout::TransactionStatus;
using RecordState = SessionRecord::State;
using IntentState = Intent::State;
using IntentKind = Intent::Kind;
using IntentRemark = Intent::Remark;
using EventKind = TimelineEvent::Kind;
using Delivery = WebhookEvent::Delivery;
using CommissionSource = checkout::Split::CommissionSource;

template <>
inline constexpr auto enumNames<SessionStatus> = std::array{
    EnumName{SessionStatus::Open, "open"_L1},
    EnumName{SessionStatus::Completed, "completed"_L1},
    EnumName{SessionStatus::Expired, "expired"_L1},
    EnumName{SessionStatus::Failed, "failed"_L1},
    EnumName{SessionStatus::Unrecognised, "unrecognised"_L1},
    EnumName{SessionStatus::NotAsked, "not_asked"_L1},
};
template <>
inline constexpr auto enumNames<TransactionStatus> = std::array{
    EnumName{TransactionStatus::Pending, "pending"_L1},
    EnumName{TransactionStatus::Succeeded, "succeeded"_L1},
    EnumName{TransactionStatus::Failed, "failed"_L1},
    EnumName{TransactionStatus::Refunded, "refunded"_L1},
    EnumName{TransactionStatus::PartlyRefunded, "partly_refunded"_L1},
    EnumName{TransactionStatus::Unrecognised, "unrecognised"_L1},
};
template <>
inline constexpr auto enumNames<RefundStatus> = std::array{
    EnumName{RefundStatus::Pending, "pending"_L1},
    EnumName{RefundStatus::Succeeded, "succeeded"_L1},
    EnumName{RefundStatus::Failed, "failed"_L1},
    EnumName{RefundStatus::Unrecognised, "unrecognised"_L1},
};
template <>
inline constexpr auto enumNames<IntentKind> = std::array{
    EnumName{IntentKind::Create, "create"_L1},
    EnumName{IntentKind::Refund, "refund"_L1},
    EnumName{IntentKind::Coupon, "coupon"_L1},
    EnumName{IntentKind::PromotionCode, "promotion_code"_L1},
    EnumName{IntentKind::Route, "route"_L1},
    EnumName{IntentKind::DeactivateCoupon, "deactivate_coupon"_L1},
    EnumName{IntentKind::DeactivateCode, "deactivate_code"_L1},
};
template <>
inline constexpr auto enumNames<RecordState> = std::array{
    EnumName{RecordState::Known, "known"_L1},
    EnumName{RecordState::Creating, "creating"_L1},
    EnumName{RecordState::OutcomeUnknown, "outcome_unknown"_L1},
};
template <>
inline constexpr auto enumNames<IntentState> = std::array{
    EnumName{IntentState::Open, "open"_L1},           EnumName{IntentState::Confirmed, "confirmed"_L1},
    EnumName{IntentState::Rejected, "rejected"_L1},   EnumName{IntentState::Unknown, "unknown"_L1},
    EnumName{IntentState::Abandoned, "abandoned"_L1}, EnumName{IntentState::Accepted, "accepted"_L1},
    EnumName{IntentState::Failed, "failed"_L1},       EnumName{IntentState::Planned, "planned"_L1},
};
template <>
inline constexpr auto enumNames<IntentRemark> = std::array{
    EnumName{IntentRemark::None, ""_L1},
    EnumName{IntentRemark::Left, "left"_L1},
    EnumName{IntentRemark::Earlier, "earlier"_L1},
};
template <>
inline constexpr auto enumNames<EventKind> = std::array{
    EnumName{EventKind::Created, "created"_L1},
    EnumName{EventKind::Checked, "checked"_L1},
    EnumName{EventKind::UrlCopied, "url_copied"_L1},
    EnumName{EventKind::TokenCopied, "token_copied"_L1},
    EnumName{EventKind::Opened, "opened"_L1},
    EnumName{EventKind::StatusChanged, "status_changed"_L1},
    EnumName{EventKind::OutcomeUnknown, "outcome_unknown"_L1},
    EnumName{EventKind::Resolved, "resolved"_L1},
    EnumName{EventKind::ExpiredByMerchant, "expired_by_merchant"_L1},
    EnumName{EventKind::SentAgain, "sent_again"_L1},
    EnumName{EventKind::LookedUp, "looked_up"_L1},
};
template <>
inline constexpr auto enumNames<Delivery> = std::array{
    EnumName{Delivery::Kept, "kept"_L1},
    EnumName{Delivery::Pending, "pending"_L1},
    EnumName{Delivery::Delivered, "delivered"_L1},
    EnumName{Delivery::Failed, "failed"_L1},
};
template <>
inline constexpr auto enumNames<CommissionSource> = std::array{
    EnumName{CommissionSource::Own, "own"_L1},
    EnumName{CommissionSource::Marketplace, "marketplace"_L1},
    EnumName{CommissionSource::None, "none"_L1},
    EnumName{CommissionSource::NotReported, "not_told"_L1},
};

/// Returns the name under which @p value is stored.
template <class E> QString storedName(E value)
{
    return std::ranges::find(enumNames<E>, value, &EnumName<E>::value)->name;
}

/// Returns the value that a column names, or @p fallback for a name that a newer program has written.
template <class E> E valueOf(const QVariant &column, E fallback)
{
    const auto found = std::ranges::find(enumNames<E>, column.toString(), &EnumName<E>::name);
    return found == enumNames<E>.end() ? fallback : found->value;
}

QVariant textColumn(const QString &text);   ///< Returns NULL for an empty one.
QVariant flagColumn(bool flag);             ///< Returns NULL for false.
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
