// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"

#include "shape_parts.h"

#include <QJsonArray>

namespace tilldeck::cli {

using checkout::ErrorKind;
using checkout::Field;

namespace {

QString kindWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Rejected:
        return QStringLiteral("rejected");
    case ErrorKind::UnknownOutcome:
        return QStringLiteral("outcome_unknown");
    case ErrorKind::Offline:
        return QStringLiteral("unreachable");
    case ErrorKind::Unauthorised:
        return QStringLiteral("unauthorised");
    case ErrorKind::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorKind::NotFound:
        return QStringLiteral("not_found");
    case ErrorKind::RateLimited:
        return QStringLiteral("rate_limited");
    case ErrorKind::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorKind::Malformed:
        return QStringLiteral("malformed_answer");
    case ErrorKind::InvalidInput:
        return QStringLiteral("invalid");
    case ErrorKind::Storage:
        return QStringLiteral("storage");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

/// Of the fields that line items and cascade have no part in.
QString chargePath(const checkout::Problem &problem)
{
    const auto metadata = [&](const char *part) {
        return problem.index < 0 ? QStringLiteral("metadata")
                                 : QStringLiteral("metadata[%1].%2").arg(problem.index).arg(QLatin1String(part));
    };
    switch (problem.field) {
    case Field::Flow:
        return QStringLiteral("flow");
    case Field::CustomerEmail:
        return QStringLiteral("customer.email");
    case Field::CustomerCountry:
        return QStringLiteral("customer.country");
    case Field::Product:
        return QStringLiteral("product_id");
    case Field::Pricing:
        return QStringLiteral("pricing");
    case Field::ChargeCurrency:
        return QStringLiteral("charge_currency");
    case Field::ChargeAmount:
        return QStringLiteral("charge_amount");
    case Field::Description:
        return QStringLiteral("description");
    case Field::Reference:
        return QStringLiteral("reference");
    case Field::MetadataName:
        return metadata("name");
    case Field::MetadataValue:
        return metadata("value");
    case Field::SubMerchant:
        return QStringLiteral("sub_merchant_id");
    case Field::SubscriptionFrequency:
        return QStringLiteral("subscription_frequency");
    case Field::Quote:
        return QStringLiteral("quote");
    default:
        return {};
    }
}

} // namespace

QString fieldPath(const checkout::Problem &problem)
{
    const QString tier = problem.tier == 0 ? QString() : QStringLiteral("cascade[%1].").arg(problem.tier - 1);
    const auto item = [&](const char *member) {
        return QStringLiteral("%1line_items[%2].%3").arg(tier).arg(problem.index).arg(QLatin1String(member));
    };
    const auto custom = [&](const char *list, const char *part) {
        return problem.index < 0
                   ? QString::fromLatin1(list)
                   : QStringLiteral("%1[%2].%3").arg(QLatin1String(list)).arg(problem.index).arg(QLatin1String(part));
    };
    switch (problem.field) {
    case Field::Draft:
        return QStringLiteral("draft");
    case Field::Mode:
        return QStringLiteral("mode");
    case Field::Customer:
        return QStringLiteral("customer");
    case Field::LineItems:
        return tier + QStringLiteral("line_items");
    case Field::Price:
        return item("price_id");
    case Field::Quantity:
        // Of a product that is sold without line items.
        return problem.index < 0 ? QStringLiteral("quantity") : item("quantity");
    case Field::Name:
        return item("name");
    case Field::Amount:
        return item("amount");
    case Field::ProcessorRoute:
        return tier + QStringLiteral("processor_route_id");
    case Field::PromotionCode:
        return QStringLiteral("promotion_code");
    case Field::Coupon:
        return QStringLiteral("coupon_id");
    case Field::Expiry:
        return QStringLiteral("expires_in_hours");
    case Field::SuccessUrl:
        return QStringLiteral("success_url");
    case Field::ReturnUrl:
        return QStringLiteral("return_url");
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
        array.append(
            QJsonObject{{QStringLiteral("field"), fieldPath(problem)}, {QStringLiteral("message"), problem.sentence}});
    return array;
}

QJsonObject errorJson(const checkout::Error &error)
{
    return {{QStringLiteral("error"), QJsonObject{{QStringLiteral("kind"), kindWord(error.kind)},
                                                  {QStringLiteral("message"), error.sentence},
                                                  {QStringLiteral("details"), orNull(error.details)},
                                                  {QStringLiteral("code"), orNull(error.providerCode)},
                                                  {QStringLiteral("request_id"), orNull(error.requestId)},
                                                  {QStringLiteral("http_status"), error.httpStatus},
                                                  {QStringLiteral("problems"), problemsJson(error.problems)}}}};
}

} // namespace tilldeck::cli
