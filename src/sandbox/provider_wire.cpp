// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/provider_wire.h"

#include <algorithm>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

ProviderWire::ProviderWire(QSet<QString> withoutCalls, QString payUrl)
    : m_payUrl(std::move(payUrl))
    , m_withoutCalls(std::move(withoutCalls))
{
}

QString ProviderWire::operationOf(const Request &request) const
{
    const auto found = std::ranges::find_if(m_operations, [&](const Operation &operation) {
        return operation.method == request.method && operation.match(request);
    });
    return found == m_operations.end() ? QString() : found->id;
}

Response ProviderWire::dispatch(const Request &request)
{
    QByteArrayList methods;
    for (const Operation &operation : m_operations) {
        const auto call = operation.match(request);
        if (call && operation.method == request.method) {
            if (const auto denial = denied(operation, request))
                return *denial;
            if (m_withoutCalls.contains(operation.id))
                return error(501, u"This sandbox was started without the call %1."_s.arg(operation.id));
            return perform(operation, *call);
        }
        if (call)
            methods << operation.method;
    }
    if (methods.isEmpty())
        return error(404, u"There is no such address in this API."_s);
    const QByteArray allowed = methods.join(", ");
    Response response = error(405, u"This address takes %1 only."_s.arg(QString::fromLatin1(allowed)));
    response.add("Allow", allowed);
    return response;
}

} // namespace tilldeck::sandbox
