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

/// A line of a request.
struct Line
{
    QString priceId;
    qint64 quantity = 1;
};

/// A tier of a request. Without a route the account's default one is used.
struct TierRequest
{
    QList<Line> lines;
    QString routeId;
};

/// A line of a session. Name and unit amount are those of the moment of creation.
struct SoldLine
{
    QString priceId;
    QString name;
    QString billingPeriod;
    qint64 quantity = 1;
    qint64 unitAmount = 0;
    qint64 total = 0;
};

/// A tier of a session. Amounts are minor units of the session's currency.
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

/// The request for a session. Tier 0 holds the session's own lines; a session may have no tier.
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

/// A checkout session.
struct Session
{
    QString id;
    QString token;
    QString status; ///< open, completed, expired or failed
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

    /// Returns @p amount in the session's currency. Only for a session that has tiers.
    money::Money money(qint64 amount) const { return {amount, *currency}; }
};

/// Converts to and from the stored document. Timestamps are ISO 8601 UTC.
QJsonObject toDocument(const Session &session);
Session sessionFrom(const QJsonObject &document);
QString isoTime(const QDateTime &time);

/// Returns @p attempts as sessions and transactions show them, with the currency in lower case.
QJsonArray attemptsView(const QList<Attempt> &attempts, money::Currency currency);

} // namespace tilldeck::sandbox::paymentkit
