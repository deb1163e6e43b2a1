// SPDX-License-Identifier: GPL-3.0-or-later
// How a session of Ikawaari's is paid.
#include "sandbox/ids.h"
#include "sandbox/ikawaari/engine.h"
#include "sandbox/ikawaari/views.h"

namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

namespace {

QJsonObject walletMembers(const Wallet &wallet)
{
    return {{u"paymentMethod"_s, u"mobile_money"_s},
            {u"operator"_s, wallet.operatorId},
            {u"country"_s, wallet.country},
            {u"customerPhone"_s, wallet.plainNumber()}};
}

// Makes a new try of @p payment by what @p members say; nothing of an earlier one stays.
void begin(QJsonObject &payment, const QJsonObject &members, const QDateTime &at)
{
    for (const QString &member : {u"paymentMethod"_s, u"operator"_s, u"country"_s, u"customerPhone"_s})
        payment[member] = members.value(member).isString() ? members[member] : QJsonValue();
    payment["cardBrand"_L1] = members.value("cardBrand"_L1).isString() ? members["cardBrand"_L1] : QJsonValue();
    payment.remove("failureReason"_L1);
    payment.remove("hasWaited"_L1);
    payment["attempts"_L1] = payment["attempts"_L1].toInt() + 1;
    payment["triedAt"_L1] = timeText(at);
    payment["transactionId"_L1] = newId(u"txn_"_s, 24);
    payment["status"_L1] = u"pending"_s;
}

} // namespace

/// What a try is made with, and what comes of it.
struct Engine::Means
{
    QString method;
    QList<FieldError> problems;
    QJsonObject members; ///< of the payment
    Payment::Outcome outcome = Payment::Paid;
    QString code; ///< of a decline
    bool untilTest = false;
};

bool Engine::saveTransaction(const QJsonObject &payment)
{
    return m_store.put(kind::transactions, payment["transactionId"_L1].toString(), paymentTransaction(payment), {},
                       payment["id"_L1].toString());
}

void Engine::announce(const QString &type, const QJsonObject &payment)
{
    m_events.add({type, type == "invoice.paid"_L1 ? invoiceEvent(payment) : intentEvent(payment),
                  payment["sessionId"_L1].toString()});
}

bool Engine::succeed(Session &session, QJsonObject &payment, const QDateTime &at)
{
    session.waiting = false;
    session.status = u"completed"_s;
    payment.remove("settlesAt"_L1);
    payment["status"_L1] = u"succeeded"_s;
    payment["amountReceived"_L1] = payment["amount"_L1];
    payment["succeededAt"_L1] = timeText(at);
    addEvent(payment, u"payment_intent.succeeded"_s, at);
    announce(u"payment_intent.succeeded"_s, payment);
    if (session.asked.mode == "subscription"_L1)
        announce(u"invoice.paid"_s, payment);
    return save(session) && save(payment) && saveTransaction(payment);
}

bool Engine::fail(Session &session, QJsonObject &payment, const QString &code)
{
    session.waiting = false;
    if (++session.declinedTries >= kMostDeclinedTries)
        session.status = u"failed"_s;
    payment.remove("settlesAt"_L1);
    payment["status"_L1] = u"failed"_s;
    payment["failureReason"_L1] = code;
    addEvent(payment, u"payment_intent.payment_failed"_s, now(), code);
    announce(u"payment_intent.payment_failed"_s, payment);
    return save(session) && save(payment) && saveTransaction(payment);
}

bool Engine::wait(Session &session, QJsonObject &payment, bool untilTest)
{
    session.waiting = true;
    payment["hasWaited"_L1] = true;
    if (!untilTest)
        payment["settlesAt"_L1] = timeText(now().addSecs(kWaitingSeconds));
    addEvent(payment, u"payment_intent.processing"_s, now());
    return save(session) && save(payment) && saveTransaction(payment);
}

Payment Engine::attempt(const QString &id, const Means &means)
{
    refresh();
    // Status is read and written inside one write transaction: a second submit finds the session paid or waiting.
    return Payment::of(m_events.write([&]() -> Answer<Payment> {
        auto session = m_store.get(kind::sessions, id).transform(sessionFrom);
        auto payment = session ? m_store.get(kind::payments, session->paymentId) : std::optional<QJsonObject>();
        if (!payment)
            return std::unexpected(Refusal::storageError());
        if (!session->isOpen() || session->waiting || session->expiresAt <= now())
            return Payment();
        if (!session->asked.methods.contains(means.method))
            return Payment{Payment::Invalid, {{u"payment_method.type"_s, u"This session cannot be paid so."_s}}, {}};
        if (!means.problems.isEmpty())
            return Payment{Payment::Invalid, means.problems, {}};
        begin(*payment, means.members, now());
        if (means.outcome == Payment::Waiting)
            return ifStored(wait(*session, *payment, means.untilTest), Payment{Payment::Waiting, {}, {}});
        if (means.outcome == Payment::Paid)
            return ifStored(succeed(*session, *payment, now()), Payment{Payment::Paid, {}, {}});
        return ifStored(fail(*session, *payment, means.code),
                        Payment{Payment::Declined, {}, {Decline{session->money(session->asked.total), means.code}}});
    }));
}

Payment Engine::pay(const QString &id, const Card &card)
{
    Means means;
    means.method = u"card"_s;
    means.problems = cardProblems(card, now().date());
    means.members = {{u"paymentMethod"_s, u"card"_s}, {u"cardBrand"_s, card.brand()}};
    means.code = issuerDecline(card, 1, 1);
    means.outcome = means.code.isEmpty() ? Payment::Paid : Payment::Declined;
    return attempt(id, means);
}

Payment Engine::payByWallet(const QString &id, const Wallet &wallet)
{
    Means means;
    means.method = u"mobile_money"_s;
    means.problems = walletProblems(wallet);
    if (!means.problems.isEmpty())
        return attempt(id, means);
    means.members = walletMembers(wallet);
    const WalletBehaviour behaviour = behaviourOf(wallet);
    means.untilTest = behaviour == WalletBehaviour::WaitsForTest;
    if (behaviour == WalletBehaviour::Declines) {
        means.outcome = Payment::Declined;
        means.code = u"insufficient_funds"_s;
    } else if (behaviour != WalletBehaviour::Pays) {
        means.outcome = Payment::Waiting;
    }
    return attempt(id, means);
}

Answer<void> Engine::simulate(const Simulation &simulation)
{
    refresh();
    return m_events.write([&]() -> Answer<void> {
        auto payment = m_store.get(kind::payments, simulation.paymentId);
        auto session = payment
                           ? m_store.get(kind::sessions, (*payment)["sessionId"_L1].toString()).transform(sessionFrom)
                           : std::optional<Session>();
        if (!session)
            return std::unexpected(Refusal{404, u"Resource not found."_s, {}});
        if (!session->isOpen())
            return std::unexpected(Refusal{400, u"This payment's session is %1."_s.arg(session->status), {}});
        if (!session->waiting)
            begin(*payment, {{u"paymentMethod"_s, u"mobile_money"_s}}, now());
        const QString reason = simulation.failureReason.isEmpty() ? u"payment_failed"_s : simulation.failureReason;
        if (simulation.succeeds ? succeed(*session, *payment, now()) : fail(*session, *payment, reason))
            return {};
        return std::unexpected(Refusal::storageError());
    });
}

} // namespace tilldeck::sandbox::ikawaari
