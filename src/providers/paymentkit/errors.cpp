// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/errors.h"

#include "providers/paymentkit/field_problems.h"
#include "providers/wire/located_messages.h"

namespace tilldeck::providers::paymentkit {

using checkout::Error;
using checkout::ErrorKind;

using namespace Qt::StringLiterals;

Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft)
{
    const QJsonObject problem = response.json.object();
    const QString title = problem["title"_L1].toString();
    const QString detail =
        problem["detail"_L1].isArray() ? joinedMessages(locatedMessages(problem)) : problem["detail"_L1].toString();
    ErrorKind kind = kindOf(call, response.status);
    std::vector<checkout::Problem> problems;
    if (call == Call::Create && (kind == ErrorKind::Rejected || kind == ErrorKind::NotFound))
        problems = fieldProblems(problem, draft);
    // A 404 that names a field of the draft is about that, not about the account.
    if (!problems.empty())
        kind = ErrorKind::Rejected;

    Error error = errorWith(u"PaymentKit"_s, call, kind, detail.isEmpty() ? title : detail, response.status);
    error.providerCode = providerText(title);
    error.problems = std::move(problems);
    return error;
}

} // namespace tilldeck::providers::paymentkit
