// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/codec_sessions.h"

#include "providers/paymentkit/codec_contents.h"
#include "providers/wire/amounts.h"
#include "providers/wire/card_name.h"
#include "providers/wire/status_names.h"

#include <QCoreApplication>

#include <array>
#include <limits>

namespace tilldeck::providers::paymentkit {

using checkout::PaymentAttempt;
using checkout::Session;
using checkout::SessionStatus;
using checkout::Transaction;
using checkout::TransactionStatus;

using namespace Qt::StringLiterals;

namespace {

/// Contracts, x-status-normalisation.
constexpr std::array sessionStatusNames{
    WireName{"open"_L1, SessionStatus::Open},          WireName{"completed"_L1, SessionStatus::Completed},
    WireName{"complete"_L1, SessionStatus::Completed}, WireName{"paid"_L1, SessionStatus::Completed},
    WireName{"expired"_L1, SessionStatus::Expired},    WireName{"failed"_L1, SessionStatus::Failed},
};

constexpr std::array transactionStatusNames{
    WireName{"pending"_L1, TransactionStatus::Pending},
    WireName{"succeeded"_L1, TransactionStatus::Succeeded},
    WireName{"failed"_L1, TransactionStatus::Failed},
    WireName{"refunded"_L1, TransactionStatus::Refunded},
    WireName{"partially_refunded"_L1, TransactionStatus::PartlyRefunded},
};

std::optional<int> tier(ObjectReader &item, QLatin1StringView name)
{
    const auto number = item.integer(name);
    if (!number)
        return {};
    if (*number < 0 || *number > std::numeric_limits<int>::max()) {
        item.fault(name, QCoreApplication::translate("PaymentKit", "%1 is not a tier."));
        return {};
    }
    return static_cast<int>(*number);
}

std::optional<money::Money> amount(ObjectReader &item, QLatin1StringView name, std::optional<money::Currency> currency)
{
    return optionalAmount(item, Family::PaymentKit, name, currency);
}

std::vector<PaymentAttempt> readAttempts(ObjectReader &item, std::optional<money::Currency> currency)
{
    std::vector<PaymentAttempt> attempts;
    for (ObjectReader &entry : item.objects("attempts"_L1)) {
        PaymentAttempt attempt;
        attempt.tier = tier(entry, "tier"_L1).value_or(0);
        attempt.processorRouteId = entry.optionalText("processor_route_id"_L1);
        attempt.succeeded = entry.word("status"_L1) == "succeeded"_L1;
        attempt.declineCode = entry.word("decline_code"_L1);
        attempt.amount = amount(entry, "amount_atom"_L1, currency);
        attempt.at = entry.time("created_at"_L1);
        item.adopt(entry);
        attempts.push_back(std::move(attempt));
    }
    return attempts;
}

} // namespace

template <> std::optional<Session> readItem(ObjectReader &item)
{
    Session session;
    session.id = item.requiredText("id"_L1);
    session.secureToken = item.requiredText("secure_token"_L1);
    session.url = item.optionalText("url"_L1);
    session.rawStatus = item.word("status"_L1);
    session.status = statusOf(session.rawStatus, sessionStatusNames);
    session.customer.id = item.optionalText("customer_id"_L1);
    const auto currency = item.currency("currency"_L1);
    session.amount = amount(item, "total_amount_atom"_L1, currency);
    session.createdAt = item.time("created_at"_L1);
    session.isStampExact = item.moment("created_at"_L1) == session.createdAt;
    session.expiresAt = item.time("expires_at"_L1);
    session.paidTier = tier(item, "paid_tier"_L1);
    session.paidRouteId = item.optionalText("paid_processor_route_id"_L1);
    session.attempts = readAttempts(item, currency);
    session.contents = readContents(item);
    return item.ok() ? std::optional(std::move(session)) : std::nullopt;
}

template <> std::optional<Transaction> readItem(ObjectReader &item)
{
    const QString id = item.requiredText("id"_L1);
    const QString status = item.word("status"_L1);
    const auto currency = item.currency("currency"_L1);
    const auto paid = requiredAmount(item, Family::PaymentKit, "amount_atom"_L1, "currency"_L1);
    if (!item.ok())
        return {};

    Transaction transaction(id, *paid);
    transaction.rawStatus = status;
    transaction.status = statusOf(status, transactionStatusNames);
    transaction.refunded = amount(item, "refunded_amount_atom"_L1, currency);
    transaction.discount = amount(item, "discount_atom"_L1, currency);
    transaction.sessionId = item.optionalText("checkout_session_id"_L1);
    transaction.paymentId = item.optionalText("payment_intent_id"_L1);
    transaction.customerId = item.optionalText("customer_id"_L1);
    transaction.processorRouteId = item.optionalText("processor_route_id"_L1);
    transaction.tier = tier(item, "cascade_tier"_L1);
    transaction.declineCode = item.word("decline_code"_L1);
    transaction.method = cardName(item.label("card_brand"_L1), item.label("card_last4"_L1));
    transaction.attempts = readAttempts(item, currency);
    transaction.createdAt = item.time("created_at"_L1);
    return transaction;
}

checkout::Result<Session> decodeSession(const QJsonDocument &answer)
{
    ObjectReader reader(answer);
    auto session = readItem<Session>(reader);
    if (!session)
        return std::unexpected(reader.error());
    return std::move(*session);
}

checkout::Result<Session> decodeCreated(const QJsonDocument &answer)
{
    checkout::Result<Session> whole = decodeSession(answer);
    if (whole) {
        // Nothing can have happened to it yet where no state is reported.
        if (whole->rawStatus.isEmpty())
            whole->status = SessionStatus::Open;
        return whole;
    }
    ObjectReader essential(answer);
    Session session;
    session.id = essential.requiredText("id"_L1);
    session.secureToken = essential.requiredText("secure_token"_L1);
    if (!essential.ok())
        return whole;
    session.url = essential.optionalText("url"_L1);
    return session;
}

} // namespace tilldeck::providers::paymentkit
