// SPDX-License-Identifier: GPL-3.0-or-later
// Reads Khaime's request bodies and query parameters, and checks what needs no data of the shop, in the order that the
// contract gives for a charge. A refusal's errors name fields as they were sent.
#pragma once

#include "sandbox/json_reader.h"

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

/// Returns a refusal of @p status with @p text that names @p field and what is wrong with it.
std::unexpected<Refusal> refused(int status, const QString &text, const QString &field, const QString &message);

/// Returns the refusal for what is not there.
inline Refusal notFound()
{
    return {404, u"Resource not found"_s, {}};
}

/// Returns the text of a refusal to convert between two currencies.
inline QString unconvertibleText(const QString &from, const QString &to)
{
    return u"Unable to convert from %1 to %2"_s.arg(from, to);
}

struct SessionRequest
{
    qint64 amount = 0;
    QString currency;
    std::optional<qint64> productId;
    QString productName;
    QJsonObject customer;
    QString successUrl;
    QString cancelUrl;
    QString frequency;
    QJsonObject metadata;
};

struct CheckoutRequest
{
    qint64 productId = 0;
    qint64 quantity = 1;
    QString currency;
    QJsonObject customer;
};

/// A charge whose alternative names are resolved; the canonical name wins.
struct ChargeRequest
{
    bool preview = false;
    qint64 amount = 0;
    QString currency;
    qint64 totalAmount = 0;
    QString totalCurrency;
    QString description;
    QString reference;
    QString callbackUrl;
    QJsonObject customer;
    QString country; ///< two letters; empty when not given or not known
    QJsonObject metadata;
    std::optional<qint64> subMerchantId;
};

struct RefundRequest
{
    QString transactionId;
    std::optional<qint64> amount; ///< all that is left when absent
};

struct PricingQuery
{
    qint64 amount = 0;
    QString sourceCurrency;
    QString targetCurrency;
    QString country;
    std::optional<qint64> productId;
    std::optional<qint64> subMerchantId;
};

Answer<SessionRequest> readSession(const QJsonObject &body);
Answer<CheckoutRequest> readCheckout(const QJsonObject &body);
Answer<ChargeRequest> readCharge(const QJsonObject &body);
Answer<RefundRequest> readRefund(const QJsonObject &body);

/// Returns the rate in parts per million.
Answer<qint64> readCommission(const QJsonObject &body);

Answer<PricingQuery> readPricing(const QUrlQuery &query);

/// Reads limit, offset, sort_order and sort_by. @p sortable maps the values of sort_by to members of the stored
/// documents.
Answer<Selection> readList(const QUrlQuery &query, const QHash<QString, QString> &sortable);

} // namespace tilldeck::sandbox::khaime
