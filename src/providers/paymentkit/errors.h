// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "checkout/session_draft.h"
#include "http/request.h"

#include <QJsonObject>

namespace tilldeck::providers::paymentkit {

/// What was asked for, because one status means different things.
enum class Call {
    Create,  ///< A write: without a trustworthy answer the session may exist.
    Expire,  ///< A write: without one the session may have ended.
    Session, ///< A read of one object.
    List,    ///< A read that the provider may not offer.
};

/// The error that a complete answer other than 2xx stands for. DRAFT is what was sent (Create), to find the fields.
checkout::Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft = {});

/// The error that a missing answer stands for.
checkout::Error errorOf(Call call, const http::Failure &failure);

/// A 2xx answer to a write that cannot be read: UnknownOutcome, with CAUSE's details.
checkout::Error unreadableWrite(Call call, const checkout::Error &cause);

/// TEXT as shown under "Details": plain, on one line, 500 characters at most.
QString providerText(const QString &text);

/// The fields that a problem body speaks of: by the paths in `errors` (`line_items[0].price_id`, `promotion_code`,
/// `custom_fields.NAME` …; an open member of the sandbox), else by words of `detail`, where they leave no doubt.
std::vector<checkout::Problem> fieldProblems(const QJsonObject &problem, const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::paymentkit
