// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/api.h"

#include "http/redact.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tilldeck::providers::paymentkit {

using checkout::Error;
using checkout::ErrorKind;

Api::Api(http::HttpClient *http, const QUrl &baseUrl, const QString &accountId, http::Secret key,
         std::chrono::milliseconds deadline)
    : m_http(http)
    , m_base(baseUrl.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash))
    , m_accountId(accountId)
    , m_key(std::move(key))
    , m_deadline(deadline)
{
}

std::optional<QUrl> Api::inAccount(const QStringList &segments) const
{
    return below(QStringList{QStringLiteral("api"), m_accountId} + segments);
}

std::optional<QUrl> Api::below(const QStringList &segments) const
{
    QByteArray address = m_base;
    for (const QString &segment : segments) {
        // QUrl and servers resolve dots even when they are encoded.
        if (segment.isEmpty() || segment == QLatin1String(".") || segment == QLatin1String(".."))
            return {};
        address += '/' + QUrl::toPercentEncoding(segment);
    }
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

http::Request Api::get(const QUrl &url) const
{
    http::Request request = http::Request::get(url);
    request.headers = {{"Accept", "application/json, application/problem+json"}};
    request.bearer = m_key;
    request.deadline = m_deadline;
    return request;
}

http::Request Api::post(const QUrl &url, const QByteArray &body) const
{
    http::Request request = http::Request::post(url, body);
    request.headers = {{"Accept", "application/json, application/problem+json"}};
    if (!body.isEmpty())
        request.headers.emplace_back("Content-Type", "application/json");
    request.bearer = m_key;
    request.deadline = m_deadline;
    return request;
}

QString Api::withoutKey(QString text) const
{
    return m_key.isEmpty() ? text : text.replace(m_key.reveal(), http::redactedMark());
}

QJsonValue Api::withoutKey(const QJsonValue &value) const
{
    if (value.isString())
        return withoutKey(value.toString());
    if (value.isArray()) {
        QJsonArray clean;
        const QJsonArray array = value.toArray();
        for (const auto &item : array)
            clean.append(withoutKey(QJsonValue(item)));
        return clean;
    }
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        *member = withoutKey(QJsonValue(*member));
    return value.isObject() ? QJsonValue(object) : value;
}

Error Api::withoutKey(Error error) const
{
    for (QString *text : {&error.details, &error.providerCode, &error.requestId})
        *text = withoutKey(*text);
    for (checkout::Problem &problem : error.problems)
        problem.sentence = withoutKey(problem.sentence);
    return error;
}

// Twice: before texts are cut, which could leave the key's beginning, and after, for what only cleaning put together.
Error Api::errorOf(Call call, http::Response answer, const checkout::SessionDraft &draft) const
{
    answer.json = QJsonDocument(withoutKey(QJsonValue(answer.json.object())).toObject());
    return withoutKey(paymentkit::errorOf(call, answer, draft));
}

Error Api::errorOf(Call call, http::Failure failure) const
{
    failure.detail = withoutKey(failure.detail);
    return withoutKey(paymentkit::errorOf(call, failure));
}

Error unusableId(Call call)
{
    if (call == Call::Session || call == Call::Expire) {
        return Error(ErrorKind::NotFound,
                     QCoreApplication::translate("PaymentKit",
                                                 "This is not the ID of a checkout session, or the account's "
                                                 "ID is not usable. Check both."));
    }
    return Error(
        ErrorKind::InvalidInput,
        QCoreApplication::translate("PaymentKit", "The account has no usable account ID. Enter it in Accounts."));
}

http::Task<checkout::Result<QJsonDocument>> read(Api api, Call call, QUrl url)
{
    http::HttpClient *http = api.http();
    if (!http)
        co_return std::unexpected(errorOf(call, http::Failure(http::FailureKind::Cancelled, 0, QString())));
    http::Request request = api.get(url);
    http::RetryPolicy policy;
    const http::Answer answer = co_await http->sendWithRetry(std::move(request), std::move(policy));
    if (!answer)
        co_return std::unexpected(api.errorOf(call, answer.error()));
    if (!answer->isSuccess())
        co_return std::unexpected(api.errorOf(call, *answer));
    co_return answer->json;
}

} // namespace tilldeck::providers::paymentkit
