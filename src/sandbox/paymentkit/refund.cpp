// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/refund.h"

#include "sandbox/ids.h"
#include "sandbox/json_reader.h"
#include "sandbox/json_values.h"

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

struct RefundRequest
{
    QString paymentIntentId;
    QString invoiceId;
    std::optional<qint64> amount;
    QString reason;
};

Answer<RefundRequest> readRefund(const QJsonObject &body)
{
    JsonReader reader(body, {u"payment_intent_id"_s, u"invoice_id"_s, u"amount_atom"_s, u"reason"_s});
    RefundRequest request;
    request.paymentIntentId = reader.text(u"payment_intent_id"_s);
    request.invoiceId = reader.text(u"invoice_id"_s);
    if (reader.has(u"amount_atom"_s))
        request.amount = reader.integer(u"amount_atom"_s, 0, 1, std::numeric_limits<qint64>::max(),
                                        u"amount_atom must be a whole number of at least 1."_s);
    request.reason = reader.text(u"reason"_s);
    if (!reader.has(u"payment_intent_id"_s) && !reader.has(u"invoice_id"_s))
        reader.wrong(u"payment_intent_id"_s, u"A refund needs a payment_intent_id or an invoice_id."_s);
    return reader.result(request);
}

// The charge that succeeded among the tries of a payment.
std::optional<QJsonObject> chargeOf(const Store &store, const QString &paymentIntentId)
{
    const Page page = store.list(
        u"transactions"_s,
        {.limit = 1,
         .newestFirst = true,
         .conditions = {{{u"payment_intent_id"_s}, Condition::Among, {paymentIntentId}},
                        {{u"status"_s}, Condition::Among, {u"succeeded"_s, u"partially_refunded"_s, u"refunded"_s}}}});
    return page.items.isEmpty() ? std::nullopt : std::optional(page.items.first());
}

} // namespace

Answer<QJsonObject> createRefund(Engine &engine, const QJsonObject &body)
{
    const auto request = readRefund(body);
    if (!request)
        return std::unexpected(request.error());
    if (request->paymentIntentId.isEmpty())
        return std::unexpected(Refusal{404, u"There is no invoice %1."_s.arg(request->invoiceId), {}});
    // What is left is read and written inside one write transaction: of racing refunds none gives more than was paid.
    return engine.events().write([&]() -> Answer<QJsonObject> {
        auto charge = chargeOf(engine.store(), request->paymentIntentId);
        if (!charge)
            return std::unexpected(
                Refusal{404, u"There is no charge of the payment %1."_s.arg(request->paymentIntentId), {}});
        const qint64 before = (*charge)["refunded_amount_atom"_L1].toInteger();
        const qint64 left = (*charge)["amount_atom"_L1].toInteger() - before;
        const qint64 amount = request->amount.value_or(left);
        if (left == 0)
            return std::unexpected(
                Refusal::invalid(u"payment_intent_id"_s, u"Nothing is left to refund of this payment."_s));
        if (amount > left)
            return std::unexpected(
                Refusal::invalid(u"amount_atom"_s, u"At most %1 can be refunded of this payment."_s.arg(left)));
        const QString status = amount == left ? u"refunded"_s : u"partially_refunded"_s;
        (*charge)["refunded_amount_atom"_L1] = before + amount;
        (*charge)["status"_L1] = status;
        const QString id = newId(u"re_sandbox_"_s);
        const QJsonObject refund{{u"id"_s, id},
                                 {u"status"_s, u"pending"_s},
                                 {u"payment_intent_id"_s, request->paymentIntentId},
                                 {u"invoice_id"_s, QJsonValue()},
                                 {u"amount_atom"_s, amount},
                                 {u"currency"_s, (*charge)["currency"_L1]},
                                 {u"reason"_s, orNull(request->reason)},
                                 {u"created_at"_s, isoTime(engine.now())}};
        return ifStored(engine.store().put(u"transactions"_s, (*charge)["id"_L1].toString(), *charge, status) &&
                            engine.store().put(u"refunds"_s, id, refund, {}, request->paymentIntentId),
                        refund);
    });
}

Answer<QJsonObject> Engine::decideRefund(const QString &refundId, bool isGivenBack)
{
    return m_events.write([&]() -> Answer<QJsonObject> {
        auto refund = refundToDecide(u"refunds"_s, refundId, false);
        if (!refund)
            return refund;
        const QString payment = (*refund)["payment_intent_id"_L1].toString();
        auto charge = chargeOf(m_store, payment);
        if (!charge)
            return std::unexpected(Refusal{404, u"There is no charge of the payment %1."_s.arg(payment), {}});
        (*refund)["status"_L1] = isGivenBack ? u"succeeded"_s : u"failed"_s;
        const qint64 kept = isGivenBack ? 0 : (*refund)["amount_atom"_L1].toInteger();
        const qint64 given = (*charge)["refunded_amount_atom"_L1].toInteger() - kept;
        const QString status = given == 0                                         ? u"succeeded"_s
                               : given == (*charge)["amount_atom"_L1].toInteger() ? u"refunded"_s
                                                                                  : u"partially_refunded"_s;
        (*charge)["refunded_amount_atom"_L1] = given;
        (*charge)["status"_L1] = status;
        return ifStored(m_store.put(u"transactions"_s, (*charge)["id"_L1].toString(), *charge, status) &&
                            m_store.put(u"refunds"_s, (*refund)["id"_L1].toString(), *refund, {}, payment),
                        *refund);
    });
}

Answer<QJsonObject> Engine::tryRefundAgain(const QString &refundId)
{
    const auto failed = refundToDecide(u"refunds"_s, refundId, true);
    if (!failed)
        return failed;
    const auto again = createRefund(*this, {{u"payment_intent_id"_s, (*failed)["payment_intent_id"_L1]},
                                            {u"amount_atom"_s, (*failed)["amount_atom"_L1]}});
    return again ? decideRefund((*again)["id"_L1].toString(), true) : again;
}

} // namespace tilldeck::sandbox::paymentkit
