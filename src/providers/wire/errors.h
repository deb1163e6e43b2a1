// SPDX-License-Identifier: GPL-3.0-or-later
// What every provider's failures have in common; what a body says is for each provider's own codec.
#pragma once

#include "checkout/error.h"
#include "http/request.h"

namespace tilldeck::providers {

/// What was asked for, because one status means different things.
enum class Call {
    Create,  ///< A write: without a trustworthy answer the session may exist.
    Expire,  ///< A write: without one the session may have ended.
    Session, ///< A read of one object.
    List,    ///< A read that the provider may not offer.
    Quote,   ///< Asks for figures; creates nothing, also where it is a POST.
    Payment, ///< A read of one payment.
    Refund,  ///< A write: without a trustworthy answer the money may have been given back.
    Change,  ///< A write in the merchant's own lists: promotion codes, coupons, routes.
};

/// What STATUS, of a complete answer other than 2xx, says about CALL.
checkout::ErrorKind kindOf(Call call, int status);

/// An error of PROVIDER ("PaymentKit") with the sentence for its kind and the provider's own words as details.
checkout::Error errorWith(const QString &provider, Call call, checkout::ErrorKind kind, const QString &details,
                          int status = 0);

/// The error that a missing answer stands for.
checkout::Error errorOf(const QString &provider, Call call, const http::Failure &failure);

/// Returns the Unsupported error of a call that a provider does not have.
checkout::Error unsupported(const QString &sentence);

/// Returns the InvalidInput error of a draft that cannot be sent, with the @p problems on its fields.
checkout::Error invalidDraft(const QString &sentence, std::vector<checkout::Problem> problems);

/// The error of a call whose HTTP client is gone.
checkout::Error clientGone(const QString &provider, Call call);

/// A 2xx answer to a write that cannot be read: UnknownOutcome, with CAUSE's details.
checkout::Error unreadableWrite(const QString &provider, Call call, const checkout::Error &cause);

/// An answer about another object than the one asked for: Malformed.
checkout::Error aboutAnotherObject();

/// TEXT as shown under "Details": plain, on one line, 500 characters at most.
QString providerText(const QString &text);

/// What a provider says about a field, as the sentence of a problem.
QString quotedProvider(const QString &provider, const QString &message);

} // namespace tilldeck::providers
