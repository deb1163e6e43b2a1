// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/codec_sessions.h"

#include "providers/wire/amounts.h"
#include "providers/wire/status_names.h"

#include <QCryptographicHash>

#include <array>

namespace tilldeck::providers::khaime {

using checkout::Session;
using checkout::SessionDraft;
using checkout::SessionStatus;

using namespace Qt::StringLiterals;

namespace {

/// Contracts, x-status-normalisation.
constexpr std::array sessionStatusNames{
    WireName{"pending"_L1, SessionStatus::Open},
    WireName{"completed"_L1, SessionStatus::Completed},
    WireName{"expired"_L1, SessionStatus::Expired},
    WireName{"failed"_L1, SessionStatus::Failed},
};

/// Returns @p session unless @p item has a fault.
checkout::Result<Session> take(ObjectReader &item, Session session)
{
    if (!item.ok())
        return std::unexpected(item.error());
    return session;
}

void readStatus(ObjectReader &item, Session &session)
{
    session.rawStatus = item.word("status"_L1);
    session.status = statusOf(session.rawStatus, sessionStatusNames);
}

/// Returns the product that an answer names, by its number or as a text; empty where it names none. Whatever else
/// stands there is no fault: no contract promises it.
QString productIn(const ObjectReader &item, QLatin1StringView name)
{
    const QJsonValue product = item.all().value(name);
    const qint64 number = product.toInteger();
    return number > 0 ? QString::number(number) : product.toString();
}

Session readPaymentSession(ObjectReader &item)
{
    Session session;
    session.flow = idOf(Flow::Session);
    session.id = item.requiredText("session_id"_L1);
    readStatus(item, session);
    session.url = item.optionalText("payment_url"_L1);
    const auto currency = item.currency("currency"_L1);
    session.amount = optionalAmount(item, Family::Khaime, "amount"_L1, currency);
    session.createdAt = item.time("created_at"_L1);
    session.expiresAt = item.time("expires_at"_L1);
    session.transactionId = item.optionalText("transaction_id"_L1);
    session.fees = readFees(item, currency);
    // No contract has them in an answer; where they are said, they tell sessions of one price apart.
    session.contents.productId = productIn(item, "product_id"_L1);
    session.contents.productName = item.all().value("product_name"_L1).toString();
    return session;
}

/// Reads a charge. Its answer may name no currency; its figures are then in the one that was asked for.
Session readCharge(ObjectReader &item, const SessionDraft &draft)
{
    Session session;
    session.flow = idOf(Flow::Charge);
    session.id = item.requiredText("charge_id"_L1);
    readStatus(item, session);
    session.url = item.optionalText("payment_url"_L1);
    session.handover.gateway = item.label("payment_gateway"_L1);
    session.handover.clientSecret = item.optionalText("client_secret"_L1);
    session.handover.publishableKey = item.optionalText("publishable_key"_L1);
    session.handover.gatewayAccountId = item.optionalText("stripe_account_id"_L1);
    session.transactionId = item.optionalText("transaction_id"_L1);
    session.createdAt = item.time("created_at"_L1);
    session.expiresAt = item.time("expires_at"_L1);
    const auto answered = item.currency("currency"_L1);
    session.fees = readFees(item, answered ? answered : chargeCurrencyOf(draft));
    session.amount = session.fees ? session.fees->total : std::nullopt;
    return session;
}

/// Returns the status of a checkout whose answer has none: from its order, else from its expiry.
SessionStatus inferredStatus(const QString &orderId, const QDateTime &expiresAt, const QDateTime &now)
{
    if (!orderId.isEmpty())
        return SessionStatus::Completed;
    return expiresAt.isValid() && expiresAt <= now ? SessionStatus::Expired : SessionStatus::Open;
}

Session readCheckout(ObjectReader &item, const QDateTime &now)
{
    Session session;
    session.flow = idOf(Flow::Checkout);
    session.secureToken = item.requiredText("sessionToken"_L1);
    session.id = session.secureToken.isEmpty() ? QString() : checkoutIdOf(session.secureToken);
    session.url = item.optionalText("checkoutUrl"_L1);
    session.amount = optionalAmount(item, Family::Khaime, "amount"_L1, item.currency("currency"_L1));
    session.expiresAt = item.time("expiresAt"_L1);
    readStatus(item, session);
    if (session.rawStatus.isEmpty())
        session.status = inferredStatus(item.label("orderId"_L1), session.expiresAt, now);
    session.contents.productId = productIn(item, "productId"_L1);
    session.handover.gateway = item.label("paymentGateway"_L1);
    ObjectReader gateway = item.object("gatewayCredentials"_L1);
    session.handover.clientSecret = gateway.optionalText("clientSecret"_L1);
    session.handover.publishableKey = gateway.optionalText("publishableKey"_L1);
    item.adopt(gateway);
    return session;
}

/// Returns a session that was just created: it exists when its id can be read, and then a fault in another member costs
/// that member only.
checkout::Result<Session> created(const ObjectReader &item, Session session)
{
    if (session.id.isEmpty())
        return std::unexpected(item.error());
    // Nothing can have happened to it yet where no state is reported.
    if (session.rawStatus.isEmpty() && session.status == SessionStatus::Unrecognised)
        session.status = SessionStatus::Open;
    return session;
}

} // namespace

ObjectReader dataOf(const QJsonDocument &answer)
{
    ObjectReader root(answer);
    if (!root.ok())
        return root;
    // An object that is not there reads as one with a fault.
    return ObjectReader(root.all().value("data"_L1), u"data"_s);
}

std::optional<checkout::FeeDetails> readFees(ObjectReader &item, std::optional<money::Currency> currency)
{
    ObjectReader details = item.object("fee_details"_L1);
    auto base = optionalAmount(details, Family::Khaime, "base_product_price"_L1, currency);
    if (!base)
        base = optionalAmount(details, Family::Khaime, "base_amount"_L1, currency);
    std::optional<checkout::FeeDetails> fees;
    if (base) {
        fees.emplace(*base);
        fees->fee = optionalAmount(details, Family::Khaime, "transaction_fee"_L1, currency);
        fees->total = optionalAmount(details, Family::Khaime, "total_amount"_L1, currency);
        fees->customerPays = details.flag("customer_pays_fees"_L1, false);
    }
    // Half of a breakdown would say who pays a fee that nobody named.
    if (!details.ok())
        fees.reset();
    item.adopt(details);
    return fees;
}

QString checkoutIdOf(const QString &token)
{
    constexpr int digits = 12;
    const QByteArray digest = QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex();
    return "sdk_"_L1 + QString::fromLatin1(digest.first(digits));
}

checkout::Result<Session> decodeCreated(const QJsonDocument &answer, const SessionDraft &draft, const QDateTime &now)
{
    switch (flowOf(draft.flow).value_or(Flow::Charge)) {
    case Flow::Charge: {
        ObjectReader item = dataOf(answer);
        Session session = readCharge(item, draft);
        if (!session.amount)
            session.amount = draft.chargeAmount ? draft.chargeAmount : draft.pricing;
        return created(item, std::move(session));
    }
    case Flow::Session: {
        ObjectReader item = dataOf(answer);
        Session session = readPaymentSession(item);
        return created(item, std::move(session));
    }
    case Flow::Checkout: {
        ObjectReader item(answer);
        Session session = readCheckout(item, now);
        return created(item, std::move(session));
    }
    }
    return std::unexpected(ObjectReader(answer).error());
}

checkout::Result<Session> decodeSession(const QJsonDocument &answer)
{
    ObjectReader item = dataOf(answer);
    return take(item, readPaymentSession(item));
}

checkout::Result<Session> decodeCheckout(const QJsonDocument &answer, const QDateTime &now)
{
    ObjectReader item(answer);
    return take(item, readCheckout(item, now));
}

} // namespace tilldeck::providers::khaime
