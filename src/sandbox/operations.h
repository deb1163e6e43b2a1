// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http.h"
#include "sandbox/refusal.h"

#include <functional>

namespace tilldeck::sandbox {

/// A request that belongs to an operation.
struct Call
{
    const Request &request;
    QString id; ///< the segment that stands for "{id}"; empty where the path has none
};

/// One operation of a provider's contract and what answers it.
struct Operation
{
    /// What a caller has to show.
    enum Authorization { Key, KeyAndMerchant, None };
    using Handler = std::function<Response(const Call &)>;

    Operation(QByteArray method, const QString &path, QString operationId, Handler handler, Authorization needs = Key);

    /// Returns the call when the path of @p request is this operation's; its method is not looked at.
    std::optional<Call> match(const Request &request) const;

    QByteArray method;
    QStringList path; ///< as in the contract, split; a segment in braces stands for any one
    QString id;       ///< operationId of the contract
    Handler handler;
    Authorization authorization;
};

} // namespace tilldeck::sandbox
