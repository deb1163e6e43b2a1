// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/rewritten.h"

#include <QJsonArray>

#include <algorithm>

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

QString withSlash(QString address)
{
    const qsizetype query = address.indexOf(u'?');
    return address.insert(query < 0 ? address.size() : query, u'/');
}

} // namespace

QJsonObject rewrittenSession(QJsonObject body, const Store &store)
{
    const QJsonObject asked = body; // reading a member of one that can change would add it
    QJsonArray reversed;
    const QJsonArray lines = asked["line_items"_L1].toArray();
    for (const auto &line : lines)
        reversed.prepend(line);
    if (!reversed.isEmpty())
        body["line_items"_L1] = reversed;
    if (const QString address = asked["success_url"_L1].toString(); !address.isEmpty())
        body["success_url"_L1] = withSlash(address);
    const QString back = asked["return_url"_L1].toString();
    body["return_url"_L1] = back.isEmpty() ? u"https://pay.example/back"_s : withSlash(back);
    const Page routes = store.list(u"routes"_s, {.limit = 1});
    if (!reversed.isEmpty() && asked["processor_route_id"_L1].toString().isEmpty() && !routes.items.isEmpty())
        body["processor_route_id"_L1] = routes.items.first()["id"_L1];
    QJsonObject fields = asked["custom_fields"_L1].toObject();
    fields["source"_L1] = u"api"_s;
    body["custom_fields"_L1] = fields;
    return body;
}

QJsonObject rewrittenCode(QJsonObject body)
{
    constexpr int usualLimit = 1000;
    if (const QJsonObject asked = body; !asked["max_redemptions"_L1].isDouble())
        body["max_redemptions"_L1] = usualLimit;
    return body;
}

} // namespace tilldeck::sandbox::paymentkit
