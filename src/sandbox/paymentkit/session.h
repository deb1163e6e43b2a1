// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tilldeck::sandbox::paymentkit {

/// A price and how often, as asked for.
struct Line
{
    QString priceId;
    qint64 quantity = 1;
};

/// A tier as asked for. No route means the account's default.
struct TierRequest
{
    QList<Line> lines;
    QString routeId;
};

/// A line as sold: name and unit amount are those of the moment of creation.
struct SoldLine
{
    QString priceId;
    QString name;
    QString billingPeriod;
    qint64 quantity = 1;
    qint64 unitAmount = 0;
    qint64 total = 0;
};

/// One tier of a session, priced; amounts are minor units of the session's currency.
struct Tier
{
    QList<SoldLine> lines;
    QString routeId;
    qint64 subtotal = 0;
    qint64 discount = 0;
    qint64 total = 0;
};

/// One try to charge a card on one tier.
struct Attempt
{
    int tier = 0;
    QString routeId;
    bool succeeded = false;
    QString declineCode;
    qint64 amount = 0;
    QDateTime at;
};

/// What is asked for when a session is created. Tier 0 holds the session's own lines; a session may have no tier.
struct SessionRequest
{
    QString customerId;
    QString routeId; ///< of tier 0
    QList<TierRequest> tiers;
    QString promotionCode;
    QString couponId;
    int expiresInHours = 24;
    QString successUrl;
    QString returnUrl;
    QJsonObject customFields;
    QJsonObject subscriptionCustomFields;
};

/// A checkout session. STATUS is open, completed, expired or failed.
struct Session
{
    QString id;
    QString token;
    QString status;
    QString customerId;
    QString routeId;
    std::optional<money::Currency> currency;
    QList<Tier> tiers;
    QString promotionCode;
    QString couponId;
    QString successUrl;
    QString returnUrl;
    QJsonObject customFields;
    QJsonObject subscriptionCustomFields;
    QDateTime createdAt;
    QDateTime expiresAt;
    std::optional<int> paidTier;
    QString paidRouteId;
    QString paymentIntentId;
    int declinedTries = 0;
    QList<Attempt> attempts;

    bool isOpen() const { return status == QLatin1StringView("open"); }

    /// AMOUNT in the session's currency; only for a session that has tiers.
    money::Money money(qint64 amount) const { return {amount, *currency}; }
};

/// How the store keeps them. Timestamps are ISO 8601 UTC.
QJsonObject toDocument(const Session &session);
Session sessionFromDocument(const QJsonObject &document);
QString isoTime(const QDateTime &time);

/// ATTEMPTS as sessions and transactions show them, in PaymentKit's manner (currency in lower case).
QJsonArray attemptsView(const QList<Attempt> &attempts, money::Currency currency);

} // namespace tilldeck::sandbox::paymentkit
