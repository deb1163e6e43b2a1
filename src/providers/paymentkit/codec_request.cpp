// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/codec.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace tilldeck::providers::paymentkit {

using namespace Qt::StringLiterals;

using checkout::CustomField;
using checkout::Field;
using checkout::LineItem;
using checkout::Problem;
using checkout::SessionDraft;

namespace {

QJsonValue toJson(const checkout::CustomFieldValue &value)
{
    return std::visit([](const auto &held) { return QJsonValue(held); }, value);
}

void findFieldProblems(const std::vector<CustomField> &fields, Field name, Field value, std::vector<Problem> &problems)
{
    QSet<QString> names;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const int row = static_cast<int>(i);
        if (fields[i].name.isEmpty())
            problems.emplace_back(name, QCoreApplication::translate("PaymentKit", "Give the field a name."), 0, row);
        else if (names.contains(fields[i].name))
            problems.emplace_back(
                name, QCoreApplication::translate("PaymentKit", "Another field has this name. Use a different one."), 0,
                row);
        names.insert(fields[i].name);
        const double *number = std::get_if<double>(&fields[i].value);
        if (number && !std::isfinite(*number))
            problems.emplace_back(value, QCoreApplication::translate("PaymentKit", "Enter a number."), 0, row);
    }
}

/// What has no place in the body: sent without it, the session would not be the one that the merchant asked for.
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
    findFieldProblems(draft.customFields, Field::CustomFieldName, Field::CustomFieldValue, problems);
    findFieldProblems(draft.subscriptionCustomFields, Field::SubscriptionFieldName, Field::SubscriptionFieldValue,
                      problems);
    return problems;
}

void writeText(JsonWriter &json, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        json.value(name, text);
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

checkout::Result<QByteArray> encodeCreate(const SessionDraft &draft, Layout layout)
{
    std::vector<Problem> problems = inexpressible(draft);
    if (!problems.empty()) {
        checkout::Error error(checkout::ErrorKind::InvalidInput,
                              QCoreApplication::translate("PaymentKit", "PaymentKit cannot take this session as it is. "
                                                                        "Mend the marked fields."));
        error.problems = std::move(problems);
        return std::unexpected(std::move(error));
    }

    JsonWriter json(layout);
    json.beginObject();
    writeText(json, u"customer_id"_s, draft.customer.id);
    if (!draft.lineItems.empty())
        writeLineItems(json, draft.lineItems);
    writeText(json, u"promotion_code"_s, draft.promotionCode);
    writeText(json, u"coupon_id"_s, draft.couponId);
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
    writeText(json, u"processor_route_id"_s, draft.processorRouteId);
    writeText(json, u"success_url"_s, draft.successUrl);
    writeText(json, u"return_url"_s, draft.returnUrl);
    json.endObject();
    return json.bytes();
}

} // namespace tilldeck::providers::paymentkit
