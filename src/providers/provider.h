// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "checkout/error.h"
#include "checkout/quote.h"
#include "checkout/session.h"
#include "checkout/session_draft.h"
#include "checkout/transaction.h"
#include "checkout/unread_row.h"
#include "http/task.h"
#include "providers/write.h"

namespace tilldeck::providers {

/// Names a list of the catalog into which something can be written.
enum class CatalogPart { Coupons, PromotionCodes, Routes };

/// Holds one page of a list call.
template <class T> struct Page
{
    std::vector<T> items;
    std::vector<checkout::UnreadRow> unread; ///< The rows between them that could not be read.
    bool more = false;                       ///< There are more rows from `offset` plus size() on.

    /// Returns how many rows the provider has on this page.
    int size() const { return static_cast<int>(items.size() + unread.size()); }
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
///
/// What changes something at the provider is prepared first, which sends nothing: the Write is what is described,
/// journaled and sent. `key` is the journal's idempotency key. Errors of a preparation: InvalidInput for what the
/// request cannot express.
class Provider
{
public:
    virtual ~Provider() = default;

    /// Returns the provider's own preview of @p draft and creates nothing. The caller sets `madeAt` and `validUntil`.
    /// Errors: Unsupported where the flow has no preview; InvalidInput or Rejected with problems on their fields (a
    /// sub-merchant that cannot be charged; a typed amount beyond the tolerance, which is refused before it is sent).
    virtual http::Task<checkout::Result<checkout::Quote>> quote(checkout::SessionDraft draft);

    /// Prepares the creation of a session. @p draft is one that checkout::priced() returns.
    virtual checkout::Result<Write<checkout::Session>> prepareCreation(const checkout::SessionDraft &draft,
                                                                       const QString &key) const = 0;

    /// Returns the present state of the session whose id, flow and token @p known has. Errors: NotFound; Unsupported
    /// without Capabilities::looksUpSessions.
    virtual http::Task<checkout::Result<checkout::Session>> session(checkout::Session known) = 0;

    /// Prepares the early end of an open session (Capabilities::expireCall).
    virtual checkout::Result<Write<checkout::Session>> prepareExpiry(const QString &id) const;

    /// Returns sessions from @p offset on, newest first (Capabilities::listsSessions).
    virtual http::Task<checkout::Result<Page<checkout::Session>>> sessions(int offset);

    /// Returns payments from @p offset on, newest first. Errors: Unsupported where the provider has no such list.
    virtual http::Task<checkout::Result<Page<checkout::Transaction>>> transactions(int offset) = 0;

    /// Returns a payment with its steps and refunds. Errors: Unsupported without Capabilities::looksUpTransactions.
    virtual http::Task<checkout::Result<checkout::Transaction>> transaction(QString id);

    /// Prepares a refund, and asks the provider before it for what the request needs: it may take a while, so it comes
    /// before the refund's intent.
    virtual http::Task<checkout::Result<Write<checkout::Refund>>> prepareRefund(RefundRequest request, QString key);

    // Promotion codes and coupons (Capabilities::writesPromotionCodes), processor routes (writesRoutes). No problem in
    // an error is placed on a field of a draft.
    virtual checkout::Result<Write<checkout::PromotionCode>> preparePromotionCode(const checkout::PromotionCode &code,
                                                                                  const QString &key) const;
    virtual checkout::Result<Write<checkout::PromotionCode>>
    prepareSwitchOff(const checkout::PromotionCode &code) const;
    virtual checkout::Result<Write<checkout::Coupon>> prepareCoupon(const checkout::Coupon &coupon,
                                                                    const QString &key) const;
    virtual checkout::Result<Write<checkout::Coupon>> prepareSwitchOff(const checkout::Coupon &coupon) const;
    /// Creates the route when its id is empty, else replaces its name and the order of its processors.
    virtual checkout::Result<Write<checkout::ProcessorRoute>> prepareRoute(const checkout::ProcessorRoute &route) const;

    /// Returns every list of the catalog; one that fails or is not offered is marked unavailable. Errors: when no list
    /// could be read (Unauthorised, Offline …).
    virtual http::Task<checkout::Result<checkout::Catalog>> catalog() = 0;

    /// Returns one list of the catalog; the others may be unavailable. Errors: those of its call.
    virtual http::Task<checkout::Result<checkout::Catalog>> catalogPart(CatalogPart part);

protected:
    Provider() = default;
    Q_DISABLE_COPY_MOVE(Provider)
};

} // namespace tilldeck::providers
