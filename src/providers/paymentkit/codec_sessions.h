// SPDX-License-Identifier: GPL-3.0-or-later
// Reads sessions and payments. Wire rules: contracts, paymentkit (createCheckoutSession, getCheckoutSession,
// listCheckoutSessions, listTransactions).
#pragma once

#include "checkout/error.h"
#include "checkout/session.h"
#include "checkout/transaction.h"
#include "providers/paymentkit/codec_page.h"

#include <QJsonDocument>

namespace tilldeck::providers::paymentkit {

/// Reads a session (getCheckoutSession, expireCheckoutSession). Errors: Malformed.
checkout::Result<checkout::Session> decodeSession(const QJsonDocument &answer);

/// Reads the answer to a creation (createCheckoutSession). Once id and token can be read the session exists, so it is
/// returned even if other members cannot be read; a later look-up fills them in. Errors: Malformed without id or token.
checkout::Result<checkout::Session> decodeCreated(const QJsonDocument &answer);

template <> std::optional<checkout::Session> readItem(ObjectReader &item);
template <> std::optional<checkout::Transaction> readItem(ObjectReader &item);

} // namespace tilldeck::providers::paymentkit
