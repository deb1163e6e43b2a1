// SPDX-License-Identifier: GPL-3.0-or-later
// The errors that all providers share. Each provider's errors.h reads the bodies of its own refusals.
#pragma once

#include "checkout/error.h"
#include "http/member_kind.h"
#include "http/request.h"

namespace tilldeck::providers {

/// Names the kind of a call, because one HTTP status means different things for each.
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

/// Returns what @p status, of a complete answer other than 2xx, means for @p call.
checkout::ErrorKind kindOf(Call call, int status);

/// Returns whether a write may have been carried out although it was answered with @p status in no form of a provider's
/// errors: a gateway before it may have kept back its answer. It did not where there is nothing at the address, the key
/// or the size was refused, or too much was asked for.
bool leavesDoubtAsPage(Call call, int status);

/// Returns an error of @p provider ("PaymentKit") with the sentence for its @p kind and the provider's own text in
/// @p details.
checkout::Error errorWith(const QString &provider, Call call, checkout::ErrorKind kind, const QString &details,
                          int status = 0);

/// Returns the error of a call without a complete answer.
checkout::Error errorOf(const QString &provider, Call call, const http::Failure &failure);

/// Returns the Unsupported error of a call that a provider does not have.
checkout::Error unsupported(const QString &sentence);

/// Returns the InvalidInput error of a draft that cannot be sent, with the @p problems on its fields.
checkout::Error invalidDraft(const QString &sentence, std::vector<checkout::Problem> problems);

/// Returns the Cancelled error of a call whose HTTP client is destroyed.
checkout::Error clientGone(const QString &provider, Call call);

/// Returns the UnknownOutcome error of a write whose 2xx answer cannot be read, with the details of @p cause.
checkout::Error unreadableWrite(const QString &provider, Call call, const checkout::Error &cause);

/// Returns the Malformed error of an answer about another object than the one asked for.
checkout::Error aboutAnotherObject();

/// Returns @p text of a provider as it is shown, printed and kept: plain, on one line, 500 characters at most, and
/// without tokens and the addresses that hold them, as http::redactText() cuts them out of a text of @p kind.
QString providerText(const QString &text, http::MemberKind kind = http::MemberKind::Text);

/// Returns the sentence of a problem that quotes the @p message of @p provider about a field.
QString quotedProvider(const QString &provider, const QString &message);

} // namespace tilldeck::providers
