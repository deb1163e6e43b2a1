// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/codec_contents.h"

#include "http/json_read.h"

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

using checkout::CustomField;
using checkout::LineItem;
using checkout::SessionDraft;

using namespace Qt::StringLiterals;

namespace {

std::vector<LineItem> readLineItems(ObjectReader &parent)
{
    std::vector<LineItem> items;
    for (ObjectReader &entry : parent.objects("line_items"_L1)) {
        const QString priceId = entry.optionalText("price_id"_L1);
        items.emplace_back(priceId, entry.integer("quantity"_L1).value_or(0));
        parent.adopt(entry);
    }
    return items;
}

std::optional<checkout::CustomFieldValue> customFieldValue(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isString())
        return value.toString();
    if (const auto whole = http::exactInteger(value))
        return *whole;
    if (value.isDouble())
        return value.toDouble();
    return {};
}

std::vector<CustomField> readCustomFields(ObjectReader &parent)
{
    std::vector<CustomField> fields;
    ObjectReader reader = parent.object("custom_fields"_L1);
    const QJsonObject object = reader.all();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isNull())
            continue;
        if (const auto value = customFieldValue(*it))
            fields.emplace_back(it.key(), *value);
        else
            parent.fault("custom_fields"_L1,
                         QCoreApplication::translate("PaymentKit", "%1 holds something other than text, numbers, true "
                                                                   "and false."));
    }
    parent.adopt(reader);
    return fields;
}

} // namespace

SessionDraft readContents(ObjectReader &session)
{
    SessionDraft contents;
    contents.customer.id = session.optionalText("customer_id"_L1);
    contents.lineItems = readLineItems(session);
    contents.processorRouteId = session.optionalText("processor_route_id"_L1);
    contents.promotionCode = session.optionalText("promotion_code"_L1);
    contents.couponId = session.optionalText("coupon_id"_L1);
    contents.successUrl = session.optionalText("success_url"_L1);
    contents.returnUrl = session.optionalText("return_url"_L1);
    contents.customFields = readCustomFields(session);
    ObjectReader subscription = session.object("params_for_sub"_L1);
    contents.subscriptionCustomFields = readCustomFields(subscription);
    session.adopt(subscription);
    for (ObjectReader &tier : session.objects("cascade_line_items"_L1)) {
        std::vector<LineItem> items = readLineItems(tier);
        contents.cascade.emplace_back(std::move(items), tier.optionalText("processor_route_id"_L1));
        session.adopt(tier);
    }
    return contents;
}

} // namespace tilldeck::providers::paymentkit
