// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <optional>
#include <vector>

#include "checkout/problem.h"

namespace tilldeck::checkout {

enum class ErrorKind {
    Rejected,       ///< The provider (or our own check) said no; nothing was created.
    UnknownOutcome, ///< Sent, but no answer that can be trusted: it may or may not exist.
    Offline,        ///< Nothing was sent, or a read got no answer.
    Unauthorised,   ///< 401: the key is missing or wrong.
    Forbidden,      ///< 403: the key may not touch this account.
    NotFound,       ///< 404 for the very thing asked for.
    RateLimited,    ///< 429, after the allowed retries.
    Unsupported,    ///< 404/405/501 on a call that this provider may not have: the caller does without.
    Malformed,      ///< A complete answer that does not have the contract's shape.
    InvalidInput,   ///< The draft has problems; see `problems`.
    Storage,        ///< This machine's disk or keychain.
    Cancelled,
};

/// What went wrong, for the merchant and for the log.
struct Error
{
    Error(ErrorKind kind, QString sentence)
        : kind(kind)
        , sentence(std::move(sentence))
    {
    }

    ErrorKind kind;
    QString sentence; ///< One plain sentence: what happened and what to do. Already translated.
    QString details;  ///< The provider's own words, or what kept its answer away; shown under "Details", plain text.
    QString providerCode;                                ///< The provider's code or title, if any.
    QString requestId;                                   ///< To quote to the provider's support.
    int httpStatus = 0;                                  ///< 0 when there was no answer.
    bool isWithoutKey = false;                           ///< There is no key on this computer, so nobody was asked.
    std::vector<Problem> problems;                       ///< Fields the error speaks of, in the draft's terms.
    std::optional<std::chrono::milliseconds> retryAfter; ///< How long the provider asks to be left alone.
};

/// Returns whether a write that ended with @p error may have taken effect at the provider all the same.
inline bool mayHaveTakenEffect(const Error &error)
{
    return error.kind == ErrorKind::UnknownOutcome || error.kind == ErrorKind::Malformed ||
           error.kind == ErrorKind::Cancelled;
}

template <class T> using Result = std::expected<T, Error>;

/// Returns whether @p error is due to the key, or to there being none: with another key it may not come.
inline bool isAboutKey(const Error &error)
{
    return error.kind == ErrorKind::Unauthorised || error.kind == ErrorKind::Forbidden;
}

} // namespace tilldeck::checkout
