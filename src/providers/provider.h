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

/// What the merchant wants to give back.
struct RefundRequest
{
    RefundRequest(checkout::Transaction transaction, money::Money amount)
        : transaction(std::move(transaction))
        , amount(amount)
    {
    }

    checkout::Transaction transaction; ///< As the ledger has it.
    money::Money amount;               ///< In the transaction's currency.
    QString reason;                    ///< May be empty.
};

/// One account at one provider. Calls that are no pure functions here are Unsupported unless a provider has them. Every
/// call answers a Result; no exception leaves it. Coroutines keep the provider alive through the shared_ptr that make()
/// of the registry gives out.
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

    /// A payment with its steps and refunds. Unsupported unless Capabilities::looksUpTransactions.
    virtual http::Task<checkout::Result<checkout::Transaction>> transaction(QString id);

    /// The bytes that refund() would send as its body: what the journal hashes.
    virtual checkout::Result<QByteArray> encodeRefund(const RefundRequest &request) const;
    /// Sends exactly once. KEY is the journal's idempotency key. UnknownOutcome: it may have been given back.
    virtual http::Task<checkout::Result<checkout::Refund>> refund(RefundRequest request, QString key);

    // Promotion codes and coupons (Capabilities::writesPromotionCodes), processor routes (writesRoutes). Each write is
    // sent once; problems stand on no field of a draft: Error::details tells the provider's words.
    virtual http::Task<checkout::Result<checkout::PromotionCode>> createPromotionCode(checkout::PromotionCode code,
                                                                                      QString key);
    virtual http::Task<checkout::Result<checkout::PromotionCode>> deactivate(checkout::PromotionCode code);
    virtual http::Task<checkout::Result<checkout::Coupon>> createCoupon(checkout::Coupon coupon, QString key);
    virtual http::Task<checkout::Result<checkout::Coupon>> deactivateCoupon(checkout::Coupon coupon);
    /// Creates the route when its id is empty, else replaces its name and order.
    virtual http::Task<checkout::Result<checkout::ProcessorRoute>> saveRoute(checkout::ProcessorRoute route);

    /// Every list of the catalog; a list that fails or is not offered is marked unavailable and the rest still arrives.
    /// Errors only when none could be read (Unauthorised, Offline …).
    virtual http::Task<checkout::Result<checkout::Catalog>> catalog() = 0;

protected:
    Provider() = default;
    Q_DISABLE_COPY_MOVE(Provider)
};

} // namespace tilldeck::providers
