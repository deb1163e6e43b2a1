// SPDX-License-Identifier: GPL-3.0-or-later
// Reads sessions, and what other answers share with them. Wire rules: contracts, khaime (the creations and their
// look-ups). Amounts go through minor_units.h.
#pragma once

#include "checkout/error.h"
#include "checkout/session.h"
#include "providers/khaime/flows.h"
#include "providers/wire/object_reader.h"

#include <QDateTime>
#include <QJsonDocument>

#include <optional>

namespace tilldeck::providers::khaime {

/// Reads the answer to the creation of @p draft. Once the id (or token) can be read the session exists, so it is
/// returned even if other members cannot be read. A token that expires before @p now is expired. Errors: Malformed.
checkout::Result<checkout::Session> decodeCreated(const QJsonDocument &answer, const checkout::SessionDraft &draft,
                                                  const QDateTime &now);

/// Reads a hosted session (getPaymentSession). Errors: Malformed.
checkout::Result<checkout::Session> decodeSession(const QJsonDocument &answer);

/// Reads an embedded checkout (getSdkSession). Errors: Malformed.
checkout::Result<checkout::Session> decodeCheckout(const QJsonDocument &answer, const QDateTime &now);

/// Returns an id for an embedded checkout that may be stored in the clear: a digest of its @p token, which is secret
/// and all that Khaime identifies it by.
QString checkoutIdOf(const QString &token);

/// Returns a reader of the object `data` of @p answer, with a fault when there is none.
ObjectReader dataOf(const QJsonDocument &answer);

/// Reads `fee_details`, whose first member the contract names in two ways; nothing when it is absent or @p currency is
/// unknown.
std::optional<checkout::FeeDetails> readFees(ObjectReader &item, std::optional<money::Currency> currency);

} // namespace tilldeck::providers::khaime
