// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ikawaari/views.h"

#include "sandbox/json_values.h"
namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

namespace {

QJsonObject picked(const QJsonObject &document, const QStringList &members)
{
    QJsonObject view;
    for (const QString &member : members)
        view[member] = document[member];
    return view;
}

// What a refund takes back did succeed.
QString intentStatus(const QJsonObject &payment)
{
    const QString status = payment["status"_L1].toString();
    return status == "refunded"_L1 ? u"succeeded"_s : status;
}

} // namespace

void addEvent(QJsonObject &payment, const QString &type, const QDateTime &at, const QString &message)
{
    QJsonArray timeline = payment["timeline"_L1].toArray();
    QJsonObject event{{u"type"_s, type}, {u"status"_s, payment["status"_L1]}, {u"timestamp"_s, timeText(at)}};
    if (!message.isEmpty())
        event["message"_L1] = message;
    payment["timeline"_L1] = timeline << event;
}

QJsonObject sessionView(const Session &s, const QString &payUrl)
{
    QJsonArray lines;
    for (const LineItem &line : s.asked.lines)
        lines << QJsonObject{{u"name"_s, line.name},
                             {u"amount"_s, line.amount},
                             {u"currency"_s, s.asked.currency},
                             {u"quantity"_s, line.quantity}};
    return {{u"id"_s, s.id},
            {u"url"_s, QString(payUrl + s.id)},
            {u"status"_s, s.status},
            {u"payment_intent"_s, s.paymentId},
            {u"expires_at"_s, s.expiresAt.toSecsSinceEpoch()},
            {u"mode"_s, s.asked.mode},
            {u"amount_total"_s, s.asked.total},
            {u"currency"_s, s.asked.currency},
            {u"line_items"_s, lines},
            {u"success_url"_s, orNull(s.asked.successUrl)},
            {u"cancel_url"_s, orNull(s.asked.cancelUrl)},
            {u"created"_s, s.createdAt.toSecsSinceEpoch()},
            {u"customer_email"_s, orNull(s.asked.customerEmail)},
            {u"payment_method_types"_s, QJsonArray::fromStringList(s.asked.methods)}};
}

QJsonObject paymentView(const QJsonObject &payment)
{
    return picked(payment, {u"id"_s, u"amount"_s, u"amountReceived"_s, u"currency"_s, u"status"_s, u"paymentMethod"_s,
                            u"operator"_s, u"country"_s, u"customerPhone"_s, u"description"_s, u"metadata"_s,
                            u"createdAt"_s, u"succeededAt"_s});
}

QJsonObject paymentDetailView(const QJsonObject &payment, const QJsonArray &refunds)
{
    QJsonObject view = paymentView(payment);
    view["timeline"_L1] = payment["timeline"_L1];
    view["refunds"_L1] = refunds;
    view["refundedAmount"_L1] = payment["refundedAmount"_L1];
    view["canRefund"_L1] = payment["status"_L1].toString() == "succeeded"_L1;
    return view;
}

QJsonObject intentView(const QJsonObject &payment)
{
    return {{u"id"_s, payment["id"_L1]},
            {u"object"_s, u"payment_intent"_s},
            {u"amount"_s, payment["amount"_L1]},
            {u"currency"_s, payment["currency"_L1]},
            {u"status"_s, intentStatus(payment)},
            {u"description"_s, payment["description"_L1]},
            {u"metadata"_s, payment["metadata"_L1]},
            {u"payment_method_types"_s, payment["methods"_L1]},
            {u"customer"_s, QJsonValue()},
            {u"created"_s, timeFrom(payment["createdAt"_L1]).toSecsSinceEpoch()}};
}

QJsonObject paymentTransaction(const QJsonObject &payment)
{
    return {
        {u"id"_s, payment["transactionId"_L1]},
        {u"type"_s, u"payment"_s},
        {u"amount"_s, payment["amount"_L1]},
        {u"currency"_s, payment["currency"_L1]},
        {u"status"_s, payment["status"_L1]},
        {u"paymentMethod"_s, payment["paymentMethod"_L1]},
        {u"paymentMethodBrand"_s, payment["operator"_L1].isString() ? payment["operator"_L1] : payment["cardBrand"_L1]},
        {u"description"_s, payment["description"_L1]},
        {u"customerEmail"_s, orNull(payment["customerEmail"_L1].toString())},
        {u"customerPhone"_s, payment["customerPhone"_L1]},
        {u"createdAt"_s, payment["triedAt"_L1]},
        {u"completedAt"_s, payment["succeededAt"_L1]},
        {u"refundedAt"_s, orNull(payment["refundedAt"_L1].toString())},
        {u"failureReason"_s, orNull(payment["failureReason"_L1].toString())},
        {u"metadata"_s, payment["metadata"_L1]}};
}

QJsonObject refundTransaction(const QJsonObject &payment, const QJsonObject &refund)
{
    QJsonObject transaction = paymentTransaction(payment);
    transaction["id"_L1] = QString(u"txn_"_s + refund["id"_L1].toString().mid(3));
    transaction["type"_L1] = u"refund"_s;
    transaction["amount"_L1] = refund["amount"_L1];
    transaction["status"_L1] = refund["status"_L1];
    transaction["createdAt"_L1] = refund["createdAt"_L1];
    transaction["completedAt"_L1] = refund["createdAt"_L1];
    transaction["refundedAt"_L1] = QJsonValue();
    return transaction;
}

QJsonObject intentEvent(const QJsonObject &payment)
{
    QJsonObject event = intentView(payment);
    event["currency"_L1] = payment["currency"_L1].toString().toLower();
    event["checkout_session"_L1] = payment["sessionId"_L1];
    if (payment["failureReason"_L1].isString())
        event["last_payment_error"_L1] = QJsonObject{{u"code"_s, payment["failureReason"_L1]}};
    return event;
}

QJsonObject invoiceEvent(const QJsonObject &payment)
{
    return {{u"id"_s, QString(u"in_"_s + payment["id"_L1].toString().mid(3))},
            {u"object"_s, u"invoice"_s},
            {u"amount_paid"_s, payment["amount"_L1]},
            {u"currency"_s, payment["currency"_L1].toString().toLower()},
            {u"status"_s, u"paid"_s},
            {u"payment_intent"_s, payment["id"_L1]},
            {u"checkout_session"_s, payment["sessionId"_L1]},
            {u"created"_s, timeFrom(payment["succeededAt"_L1]).toSecsSinceEpoch()}};
}

} // namespace tilldeck::sandbox::ikawaari
