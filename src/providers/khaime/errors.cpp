// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/errors.h"

#include "providers/khaime/text.h"

#include "providers/khaime/field_problems.h"
#include "providers/khaime/flows.h"
#include "providers/wire/located_messages.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tilldeck::providers::khaime {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Field;
using checkout::Problem;

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostRemarks = 100;
constexpr int deepest = 4;

/// Returns "customer.email" from text or from a list of segments.
QString pathText(const QJsonValue &path)
{
    if (path.isString())
        return path.toString();
    QStringList segments;
    const QJsonArray list = path.toArray();
    for (const auto &segment : list)
        segments += segment.toVariant().toString();
    return segments.join(u'.');
}

QString below(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : u"%1.%2"_s.arg(path, name);
}

void collect(const QJsonValue &value, const QString &path, int depth, std::vector<Remark> &found)
{
    if (depth > deepest || found.size() >= mostRemarks)
        return;
    if (value.isString()) {
        if (!value.toString().isEmpty())
            found.emplace_back(path, value.toString());
        return;
    }
    const QJsonArray list = value.toArray();
    for (const auto &item : list)
        collect(QJsonValue(item), path, depth + 1, found);
    const QJsonObject object = value.toObject();
    if (const QJsonValue message = object["message"_L1]; message.isString()) {
        QString place = path;
        for (const QLatin1StringView name : {"path"_L1, "field"_L1, "param"_L1}) {
            if (object.contains(name))
                place = pathText(object[name]);
        }
        found.emplace_back(place, message.toString());
        return;
    }
    for (auto member = object.begin(); member != object.end(); ++member)
        collect(QJsonValue(*member), below(path, member.key()), depth + 1, found);
}

/// The text of the body counts beside the status. A refusal with a 200 is one of a read only: of a write, the status
/// says that it was taken.
ErrorKind kindOf(Call call, int status, const QString &text)
{
    const ErrorKind kind = providers::kindOf(call, status);
    if (kind == ErrorKind::Rejected && text.compare("Invalid API key"_L1, Qt::CaseInsensitive) == 0)
        return ErrorKind::Unauthorised;
    return kind;
}

} // namespace

QString errorText(const QJsonObject &body)
{
    const QJsonValue error = body["error"_L1];
    for (const QJsonValue &said : {error, error["message"_L1], error["error"_L1], body["message"_L1]}) {
        if (!said.toString().simplified().isEmpty())
            return said.toString().simplified();
    }
    return {};
}

std::vector<Remark> remarks(const QJsonObject &body)
{
    std::vector<Remark> found;
    collect(body["details"_L1], {}, 0, found);
    if (body["error"_L1].isObject())
        collect(body["error"_L1]["details"_L1], {}, 0, found);
    if (body["error"_L1].isArray())
        collect(body["error"_L1], {}, 0, found);
    for (const LocatedMessage &said : locatedMessages(body))
        found.emplace_back(said.path, said.message);
    return found;
}

Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft)
{
    const QJsonObject body = response.json.object();
    const std::vector<Remark> said = remarks(body);
    QString text = errorText(body);
    if (text.isEmpty() && !said.empty())
        text = said.front().message;
    ErrorKind kind = kindOf(call, response.status, text);
    const bool ofDraft = call == Call::Create || call == Call::Quote;
    std::vector<Problem> problems;
    if (ofDraft && (kind == ErrorKind::Rejected || kind == ErrorKind::NotFound))
        problems = fieldProblems(text, said, draft);
    // A 404 of Khaime's own about a draft with a product is about that: nothing else in it can be unknown.
    if (ofDraft && problems.empty() && kind == ErrorKind::NotFound && !text.isEmpty() && !draft.productId.isEmpty())
        problems.emplace_back(Field::Product, KhaimeText::tr("Khaime does not know this product. Choose another one."));
    if (!problems.empty())
        kind = ErrorKind::Rejected;

    const std::vector<LocatedMessage> located = locatedMessages(body);
    const QString first = said.empty() ? text : said.front().message;
    const QString details = located.empty() ? first : joinedMessages(located);
    Error error = errorWith(u"Khaime"_s, call, kind, details, response.status);
    error.providerCode = providerText(text);
    error.problems = std::move(problems);
    return error;
}

} // namespace tilldeck::providers::khaime
