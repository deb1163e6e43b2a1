// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox as Ikawaari: its calls, and the contract's examples.
#pragma once

#include "sandbox/fixture.h"

#include <QFile>

namespace tilldeck::test {

class IkawaariShop : public Shop
{
public:
    using Shop::Shop;
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    sandbox::Account ikawaari() { return thread().running()->accounts.at(2); }

    Reply call(const QByteArray &method, const QString &path, const QByteArray &body = {}, const Headers &more = {})
    {
        const Headers headers{{"Authorization", "Bearer " + ikawaari().key.toUtf8()}};
        return send(method, ikawaari().baseUrl + "/api"_L1 + path, body, headers + more);
    }
    Reply fetch(const QString &path) { return call("GET", path); }
    Reply post(const QString &path, const QJsonObject &body, const Headers &more = {})
    {
        return call("POST", path, QJsonDocument(body).toJson(), more);
    }
    Reply create(const QJsonObject &body, const Headers &more = {})
    {
        return post(u"/v1/checkout/sessions"_s, body, more);
    }
    QJsonObject session(const QJsonObject &made)
    {
        return fetch(u"/v1/checkout/sessions/"_s + made["id"_L1].toString()).json();
    }
    QString statusOf(const QJsonObject &made) { return session(made)["status"_L1].toString(); }

    /// The hosted page's form for mobile money.
    Reply payByPhone(const QJsonObject &made, const QByteArray &number, const QByteArray &country = "SN",
                     const QByteArray &operatorId = "wave_sn")
    {
        return send("POST", made["url"_L1].toString(),
                    "method=mobile_money&country=" + country + "&operator=" + operatorId +
                        "&msisdn=" + QByteArray(number).replace("+", "%2B"),
                    {{"Content-Type", "application/x-www-form-urlencoded"}, {"Origin", url().toUtf8()}});
    }
    /// A session that was paid by card.
    QJsonObject paid(const QJsonObject &body)
    {
        const QJsonObject made = create(body).json();
        pay(made, kPays);
        return made;
    }
    QString paymentPath(const QJsonObject &made)
    {
        return u"/v1/merchant/payments/"_s + made["payment_intent"_L1].toString();
    }
    QJsonObject payment(const QJsonObject &made) { return fetch(paymentPath(made)).json(); }
    Reply refund(const QJsonObject &made, const QJsonObject &body = {}, const Headers &more = {})
    {
        return post(paymentPath(made) + "/refund"_L1, body, more);
    }
    QJsonArray list(const QString &path) { return fetch(path).json()["data"_L1].toArray(); }
    Reply simulate(const QJsonObject &made, const QString &status, const QJsonObject &more = {})
    {
        QJsonObject body = more;
        body["payment_intent_id"_L1] = made["payment_intent"_L1];
        body["status"_L1] = status;
        return call("POST", u"/test/mobile-money/callback"_s, QJsonDocument(body).toJson(), {{"Authorization", ""}});
    }
};

inline const QByteArray kPhonePays = "+221770000000";
inline const QByteArray kPhoneDeclines = "+221770000001";
inline const QByteArray kPhonePaysLater = "+221770000002";
inline const QByteArray kPhoneWaits = "+221770000003";

inline QJsonObject ikawaariExample(const QString &name)
{
    QFile file(QStringLiteral(TILLDECK_TEST_DIR "/contract/examples/ikawaari/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline QJsonObject oneLine(qint64 amount, const QString &currency = u"XOF"_s, const QString &mode = u"payment"_s)
{
    return {{u"line_items"_s,
             QJsonArray{QJsonObject{
                 {u"name"_s, u"Basket"_s}, {u"amount"_s, amount}, {u"currency"_s, currency}, {u"quantity"_s, 1}}}},
            {u"mode"_s, mode}};
}

inline QString errorCode(const Reply &reply)
{
    return reply.json()["error"_L1]["code"_L1].toString();
}

inline QStringList badFields(const Reply &reply)
{
    return reply.json()["error"_L1]["details"_L1].toObject().keys();
}

} // namespace tilldeck::test
