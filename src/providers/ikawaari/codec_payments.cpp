// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ikawaari/codec_payments.h"

#include "providers/ikawaari/text.h"
#include "providers/wire/amounts.h"
#include "providers/wire/status_names.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace tilldeck::providers::ikawaari {

using checkout::RefundStatus;
using checkout::Result;
using checkout::Transaction;
using checkout::TransactionStatus;

using namespace Qt::StringLiterals;

namespace {

constexpr std::array paymentStatusNames{
    WireName{"pending"_L1, TransactionStatus::Pending},
    WireName{"succeeded"_L1, TransactionStatus::Succeeded},
    WireName{"failed"_L1, TransactionStatus::Failed},
    WireName{"refunded"_L1, TransactionStatus::Refunded},
};

constexpr std::array refundStatusNames{
    WireName{"pending"_L1, RefundStatus::Pending},
    WireName{"succeeded"_L1, RefundStatus::Succeeded},
    WireName{"failed"_L1, RefundStatus::Failed},
};

/// Returns the name of a mobile money operator as it spells itself; an unknown one keeps its id.
QString operatorName(const QString &id)
{
    static const QHash<QString, QString> names{
        {u"orange_money"_s, u"Orange Money"_s}, {u"wave_sn"_s, u"Wave"_s},      {u"wave_ci"_s, u"Wave"_s},
        {u"free_money"_s, u"Free Money"_s},     {u"mtn_momo"_s, u"MTN MoMo"_s}, {u"moov_money"_s, u"Moov Money"_s}};
    return names.value(id, id);
}

struct Kept
{
    const char *text;
    const char *comment;
};

constexpr const char *mobileMoney = QT_TRANSLATE_NOOP("tilldeck::providers::Ikawaari", "Mobile money");
constexpr Kept mobileMoneyOf = QT_TRANSLATE_NOOP3("tilldeck::providers::Ikawaari", "Mobile money, %1", "the operator");
constexpr const char *card = QT_TRANSLATE_NOOP("tilldeck::providers::Ikawaari", "Card");

/// It is kept, so it is the same in every language; desk::methodInPresentLanguage() translates it.
QString methodName(const QString &method, const QString &operatorId)
{
    if (method == "mobile_money"_L1)
        return operatorId.isEmpty() ? QString::fromLatin1(mobileMoney)
                                    : QString::fromLatin1(mobileMoneyOf.text).arg(operatorName(operatorId));
    return method == "card"_L1 ? QString::fromLatin1(card) : method;
}

/// Leaves `refunds` absent where the payment has no list: that is not the same as an empty one.
void readRefunds(ObjectReader &item, Transaction &payment)
{
    if (!item.has("refunds"_L1))
        return;
    const money::Currency currency = payment.amount.currency();
    std::vector<checkout::Refund> refunds;
    std::vector<checkout::UnreadRow> unread;
    for (ObjectReader &entry : item.objects("refunds"_L1)) {
        if (!entry.has("amount"_L1))
            entry.missing("amount"_L1);
        const auto amount = optionalAmount(entry, Family::Ikawaari, "amount"_L1, currency);
        checkout::Refund refund(entry.requiredText("id"_L1), amount.value_or(money::Money(0, currency)));
        refund.rawStatus = entry.word("status"_L1);
        refund.status = statusOf(refund.rawStatus, refundStatusNames);
        refund.reason = entry.word("reason"_L1);
        refund.at = entry.time("createdAt"_L1);
        if (entry.ok()) {
            refunds.push_back(std::move(refund));
            continue;
        }
        unread.push_back(entry.unread());
        // Without a total, too, nothing would say what is left of the payment.
        if (!payment.refunded)
            item.adopt(entry);
    }
    if (unread.empty())
        payment.refunds = std::move(refunds);
    else
        payment.refundsInPart = {std::move(refunds), std::move(unread)};
}

void readTimeline(ObjectReader &item, Transaction &payment)
{
    for (ObjectReader &entry : item.objects("timeline"_L1)) {
        checkout::TransactionStep step;
        step.type = entry.word("type"_L1);
        step.at = entry.time("timestamp"_L1);
        const QString message = entry.word("message"_L1);
        if (entry.word("status"_L1) == "failed"_L1 || step.type.endsWith("failed"_L1))
            payment.declineCode = message;
        // It decides nothing, so one that cannot be read costs neither the payment nor its place.
        if (step.type.isEmpty())
            step.type = entry.unread().words;
        const auto place = std::ranges::upper_bound(payment.steps, step.at, {}, &checkout::TransactionStep::at);
        payment.steps.insert(place, std::move(step));
    }
    // What failed first and was paid then is no decline any more.
    if (payment.status != TransactionStatus::Failed)
        payment.declineCode.clear();
}

/// Ikawaari has no status for a payment of which a part was refunded.
void readRefundedAmount(ObjectReader &item, Transaction &payment)
{
    payment.refunded = optionalAmount(item, Family::Ikawaari, "refundedAmount"_L1, payment.amount.currency());
    const bool isPart = payment.refunded && payment.refunded->minorUnits() > 0 && *payment.refunded != payment.amount;
    if (isPart && payment.status == TransactionStatus::Succeeded)
        payment.status = TransactionStatus::PartlyRefunded;
}

std::optional<Transaction> readPayment(ObjectReader &item)
{
    const QString id = item.requiredText("id"_L1);
    const auto amount = requiredAmount(item, Family::Ikawaari, "amount"_L1, "currency"_L1);
    if (!item.ok())
        return {};
    Transaction payment(id, *amount);
    payment.rawStatus = item.word("status"_L1);
    payment.status = statusOf(payment.rawStatus, paymentStatusNames);
    const QString operatorId = item.label("operator"_L1);
    payment.method = methodName(item.label("paymentMethod"_L1), operatorId);
    payment.gateway = operatorId;
    // Ikawaari has no customer ids; people are told apart by their number.
    payment.customerId = item.label("customerPhone"_L1);
    payment.createdAt = item.time("createdAt"_L1);
    payment.received = optionalAmount(item, Family::Ikawaari, "amountReceived"_L1, amount->currency());
    readRefundedAmount(item, payment);
    readRefunds(item, payment);
    readTimeline(item, payment);
    return item.ok() ? std::optional(std::move(payment)) : std::nullopt;
}

/// Returns a reader of the list; one that is the whole answer reads as the member `data` of an object.
ObjectReader pageOf(const QJsonDocument &answer)
{
    return answer.isArray() ? ObjectReader(QJsonObject{{u"data"_s, answer.array()}}) : ObjectReader(answer);
}

} // namespace

Result<Transaction> decodePayment(const QJsonDocument &answer, const QString &id)
{
    ObjectReader item(answer);
    auto payment = readPayment(item);
    if (payment && payment->id != id)
        item.fault("id"_L1, IkawaariText::tr("%1 is not the payment that was asked for."));
    if (!payment || !item.ok())
        return std::unexpected(item.error());
    return std::move(*payment);
}

Result<PaymentList> decodePayments(const QJsonDocument &answer)
{
    ObjectReader page = pageOf(answer);
    const QLatin1StringView name = page.has("data"_L1) ? "data"_L1 : "items"_L1;
    if (!page.has(name))
        page.missing("data"_L1);
    PaymentList list;
    for (ObjectReader &item : page.objects(name)) {
        if (auto payment = readPayment(item))
            list.payments.push_back(std::move(*payment));
        else
            list.unread.push_back(item.unread());
    }
    for (const QLatin1StringView more : {"hasMore"_L1, "has_more"_L1}) {
        if (page.has(more))
            list.more = page.flag(more, false);
    }
    for (const QLatin1StringView total : {"total"_L1, "totalCount"_L1}) {
        if (page.has(total))
            list.total = page.integer(total);
    }
    list.limit = page.integer("limit"_L1);
    if (!page.ok())
        return std::unexpected(page.error());
    return list;
}

Result<checkout::Refund> decodeRefunded(const QJsonDocument &answer, const RefundRequest &request)
{
    const auto payment = decodePayment(answer, request.transaction.id);
    if (!payment)
        return std::unexpected(payment.error());
    if (payment->amount.currency() != request.amount.currency()) {
        ObjectReader item(answer);
        item.fault("currency"_L1, IkawaariText::tr("%1 is not the currency that the customer paid in."));
        return std::unexpected(item.error());
    }
    checkout::Refund refund(QString(), request.amount);
    refund.status = RefundStatus::Pending;
    refund.reason = request.reason;
    return refund;
}

} // namespace tilldeck::providers::ikawaari
