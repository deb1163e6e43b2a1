// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/ikawaari/request.h"
#include "sandbox/provider_engine.h"

namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

/// Ikawaari's rules: sessions, their payment by card or mobile money, refunds. Knows nothing of HTTP.
///
/// A session and its payment begin together. The payment is pending until the first try, and again while a try waits
/// for the customer's phone; a declined try makes it failed, and a later one may still succeed.
class Engine : public ProviderEngine
{
public:
    static constexpr qint64 kSessionSeconds = 86'400;
    static constexpr qint64 kWaitingSeconds = 30; ///< of the test number that pays later

    using ProviderEngine::ProviderEngine;

    Answer<Session> create(const SessionRequest &request);
    std::optional<Session> session(const QString &id);

    std::optional<Payable> payable(const QString &id) override;
    Payment pay(const QString &id, const Card &card) override;
    Payment payByWallet(const QString &id, const Wallet &wallet) override;

    /// Returns the document of a payment.
    std::optional<QJsonObject> payment(const QString &id);
    /// Refunds a payment and returns it. 404 for an unknown one, 409 when it did not succeed or nothing is left, 400
    /// when less is left than asked for.
    Answer<QJsonObject> refund(const QString &paymentId, const RefundRequest &request);
    Answer<QJsonObject> decideRefund(const QString &refundId, bool isGivenBack) override;
    Answer<QJsonObject> tryRefundAgain(const QString &refundId) override;
    /// Decides a payment that waits or was never tried. 404 for an unknown one, 400 when its session is not open.
    Answer<void> simulate(const Simulation &simulation);

    /// Lets payments succeed whose time to wait is over. Returns whether any waits still.
    bool completeDue();

private:
    struct Means;
    void refresh() override;
    Payment attempt(const QString &id, const Means &means);
    [[nodiscard]] bool succeed(Session &session, QJsonObject &payment, const QDateTime &at);
    [[nodiscard]] bool fail(Session &session, QJsonObject &payment, const QString &code);
    [[nodiscard]] bool wait(Session &session, QJsonObject &payment, bool untilTest);
    [[nodiscard]] bool save(const Session &session);
    [[nodiscard]] bool save(const QJsonObject &payment);
    [[nodiscard]] bool saveTransaction(const QJsonObject &payment);
    std::optional<QJsonObject> paymentOfRefund(const QString &refundId);
    void announce(const QString &type, const QJsonObject &payment);
};

/// Kinds of documents in the store. Payments are kept in the shape they are answered in, with members of our own
/// besides: sessionId, mode, methods, attempts, triedAt, transactionId, settlesAt, hasWaited, failureReason, cardBrand,
/// customerEmail, timeline, refundedAmount, refundedAt.
namespace kind {
inline const QString sessions = u"ikawaari-sessions"_s;
inline const QString payments = u"ikawaari-payments"_s;
inline const QString refunds = u"ikawaari-refunds"_s;
inline const QString transactions = u"ikawaari-transactions"_s;
inline const QString calls = u"ikawaari-calls"_s;
} // namespace kind

} // namespace tilldeck::sandbox::ikawaari
