// SPDX-License-Identifier: GPL-3.0-or-later
// A Khaime client on a scripted server, and what that server answers.
#pragma once

#include "providers/scripted_provider.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace tilldeck::providers::test::khaime {

using namespace Qt::StringLiterals;
using http::test::answer;
using http::test::ScriptedServer;
using providers::test::bodyOf;
using providers::test::sum;

inline const QByteArray preview =
    R"({"success": true, "data": {"preview": true, "payment_gateway": "paystack", )"
    R"("customer": {"currency": "NGN", "base_amount": 1440000, "transaction_fee": 92160, "total_charged": 1440000, )"
    R"("pays_fees": false}, "business": {"currency": "USD", "priced_amount": 9000}, "conversion": {"original_amount": 9000, )"
    R"("original_currency": "USD", "converted_amount": 1440000, "converted_currency": "NGN", "exchange_rate": 1600}}})";
inline const QByteArray local = R"({"local": {"amount": 1440000, "currency": "NGN"}})";
inline const QByteArray charged =
    R"({"success": true, "data": {"charge_id": "charge_1", "payment_gateway": "paystack", )"
    R"("payment_url": "https://c.test/1"}})";
inline const QByteArray token =
    R"({"sessionToken": "khs_1", "amount": 5000, "currency": "USD", "paymentGateway": "stripe", )"
    R"("expiresAt": "2026-04-18T00:00:00.000Z", "checkoutUrl": "https://c.test/khs_1"})";
inline const QByteArray merchant =
    R"({"success": true, "data": {"id": 21, "profile": {"business_name": "Lagos Looms"}, )"
    R"("marketplace": {"status": "active", "commission_rate": 0.05}, "payout": {"status": "active"}}})";

/// 90.00 USD that a customer pays in naira.
inline checkout::SessionDraft charge()
{
    checkout::SessionDraft draft;
    draft.flow = u"khaime.charge"_s;
    draft.pricing = sum(9000, "USD");
    draft.chargeCurrency = sum(0, "NGN").currency();
    draft.customer.email = u"jane@example.com"_s;
    return draft;
}

inline checkout::SessionDraft readyCharge()
{
    checkout::SessionDraft draft = charge();
    draft.chargeAmount = sum(1'440'000, "NGN");
    return draft;
}

inline checkout::SessionDraft embedded()
{
    checkout::SessionDraft draft;
    draft.flow = u"khaime.checkout"_s;
    draft.productId = u"789"_s;
    draft.productQuantity = 3;
    draft.chargeCurrency = sum(0, "USD").currency();
    draft.customer.email = u"jane@example.com"_s;
    return draft;
}

inline std::shared_ptr<providers::Provider> khaimeAt(http::HttpClient &http, const QUrl &url,
                                                     const QString &merchantId = u"1042"_s)
{
    providers::Connection connection(u"khaime"_s, url, http::Secret(QString(key.constData(), key.size())));
    connection.merchantId = merchantId;
    return providers::make(http, connection);
}

inline checkout::Session knownAs(const char *flow, const QString &id, const QString &secureToken = {})
{
    checkout::Session session = known(id);
    session.flow = QString::fromLatin1(flow);
    session.secureToken = secureToken;
    return session;
}

/// Answers each address as told, and 404 for any other.
inline void script(ScriptedServer &server, const QHash<QByteArray, QByteArray> &answers)
{
    server.onRequest = [answers](QTcpSocket &socket, const QByteArray &request) {
        socket.write(
            answers.value(pathOf(request), answer(404, R"({"success": false, "error": "Resource not found"})")));
    };
}

inline const QByteArray calculate = "/api/v1/partner/pricing/calculate";
inline const QByteArray charges = "/api/v1/partner/payments/charge";
inline const QByteArray merchants = "/api/v1/partner/marketplace/merchants/21";

} // namespace tilldeck::providers::test::khaime
