// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/attempt_result.h"

#include "http/duplicate_names.h"
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

/// Returns whether the provider answered. QNetworkReply has an error of its own for some statuses (a 400 is
/// ProtocolInvalidOperationError); those are complete answers.
bool isAnswer(const AttemptResult &result)
{
    if (result.error == QNetworkReply::NoError)
        return true;
    const bool named =
        result.error >= QNetworkReply::ContentAccessDenied && result.error != QNetworkReply::ContentReSendError &&
        result.error != QNetworkReply::ProtocolUnknownError && result.error != QNetworkReply::ProtocolFailure;
    return named && result.status >= 400;
}

/// Returns whether a redirect with @p status means that the request itself was not carried out, by RFC 9110.
bool saysThatNothingWasDone(int status)
{
    switch (status) {
    case 301: // 15.4.2: what was asked for has moved for good. Gateways say so for an address of theirs before anything
              // behind them sees the request; that browsers turn the POST into a GET says nothing of the first one.
    case 307: // 15.4.8: the same request, method and body, is wanted at another address: so it was not taken at this
              // one.
    case 308: // 15.4.9: as 307, for good.
        return true;
    case 302: // 15.4.3: meant as 307, but sent for decades, also by frameworks today, after a form was carried out.
    case 303: // 15.4.4: the answer to a request that was carried out stands at another address.
    default:  // 300, 304 to 306 and unknown ones are no answers to a write; nothing follows from them.
        return false;
    }
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

FailureCause causeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return FailureCause::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return FailureCause::ConnectionRefused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ContentReSendError: // the connection ended, and Qt wanted to send the body once more
        return FailureCause::ConnectionLost;
    case QNetworkReply::TimeoutError:
        return FailureCause::TimedOut;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return FailureCause::Proxy;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
        return FailureCause::NotHttp;
    case QNetworkReply::UnknownContentError:
        return FailureCause::NotJson;
    default:
        return FailureCause::Other;
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

Answer classify(AttemptResult result)
{
    const auto fail = [&](FailureKind ifHarmless, const QString &detail, FailureCause cause) {
        const bool doubt = result.isWrite && result.mayHaveLeft;
        Failure failure(doubt ? FailureKind::OutcomeUnknown : ifHarmless, result.status, detail);
        failure.cause = cause;
        return std::unexpected(failure);
    };
    switch (result.stop) {
    case AttemptResult::Stop::None:
        break;
    case AttemptResult::Stop::Deadline:
        return fail(FailureKind::NotSent, u"deadline passed"_s, FailureCause::TimedOut);
    case AttemptResult::Stop::Cancelled:
        return fail(FailureKind::Cancelled, u"cancelled"_s, FailureCause::Other);
    case AttemptResult::Stop::HeadersTooLarge:
        return fail(FailureKind::TooLarge, u"headers too large"_s, FailureCause::TooLarge);
    case AttemptResult::Stop::BodyTooLarge:
        return fail(FailureKind::TooLarge, u"body too large"_s, FailureCause::TooLarge);
    }
    // Before the error: for a 307 or 308 QNetworkReply wants to rewind the body although it must not follow.
    if (result.status >= 300 && result.status < 400) {
        const QString detail = u"redirect not followed"_s;
        if (saysThatNothingWasDone(result.status))
            return std::unexpected(Failure(FailureKind::Redirected, result.status, detail));
        return fail(FailureKind::Redirected, detail, FailureCause::Other);
    }
    if (!isAnswer(result)) {
        // QNetworkReply::errorString() holds the address, and that may hold a token.
        const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(result.error);
        auto failed = fail(kindOf(result.error), QString::fromLatin1(name), causeOf(result.error));
        failed.error().certificate = result.certificate;
        return failed;
    }
    QJsonParseError parsing;
    QJsonDocument json = QJsonDocument::fromJson(result.body, &parsing);
    const bool withoutJson = result.status == 204 || (result.status >= 400 && result.status < 500);
    const bool isAmbiguous = !json.isNull() && hasDuplicateNames(result.body);
    if (isAmbiguous && !withoutJson)
        return fail(FailureKind::Malformed, u"JSON with a member that stands there twice"_s, FailureCause::NotJson);
    // The status of a refusal says enough.
    if (isAmbiguous)
        json = {};
    if (result.status < 200 || (json.isNull() && !withoutJson))
        return fail(FailureKind::Malformed, u"no complete JSON: %1"_s.arg(parsing.errorString()),
                    FailureCause::NotJson);
    return Response(result.status, std::move(result.headers), std::move(result.body), json);
}

} // namespace tilldeck::http
