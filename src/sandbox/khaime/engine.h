// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/khaime/order.h"
#include "sandbox/khaime/request.h"
#include "sandbox/provider_engine.h"

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

/// The merchant behind the key. Rates are in parts per million.
struct Business
{
    qint64 id = 0;
    QString name;
    QString country;
    QString currency; ///< baseline currency
    /// Whether the customer bears the fee of what is charged in the currency it is priced in, as in both documented
    /// examples. The business always bears that of a converted amount and of an SDK checkout. This rule is ours.
    bool customersPayFees = false;
    std::optional<qint64> marketplaceId;
    qint64 marketplaceRate = 0;
    QString brandColor;

    QJsonObject toDocument() const;
    static Business from(const QJsonObject &document);
};

/// A charge that passed every check.
struct Quote
{
    Order order;
    money::Money own; ///< our conversion of the total
    bool isInternational = false;
};

/// A refund of a transaction. The amount is in minor units.
struct Refund
{
    QString id;
    qint64 amount = 0;
    QString currency;
};

/// Khaime's rules: sessions, charges, SDK checkouts, their payment, refunds and the credit of sub-merchants. Knows
/// nothing of HTTP. Refusals have the contract's texts.
class Engine : public ProviderEngine
{
public:
    static constexpr qint64 kSessionSeconds = 1800;

    using ProviderEngine::ProviderEngine;

    Answer<Order> createSession(const SessionRequest &request);
    Answer<Order> createCheckout(const CheckoutRequest &request);

    /// Makes every check of a charge and stores nothing.
    Answer<Quote> quote(const ChargeRequest &request) const;
    /// Creates a charge, or returns the first one of a reference that was used before.
    Answer<Order> charge(const ChargeRequest &request);

    /// Returns the order of @p id when it is of @p flow.
    std::optional<Order> order(const QString &id, Order::Flow flow);

    /// Pays an SDK checkout, once. 404 for an unknown token, 400 when it was used or has expired.
    Answer<Order> confirm(const QString &token);

    std::optional<Payable> payable(const QString &id) override;
    Payment pay(const QString &id, const Card &card) override;

    /// Refunds a transaction. 404 for an unknown one, 400 when nothing was paid or less is left. It is processing until
    /// completeDue() finds its time over.
    Answer<Refund> refund(const RefundRequest &request);
    Answer<QJsonObject> decideRefund(const QString &refundId, bool isGivenBack) override;
    Answer<QJsonObject> tryRefundAgain(const QString &refundId) override;
    /// Completes the refunds whose time has come, with their events. Returns whether any waits for its time.
    bool completeDue();

    /// Sets the commission of a sub-merchant, in parts per million. 404 for an unknown one.
    Answer<QJsonObject> setCommission(const QString &merchantId, qint64 rate);

    Business business() const;

private:
    Order newOrder(Order::Flow flow, const QString &prefix, const QString &currency, qint64 base) const;
    QString nextNumber(const QString &counter, qint64 first);
    void refresh() override;
    [[nodiscard]] bool save(const Order &order);
    [[nodiscard]] bool saveNew(Order &order);
    [[nodiscard]] bool saveTransaction(const Order &order, const QJsonObject &split = {});
    [[nodiscard]] bool complete(Order &order);
    [[nodiscard]] bool decline(Order &order, const QString &code);
    QJsonObject splitOf(const Order &order) const;
    [[nodiscard]] bool credit(const Order &order, const QJsonObject &split);
    [[nodiscard]] bool subscribe(const Order &order);
    void announce(const QString &type, const Order &order);
    [[nodiscard]] bool completeRefund(QJsonObject refund);
};

/// Kinds of documents in the store.
namespace kind {
inline const QString business = u"khaime-business"_s;
inline const QString products = u"khaime-products"_s;
inline const QString merchants = u"khaime-merchants"_s;
inline const QString orders = u"khaime-orders"_s;
inline const QString transactions = u"khaime-transactions"_s;
inline const QString wallet = u"khaime-wallet-transactions"_s;
inline const QString subscriptions = u"khaime-subscriptions"_s;
inline const QString refunds = u"khaime-refunds"_s;
inline const QString counters = u"khaime-counters"_s;
} // namespace kind

} // namespace tilldeck::sandbox::khaime
