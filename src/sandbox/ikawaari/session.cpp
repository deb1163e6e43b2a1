// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ikawaari/session.h"

#include "sandbox/document.h"

namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

template <DocumentOf<LineItem> V, typename Member> void visitMembers(V &line, Member &member)
{
    member("name"_L1, line.name);
    member("amount"_L1, line.amount);
    member("quantity"_L1, line.quantity);
}

template <DocumentOf<Session> V, typename Member> void visitMembers(V &session, Member &member)
{
    member("id"_L1, session.id);
    member("status"_L1, session.status);
    member("mode"_L1, session.asked.mode);
    member("currency"_L1, session.asked.currency);
    member("lines"_L1, session.asked.lines);
    member("total"_L1, session.asked.total);
    member("success_url"_L1, session.asked.successUrl);
    member("cancel_url"_L1, session.asked.cancelUrl);
    member("country"_L1, session.asked.country);
    member("methods"_L1, session.asked.methods);
    member("customer_email"_L1, session.asked.customerEmail);
    member("description"_L1, session.asked.description);
    member("metadata"_L1, session.asked.metadata);
    member("payment_id"_L1, session.paymentId);
    member("waiting"_L1, session.waiting);
    member("declined_tries"_L1, session.declinedTries);
    member("created_at"_L1, session.createdAt);
    member("expires_at"_L1, session.expiresAt);
}

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

QJsonObject toDocument(const Session &session)
{
    return writeDocument(session, Qt::ISODate);
}

Session sessionFrom(const QJsonObject &document)
{
    return readDocument<Session>(document, Qt::ISODate);
}

} // namespace tilldeck::sandbox::ikawaari
