// SPDX-License-Identifier: GPL-3.0-or-later
// How a session is paid: the cascade over its tiers.
#include "sandbox/paymentkit/engine.h"

#include "money/format.h"
#include "sandbox/json_values.h"
#include "sandbox/paymentkit/discount.h"
#include "sandbox/redirect.h"

#include <QLocale>

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

QString Engine::routeFor(const Tier &tier) const
{
    if (!tier.routeId.isEmpty())
        return tier.routeId;
    const Page routes = m_store.list(u"routes"_s, {.limit = 1, .status = u"default"_s});
    return routes.items.isEmpty() ? QString() : routes.items.first()["id"_L1].toString();
}

bool Engine::routeFails(const QString &routeId) const
{
    const auto route = m_store.get(u"routes"_s, routeId);
    if (!route)
        return false;
    const QJsonArray processors = (*route)["processors"_L1].toArray();
    for (const auto &step : processors) {
        const auto processor = m_store.get(u"processors"_s, step["processor_id"_L1].toString());
        if (processor && !(*processor)["is_failing"_L1].toBool())
            return false;
    }
    return true;
}

Attempt Engine::attempt(const Session &session, int tier, const Card &card) const
{
    const Tier &asked = session.tiers.at(tier);
    Attempt tried;
    tried.tier = tier;
    tried.routeId = routeFor(asked);
    tried.amount = asked.total;
    tried.at = now();
    if (asked.total > 0)
        tried.declineCode = routeFails(tried.routeId) ? u"processor_unavailable"_s
                                                      : issuerDecline(card, asked.total, session.tiers.first().total);
    tried.succeeded = tried.declineCode.isEmpty();
    return tried;
}

bool Engine::recordTransaction(const Session &session, const QList<Attempt> &attempts, const Card &card)
{
    const Attempt &last = attempts.last();
    const QString id = newId(u"txn_sandbox_"_s);
    const QString status = last.succeeded ? u"succeeded"_s : u"failed"_s;
    return m_store.put(u"transactions"_s, id,
                       {{u"id"_s, id},
                        {u"status"_s, status},
                        {u"amount_atom"_s, last.amount},
                        {u"refunded_amount_atom"_s, 0},
                        {u"currency"_s, session.currency->code().toLower()},
                        {u"payment_intent_id"_s, session.paymentIntentId},
                        {u"checkout_session_id"_s, session.id},
                        {u"customer_id"_s, orNull(session.customerId)},
                        {u"created_at"_s, isoTime(last.at)},
                        {u"cascade_tier"_s, last.tier},
                        {u"processor_route_id"_s, orNull(last.routeId)},
                        {u"attempts"_s, attemptsView(attempts, *session.currency)},
                        {u"decline_code"_s, orNull(last.declineCode)},
                        {u"discount_atom"_s, session.tiers.at(last.tier).discount},
                        {u"card_last4"_s, orNull(card.lastFour())},
                        {u"card_brand"_s, card.number.isEmpty() ? QJsonValue() : QJsonValue(card.brand())}},
                       status);
}

std::optional<Payable> Engine::payable(const QString &token)
{
    const auto session = sessionByToken(token);
    if (!session)
        return std::nullopt;
    Payable payable;
    payable.id = token;
    payable.shop = u"Kestrel Studio"_s;
    payable.successUrl = filledRedirect(session->successUrl, session->id);
    payable.cancelUrl = plainRedirect(session->returnUrl);
    payable.openUntil = session->expiresAt;
    payable.state = session->status == "completed"_L1 ? Payable::Paid
                    : session->status == "expired"_L1 ? Payable::Expired
                    : session->status == "failed"_L1  ? Payable::Failed
                    : session->tiers.isEmpty()        ? Payable::Nothing
                                                      : Payable::Open;
    if (const auto customer = m_store.get(u"customers"_s, session->customerId))
        payable.email = (*customer)["email"_L1].toString();
    if (session->tiers.isEmpty())
        return payable;
    const Tier &tier = session->tiers.at(session->paidTier.value_or(0));
    for (const SoldLine &line : tier.lines) {
        const QString each = money::format(session->money(line.unitAmount), QLocale(QLocale::English));
        const QString period = line.billingPeriod.isEmpty() ? QString() : u" per %1"_s.arg(line.billingPeriod);
        payable.lines << PayableLine{line.name, u"%1 × %2%3"_s.arg(line.quantity).arg(each, period),
                                     session->money(line.total)};
    }
    if (tier.discount > 0) {
        const QString code = session->promotionCode.isEmpty() ? session->couponId : session->promotionCode;
        payable.sums << PayableLine{u"Subtotal"_s, {}, session->money(tier.subtotal)}
                     << PayableLine{u"Discount %1"_s.arg(code), {}, session->money(-tier.discount)};
    }
    payable.total = session->money(tier.total);
    return payable;
}

Answer<Payment> Engine::charge(Session &session, const Card &card)
{
    QList<Attempt> attempts;
    for (int tier = 0; tier < session.tiers.size(); ++tier) {
        attempts << attempt(session, tier, card);
        if (attempts.last().succeeded)
            break;
    }
    session.attempts += attempts;
    if (session.paymentIntentId.isEmpty())
        session.paymentIntentId = newId(u"pi_sandbox_"_s);
    const Attempt &last = attempts.last();
    if (last.succeeded) {
        session.status = u"completed"_s;
        session.paidTier = last.tier;
        session.paidRouteId = last.routeId;
        announce(u"checkout_session.completed"_s, session);
    } else {
        announce(u"payment.failed"_s, session);
        if (++session.declinedTries >= kMostDeclinedTries) {
            session.status = u"failed"_s;
            announce(u"checkout_session.failed"_s, session);
        }
    }
    Payment payment;
    payment.outcome = last.succeeded ? Payment::Paid : Payment::Declined;
    for (const Attempt &tried : attempts) {
        if (!tried.succeeded)
            payment.declines << Decline{session.money(tried.amount), tried.declineCode};
    }
    const bool isStored = (!last.succeeded || countRedemption(m_store, session.promotionCode, session.couponId)) &&
                          recordTransaction(session, attempts, card) && save(session);
    return ifStored(isStored, payment);
}

Payment Engine::pay(const QString &token, const Card &card)
{
    // Status is read and written inside one write transaction: a second submit finds the session completed.
    return Payment::of(m_events.write([&]() -> Answer<Payment> {
        auto session = sessionByToken(token);
        if (!session)
            return std::unexpected(Refusal::storageError());
        if (!session->isOpen() || session->tiers.isEmpty())
            return Payment();
        const auto problems = session->tiers.first().total > 0 ? cardProblems(card, now().date()) : QList<FieldError>();
        return problems.isEmpty() ? charge(*session, card) : Payment{Payment::Invalid, problems, {}};
    }));
}

} // namespace tilldeck::sandbox::paymentkit
