// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "checkout/error.h"
#include "checkout/quote.h"
#include "checkout/session.h"
#include "checkout/session_draft.h"
#include "checkout/transaction.h"
#include "http/task.h"

#include <QByteArray>
#include <QUrl>

#include <functional>

namespace tilldeck::providers {

/// A request as it would leave the machine, for reading: secrets are already redacted.
struct RequestText
{
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< Indented JSON.
};

/// A page of a list call.
template <class T> struct Page
{
    std::vector<T> items;
    bool more = false; ///< Ask again with `offset` moved on by items.size().
};

/// One account at one provider. Every call answers a Result; no exception leaves it. Coroutines keep the provider
/// alive through the shared_ptr that make() of the registry gives out.
class Provider
{
public:
    virtual ~Provider() = default;

    /// The provider's own preview of DRAFT; creates nothing. `madeAt` and `validUntil` are left to the caller. Errors:
    /// Unsupported where the flow has none; InvalidInput or Rejected with problems on their fields (a sub-merchant that
    /// cannot be charged, a typed amount beyond the tolerance, which is found before it is sent).
    virtual http::Task<checkout::Result<checkout::Quote>> quote(checkout::SessionDraft draft) = 0;

    // Drafts to encode, describe or create are those that checkout::priced() answers.

    /// The bytes that createSession() would send as its body: what the journal hashes. Errors: InvalidInput when the
    /// draft cannot be expressed for this provider.
    virtual checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft) const = 0;

    /// The exact creation request, secrets redacted, for the editor's Request tab and --dry-run.
    virtual checkout::Result<RequestText> describeCreate(const checkout::SessionDraft &draft) const = 0;

    /// Sends exactly once. KEY is the journal's idempotency key. UnknownOutcome: it may exist.
    virtual http::Task<checkout::Result<checkout::Session>> createSession(checkout::SessionDraft draft,
                                                                          QString key) = 0;

    /// The provider's present word on a session; KNOWN holds its id, flow and token. NotFound: no such session.
    /// Unsupported where the provider cannot be asked about one (Capabilities::looksUpSessions).
    virtual http::Task<checkout::Result<checkout::Session>> session(checkout::Session known) = 0;

    /// Ends an open session early; sent once. Unsupported where the provider has no such call.
    virtual http::Task<checkout::Result<checkout::Session>> expireSession(QString id) = 0;

    /// Sessions newest first, from OFFSET. Unsupported where the provider has no list call.
    virtual http::Task<checkout::Result<Page<checkout::Session>>> sessions(int offset) = 0;

    /// Payments newest first, from OFFSET. Unsupported where the provider has no list call.
    virtual http::Task<checkout::Result<Page<checkout::Transaction>>> transactions(int offset) = 0;

    /// Every list of the catalog; a list that fails or is not offered is marked unavailable and the rest still arrives.
    /// Errors only when none could be read (Unauthorised, Offline …).
    virtual http::Task<checkout::Result<checkout::Catalog>> catalog() = 0;

protected:
    Provider() = default;
    Q_DISABLE_COPY_MOVE(Provider)
};

} // namespace tilldeck::providers
