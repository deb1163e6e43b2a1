// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/engine.h"
#include "sandbox/http.h"

namespace tilldeck::sandbox {

/// The pages a customer sees below /pay: the checkout, what became of it, and their stylesheet. Plain HTML without
/// scripts; every text that a merchant or customer wrote is escaped.
class HostedPages
{
public:
    explicit HostedPages(Engine &engine);

    Response answer(const Request &request);

private:
    Response page(const Session &session, const Payment *payment = nullptr, const Card &card = {}) const;
    QString orderSummary(const Session &session) const;
    QString cardForm(const Payment *payment, const Card &card) const;
    QString declineNotice(const Payment &payment) const;

    Engine &m_engine;
};

/// URL with {CHECKOUT_SESSION_ID} replaced, plain or percent-encoded, ready for a Location header.
QByteArray filledRedirect(const QString &url, const QString &sessionId);

} // namespace tilldeck::sandbox
