// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace tilldeck::sandbox::khaime {

/// What a customer is asked to pay: a payment session, a charge or an SDK checkout. Amounts are minor units.
struct Order
{
    enum Flow { Session, Charge, Checkout };

    Flow flow = Session;
    QString id;     ///< session_id, charge_id or session token
    QString status; ///< pending, completed, expired or failed
    QString gateway;
    QString currency; ///< in which the customer pays
    qint64 base = 0;  ///< before the fee
    qint64 fee = 0;
    bool customerPaysFees = false;
    QString pricingCurrency; ///< in which the merchant collects
    qint64 priced = 0;
    QString title;
    std::optional<qint64> productId;
    qint64 quantity = 1;
    QJsonObject customer;
    QString country; ///< two letters, or empty
    QJsonObject metadata;
    QString reference;
    QString frequency; ///< subscription_frequency_key
    QString successUrl;
    QString cancelUrl;
    std::optional<qint64> subMerchantId;
    QString transactionId;
    QString orderId; ///< of a paid SDK checkout
    QString secret;  ///< what the gateway's form needs
    QDateTime createdAt;
    QDateTime expiresAt; ///< invalid for a charge
    QDateTime completedAt;
    int declinedTries = 0;
    QString declineCode; ///< of the last try
    QString cardBrand;
    QString cardLast4;

    bool isPending() const { return status == QLatin1StringView("pending"); }
    /// Returns what the customer pays.
    qint64 charged() const { return customerPaysFees ? base + fee : base; }
    money::Money money(qint64 amount) const { return {amount, *money::Currency::fromCode(currency)}; }
};

/// Converts to and from the stored document.
QJsonObject toDocument(const Order &order);
Order orderFrom(const QJsonObject &document);

/// Returns @p time in UTC as Khaime writes it, ISO 8601 with milliseconds; null when it is invalid.
QJsonValue timeValue(const QDateTime &time);

} // namespace tilldeck::sandbox::khaime
