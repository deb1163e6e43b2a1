// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/operations.h"

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

Operation::Operation(QByteArray method, const QString &path, QString operationId, Handler handler, Authorization needs)
    : method(std::move(method))
    , path(path.split(u'/'))
    , id(std::move(operationId))
    , handler(std::move(handler))
    , authorization(needs)
{
}

std::optional<Call> Operation::match(const Request &request) const
{
    if (path.size() != request.path.size())
        return std::nullopt;
    Call call{request, {}};
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (path.at(i) == "{id}"_L1)
            call.id = request.path.at(i);
        else if (!path.at(i).startsWith(u'{') && path.at(i) != request.path.at(i))
            return std::nullopt;
    }
    return call;
}

} // namespace tilldeck::sandbox
