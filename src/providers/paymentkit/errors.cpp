// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/errors.h"

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

using checkout::Error;
using checkout::ErrorKind;

using namespace Qt::StringLiterals;

namespace {

bool isWrite(Call call)
{
    return call == Call::Create || call == Call::Expire;
}

/// Answers after which a write may have acted all the same: the provider gave up on it, or another copy is at work.
bool leavesDoubt(int status)
{
    return status >= 500 || status == 408 || status == 409;
}

ErrorKind kindOf(Call call, int status)
{
    if (isWrite(call) && leavesDoubt(status))
        return ErrorKind::UnknownOutcome;
    switch (status) {
    case 401:
        return ErrorKind::Unauthorised;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return call == Call::List ? ErrorKind::Unsupported : ErrorKind::NotFound;
    case 405:
    case 501:
        return ErrorKind::Unsupported;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 500 || status == 408 ? ErrorKind::Offline : ErrorKind::Rejected;
    }
}

QString notFoundSentence(Call call)
{
    if (call == Call::Create) {
        return QCoreApplication::translate("PaymentKit", "PaymentKit does not know this account, or something that the "
                                                         "session uses. Check the account ID.");
    }
    return QCoreApplication::translate("PaymentKit",
                                       "PaymentKit does not know this checkout session. Check its ID and the "
                                       "account.");
}

QString rejectedSentence(Call call)
{
    switch (call) {
    case Call::Create:
        return QCoreApplication::translate("PaymentKit",
                                           "PaymentKit refused this session. Nothing was created: mend the "
                                           "draft and create it again.");
    case Call::Expire:
        return QCoreApplication::translate("PaymentKit",
                                           "PaymentKit did not end this session. Check its present state.");
    default:
        return QCoreApplication::translate("PaymentKit",
                                           "PaymentKit refused the question. Its reason is under Details.");
    }
}

QString unknownSentence(Call call)
{
    if (call == Call::Expire) {
        return QCoreApplication::translate("PaymentKit", "PaymentKit did not say whether the session ended. Check its "
                                                         "present state.");
    }
    return QCoreApplication::translate("PaymentKit",
                                       "PaymentKit did not say whether the session was created. Check before "
                                       "you create it again.");
}

QString sentenceOf(Call call, ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::UnknownOutcome:
        return unknownSentence(call);
    case ErrorKind::Unauthorised:
        return QCoreApplication::translate("PaymentKit", "PaymentKit refused the key. Enter the account's key again.");
    case ErrorKind::Forbidden:
        return QCoreApplication::translate("PaymentKit",
                                           "This key may not do that on this account. Check the account ID, or "
                                           "use a key with more rights.");
    case ErrorKind::NotFound:
        return notFoundSentence(call);
    case ErrorKind::Unsupported:
        return QCoreApplication::translate("PaymentKit", "PaymentKit does not offer this for the account.");
    case ErrorKind::RateLimited:
        return QCoreApplication::translate("PaymentKit",
                                           "PaymentKit takes no more requests for now. Wait a minute, then try "
                                           "again.");
    case ErrorKind::Offline:
        return QCoreApplication::translate("PaymentKit",
                                           "PaymentKit could not be reached. Check the connection and the "
                                           "account's address, then try again.");
    case ErrorKind::Malformed:
        return QCoreApplication::translate("PaymentKit",
                                           "PaymentKit's answer could not be read. Check the account's address, "
                                           "or try again later.");
    case ErrorKind::Cancelled:
        return QCoreApplication::translate("PaymentKit", "Stopped before PaymentKit answered.");
    default:
        return rejectedSentence(call);
    }
}

/// A fault of the provider's own, told as such: "could not be reached" would send the merchant to the wrong place.
QString faultSentence()
{
    return QCoreApplication::translate("PaymentKit",
                                       "PaymentKit has a fault of its own at the moment. Try again later.");
}

Error errorWith(Call call, ErrorKind kind, const QString &details, int status)
{
    Error error(kind, kind == ErrorKind::Offline && status > 0 ? faultSentence() : sentenceOf(call, kind));
    error.details = providerText(details);
    error.httpStatus = status;
    return error;
}

ErrorKind kindOf(Call call, const http::Failure &failure)
{
    switch (failure.kind) {
    case http::FailureKind::NotSent:
    case http::FailureKind::Refused:
        return ErrorKind::Offline;
    case http::FailureKind::OutcomeUnknown:
        return ErrorKind::UnknownOutcome;
    case http::FailureKind::Cancelled:
        return ErrorKind::Cancelled;
    case http::FailureKind::Malformed:
        // An error page of the way there (a proxy's HTML) says with its status what it could not say in JSON.
        return failure.status >= 400 ? kindOf(call, failure.status) : ErrorKind::Malformed;
    case http::FailureKind::TooLarge:
        return ErrorKind::Malformed;
    case http::FailureKind::Redirected:
        return isWrite(call) ? ErrorKind::Rejected : ErrorKind::Malformed;
    }
    return ErrorKind::Malformed;
}

} // namespace

QString providerText(const QString &text)
{
    constexpr qsizetype longest = 500;
    QString plain = text.left(4 * longest).simplified();
    plain.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    if (plain.size() <= longest)
        return plain;
    plain.truncate(plain.at(longest - 2).isHighSurrogate() ? longest - 2 : longest - 1);
    return plain + QChar(0x2026);
}

Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft)
{
    const QJsonObject problem = response.json.object();
    const QString title = problem["title"_L1].toString();
    const QString detail = problem["detail"_L1].toString();
    ErrorKind kind = kindOf(call, response.status);
    std::vector<checkout::Problem> problems;
    if (call == Call::Create && (kind == ErrorKind::Rejected || kind == ErrorKind::NotFound))
        problems = fieldProblems(problem, draft);
    // A 404 that names a field of the draft is about that, not about the account.
    if (!problems.empty())
        kind = ErrorKind::Rejected;

    Error error = errorWith(call, kind, detail.isEmpty() ? title : detail, response.status);
    error.providerCode = providerText(title);
    error.requestId = providerText(problem["request_id"_L1].toString());
    error.problems = std::move(problems);
    return error;
}

Error errorOf(Call call, const http::Failure &failure)
{
    const ErrorKind kind = kindOf(call, failure);
    Error error = errorWith(call, kind, failure.detail, failure.status);
    if (failure.kind == http::FailureKind::Refused) {
        error.sentence =
            QCoreApplication::translate("PaymentKit", "The connection to PaymentKit is not safe, so nothing was "
                                                      "sent. Check the account's address.");
    } else if (failure.kind == http::FailureKind::Redirected) {
        error.sentence =
            QCoreApplication::translate("PaymentKit", "The account's address leads elsewhere, and the key is not "
                                                      "sent there. Check the address.");
    }
    return error;
}

Error unreadableWrite(Call call, const Error &cause)
{
    return errorWith(call, ErrorKind::UnknownOutcome, cause.details, 0);
}

} // namespace tilldeck::providers::paymentkit
