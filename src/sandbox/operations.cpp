// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/operations.h"

#include <optional>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

// The segments that stand for "*", or nothing when the path is another one.
std::optional<QStringList> matched(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QStringList taken;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (pattern.at(i) == "*"_L1)
            taken << path.at(i);
        else if (pattern.at(i) != path.at(i))
            return std::nullopt;
    }
    return taken;
}

} // namespace

Answer<Route> routed(const QList<Operation> &operations, const Request &request)
{
    for (const Operation &operation : operations) {
        const auto ids = operation.method == request.method ? matched(operation.path, request.path) : std::nullopt;
        if (ids)
            return Route{operation.name, *ids};
    }
    const QByteArray methods = methodsAt(operations, request);
    if (methods.isEmpty())
        return std::unexpected(Refusal{404, u"There is no such address in this API."_s, {}});
    return std::unexpected(Refusal{405, u"This address takes %1 only."_s.arg(QString::fromLatin1(methods)), {}});
}

QByteArray methodsAt(const QList<Operation> &operations, const Request &request)
{
    QByteArrayList methods;
    for (const Operation &operation : operations) {
        if (matched(operation.path, request.path))
            methods << operation.method;
    }
    return methods.join(", ");
}

} // namespace tilldeck::sandbox
