// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/events.h"
#include "sandbox/http.h"
#include "sandbox/refusal.h"

#include <QDateTime>

namespace tilldeck::sandbox {

/// Makes a repeated POST safe: a key that was used in the last 24 hours gets its first answer again.
class IdempotentCalls
{
public:
    /// @p kind is the kind of documents that keeps the answers.
    IdempotentCalls(Events &events, Store &store, QString kind)
        : m_events(events)
        , m_store(store)
        , m_kind(std::move(kind))
    {
    }

    /// Returns the answer of @p call, which is kept when it is a success and @p request has an Idempotency-Key; for a
    /// key that is known, the first answer. Each @p scope has keys of its own. 400 for an unusable key, 409 when it was
    /// used with another address or body, 500 when the answer could not be kept.
    Answer<Response> once(const Request &request, const QString &scope, const QDateTime &now,
                          const std::function<Response()> &call);

private:
    Events &m_events;
    Store &m_store;
    QString m_kind;
};

} // namespace tilldeck::sandbox
