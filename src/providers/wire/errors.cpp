// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/errors.h"

#include "checkout/outside_text.h"
#include "http/redact_text.h"
#include "providers/wire/object_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tilldeck::providers {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::Errors)
};

bool isWrite(Call call)
{
    return call == Call::Create || call == Call::Expire || call == Call::Refund || call == Call::Change;
}

/// The statuses that say that a request was looked at and not carried out. Others come also when the provider, or a
/// gateway before it, gave up on an answer (408, 499, 5xx), could not write it in the form that was asked for (406), or
/// works on an earlier copy of the request (409, 423, 425).
constexpr std::array refusals = {400, 401, 402, 403, 404, 405, 410, 411, 413, 414,
                                 415, 416, 417, 421, 422, 426, 428, 429, 431, 451};

/// Returns whether a write may have been carried out despite this status.
bool leavesDoubt(int status)
{
    return !std::ranges::binary_search(refusals, status);
}

QString notFoundSentence(Call call)
{
    switch (call) {
    case Call::Create:
    case Call::Quote:
        return ErrorText::tr("%1 does not know this account, or something that the session uses. Check the account's "
                             "details.");
    case Call::Payment:
    case Call::Refund:
        return ErrorText::tr("%1 does not know this payment. Refresh the transactions, and check the account.");
    case Call::Change:
        return ErrorText::tr("%1 does not know this entry, or something that it uses. Refresh the catalog.");
    default:
        return ErrorText::tr("%1 does not know this checkout session. Check its ID and the account.");
    }
}

QString rejectedSentence(Call call)
{
    switch (call) {
    case Call::Create:
        return ErrorText::tr("%1 refused this session. Nothing was created: mend the draft and create it again.");
    case Call::Expire:
        return ErrorText::tr("%1 did not end this session. Check its present state.");
    case Call::Quote:
        return ErrorText::tr("%1 cannot quote this draft. Mend it, then ask again.");
    case Call::Refund:
        return ErrorText::tr("%1 refused this refund, so no money was given back.");
    case Call::Change:
        return ErrorText::tr("%1 refused this, so nothing was changed.");
    default:
        return ErrorText::tr("%1 refused the question.");
    }
}

QString unknownSentence(Call call)
{
    switch (call) {
    case Call::Expire:
        return ErrorText::tr("%1 did not say whether the session ended. Check its present state.");
    case Call::Refund:
        return ErrorText::tr("%1 did not say whether the money was given back.");
    case Call::Change:
        return ErrorText::tr(
            "%1 did not say whether it was saved. Go on with it, or look it up, before you ask for it again.");
    default:
        return ErrorText::tr("%1 did not say whether the session was created.");
    }
}

/// Returns the sentence of an error, with %1 for the provider's name.
QString sentenceOf(Call call, ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::UnknownOutcome:
        return unknownSentence(call);
    case ErrorKind::Unauthorised:
        return ErrorText::tr("%1 refused the key. Enter the account's key again.");
    case ErrorKind::Forbidden:
        return ErrorText::tr(
            "This key may not do that on this account. Check the account's details at %1, or use a key "
            "with more rights.");
    case ErrorKind::NotFound:
        return notFoundSentence(call);
    case ErrorKind::Unsupported:
        return ErrorText::tr("%1 does not offer this for the account.");
    case ErrorKind::RateLimited:
        return ErrorText::tr("%1 takes no more requests for now. Wait a minute, then try again.");
    case ErrorKind::Offline:
        return ErrorText::tr(
            "%1 could not be reached. Check the connection and the account's address, then try again.");
    case ErrorKind::Malformed:
        return ErrorText::tr("%1's answer could not be read. Check the account's address, or try again later.");
    case ErrorKind::Cancelled:
        return ErrorText::tr("Stopped before %1 answered.");
    default:
        return rejectedSentence(call);
    }
}

/// Returns why the connection is not safe, with %1 for the provider's name.
QString unsafeSentence(http::CertificateProblem problem)
{
    switch (problem) {
    case http::CertificateProblem::NotTrusted:
        return ErrorText::tr("Nobody whom this computer trusts vouches for the server at %1's address, so nothing was "
                             "sent. Check the account's address, and the network that you are in.");
    case http::CertificateProblem::WrongHost:
        return ErrorText::tr("The server at %1's address shows the certificate of another host, so nothing was sent. "
                             "Check the account's address, and the network that you are in.");
    case http::CertificateProblem::Expired:
        return ErrorText::tr("The certificate of the server at %1's address is not valid today, so nothing was sent. "
                             "Check the account's address and the date of this computer.");
    case http::CertificateProblem::None:
        break;
    }
    return ErrorText::tr("The connection to %1 is not safe, so nothing was sent. Check the account's address.");
}

/// Returns what kept an answer from coming. The name that it has in the program stands in the log of requests.
QString wordsOf(http::FailureCause cause)
{
    switch (cause) {
    case http::FailureCause::HostNotFound:
        return ErrorText::tr("There is no server of that name.");
    case http::FailureCause::ConnectionRefused:
        return ErrorText::tr("The server took no connection.");
    case http::FailureCause::ConnectionLost:
        return ErrorText::tr("The connection ended before the answer was complete.");
    case http::FailureCause::TimedOut:
        return ErrorText::tr("No complete answer came in time.");
    case http::FailureCause::Proxy:
        return ErrorText::tr("The proxy of this network let nothing through.");
    case http::FailureCause::NotHttp:
        return ErrorText::tr("What came back is no web answer.");
    case http::FailureCause::NotJson:
        return ErrorText::tr("What came back is no complete answer of an API.");
    case http::FailureCause::TooLarge:
        return ErrorText::tr("The answer was too large to be read.");
    case http::FailureCause::Other:
        break;
    }
    return {};
}

ErrorKind kindOf(Call call, const http::Failure &failure)
{
    switch (failure.kind) {
    case http::FailureKind::NotSent:
    case http::FailureKind::Refused:
        return ErrorKind::Offline;
    case http::FailureKind::OutcomeUnknown:
        if (isWrite(call))
            return ErrorKind::UnknownOutcome;
        return failure.status >= 200 && failure.status < 300 ? ErrorKind::Malformed : ErrorKind::Offline;
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

/// Returns whether the character of @p text at @p at is a joiner that a script or an emoji needs: it stands between two
/// characters that can be seen. Between those of ASCII it joins nothing and could split a key.
bool isJoiner(const QString &text, qsizetype at)
{
    const auto joins = [&text](qsizetype place) {
        if (place < 0 || place >= text.size())
            return false;
        const QChar character = text[place];
        return character.unicode() > 0x7f && !character.isSpace() && character.category() != QChar::Other_Control &&
               character.category() != QChar::Other_Format;
    };
    return (text[at] == u'\u200c' || text[at] == u'\u200d') && joins(at - 1) && joins(at + 1);
}

} // namespace

ErrorKind kindOf(Call call, int status)
{
    if (isWrite(call) && leavesDoubt(status))
        return ErrorKind::UnknownOutcome;
    // The payment is asked for right before, so that it is not there contradicts what the provider has just said: it
    // may have read back what it made from a copy that lags behind.
    if (call == Call::Refund && (status == 404 || status == 410))
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

bool leavesDoubtAsPage(Call call, int status)
{
    constexpr std::array beforeTheProvider = {401, 404, 405, 411, 413, 414, 421, 429, 431};
    return isWrite(call) && !std::ranges::binary_search(beforeTheProvider, status);
}

Error errorWith(const QString &provider, Call call, ErrorKind kind, const QString &details, int status)
{
    // A fault of the provider's own is told as such: "could not be reached" would send the merchant to the wrong place.
    const bool ownFault = kind == ErrorKind::Offline && status > 0;
    const QString sentence =
        ownFault ? ErrorText::tr("%1 has a fault of its own at the moment. Try again later.") : sentenceOf(call, kind);
    Error error(kind, sentence.arg(provider));
    error.details = providerText(details);
    error.httpStatus = status;
    return error;
}

Error errorOf(const QString &provider, Call call, const http::Failure &failure)
{
    Error error = errorWith(provider, call, kindOf(call, failure), wordsOf(failure.cause), failure.status);
    if (failure.kind == http::FailureKind::Refused) {
        error.sentence = unsafeSentence(failure.certificate).arg(provider);
    } else if (failure.kind == http::FailureKind::Redirected) {
        error.sentence =
            ErrorText::tr("The account's address leads elsewhere, and the key is not sent there. Check the address.");
    }
    return error;
}

Error unsupported(const QString &sentence)
{
    return {ErrorKind::Unsupported, sentence};
}

Error invalidDraft(const QString &sentence, std::vector<checkout::Problem> problems)
{
    Error error(ErrorKind::InvalidInput, sentence);
    error.problems = std::move(problems);
    return error;
}

Error clientGone(const QString &provider, Call call)
{
    return errorWith(provider, call, ErrorKind::Cancelled, QString());
}

Error unreadableWrite(const QString &provider, Call call, const Error &cause)
{
    return errorWith(provider, call, ErrorKind::UnknownOutcome, cause.details);
}

Error aboutAnotherObject()
{
    Error error = ObjectReader(QJsonObject()).error();
    error.details = ErrorText::tr("The answer is about another session.");
    return error;
}

QString providerText(const QString &text, http::MemberKind kind)
{
    constexpr qsizetype longest = 500;
    const QString plain = text.left(4 * longest).simplified();
    QString shown;
    shown.reserve(plain.size());
    for (qsizetype at = 0; at < plain.size(); ++at) {
        const auto category = plain[at].category();
        if ((category != QChar::Other_Control && category != QChar::Other_Format) || isJoiner(plain, at))
            shown += plain[at];
    }
    return checkout::shortened(http::redactText(shown, kind), longest);
}

QString quotedProvider(const QString &provider, const QString &message)
{
    return ErrorText::tr("%1 says: \u201c%2\u201d", "provider, its own words").arg(provider, providerText(message));
}

} // namespace tilldeck::providers
