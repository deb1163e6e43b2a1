// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/request.h"

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

QJsonObject readCustomFields(JsonReader &reader, const QString &member)
{
    if (!reader.has(member))
        return {};
    if (!reader.raw(member).isObject())
        reader.wrong(member, u"%1 must be an object."_s.arg(member));
    const QJsonObject fields = reader.raw(member).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        constexpr int longestText = 500;
        const QString name = member + u'.' + it.key();
        if (!it->isString() && !it->isDouble() && !it->isBool())
            reader.wrong(name, u"The custom field %1 must be a text, a number, true or false."_s.arg(it.key()));
        else if (it->toString().toUcs4().size() > longestText)
            reader.wrong(name, u"The custom field %1 is longer than 500 characters."_s.arg(it.key()));
    }
    return fields;
}

QList<Line> readLines(QList<JsonReader> readers)
{
    QList<Line> lines;
    for (JsonReader &reader : readers) {
        reader.allow({u"price_id"_s, u"quantity"_s});
        const QString price = reader.text(u"price_id"_s, true);
        lines << Line{price, reader.integer(u"quantity"_s, 1, 1, std::numeric_limits<qint32>::max(),
                                            u"Quantity must be a whole number from 1 to 2147483647."_s)};
    }
    return lines;
}

} // namespace

Answer<SessionRequest> readSession(const QJsonObject &body)
{
    JsonReader reader(body, {u"customer_id"_s, u"line_items"_s, u"promotion_code"_s, u"coupon_id"_s,
                             u"expires_in_hours"_s, u"custom_fields"_s, u"params_for_sub"_s, u"processor_route_id"_s,
                             u"cascade_line_items"_s, u"success_url"_s, u"return_url"_s});
    SessionRequest request;
    request.customerId = reader.text(u"customer_id"_s);
    request.promotionCode = reader.text(u"promotion_code"_s);
    request.couponId = reader.text(u"coupon_id"_s);
    request.expiresInHours = int(reader.integer(u"expires_in_hours"_s, 24, 1, 720,
                                                u"The expiry must be a whole number of hours from 1 to 720."_s));
    request.customFields = readCustomFields(reader, u"custom_fields"_s);
    request.successUrl = reader.url(u"success_url"_s);
    request.returnUrl = reader.url(u"return_url"_s);
    request.routeId = reader.text(u"processor_route_id"_s);
    const auto lines = reader.objects(u"line_items"_s);
    if (lines)
        request.tiers << TierRequest{readLines(*lines), request.routeId};
    const auto tiers = reader.objects(u"cascade_line_items"_s);
    if (tiers && !lines)
        reader.wrong(u"line_items"_s, u"Cascade tiers need line items in the first tier."_s);
    for (JsonReader &tier : tiers.value_or(QList<JsonReader>())) {
        tier.allow({u"line_items"_s, u"processor_route_id"_s});
        const QString field = u"processor_route_id"_s;
        const QList<Line> tierLines = readLines(*tier.objects(u"line_items"_s, true));
        request.tiers << TierRequest{tierLines, tier.raw(field).isNull() ? QString() : tier.text(field)};
    }
    JsonReader subscription = reader.object(u"params_for_sub"_s);
    subscription.allow({u"custom_fields"_s});
    request.subscriptionCustomFields = readCustomFields(subscription, u"custom_fields"_s);
    if (request.customerId.isEmpty() && !lines && reader.errors().isEmpty())
        reader.wrong(u"line_items"_s, u"A session needs line items or a customer."_s);
    return reader.result(request);
}

Answer<RouteRequest> readRoute(const QJsonObject &body, bool isNew)
{
    JsonReader reader(body, {u"name"_s, u"processors"_s});
    RouteRequest route{reader.text(u"name"_s, isNew), {}};
    QList<JsonReader> processors = reader.objects(u"processors"_s, isNew).value_or(QList<JsonReader>());
    for (JsonReader &processor : processors)
        route.processorIds << processor.text(u"processor_id"_s, true);
    return reader.result(route);
}

Answer<bool> readExpand(const QUrlQuery &query)
{
    const QStringList asked = query.allQueryItemValues(u"expand"_s);
    for (const QString &what : asked) {
        if (what != "custom_fields"_L1)
            return std::unexpected(Refusal::invalid(u"expand"_s, u"expand knows custom_fields only."_s));
    }
    return !asked.isEmpty();
}

} // namespace tilldeck::sandbox::paymentkit
