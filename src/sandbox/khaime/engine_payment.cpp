// SPDX-License-Identifier: GPL-3.0-or-later
// How an order of Khaime's is paid, and given back.
#include "sandbox/call_log.h"
#include "sandbox/ids.h"
#include "sandbox/json_values.h"
#include "sandbox/khaime/engine.h"
#include "sandbox/khaime/rules.h"
#include "sandbox/redirect.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

namespace {

// How long a refund is processing before it is completed, in seconds.
constexpr int refundSeconds = 2;
const QString processing = u"processing"_s;
const QString completesAt = u"completesAt"_s; // a member of our own

QString refundIdOf(const QJsonObject &refund)
{
    return refund["refund_id"_L1].toString();
}

// What an event is about. A session token is nobody's business but the customer's.
QString subjectOf(const Order &order)
{
    if (order.flow != Order::Checkout)
        return order.id;
    return order.orderId.isEmpty() ? order.transactionId : order.orderId;
}

// A transaction may only be pending while its order can still be paid.
QString transactionStatus(const Order &order)
{
    return order.status == "expired"_L1 ? u"failed"_s : order.status;
}

QDateTime nextPayment(const QDateTime &from, const QString &frequency)
{
    if (frequency == "monthly"_L1)
        return from.addMonths(1);
    if (frequency == "quarterly"_L1)
        return from.addMonths(3);
    return frequency == "yearly"_L1 ? from.addYears(1) : QDateTime();
}

} // namespace

bool Engine::saveTransaction(const Order &order, const QJsonObject &split)
{
    QJsonObject document{
        {u"transaction_id"_s, order.transactionId},
        {u"charge_id"_s, order.flow == Order::Charge ? QJsonValue(order.id) : QJsonValue()},
        {u"session_id"_s, order.flow == Order::Session ? QJsonValue(order.id) : QJsonValue()},
        {u"order_id"_s, orNull(order.orderId)},
        {u"reference"_s, orNull(order.reference)},
        {u"status"_s, transactionStatus(order)},
        {u"amount"_s, order.charged()},
        {u"currency"_s, order.currency},
        {u"payment_gateway"_s, order.gateway},
        {u"customer_email"_s, order.customer["email"_L1]},
        {u"created_at"_s, timeValue(order.createdAt)},
        {u"total_amount"_s, order.priced},
        {u"total_currency"_s, order.pricingCurrency},
        {u"transaction_fee"_s, order.fee},
        {u"customer_pays_fees"_s, order.customerPaysFees},
        {u"refunded_amount"_s, 0},
        {u"decline_code"_s, orNull(order.declineCode)},
        {u"card_brand"_s, orNull(order.cardBrand)},
        {u"card_last4"_s, orNull(order.cardLast4)},
    };
    if (!split.isEmpty())
        document["conversion_details"_L1] = split;
    return m_store.put(kind::transactions, order.transactionId, document, transactionStatus(order));
}

void Engine::announce(const QString &type, const Order &order)
{
    QJsonObject data = m_store.get(kind::transactions, order.transactionId).value_or(QJsonObject());
    data["metadata"_L1] = order.metadata;
    m_events.add({type, data, subjectOf(order)});
}

QJsonObject Engine::splitOf(const Order &order) const
{
    const auto merchant = order.subMerchantId ? m_store.get(kind::merchants, QString::number(*order.subMerchantId))
                                              : std::optional<QJsonObject>();
    // The payment of one that is pending or suspended goes through; only its credit is skipped.
    if (!merchant || !(*merchant)["payout"_L1]["charge_eligible"_L1].toBool())
        return {};
    const Business own = business();
    const QJsonValue rate = (*merchant)["marketplace"_L1]["commission_rate"_L1];
    const qint64 ppm = rate.isDouble() ? std::llround(rate.toDouble() * kPartsPerMillion) : own.marketplaceRate;
    const Split split = khaime::splitOf(order.priced, ppm);
    return {{u"source"_s, u"marketplace_split"_s},
            {u"marketplace_id"_s, own.marketplaceId.value_or(0)},
            {u"charge_currency"_s, order.currency},
            {u"gross_product_amount"_s, split.gross},
            {u"commission_rate"_s, double(ppm) / kPartsPerMillion},
            {u"commission_amount"_s, split.commission},
            {u"net_credited"_s, split.net},
            {u"cart_identifier"_s, newId(u"intent_"_s)}};
}

bool Engine::credit(const Order &order, const QJsonObject &split)
{
    const QString id = newId(u"wtx_"_s);
    const QJsonObject document{{u"wallet_transaction_id"_s, id},
                               {u"sub_merchant_id"_s, *order.subMerchantId},
                               {u"transaction_id"_s, order.transactionId},
                               {u"amount"_s, split["net_credited"_L1]},
                               {u"currency"_s, order.pricingCurrency},
                               {u"created_at"_s, timeValue(now())},
                               {u"conversion_details"_s, split}};
    m_events.add({u"wallet.credited"_s, document, subjectOf(order)});
    return m_store.put(kind::wallet, id, document, {}, QString::number(*order.subMerchantId));
}

bool Engine::subscribe(const Order &order)
{
    const QString id = newId(u"sub_"_s);
    const QJsonObject paid{{u"transaction_id"_s, order.transactionId},
                           {u"amount"_s, order.charged()},
                           {u"currency"_s, order.currency},
                           {u"paid_at"_s, timeValue(order.completedAt)}};
    const QJsonObject document{{u"id"_s, id},
                               {u"product_id"_s, order.productId ? QJsonValue(*order.productId) : QJsonValue()},
                               {u"customer_email"_s, order.customer["email"_L1]},
                               {u"amount"_s, order.charged()},
                               {u"currency"_s, order.currency},
                               {u"frequency"_s, order.frequency},
                               {u"status"_s, u"active"_s},
                               {u"next_payment_date"_s, timeValue(nextPayment(order.completedAt, order.frequency))},
                               {u"created_at"_s, timeValue(order.completedAt)},
                               {u"payment_history"_s, QJsonArray{paid}}};
    m_events.add({u"subscription.created"_s, document, subjectOf(order)});
    return m_store.put(kind::subscriptions, id, document, u"active"_s,
                       order.productId ? QString::number(*order.productId) : QString());
}

bool Engine::complete(Order &order)
{
    order.status = u"completed"_s;
    order.completedAt = now();
    order.declineCode.clear();
    if (order.flow == Order::Checkout) {
        order.orderId = nextNumber(u"order"_s, 1001);
        if (order.orderId.isEmpty())
            return false;
    }
    const QJsonObject split = splitOf(order);
    if (!save(order) || !saveTransaction(order, split))
        return false;
    announce(u"payment.succeeded"_s, order);
    return (split.isEmpty() || credit(order, split)) && (order.frequency.isEmpty() || subscribe(order));
}

bool Engine::decline(Order &order, const QString &code)
{
    order.declineCode = code;
    if (++order.declinedTries >= kMostDeclinedTries)
        order.status = u"failed"_s;
    if (!save(order) || !saveTransaction(order))
        return false;
    announce(u"payment.failed"_s, order);
    return true;
}

Payment Engine::pay(const QString &id, const Card &card)
{
    // Status is read and written inside one write transaction: a second submit finds the order completed.
    return Payment::of(m_events.write([&]() -> Answer<Payment> {
        refresh();
        auto order = m_store.get(kind::orders, id).transform(orderFrom);
        if (!order)
            return std::unexpected(Refusal::storageError());
        if (!order->isPending())
            return Payment();
        if (const auto problems = cardProblems(card, now().date()); !problems.isEmpty())
            return Payment{Payment::Invalid, problems, {}};
        order->cardBrand = card.brand();
        order->cardLast4 = card.lastFour();
        const QString code = issuerDecline(card, order->charged(), order->charged());
        if (code.isEmpty())
            return ifStored(complete(*order), Payment{Payment::Paid, {}, {}});
        return ifStored(decline(*order, code),
                        Payment{Payment::Declined, {}, {Decline{order->money(order->charged()), code}}});
    }));
}

std::optional<Payable> Engine::payable(const QString &id)
{
    refresh();
    const auto order = m_store.get(kind::orders, id).transform(orderFrom);
    if (!order)
        return std::nullopt;
    Payable payable;
    payable.id = id;
    payable.shop = business().name;
    payable.successUrl = plainRedirect(order->successUrl);
    payable.cancelUrl = plainRedirect(order->cancelUrl);
    payable.openUntil = order->expiresAt;
    payable.email = order->customer["email"_L1].toString();
    payable.state = order->status == "completed"_L1 ? Payable::Paid
                    : order->status == "expired"_L1 ? Payable::Expired
                    : order->status == "failed"_L1  ? Payable::Failed
                                                    : Payable::Open;
    const QString quantity = order->quantity > 1 ? u"× %1"_s.arg(order->quantity) : QString();
    payable.lines << PayableLine{order->title, quantity, order->money(order->base)};
    if (order->customerPaysFees)
        payable.sums << PayableLine{u"Transaction fee"_s, {}, order->money(order->fee)};
    payable.total = order->money(order->charged());
    return payable;
}

Answer<Order> Engine::confirm(const QString &token)
{
    return m_events.write([&]() -> Answer<Order> {
        auto found = order(token, Order::Checkout);
        if (!found)
            return std::unexpected(notFound());
        if (!found->isPending()) {
            const QString text = found->status == "expired"_L1  ? u"Session token has expired"_s
                                 : found->status == "failed"_L1 ? u"Payment failed"_s
                                                                : u"Session token has already been used"_s;
            return std::unexpected(Refusal{400, text, {}});
        }
        return ifStored(complete(*found), *found);
    });
}

Answer<Refund> Engine::refund(const RefundRequest &request)
{
    // What is left is read and written inside one write transaction: of racing refunds none gives more than was paid.
    return m_events.write([&]() -> Answer<Refund> {
        auto transaction = m_store.get(kind::transactions, request.transactionId);
        if (!transaction)
            return std::unexpected(notFound());
        const QString status = (*transaction)["status"_L1].toString();
        const qint64 before = (*transaction)["refunded_amount"_L1].toInteger();
        const qint64 left = (*transaction)["amount"_L1].toInteger() - before;
        if (status != "completed"_L1)
            return refused(400, u"Transaction cannot be refunded"_s, u"transaction_id"_s,
                           u"This transaction is %1."_s.arg(status));
        const qint64 amount = request.amount.value_or(left);
        if (amount > left)
            return refused(400, u"Refund exceeds the amount paid"_s, u"amount"_s,
                           u"At most %1 can be refunded."_s.arg(left));
        const QString newStatus = amount == left ? u"refunded"_s : status;
        (*transaction)["refunded_amount"_L1] = before + amount;
        (*transaction)["status"_L1] = newStatus;
        const Refund refund{newId(u"ref_"_s), amount, (*transaction)["currency"_L1].toString()};
        const QJsonObject document{{u"refund_id"_s, refund.id},
                                   {u"transaction_id"_s, request.transactionId},
                                   {u"status"_s, processing},
                                   {u"amount"_s, amount},
                                   {u"currency"_s, refund.currency},
                                   {u"created_at"_s, timeValue(now())},
                                   {completesAt, timeValue(now().addSecs(refundSeconds))}};
        return ifStored(m_store.put(kind::transactions, request.transactionId, *transaction, newStatus) &&
                            m_store.put(kind::refunds, refund.id, document, processing, request.transactionId),
                        refund);
    });
}

bool Engine::completeRefund(QJsonObject refund)
{
    const QString transactionId = refund["transaction_id"_L1].toString();
    const QJsonObject transaction = m_store.get(kind::transactions, transactionId).value_or(QJsonObject());
    refund.remove(completesAt);
    refund["status"_L1] = u"completed"_s;
    QJsonObject data = refund;
    for (const QString &member : {u"charge_id"_s, u"session_id"_s, u"order_id"_s, u"reference"_s})
        data[member] = transaction[member];
    const QString about = data["charge_id"_L1].toString(data["session_id"_L1].toString(transactionId));
    m_events.add({u"refund.completed"_s, data, about});
    return m_store.put(kind::refunds, refundIdOf(refund), refund, {}, transactionId);
}

bool Engine::completeDue()
{
    const Selection due{.limit = std::numeric_limits<qint32>::max(),
                        .status = processing,
                        .conditions = {{{completesAt}, Condition::AtMost, {timeValue(now()).toString()}}}};
    const auto waits = [this] {
        return !m_store.list(kind::refunds, {.limit = 1, .status = processing}).items.isEmpty();
    };
    if (!waits() || m_store.list(kind::refunds, due).items.isEmpty())
        return waits();
    const bool kept = m_events.keep([&] {
        // Asked again, for another process on this folder may have been faster.
        return std::ranges::all_of(m_store.list(kind::refunds, due).items,
                                   [this](const QJsonObject &refund) { return completeRefund(refund); });
    });
    if (!kept)
        qCWarning(sandboxLog, "state: refunds that are due could not be completed");
    return waits();
}

Answer<QJsonObject> Engine::decideRefund(const QString &refundId, bool isGivenBack)
{
    return m_events.write([&]() -> Answer<QJsonObject> {
        auto refund = refundToDecide(kind::refunds, refundId, false);
        if (!refund)
            return refund;
        const QString id = (*refund)["transaction_id"_L1].toString();
        auto transaction = m_store.get(kind::transactions, id);
        if (!transaction)
            return std::unexpected(notFound());
        if (isGivenBack && (*refund)["status"_L1].toString() == processing) {
            const bool isStored = completeRefund(*refund);
            return ifStored(isStored, m_store.get(kind::refunds, refundIdOf(*refund)).value_or(*refund));
        }
        refund->remove(completesAt);
        (*refund)["status"_L1] = isGivenBack ? u"completed"_s : u"failed"_s;
        const qint64 kept = isGivenBack ? 0 : (*refund)["amount"_L1].toInteger();
        const qint64 given = (*transaction)["refunded_amount"_L1].toInteger() - kept;
        const QString status = given == (*transaction)["amount"_L1].toInteger() ? u"refunded"_s : u"completed"_s;
        (*transaction)["refunded_amount"_L1] = given;
        (*transaction)["status"_L1] = status;
        return ifStored(m_store.put(kind::transactions, id, *transaction, status) &&
                            m_store.put(kind::refunds, refundIdOf(*refund), *refund, {}, id),
                        *refund);
    });
}

Answer<QJsonObject> Engine::tryRefundAgain(const QString &refundId)
{
    const auto failed = refundToDecide(kind::refunds, refundId, true);
    if (!failed)
        return failed;
    const auto again = refund({(*failed)["transaction_id"_L1].toString(), (*failed)["amount"_L1].toInteger()});
    if (!again)
        return std::unexpected(again.error());
    return m_store.get(kind::refunds, again->id).value_or(QJsonObject());
}

} // namespace tilldeck::sandbox::khaime
