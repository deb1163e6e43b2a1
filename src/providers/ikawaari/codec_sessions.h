// SPDX-License-Identifier: GPL-3.0-or-later
// Reads sessions. Wire rules: contracts, ikawaari (createCheckoutSession, getCheckoutSession). Amounts go through
// minor_units.h.
#pragma once

#include "checkout/error.h"
#include "checkout/session.h"

#include <QJsonDocument>

namespace tilldeck::providers::ikawaari {

/// Reads a session (getCheckoutSession). Errors: Malformed.
checkout::Result<checkout::Session> decodeSession(const QJsonDocument &answer);

/// Reads the answer to a creation (createCheckoutSession). Once the id can be read the session exists, so it is
/// returned even if other members cannot be read; a later look-up fills them in. Errors: Malformed without an id.
checkout::Result<checkout::Session> decodeCreated(const QJsonDocument &answer);

} // namespace tilldeck::providers::ikawaari
