// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/api.h"

#include "http/redact.h"
#include "http/retry.h"
#include "keys/key_form.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;

using checkout::Error;

namespace {

Error without(const http::CarriedSecrets &carried, Error error)
{
    for (QString *text : {&error.details, &error.providerCode, &error.requestId})
        *text = carried.cutOutOf(*text);
    for (checkout::Problem &problem : error.problems)
        problem.sentence = carried.cutOutOf(problem.sentence);
    return error;
}

} // namespace

Api::Api(http::HttpClient *http, const QUrl &baseUrl, http::Secret key, std::chrono::milliseconds deadline,
         const ProviderTraits &traits)
    : m_http(http)
    , m_base(baseUrl.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash))
    , m_key(std::move(key))
    , m_deadline(deadline)
    , m_traits(&traits)
{
}

std::optional<QUrl> Api::below(const QStringList &segments) const
{
    QByteArray address = m_base;
    for (const QString &segment : segments) {
        // An address is kept in the logs of all that stand on the way.
        if (keys::holdsKeyForm(segment) || keys::holdsThisKey(segment, m_key.reveal()))
            return {};
        // QUrl and servers resolve dots even when they are encoded.
        if (segment.isEmpty() || segment == "."_L1 || segment == ".."_L1)
            return {};
        address += '/' + QUrl::toPercentEncoding(segment);
    }
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

void Api::sign(http::Request &request) const
{
    request.headers = {{"Accept", m_traits->accept}};
    if (!request.body.isEmpty())
        request.headers.emplace_back("Content-Type", "application/json");
    request.deadline = m_deadline;
    request.requestId = m_traits->requestId;
    if (!m_signs)
        return;
    if (m_traits->keyHeader.isEmpty())
        request.bearer = m_key;
    else
        request.secretHeaders = {{m_traits->keyHeader, m_key}};
}

http::Request Api::get(const QUrl &url) const
{
    http::Request request = http::Request::get(url);
    sign(request);
    return request;
}

http::Request Api::post(const QUrl &url, const QByteArray &body) const
{
    http::Request request = http::Request::post(url, body);
    sign(request);
    return request;
}

http::Request Api::post(const QUrl &url, const QByteArray &body, const QString &key) const
{
    http::Request request = post(url, body);
    request.headers.emplace_back(idempotencyHeader.toByteArray(), key.toUtf8());
    return request;
}

http::Request Api::patch(const QUrl &url, const QByteArray &body) const
{
    http::Request request("PATCH", url, body);
    sign(request);
    return request;
}

Api Api::withoutCredentials() const
{
    Api bare = *this;
    bare.m_signs = false;
    return bare;
}

bool Api::isSuccess(const http::Response &answer)
{
    return answer.isSuccess() && answer.json.object().value("success"_L1) != QJsonValue(false);
}

http::CarriedSecrets Api::keyCarried() const
{
    http::CarriedSecrets carried;
    carried.addKey(m_key.reveal());
    return carried;
}

QString Api::withoutKey(QString text) const
{
    return http::withoutSecret(std::move(text), m_key);
}

Error Api::withoutKey(Error error) const
{
    return without(keyCarried(), std::move(error));
}

std::vector<checkout::UnreadRow> Api::withoutKey(std::vector<checkout::UnreadRow> rows) const
{
    for (checkout::UnreadRow &row : rows) {
        for (QString *text : {&row.id, &row.words, &row.identity})
            *text = withoutKey(*text);
    }
    return rows;
}

// Secrets are cut out twice: before texts are shortened, which could leave their beginning, and after, because cleaning
// a text can join its parts.
Error Api::errorOf(Call call, http::Response answer, const checkout::SessionDraft &draft) const
{
    const bool isOthers = !answer.json.isObject();
    http::CarriedSecrets carried = keyCarried();
    carried.addOf(answer.headers);
    carried.addOf(QJsonValue(answer.json.object()));
    answer.json = QJsonDocument(carried.cutOutOf(QJsonValue(answer.json.object())).toObject());
    Error error = isOthers && leavesDoubtAsPage(call, answer.status)
                      ? errorWith(provider(), call, checkout::ErrorKind::UnknownOutcome, QString(), answer.status)
                      : m_traits->errorOf(call, answer, draft);
    error.requestId = providerText(http::requestIdIn(m_traits->requestId, answer.headers, answer.json.object()),
                                   http::MemberKind::Reference);
    error.retryAfter = http::retryAfter(answer.header("Retry-After"), QDateTime::currentDateTimeUtc());
    return without(carried, std::move(error));
}

Error Api::errorOf(Call call, const http::Failure &failure) const
{
    return providers::errorOf(provider(), call, failure);
}

namespace {

checkout::Result<QJsonDocument> jsonOf(const Api &api, Call call, const http::Answer &answer,
                                       const checkout::SessionDraft &draft)
{
    if (!answer)
        return std::unexpected(api.errorOf(call, answer.error()));
    if (!Api::isSuccess(*answer))
        return std::unexpected(api.errorOf(call, *answer, draft));
    return answer->json;
}

} // namespace

http::Task<checkout::Result<QJsonDocument>> read(Api api, Call call, QUrl url)
{
    http::HttpClient *http = api.http();
    if (!http)
        co_return std::unexpected(clientGone(api.provider(), call));
    http::Request request = api.get(url);
    http::RetryPolicy policy = http->retries();
    const http::Answer answer = co_await http->sendWithRetry(std::move(request), std::move(policy));
    co_return jsonOf(api, call, answer, checkout::SessionDraft());
}

http::Task<checkout::Result<QJsonDocument>> sendOnce(Api api, Call call, http::Request request,
                                                     checkout::SessionDraft draft)
{
    http::HttpClient *http = api.http();
    if (!http)
        co_return std::unexpected(clientGone(api.provider(), call));
    const http::Answer answer = co_await http->send(std::move(request));
    co_return jsonOf(api, call, answer, draft);
}

} // namespace tilldeck::providers
