// SPDX-License-Identifier: GPL-3.0-or-later
// A list of PaymentKit's with sessions of what draft() asks for.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

inline QByteArray listedSessions(const QList<QByteArray> &ids, const QDateTime &createdAt)
{
    QJsonArray items;
    for (const QByteArray &id : ids) {
        const auto item = [](const QString &price) {
            return QJsonArray{QJsonObject{{u"price_id"_s, price}, {u"quantity"_s, 1}}};
        };
        const QJsonObject tier{{u"line_items"_s, item(u"price_standard"_s)}, {u"processor_route_id"_s, QJsonValue()}};
        QJsonObject session;
        session.insert(u"status"_s, u"open"_s);
        session.insert(u"customer_id"_s, u"cus_abc123"_s);
        session.insert(u"line_items"_s, item(u"price_premium"_s));
        session.insert(u"cascade_line_items"_s, QJsonArray{tier});
        session.insert(u"success_url"_s, u"https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}"_s);
        session.insert(u"id"_s, QString::fromLatin1(id));
        session.insert(u"secure_token"_s, u"sec_"_s + QString::fromLatin1(id));
        session.insert(u"created_at"_s, createdAt.toString(Qt::ISODate));
        items.append(session);
    }
    const QJsonObject page{{u"items"_s, items}, {u"total"_s, items.size()}, {u"limit"_s, 100}, {u"offset"_s, 0}};
    return QJsonDocument(page).toJson(QJsonDocument::Compact);
}

} // namespace tilldeck::desk::test
