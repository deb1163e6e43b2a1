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

/// Holds a request as it would be sent, for reading: secrets are already redacted.
struct RequestText
{
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< Indented JSON.
};

/// Holds one page of a list call.
template <class T> struct Page
{
    std::vector<T> items;
    bool more = false; ///< There are more items from `offset` plus items.size() on.
};

/// Describes a refund that the merchant asks for.
struct RefundRequest
{
    RefundRequest(checkout::Transaction transaction, money::Money amount)
        : transaction(std::move(transaction))
        , amount(amount)
    {
    }

    checkout::Transaction transaction; ///< The payment, as the ledger has it.
    money::Money amount;               ///< In the transaction's currency.
    QString reason;                    ///< May be empty.
};

/// Calls one account at one provider. The calls that have an implementation here return Unsupported unless a provider
/// overrides them. Every call returns a Result; none throws. A call goes on when the provider is destroyed.
class Provider
{
public:
    virtual ~Provider() = default;

    /// Returns the provider's own preview of @p draft and creates nothing. The caller sets `madeAt` and `validUntil`.
    /// Errors: Unsupported where the flow has no preview; InvalidInput or Rejected with problems on their fields (a
    /// sub-merchant that cannot be charged; a typed amount beyond the tolerance, which is refused before it is sent).
    virtual http::Task<checkout::Result<checkout::Quote>> quote(checkout::SessionDraft draft) = 0;

    // Drafts to encode, describe or create are those that checkout::priced() returns.

    /// Returns the body that createSession() would send, which the journal hashes. Errors: InvalidInput when the
    /// provider has no member for a part of the draft.
    virtual checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft) const = 0;

    /// Returns the creation request with secrets redacted, for the editor's Request tab and --dry-run.
    virtual checkout::Result<RequestText> describeCreate(const checkout::SessionDraft &draft) const = 0;

    /// Sends the creation exactly once, with @p key, the journal's idempotency key. Errors: UnknownOutcome when the
    /// session may exist.
    virtual http::Task<checkout::Result<checkout::Session>> createSession(checkout::SessionDraft draft,
                                                                          QString key) = 0;

    /// Returns the present state of the session whose id, flow and token @p known has. Errors: NotFound; Unsupported
    /// without Capabilities::looksUpSessions.
    virtual http::Task<checkout::Result<checkout::Session>> session(checkout::Session known) = 0;

    /// Ends an open session early, in one request. Errors: Unsupported where the provider has no such call.
    virtual http::Task<checkout::Result<checkout::Session>> expireSession(QString id) = 0;

    /// Returns sessions from @p offset on, newest first. Errors: Unsupported where the provider has no such list.
    virtual http::Task<checkout::Result<Page<checkout::Session>>> sessions(int offset) = 0;

    /// Returns payments from @p offset on, newest first. Errors: Unsupported where the provider has no such list.
    virtual http::Task<checkout::Result<Page<checkout::Transaction>>> transactions(int offset) = 0;

    /// Returns a payment with its steps and refunds. Errors: Unsupported without Capabilities::looksUpTransactions.
    virtual http::Task<checkout::Result<checkout::Transaction>> transaction(QString id);

    /// Returns @p request with what the provider has to be asked for before it can be sent; gives no money back. Call
    /// it before the refund's intent is begun: it may take a while. The calls below want a request that it has
    /// returned.
    virtual http::Task<checkout::Result<RefundRequest>> completeRefund(RefundRequest request);
    /// Returns the body that refund() would send, which the journal hashes.
    virtual checkout::Result<QByteArray> encodeRefund(const RefundRequest &request) const;
    /// Sends the refund exactly once, with @p key, the journal's idempotency key. Errors: UnknownOutcome when the money
    /// may have been refunded.
    virtual http::Task<checkout::Result<checkout::Refund>> refund(RefundRequest request, QString key);

    // Promotion codes and coupons (Capabilities::writesPromotionCodes), processor routes (writesRoutes). Each write is
    // sent once. Error::details has what the provider says; no problem is placed on a field of a draft.
    virtual http::Task<checkout::Result<checkout::PromotionCode>> createPromotionCode(checkout::PromotionCode code,
                                                                                      QString key);
    virtual http::Task<checkout::Result<checkout::PromotionCode>> deactivate(checkout::PromotionCode code);
    virtual http::Task<checkout::Result<checkout::Coupon>> createCoupon(checkout::Coupon coupon, QString key);
    virtual http::Task<checkout::Result<checkout::Coupon>> deactivateCoupon(checkout::Coupon coupon);
    /// Creates the route when its id is empty, else replaces its name and the order of its processors.
    virtual http::Task<checkout::Result<checkout::ProcessorRoute>> saveRoute(checkout::ProcessorRoute route);

    /// Returns every list of the catalog; one that fails or is not offered is marked unavailable. Errors: when no list
    /// could be read (Unauthorised, Offline …).
    virtual http::Task<checkout::Result<checkout::Catalog>> catalog() = 0;

protected:
    Provider() = default;
    Q_DISABLE_COPY_MOVE(Provider)
};

} // namespace tilldeck::providers
