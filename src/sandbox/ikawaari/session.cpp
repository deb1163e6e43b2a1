// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ikawaari/session.h"

#include <QJsonArray>

namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

QStringList methodsFor(const QString &currency)
{
    return currency == "XOF"_L1 ? QStringList{u"card"_s, u"mobile_money"_s} : QStringList{u"card"_s};
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

QJsonObject toDocument(const Session &s)
{
    QJsonArray lines;
    for (const LineItem &line : s.asked.lines)
        lines << QJsonObject{{u"name"_s, line.name}, {u"amount"_s, line.amount}, {u"quantity"_s, line.quantity}};
    return {{u"id"_s, s.id},
            {u"status"_s, s.status},
            {u"mode"_s, s.asked.mode},
            {u"currency"_s, s.asked.currency},
            {u"lines"_s, lines},
            {u"total"_s, s.asked.total},
            {u"success_url"_s, s.asked.successUrl},
            {u"cancel_url"_s, s.asked.cancelUrl},
            {u"country"_s, s.asked.country},
            {u"methods"_s, QJsonArray::fromStringList(s.asked.methods)},
            {u"customer_email"_s, s.asked.customerEmail},
            {u"description"_s, s.asked.description},
            {u"metadata"_s, s.asked.metadata},
            {u"payment_id"_s, s.paymentId},
            {u"waiting"_s, s.waiting},
            {u"declined_tries"_s, s.declinedTries},
            {u"created_at"_s, timeText(s.createdAt)},
            {u"expires_at"_s, timeText(s.expiresAt)}};
}

Session sessionFrom(const QJsonObject &document)
{
    const auto text = [&](QLatin1StringView member) { return document[member].toString(); };
    Session s;
    s.id = text("id"_L1);
    s.status = text("status"_L1);
    s.asked.mode = text("mode"_L1);
    s.asked.currency = text("currency"_L1);
    const QJsonArray lines = document["lines"_L1].toArray();
    for (const auto &line : lines)
        s.asked.lines << LineItem{line["name"_L1].toString(), line["amount"_L1].toInteger(),
                                  line["quantity"_L1].toInteger()};
    s.asked.total = document["total"_L1].toInteger();
    s.asked.successUrl = text("success_url"_L1);
    s.asked.cancelUrl = text("cancel_url"_L1);
    s.asked.country = text("country"_L1);
    const QJsonArray methods = document["methods"_L1].toArray();
    for (const auto &method : methods)
        s.asked.methods << method.toString();
    s.asked.customerEmail = text("customer_email"_L1);
    s.asked.description = text("description"_L1);
    s.asked.metadata = document["metadata"_L1].toObject();
    s.paymentId = text("payment_id"_L1);
    s.waiting = document["waiting"_L1].toBool();
    s.declinedTries = document["declined_tries"_L1].toInt();
    s.createdAt = timeFrom(document["created_at"_L1]);
    s.expiresAt = timeFrom(document["expires_at"_L1]);
    return s;
}

} // namespace tilldeck::sandbox::ikawaari
