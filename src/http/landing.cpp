// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/landing.h"

#include "http/this_machine.h"

#include <QMetaEnum>

#include <algorithm>
#include <array>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

bool isToken(const QByteArray &name)
{
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::ranges::all_of(name, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.contains(c);
    });
}

bool hasControls(const QByteArray &value)
{
    return std::ranges::any_of(value, [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool isOurs(const QByteArray &name)
{
    constexpr std::array ours = {"accept-encoding", "connection", "content-length", "host", "transfer-encoding"};
    return std::ranges::any_of(ours, [&](const char *each) { return name.compare(each, Qt::CaseInsensitive) == 0; });
}

bool isBadHeader(const QByteArray &name, const QByteArray &value)
{
    return !isToken(name) || isOurs(name) || hasControls(value);
}

/// The errors that QNetworkReply makes of a status (a 400 is ProtocolInvalidOperationError) belong to whole answers.
bool isAnswer(const Landing &landing)
{
    if (landing.error == QNetworkReply::NoError)
        return true;
    const bool named =
        landing.error >= QNetworkReply::ContentAccessDenied && landing.error != QNetworkReply::ContentReSendError &&
        landing.error != QNetworkReply::ProtocolUnknownError && landing.error != QNetworkReply::ProtocolFailure;
    return named && landing.status >= 400;
}

FailureKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return FailureKind::Refused;
    case QNetworkReply::ProtocolFailure:     // no HTTP
    case QNetworkReply::UnknownContentError: // cannot be decompressed, or to far too much
        return FailureKind::Malformed;
    default:
        return FailureKind::NotSent;
    }
}

} // namespace

std::optional<Failure> problemWith(const Request &request)
{
    const auto refuse = [](const char *why) { return Failure(FailureKind::NotSent, 0, QString::fromLatin1(why)); };
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
        return refuse("not a web address");
    if (!request.url.userInfo().isEmpty())
        return refuse("refusing an address with user info");
    if (!isToken(request.method))
        return refuse("invalid method");
    if (request.method == "GET" && !request.body.isEmpty())
        return refuse("refusing a GET with a body");
    for (const auto &[name, value] : request.headers) {
        if (isBadHeader(name, value))
            return refuse("invalid header");
    }
    for (const auto &[name, secret] : request.secretHeaders) {
        if (isBadHeader(name, secret.reveal().toUtf8()))
            return refuse("invalid header");
    }
    if (hasControls(request.bearer.reveal().toUtf8()))
        return refuse("invalid header");
    const bool carriesKey = !request.bearer.isEmpty() || !request.secretHeaders.isEmpty();
    if (carriesKey && scheme == u"http" && !isThisMachine(request.url.host()))
        return refuse("refusing to send a key without TLS");
    return std::nullopt;
}

Answer judge(Landing landing)
{
    const auto fail = [&](FailureKind ifHarmless, const QString &detail) {
        const bool doubt = landing.write && landing.mayHaveLeft;
        return std::unexpected(Failure(doubt ? FailureKind::OutcomeUnknown : ifHarmless, landing.status, detail));
    };
    switch (landing.stop) {
    case Landing::Stop::None:
        break;
    case Landing::Stop::Deadline:
        return fail(FailureKind::NotSent, u"deadline passed"_s);
    case Landing::Stop::Cancelled:
        return fail(FailureKind::Cancelled, u"cancelled"_s);
    case Landing::Stop::HeadersTooLarge:
        return fail(FailureKind::TooLarge, u"headers too large"_s);
    case Landing::Stop::BodyTooLarge:
        return fail(FailureKind::TooLarge, u"body too large"_s);
    }
    // Before the error: for a 307 or 308 QNetworkReply wants to rewind the body although it is told not to follow.
    if (landing.status >= 300 && landing.status < 400) {
        const QString detail = u"redirect not followed"_s;
        if (landing.status == 301 || landing.status == 307 || landing.status == 308)
            return std::unexpected(Failure(FailureKind::Redirected, landing.status, detail));
        return fail(FailureKind::Redirected, detail);
    }
    if (!isAnswer(landing)) {
        // QNetworkReply::errorString() holds the address, and that may hold a token.
        const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(landing.error);
        return fail(kindOf(landing.error), QString::fromLatin1(name));
    }
    QJsonParseError parsing;
    const QJsonDocument json = QJsonDocument::fromJson(landing.body, &parsing);
    const bool withoutJson = landing.status == 204 || (landing.status >= 400 && landing.status < 500);
    if (landing.status < 200 || (json.isNull() && !withoutJson))
        return fail(FailureKind::Malformed, u"no complete JSON: %1"_s.arg(parsing.errorString()));
    return Response(landing.status, std::move(landing.headers), std::move(landing.body), json);
}

} // namespace tilldeck::http
