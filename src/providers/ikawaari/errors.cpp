// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ikawaari/errors.h"

#include "providers/ikawaari/text.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace tilldeck::providers::ikawaari {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Field;
using checkout::Problem;

using namespace Qt::StringLiterals;

namespace {

Field simpleField(const QString &path)
{
    static const QHash<QString, Field> fields{
        {u"mode"_s, Field::Mode},
        {u"line_items"_s, Field::LineItems},
        {u"amount"_s, Field::LineItems},
        {u"currency"_s, Field::LineItems},
        {u"description"_s, Field::LineItems},
        {u"success_url"_s, Field::SuccessUrl},
        {u"successUrl"_s, Field::SuccessUrl},
        {u"cancel_url"_s, Field::ReturnUrl},
        {u"cancelUrl"_s, Field::ReturnUrl},
    };
    return fields.value(path, Field::Draft);
}

Field memberField(const QString &member)
{
    static const QHash<QString, Field> fields{
        {u"name"_s, Field::Name},
        {u"amount"_s, Field::Amount},
        {u"currency"_s, Field::Amount},
        {u"quantity"_s, Field::Quantity},
    };
    return fields.value(member, Field::LineItems);
}

Problem problemAt(const QString &path, const QString &message, const checkout::SessionDraft &draft)
{
    static const QRegularExpression line(u"^line_items\\[(\\d{1,6})\\](?:\\.(\\w+))?$"_s);
    const QString sentence = quotedProvider(u"Ikawaari"_s, message);
    const QRegularExpressionMatch match = line.match(path);
    const int row = match.captured(1).toInt();
    if (!match.hasMatch())
        return {simpleField(path), sentence};
    if (static_cast<std::size_t>(row) >= draft.lineItems.size())
        return {Field::LineItems, sentence};
    return {memberField(match.captured(2)), sentence, 0, row};
}

} // namespace

std::vector<Problem> fieldProblems(const QJsonObject &details, const std::vector<LocatedMessage> &located,
                                   const checkout::SessionDraft &draft)
{
    constexpr std::size_t mostProblems = 100;
    std::vector<Problem> problems;
    for (auto detail = details.begin(); detail != details.end() && problems.size() < mostProblems; ++detail) {
        if (const QString message = detail->toString(); !message.isEmpty())
            problems.push_back(problemAt(detail.key(), message, draft));
    }
    for (const LocatedMessage &one : located)
        problems.push_back(problemAt(one.path, one.message, draft));
    return problems;
}

Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft)
{
    const QJsonObject said = response.json.object()["error"_L1].toObject();
    const ErrorKind kind = kindOf(call, response.status);
    const std::vector<LocatedMessage> located = locatedMessages(response.json.object());
    const QString message = said["message"_L1].toString();
    Error error =
        errorWith(u"Ikawaari"_s, call, kind, message.isEmpty() ? joinedMessages(located) : message, response.status);
    if (kind == ErrorKind::Forbidden && (call == Call::Create || call == Call::Refund)) {
        error.sentence =
            IkawaariText::tr("This key may only read. Use one that has Ikawaari's write scope for payments.");
    }
    error.providerCode = providerText(said["code"_L1].toString(), http::MemberKind::Code);
    if (call == Call::Create && kind == ErrorKind::Rejected)
        error.problems = fieldProblems(said["details"_L1].toObject(), located, draft);
    return error;
}

} // namespace tilldeck::providers::ikawaari
