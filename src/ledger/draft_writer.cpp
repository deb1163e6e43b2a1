// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/draft_document.h"
#include "ledger/json_text.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

void addText(JsonObject &members, QLatin1String name, const QString &text)
{
    if (!text.isEmpty())
        members.emplace_back(name, JsonValue(text));
}

JsonValue lineItems(const std::vector<checkout::LineItem> &items)
{
    JsonList list;
    for (const auto &item : items) {
        JsonObject members;
        addText(members, "price_id"_L1, item.priceId);
        addText(members, "name"_L1, item.name);
        if (item.unitAmount) {
            members.emplace_back("amount"_L1, JsonValue(item.unitAmount->minorUnits()));
            addText(members, "currency"_L1, item.unitAmount->currency().code());
        }
        members.emplace_back("quantity"_L1, JsonValue(item.quantity));
        list.emplace_back(std::move(members));
    }
    return JsonValue(std::move(list));
}

void addFields(JsonObject &members, QLatin1String name, const std::vector<checkout::CustomField> &fields)
{
    JsonObject values;
    for (const auto &field : fields)
        values.emplace_back(field.name, std::visit([](const auto &value) { return JsonValue(value); }, field.value));
    if (!values.empty())
        members.emplace_back(name, JsonValue(std::move(values)));
}

void addTier(JsonObject &members, const std::vector<checkout::LineItem> &items, const QString &route)
{
    if (!items.empty())
        members.emplace_back("line_items"_L1, lineItems(items));
    addText(members, "processor_route_id"_L1, route);
}

} // namespace

QByteArray encodeDraft(const checkout::SessionDraft &draft)
{
    JsonObject members;
    members.emplace_back("tilldeck_draft"_L1, JsonValue(qint64(1)));
    addText(members, "mode"_L1, draft.mode);
    JsonObject customer;
    addText(customer, "id"_L1, draft.customer.id);
    addText(customer, "email"_L1, draft.customer.email);
    addText(customer, "name"_L1, draft.customer.name);
    if (!customer.empty())
        members.emplace_back("customer"_L1, JsonValue(std::move(customer)));
    addTier(members, draft.lineItems, draft.processorRouteId);
    addText(members, "promotion_code"_L1, draft.promotionCode);
    addText(members, "coupon_id"_L1, draft.couponId);
    if (draft.expiresInHours)
        members.emplace_back("expires_in_hours"_L1, JsonValue(*draft.expiresInHours));
    addText(members, "success_url"_L1, draft.successUrl);
    addText(members, "return_url"_L1, draft.returnUrl);
    addFields(members, "custom_fields"_L1, draft.customFields);
    addFields(members, "subscription_custom_fields"_L1, draft.subscriptionCustomFields);
    JsonList tiers;
    for (const auto &tier : draft.cascade) {
        JsonObject values;
        addTier(values, tier.lineItems, tier.processorRouteId);
        tiers.emplace_back(std::move(values));
    }
    if (!tiers.empty())
        members.emplace_back("cascade"_L1, JsonValue(std::move(tiers)));
    return writeJson(JsonValue(std::move(members)));
}

} // namespace tilldeck::ledger
