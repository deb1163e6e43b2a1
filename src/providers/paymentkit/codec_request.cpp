// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/codec_request.h"

#include "providers/wire/errors.h"
#include "providers/wire/json_writer.h"
#include "providers/wire/named_values.h"

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

using namespace Qt::StringLiterals;

using checkout::CustomField;
using checkout::Field;
using checkout::LineItem;
using checkout::Problem;
using checkout::SessionDraft;

namespace {

/// Finds what the body has no member for: without it, the session would not be the one that the merchant asked for.
std::vector<Problem> inexpressible(const SessionDraft &draft)
{
    std::vector<Problem> problems;
    if (!draft.mode.isEmpty()) {
        problems.emplace_back(Field::Mode,
                              QCoreApplication::translate("PaymentKit", "PaymentKit takes the kind of payment from the "
                                                                        "price. Leave it out."));
    }
    if (draft.customer.id.isEmpty() && !draft.customer.isEmpty()) {
        problems.emplace_back(Field::Customer,
                              QCoreApplication::translate("PaymentKit", "PaymentKit takes existing customers only. "
                                                                        "Choose one, or enter a customer ID."));
    }
    for (int tier = 0; tier < draft.tierCount(); ++tier) {
        const std::vector<LineItem> &items = draft.tierLineItems(tier);
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].priceId.isEmpty()) {
                problems.emplace_back(Field::Price,
                                      QCoreApplication::translate("PaymentKit", "Choose a price, or enter a price ID."),
                                      tier, static_cast<int>(i));
            }
        }
    }
    if (!draft.promotionCode.isEmpty() && !draft.couponId.isEmpty()) {
        problems.emplace_back(
            Field::Coupon, QCoreApplication::translate(
                               "PaymentKit", "Use either a promotion code or a coupon. PaymentKit takes one of them."));
    }
    findNamedValueProblems(draft.customFields, Field::CustomFieldName, Field::CustomFieldValue, problems);
    findNamedValueProblems(draft.subscriptionCustomFields, Field::SubscriptionFieldName, Field::SubscriptionFieldValue,
                           problems);
    return problems;
}

void writeLineItems(JsonWriter &json, const std::vector<LineItem> &items)
{
    json.beginList(u"line_items"_s);
    for (const LineItem &item : items) {
        json.beginObject();
        json.value(u"price_id"_s, item.priceId);
        json.value(u"quantity"_s, item.quantity);
        json.endObject();
    }
    json.endList();
}

void writeCascade(JsonWriter &json, const std::vector<checkout::CascadeTier> &tiers)
{
    json.beginList(u"cascade_line_items"_s);
    for (const checkout::CascadeTier &tier : tiers) {
        json.beginObject();
        writeLineItems(json, tier.lineItems);
        json.value(u"processor_route_id"_s,
                   tier.processorRouteId.isEmpty() ? QJsonValue() : QJsonValue(tier.processorRouteId));
        json.endObject();
    }
    json.endList();
}

void writeCustomFields(JsonWriter &json, const std::vector<CustomField> &fields)
{
    json.beginObject(u"custom_fields"_s);
    for (const CustomField &field : fields)
        json.value(field.name, toJson(field.value));
    json.endObject();
}

} // namespace

checkout::Result<QByteArray> encodeCreate(const SessionDraft &draft)
{
    std::vector<Problem> problems = inexpressible(draft);
    if (!problems.empty()) {
        return std::unexpected(
            invalidDraft(QCoreApplication::translate("PaymentKit", "PaymentKit cannot take this session as it is. "
                                                                   "Mend the marked fields."),
                         std::move(problems)));
    }

    JsonWriter json;
    json.beginObject();
    json.optionalText(u"customer_id"_s, draft.customer.id);
    if (!draft.lineItems.empty())
        writeLineItems(json, draft.lineItems);
    json.optionalText(u"promotion_code"_s, draft.promotionCode);
    json.optionalText(u"coupon_id"_s, draft.couponId);
    if (draft.expiresInHours)
        json.value(u"expires_in_hours"_s, *draft.expiresInHours);
    if (!draft.cascade.empty())
        writeCascade(json, draft.cascade);
    if (!draft.customFields.empty())
        writeCustomFields(json, draft.customFields);
    if (!draft.subscriptionCustomFields.empty()) {
        json.beginObject(u"params_for_sub"_s);
        writeCustomFields(json, draft.subscriptionCustomFields);
        json.endObject();
    }
    json.optionalText(u"processor_route_id"_s, draft.processorRouteId);
    json.optionalText(u"success_url"_s, draft.successUrl);
    json.optionalText(u"return_url"_s, draft.returnUrl);
    json.endObject();
    return json.bytes();
}

} // namespace tilldeck::providers::paymentkit
