// SPDX-License-Identifier: GPL-3.0-or-later
// An Ikawaari client on a scripted server, and what that server answers.
#pragma once

#include "providers/scripted_provider.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tilldeck::providers::test::ikawaari {

using namespace Qt::StringLiterals;
using providers::test::bodyOf;
using providers::test::sum;

inline const QByteArray createdSession =
    R"({"id": "cs_abc123", "url": "https://checkout.ikawaari.com/cs_abc123", "status": "open", )"
    R"("payment_intent": "pi_xyz789", "expires_at": 1708387200})";

/// The contract's detail of a payment.
inline const QByteArray payment =
    R"({"id": "pi_xyz789", "amount": 50000, "amountReceived": 50000, "currency": "xof", "status": "succeeded", )"
    R"("paymentMethod": "mobile_money", "operator": "wave_sn", "country": "SN", "customerPhone": "+221770000000", )"
    R"("description": "Premium Plan", "metadata": {}, "createdAt": "2024-02-19T00:00:00Z", )"
    R"("succeededAt": "2024-02-19T00:01:12Z", "timeline": [{"type": "payment_intent.succeeded", )"
    R"("status": "succeeded", "timestamp": "2024-02-19T00:01:12Z"}, {"type": "payment_intent.created", )"
    R"("status": "pending", "timestamp": "2024-02-19T00:00:00Z"}], "refunds": [{"id": "re_abc123", "amount": 10000, )"
    R"("status": "pending", "reason": "Customer request", "createdAt": "2024-02-19T02:00:00Z"}], )"
    R"("refundedAmount": 10000, "canRefund": true})";

inline checkout::LineItem item(const QString &name, qint64 amount, qint64 quantity = 1, const char *code = "XOF")
{
    checkout::LineItem item;
    item.name = name;
    item.unitAmount = sum(amount, code);
    item.quantity = quantity;
    return item;
}

/// The contract's creation.
inline checkout::SessionDraft premium()
{
    checkout::SessionDraft draft;
    draft.lineItems = {item(u"Premium Plan"_s, 50000)};
    draft.mode = u"payment"_s;
    draft.successUrl = u"https://yoursite.com/success?session_id={CHECKOUT_SESSION_ID}"_s;
    draft.returnUrl = u"https://yoursite.com/cancel"_s;
    return draft;
}

inline std::shared_ptr<providers::Provider> ikawaariAt(http::HttpClient &http, const QUrl &url,
                                                       const QString &dialect = {}, const QString &secret = key)
{
    providers::Connection connection(u"ikawaari"_s, url, http::Secret(QString(secret.constData(), secret.size())));
    connection.dialect = dialect;
    return providers::make(http, connection);
}

} // namespace tilldeck::providers::test::ikawaari
