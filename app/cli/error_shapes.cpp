// SPDX-License-Identifier: GPL-3.0-or-later
#include "error_shapes.h"

#include "shape_parts.h"

#include <QJsonArray>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::ErrorKind;
using checkout::Field;

namespace {

QString errorKindId(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Rejected:
        return u"rejected"_s;
    case ErrorKind::UnknownOutcome:
        return u"outcome_unknown"_s;
    case ErrorKind::Offline:
        return u"unreachable"_s;
    case ErrorKind::Unauthorised:
        return u"unauthorised"_s;
    case ErrorKind::Forbidden:
        return u"forbidden"_s;
    case ErrorKind::NotFound:
        return u"not_found"_s;
    case ErrorKind::RateLimited:
        return u"rate_limited"_s;
    case ErrorKind::Unsupported:
        return u"unsupported"_s;
    case ErrorKind::Malformed:
        return u"malformed_answer"_s;
    case ErrorKind::InvalidInput:
        return u"invalid"_s;
    case ErrorKind::Storage:
        return u"storage"_s;
    case ErrorKind::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

/// Returns the path of a field that belongs to no line item and no tier.
QString chargePath(const checkout::Problem &problem)
{
    const auto metadata = [&](const char *part) {
        return problem.index < 0 ? u"metadata"_s : u"metadata[%1].%2"_s.arg(problem.index).arg(QLatin1String(part));
    };
    switch (problem.field) {
    case Field::Flow:
        return u"flow"_s;
    case Field::CustomerEmail:
        return u"customer.email"_s;
    case Field::CustomerCountry:
        return u"customer.country"_s;
    case Field::Product:
        return u"product_id"_s;
    case Field::Pricing:
        return u"pricing"_s;
    case Field::ChargeCurrency:
        return u"charge_currency"_s;
    case Field::ChargeAmount:
        return u"charge_amount"_s;
    case Field::Description:
        return u"description"_s;
    case Field::Reference:
        return u"reference"_s;
    case Field::MetadataName:
        return metadata("name");
    case Field::MetadataValue:
        return metadata("value");
    case Field::SubMerchant:
        return u"sub_merchant_id"_s;
    case Field::SubscriptionFrequency:
        return u"subscription_frequency"_s;
    case Field::Quote:
        return u"quote"_s;
    default:
        return {};
    }
}

} // namespace

QString fieldPath(const checkout::Problem &problem)
{
    const QString tier = problem.tier == 0 ? QString() : u"cascade[%1]."_s.arg(problem.tier - 1);
    const auto item = [&](const char *member) {
        return u"%1line_items[%2].%3"_s.arg(tier).arg(problem.index).arg(QLatin1String(member));
    };
    const auto custom = [&](const char *list, const char *part) {
        return problem.index < 0 ? QString::fromLatin1(list)
                                 : u"%1[%2].%3"_s.arg(QLatin1String(list)).arg(problem.index).arg(QLatin1String(part));
    };
    switch (problem.field) {
    case Field::Draft:
        return u"draft"_s;
    case Field::Mode:
        return u"mode"_s;
    case Field::Customer:
        return u"customer"_s;
    case Field::LineItems:
        return tier + u"line_items"_s;
    case Field::Price:
        return item("price_id");
    case Field::Quantity:
        // The quantity of a product that is sold without line items.
        return problem.index < 0 ? u"quantity"_s : item("quantity");
    case Field::Name:
        return item("name");
    case Field::Amount:
        return item("amount");
    case Field::ProcessorRoute:
        return tier + u"processor_route_id"_s;
    case Field::PromotionCode:
        return u"promotion_code"_s;
    case Field::Coupon:
        return u"coupon_id"_s;
    case Field::Expiry:
        return u"expires_in_hours"_s;
    case Field::SuccessUrl:
        return u"success_url"_s;
    case Field::ReturnUrl:
        return u"return_url"_s;
    case Field::CustomFieldName:
        return custom("custom_fields", "name");
    case Field::CustomFieldValue:
        return custom("custom_fields", "value");
    case Field::SubscriptionFieldName:
        return custom("subscription_custom_fields", "name");
    case Field::SubscriptionFieldValue:
        return custom("subscription_custom_fields", "value");
    default:
        return chargePath(problem);
    }
}

QJsonArray problemsJson(const std::vector<checkout::Problem> &problems)
{
    QJsonArray array;
    for (const checkout::Problem &problem : problems)
        array.append(QJsonObject{{u"field"_s, fieldPath(problem)}, {u"message"_s, problem.sentence}});
    return array;
}

QJsonObject errorJson(const checkout::Error &error)
{
    return {{u"error"_s, QJsonObject{{u"kind"_s, errorKindId(error.kind)},
                                     {u"message"_s, error.sentence},
                                     {u"details"_s, orNull(error.details)},
                                     {u"code"_s, orNull(error.providerCode)},
                                     {u"request_id"_s, orNull(error.requestId)},
                                     {u"http_status"_s, error.httpStatus},
                                     {u"problems"_s, problemsJson(error.problems)}}}};
}

} // namespace tilldeck::cli
