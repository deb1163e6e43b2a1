// SPDX-License-Identifier: GPL-3.0-or-later
#include "error_shapes.h"

#include "checkout/draft_fields.h"
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

} // namespace

QString fieldPath(const checkout::Problem &problem)
{
    const checkout::DraftField *field = checkout::draftField(problem.field);
    const QString tier = problem.tier == 0 ? QString() : u"cascade[%1]."_s.arg(problem.tier - 1);
    const auto item = [&](const char *member) {
        return u"%1line_items[%2].%3"_s.arg(tier).arg(problem.index).arg(QLatin1String(member));
    };
    const auto named = [&](const char *part) {
        return problem.index < 0 ? QString(field->path)
                                 : u"%1[%2].%3"_s.arg(field->path).arg(problem.index).arg(QLatin1String(part));
    };
    switch (problem.field) {
    case Field::Draft:
        return u"draft"_s;
    case Field::Quote:
        return u"quote"_s;
    case Field::Customer: // the one that exists, or a name
        return u"customer"_s;
    case Field::Price:
        return item("price_id");
    case Field::Name:
        return item("name");
    case Field::Amount:
        return item("amount");
    case Field::Quantity:
        // The quantity of a product that is sold without line items.
        return problem.index < 0 ? QString(field->path) : item("quantity");
    case Field::LineItems:
    case Field::ProcessorRoute:
        return tier + field->path;
    case Field::MetadataName:
    case Field::CustomFieldName:
    case Field::SubscriptionFieldName:
        return named("name");
    case Field::MetadataValue:
    case Field::CustomFieldValue:
    case Field::SubscriptionFieldValue:
        return named("value");
    default:
        return field ? QString(field->path) : QString();
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
