// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox as Khaime: its calls, and the contract's examples.
#pragma once

#include "sandbox/fixture.h"

#include <QFile>

namespace tilldeck::test {

class KhaimeShop : public Shop
{
public:
    using Shop::Shop;
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    sandbox::Account khaime() { return thread().running()->accounts.at(1); }

    Reply call(const QByteArray &method, const QString &path, const QByteArray &body = {}, const Headers &more = {})
    {
        const Headers headers{{"X-API-Key", khaime().key.toUtf8()}, {"X-Merchant-ID", khaime().merchantId.toUtf8()}};
        return send(method, khaime().baseUrl + "/api/v1"_L1 + path, body, headers + more);
    }
    Reply call(const QByteArray &method, const QString &path, const QJsonObject &body)
    {
        return call(method, path, QJsonDocument(body).toJson());
    }
    Reply charge(const QJsonObject &body) { return call("POST", u"/partner/payments/charge"_s, body); }
    QJsonObject charged(const QJsonObject &body) { return charge(body).json()["data"_L1].toObject(); }
    QJsonObject sessionOf(const QJsonObject &body)
    {
        return call("POST", u"/partner/payments/sessions"_s, body).json()["data"_L1].toObject();
    }
    QJsonObject checkout(const QJsonObject &body) { return call("POST", u"/sdk/checkout/initialize"_s, body).json(); }
    QString statusOf(const QJsonObject &session)
    {
        const Reply reply = call("GET", u"/partner/payments/sessions/"_s + session["session_id"_L1].toString());
        return reply.json()["data"_L1]["status"_L1].toString();
    }
    Reply payCharge(const QJsonObject &data, const QByteArray &number)
    {
        return payAt(url() + "/pay/"_L1 + data["charge_id"_L1].toString(), number);
    }
    QJsonArray list(const QString &what, const QString &query = u"limit=100"_s)
    {
        return call("GET", u"/partner/%1?%2"_s.arg(what, query)).json()["data"_L1][what].toArray();
    }
    QJsonObject transaction(const QString &id)
    {
        const QJsonArray all = list(u"transactions"_s);
        for (const auto &item : all) {
            if (item["transaction_id"_L1].toString() == id)
                return item.toObject();
        }
        return {};
    }
    QJsonObject transactionOf(const QJsonObject &charge) { return transaction(charge["transaction_id"_L1].toString()); }
    Reply refund(const QJsonObject &body) { return call("POST", u"/partner/refunds"_s, body); }
};

inline QJsonDocument example(const QString &name)
{
    QFile file(QStringLiteral(TILLDECK_TEST_DIR "/contract/examples/khaime/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

/// Returns @p object with the members of @p changes in place of its own; a null takes one out.
inline QJsonObject with(QJsonObject object, const QJsonObject &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it->isNull())
            object.remove(it.key());
        else
            object[it.key()] = *it;
    }
    return object;
}

inline QJsonObject without(QJsonObject object, const QStringList &members)
{
    for (const QString &member : members)
        object.remove(member);
    return object;
}

inline const QJsonObject kJane{{u"email"_s, u"jane@example.com"_s}, {u"country"_s, u"NG"_s}};
inline const QJsonObject kNaira{{u"amount"_s, 1440000},
                                {u"currency"_s, u"NGN"_s},
                                {u"total_amount"_s, 9000},
                                {u"total_currency"_s, u"USD"_s},
                                {u"customer"_s, kJane}};
inline const QJsonObject kDollars{{u"amount"_s, 5000},
                                  {u"currency"_s, u"USD"_s},
                                  {u"total_amount"_s, 5000},
                                  {u"total_currency"_s, u"USD"_s},
                                  {u"customer"_s, kJane}};

} // namespace tilldeck::test
