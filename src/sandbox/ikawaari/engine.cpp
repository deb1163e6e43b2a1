// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ikawaari/engine.h"

#include "money/format.h"
#include "sandbox/call_log.h"
#include "sandbox/ids.h"
#include "sandbox/ikawaari/views.h"
#include "sandbox/json_values.h"
#include "sandbox/redirect.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

bool Engine::save(const Session &session)
{
    // While it waits it has a status of its own here, so that it does not become overdue.
    return m_store.put(kind::sessions, session.id, toDocument(session),
                       session.waiting ? u"waiting"_s : session.status);
}

bool Engine::save(const QJsonObject &payment)
{
    const QString status = payment["settlesAt"_L1].isString() ? u"due"_s : payment["status"_L1].toString();
    return m_store.put(kind::payments, payment["id"_L1].toString(), payment, status);
}

Answer<Session> Engine::create(const SessionRequest &request)
{
    Session session;
    session.id = newId(u"cs_"_s, 24);
    session.status = u"open"_s;
    session.asked = request;
    session.paymentId = newId(u"pi_"_s, 24);
    session.createdAt = now();
    session.expiresAt = session.createdAt.addSecs(kSessionSeconds);
    const QString title = request.description.isEmpty() ? request.lines.first().name : request.description;
    QJsonObject payment{{u"id"_s, session.paymentId},
                        {u"amount"_s, request.total},
                        {u"amountReceived"_s, QJsonValue()},
                        {u"currency"_s, request.currency},
                        {u"status"_s, u"pending"_s},
                        {u"paymentMethod"_s, QJsonValue()},
                        {u"operator"_s, QJsonValue()},
                        {u"country"_s, QJsonValue()},
                        {u"customerPhone"_s, QJsonValue()},
                        {u"description"_s, title},
                        {u"metadata"_s, request.metadata},
                        {u"createdAt"_s, timeText(session.createdAt)},
                        {u"succeededAt"_s, QJsonValue()},
                        {u"customerEmail"_s, request.customerEmail},
                        {u"methods"_s, QJsonArray::fromStringList(request.methods)},
                        {u"sessionId"_s, session.id},
                        {u"mode"_s, request.mode},
                        {u"attempts"_s, 0},
                        {u"refundedAmount"_s, 0}};
    addEvent(payment, u"payment_intent.created"_s, session.createdAt);
    return m_events.write([&] { return ifStored(save(session) && save(payment), session); });
}

bool Engine::completeDue()
{
    const Selection due{.limit = std::numeric_limits<qint32>::max(),
                        .status = u"due"_s,
                        .conditions = {{{u"settlesAt"_s}, Condition::AtMost, {timeText(now())}}}};
    const auto waits = [this] {
        return !m_store.list(kind::payments, {.limit = 1, .status = u"due"_s}).items.isEmpty();
    };
    if (!waits() || m_store.list(kind::payments, due).items.isEmpty())
        return waits();
    const bool kept = m_events.keep([&] {
        // Asked again, for another process on this folder may have been faster.
        const Page page = m_store.list(kind::payments, due);
        for (QJsonObject payment : page.items) {
            auto session = m_store.get(kind::sessions, payment["sessionId"_L1].toString()).transform(sessionFrom);
            const QDateTime at = timeFrom(payment["settlesAt"_L1]);
            if (session && !succeed(*session, payment, at))
                return false;
        }
        return true;
    });
    if (!kept)
        qCWarning(sandboxLog, "state: payments that are due could not be settled");
    return waits();
}

void Engine::refresh()
{
    completeDue();
    const bool kept = m_events.keep([this] {
        m_store.moveOverdue(kind::sessions, u"open"_s, u"expired"_s, timeText(now()));
        return true;
    });
    if (!kept)
        qCWarning(sandboxLog, "state: sessions that are over could not be expired");
}

std::optional<Session> Engine::session(const QString &id)
{
    refresh();
    return m_store.get(kind::sessions, id).transform(sessionFrom);
}

std::optional<QJsonObject> Engine::payment(const QString &id)
{
    refresh();
    return m_store.get(kind::payments, id);
}

std::optional<Payable> Engine::payable(const QString &id)
{
    const auto session = this->session(id);
    if (!session)
        return std::nullopt;
    const QJsonObject payment = m_store.get(kind::payments, session->paymentId).value_or(QJsonObject());
    Payable payable;
    payable.id = id;
    payable.shop = m_store.get(u"accounts"_s, u"ikawaari"_s).value_or(QJsonObject())["shop"_L1].toString();
    payable.state = session->waiting                    ? Payable::Waiting
                    : session->status == "completed"_L1 ? Payable::Paid
                    : session->status == "expired"_L1   ? Payable::Expired
                    : session->status == "failed"_L1    ? Payable::Failed
                                                        : Payable::Open;
    const QString period = session->asked.mode == "subscription"_L1 ? u" per period"_s : QString();
    for (const LineItem &line : session->asked.lines) {
        const QString each = money::format(session->money(line.amount), QLocale(QLocale::English));
        payable.lines << PayableLine{line.name, u"%1 × %2%3"_s.arg(line.quantity).arg(each, period),
                                     session->money(line.amount * line.quantity)};
    }
    payable.total = session->money(session->asked.total);
    payable.email = session->asked.customerEmail;
    payable.openUntil = session->expiresAt;
    payable.successUrl = filledRedirect(session->asked.successUrl, id);
    payable.cancelUrl = plainRedirect(session->asked.cancelUrl);
    payable.takesCards = session->asked.methods.contains(u"card"_s);
    payable.takesWallets = session->asked.methods.contains(u"mobile_money"_s);
    payable.wallet = {payment["operator"_L1].toString(), payment["country"_L1].toString(session->asked.country),
                      payment["customerPhone"_L1].toString()};
    const bool wasWaiting = payment["hasWaited"_L1].toBool() && payment["status"_L1].toString() == "failed"_L1;
    if (wasWaiting)
        payable.lastDecline = Decline{*payable.total, payment["failureReason"_L1].toString()};
    return payable;
}

Answer<QJsonObject> Engine::refund(const QString &paymentId, const RefundRequest &request)
{
    refresh();
    // What is left is read and written inside one write transaction: of racing refunds none gives more than was paid.
    return m_events.write([&]() -> Answer<QJsonObject> {
        auto payment = m_store.get(kind::payments, paymentId);
        if (!payment)
            return std::unexpected(Refusal{404, u"Resource not found."_s, {}});
        const QString status = (*payment)["status"_L1].toString();
        if (status != "succeeded"_L1)
            return std::unexpected(
                Refusal{409, u"This payment is %1; only a succeeded one can be refunded."_s.arg(status), {}});
        const qint64 before = (*payment)["refundedAmount"_L1].toInteger();
        const qint64 left = (*payment)["amount"_L1].toInteger() - before;
        const qint64 amount = request.amount.value_or(left);
        if (amount > left) {
            const QString message = u"At most %1 can be refunded."_s.arg(left);
            return std::unexpected(Refusal{400, message, {{u"amount"_s, message}}});
        }
        (*payment)["refundedAmount"_L1] = before + amount;
        if (amount == left) {
            (*payment)["status"_L1] = u"refunded"_s;
            (*payment)["refundedAt"_L1] = timeText(now());
        }
        addEvent(*payment, u"refund.succeeded"_s, now(), request.reason);
        const QString id = newId(u"re_"_s, 24);
        const QJsonObject refund{{u"id"_s, id},
                                 {u"amount"_s, amount},
                                 {u"status"_s, u"succeeded"_s},
                                 {u"reason"_s, orNull(request.reason)},
                                 {u"createdAt"_s, timeText(now())}};
        const QJsonObject entry = refundTransaction(*payment, refund);
        return ifStored(save(*payment) && saveTransaction(*payment) &&
                            m_store.put(kind::refunds, id, refund, {}, paymentId) &&
                            m_store.put(kind::transactions, entry["id"_L1].toString(), entry, {}, paymentId),
                        *payment);
    });
}

std::optional<QJsonObject> Engine::paymentOfRefund(const QString &refundId)
{
    // A refund is answered as it is kept, and does not name its payment.
    const Page payments = m_store.list(kind::payments, {.limit = std::numeric_limits<qint32>::max()});
    const auto isOf = [&](const QJsonObject &payment) {
        const Page own = m_store.list(kind::refunds, {.limit = 1,
                                                      .parent = payment["id"_L1].toString(),
                                                      .conditions = {{{u"id"_s}, Condition::Among, {refundId}}}});
        return !own.items.isEmpty();
    };
    const auto found = std::ranges::find_if(payments.items, isOf);
    return found == payments.items.end() ? std::nullopt : std::optional(*found);
}

Answer<QJsonObject> Engine::decideRefund(const QString &refundId, bool isGivenBack)
{
    return m_events.write([&]() -> Answer<QJsonObject> {
        auto refund = refundToDecide(kind::refunds, refundId, false);
        if (!refund)
            return refund;
        const QString id = (*refund)["id"_L1].toString();
        auto payment = paymentOfRefund(id);
        if (!payment)
            return std::unexpected(Refusal{404, u"There is no such refund."_s, {}});
        (*refund)["status"_L1] = isGivenBack ? u"succeeded"_s : u"failed"_s;
        if (!isGivenBack) {
            const qint64 given = (*payment)["refundedAmount"_L1].toInteger() - (*refund)["amount"_L1].toInteger();
            (*payment)["refundedAmount"_L1] = given;
            (*payment)["status"_L1] = u"succeeded"_s;
            (*payment)["refundedAt"_L1] = QJsonValue();
            addEvent(*payment, u"refund.failed"_s, now(), {});
        }
        const QString paymentId = (*payment)["id"_L1].toString();
        const QJsonObject entry = refundTransaction(*payment, *refund);
        return ifStored(save(*payment) && saveTransaction(*payment) &&
                            m_store.put(kind::refunds, id, *refund, {}, paymentId) &&
                            m_store.put(kind::transactions, entry["id"_L1].toString(), entry, {}, paymentId),
                        *refund);
    });
}

Answer<QJsonObject> Engine::tryRefundAgain(const QString &refundId)
{
    const auto failed = refundToDecide(kind::refunds, refundId, true);
    if (!failed)
        return failed;
    const auto payment = paymentOfRefund((*failed)["id"_L1].toString());
    if (!payment)
        return std::unexpected(Refusal{404, u"There is no such refund."_s, {}});
    const QString paymentId = (*payment)["id"_L1].toString();
    const auto refunded = refund(paymentId, {(*failed)["amount"_L1].toInteger(), (*failed)["reason"_L1].toString()});
    if (!refunded)
        return refunded;
    return m_store.list(kind::refunds, {.limit = 1, .parent = paymentId, .newestFirst = true}).items.first();
}

} // namespace tilldeck::sandbox::ikawaari
