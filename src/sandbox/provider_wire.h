// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/json_reader.h"
#include "sandbox/operations.h"

#include <QSet>

#include <functional>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

/// The HTTP protocol of one provider over its engine. A provider gives its table of operations, its errors and its way
/// of authorization.
class ProviderWire
{
public:
    ProviderWire(const ProviderWire &) = delete;
    ProviderWire &operator=(const ProviderWire &) = delete;
    virtual ~ProviderWire() = default;

    /// Returns the answer to @p request, whose path is the one below the provider's address.
    virtual Response answer(const Request &request) { return dispatch(request); }

    /// Returns the operation id of @p request, or an empty text when the contract has none for it.
    QString operationOf(const Request &request) const;
    /// Returns a refusal with @p status in the provider's shape.
    Response refusalOf(int status) const { return error(status, u"The sandbox was told to answer like this."_s); }

protected:
    /// @p withoutCalls are operations that answer 501; @p payUrl is the address of the hosted pages, ending in a slash.
    ProviderWire(QSet<QString> withoutCalls, QString payUrl);

    /// Returns @p refusal in the provider's shape.
    virtual Response error(const Refusal &refusal) const = 0;
    Response error(int status, const QString &text) const { return error(Refusal{status, text, {}}); }

    /// Returns the answer to a caller who may not call @p operation.
    virtual std::optional<Response> denied(const Operation &operation, const Request &request) = 0;

    virtual Response perform(const Operation &operation, const Call &call) { return operation.handler(call); }

    /// Finds the operation of @p request and performs it. 404 for an unknown address, 405 for a known one with another
    /// method, 501 for an operation that this sandbox lacks.
    Response dispatch(const Request &request);

    /// Returns a handler that calls @p member of this wire.
    template <typename Wire> Operation::Handler bound(Response (Wire::*member)(const Call &))
    {
        return [wire = static_cast<Wire *>(this), member](const Call &call) { return (wire->*member)(call); };
    }

    /// Returns what @p view makes of the value of @p answer, or its refusal.
    template <typename T, typename View = std::identity> Response respond(const Answer<T> &answer, View view = {}) const
    {
        return answer ? view(*answer) : error(answer.error());
    }
    template <typename T, typename View> Response respond(const std::optional<T> &found, View view) const
    {
        return found ? view(*found) : error(404, u"Resource not found"_s);
    }

    QList<Operation> m_operations;
    QString m_payUrl;

private:
    QSet<QString> m_withoutCalls;
};

} // namespace tilldeck::sandbox
