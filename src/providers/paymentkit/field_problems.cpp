// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/field_problems.h"

#include "providers/wire/errors.h"
#include "providers/wire/located_messages.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <optional>

namespace tilldeck::providers::paymentkit {

using checkout::CustomField;
using checkout::Field;
using checkout::Problem;
using checkout::SessionDraft;

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &message)
{
    return quotedProvider(u"PaymentKit"_s, message);
}

std::optional<Field> simpleField(const QString &path)
{
    static const QHash<QString, Field> fields{
        {u"customer_id"_s, Field::Customer},
        {u"promotion_code"_s, Field::PromotionCode},
        {u"coupon_id"_s, Field::Coupon},
        {u"expires_in_hours"_s, Field::Expiry},
        {u"success_url"_s, Field::SuccessUrl},
        {u"return_url"_s, Field::ReturnUrl},
        {u"custom_fields"_s, Field::CustomFieldName},
        {u"params_for_sub"_s, Field::SubscriptionFieldName},
        {u"params_for_sub.custom_fields"_s, Field::SubscriptionFieldName},
    };
    const auto found = fields.constFind(path);
    return found == fields.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Problem> customFieldProblem(const QString &path, const SessionDraft &draft, const QString &sentence)
{
    const auto rowOf = [&path](const QString &prefix, const std::vector<CustomField> &fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (path == prefix + fields[i].name)
                return static_cast<int>(i);
        }
        return -1;
    };
    if (const int row = rowOf(u"custom_fields."_s, draft.customFields); row >= 0)
        return Problem(Field::CustomFieldValue, sentence, 0, row);
    if (const int row = rowOf(u"params_for_sub.custom_fields."_s, draft.subscriptionCustomFields); row >= 0)
        return Problem(Field::SubscriptionFieldValue, sentence, 0, row);
    return {};
}

/// Returns the problem of a path into a tier; nothing when the draft has no such place.
std::optional<Problem> tierProblem(const QString &path, const SessionDraft &draft, const QString &sentence)
{
    static const QRegularExpression pattern(u"^(?:cascade_line_items\\[(?<cascade>\\d{1,6})\\]\\.)?"
                                            "(?:(?<route>processor_route_id)|line_items(?:\\[(?<row>\\d{1,6})\\]"
                                            "(?:\\.(?<member>price_id|quantity))?)?)$"_s);
    const QRegularExpressionMatch match = pattern.match(path);
    if (!match.hasMatch())
        return {};
    const QString cascade = match.captured(u"cascade"_s);
    const int tier = cascade.isEmpty() ? 0 : cascade.toInt() + 1;
    if (tier >= draft.tierCount())
        return {};
    if (!match.captured(u"route"_s).isEmpty())
        return Problem(Field::ProcessorRoute, sentence, tier);
    const QString rowText = match.captured(u"row"_s);
    if (rowText.isEmpty())
        return Problem(Field::LineItems, sentence, tier);
    const int row = rowText.toInt();
    if (static_cast<std::size_t>(row) >= draft.tierLineItems(tier).size())
        return {};
    const Field field = match.captured(u"member"_s) == "quantity"_L1 ? Field::Quantity : Field::Price;
    return Problem(field, sentence, tier, row);
}

Problem problemAt(const QString &path, const SessionDraft &draft, const QString &message)
{
    const QString sentence = quoted(message);
    if (const auto field = simpleField(path))
        return Problem(*field, sentence);
    if (auto problem = customFieldProblem(path, draft, sentence))
        return *problem;
    if (auto problem = tierProblem(path, draft, sentence))
        return *problem;
    return Problem(Field::Draft, sentence);
}

/// Returns whether @p text has @p id as a whole word: "price_ab" does not name "price_a".
bool names(const QString &text, const QString &id)
{
    static const QString edge = u"[\\w-]"_s;
    const QRegularExpression whole(u"(?<!%1)%2(?!%1)"_s.arg(edge, QRegularExpression::escape(id)));
    return !id.isEmpty() && text.contains(whole);
}

void findTierProblem(const QString &detail, const SessionDraft &draft, std::vector<Problem> &found)
{
    const QString sentence = quoted(detail);
    for (int tier = 0; tier < draft.tierCount(); ++tier) {
        const auto &items = draft.tierLineItems(tier);
        for (std::size_t row = 0; row < items.size(); ++row) {
            if (names(detail, items[row].priceId))
                found.emplace_back(Field::Price, sentence, tier, static_cast<int>(row));
        }
        if (names(detail, draft.tierRoute(tier)))
            found.emplace_back(Field::ProcessorRoute, sentence, tier);
    }
}

/// Finds the field by names in @p detail, but only when they name exactly one kind of field that the draft has set.
std::vector<Problem> problemsInDetail(const QString &detail, const SessionDraft &draft)
{
    const QString words = detail.toLower().replace(u'_', u' ');
    const QString sentence = quoted(detail);
    std::vector<Problem> found;
    findTierProblem(detail, draft, found);
    const auto spokenOf = [&](bool inDraft, QLatin1StringView word, Field field) {
        if (inDraft && words.contains(word))
            found.emplace_back(field, sentence);
    };
    spokenOf(!draft.promotionCode.isEmpty(), "promotion code"_L1, Field::PromotionCode);
    spokenOf(!draft.couponId.isEmpty(), "coupon"_L1, Field::Coupon);
    spokenOf(!draft.customer.id.isEmpty(), "customer"_L1, Field::Customer);
    spokenOf(draft.expiresInHours.has_value(), "expires in hours"_L1, Field::Expiry);
    spokenOf(!draft.successUrl.isEmpty(), "success url"_L1, Field::SuccessUrl);
    spokenOf(!draft.returnUrl.isEmpty(), "return url"_L1, Field::ReturnUrl);
    if (found.empty() && words.contains("currenc"_L1))
        found.emplace_back(Field::LineItems, sentence);
    if (found.empty() && words.contains("quantity"_L1) && draft.tierCount() == 1 && draft.lineItems.size() == 1)
        found.emplace_back(Field::Quantity, sentence, 0, 0);
    for (const Problem &problem : found) {
        if (problem.field != found.front().field)
            return {};
    }
    return found;
}

} // namespace

std::vector<Problem> fieldProblems(const QJsonObject &problem, const SessionDraft &draft)
{
    constexpr qsizetype mostProblems = 100;
    std::vector<Problem> problems;
    const QJsonArray errors = problem["errors"_L1].toArray();
    for (qsizetype i = 0; i < std::min(errors.size(), mostProblems); ++i) {
        const QJsonObject error = errors.at(i).toObject();
        const QString message = error["message"_L1].toString();
        if (!message.isEmpty())
            problems.push_back(problemAt(error["field"_L1].toString(), draft, message));
    }
    for (const LocatedMessage &said : locatedMessages(problem))
        problems.push_back(problemAt(said.path, draft, said.message));
    return problems.empty() ? problemsInDetail(problem["detail"_L1].toString(), draft) : problems;
}

} // namespace tilldeck::providers::paymentkit
