// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Returns the request that creates a session of @p draft at the price of @p quote, for reading: secrets are redacted
/// and nothing is sent. Errors: those of Desk::provider(), and InvalidInput for a draft that the provider's request
/// cannot express.
http::Task<checkout::Result<providers::RequestText>> creationRequest(QPointer<Desk> desk, QString accountId,
                                                                     checkout::SessionDraft draft,
                                                                     std::optional<checkout::Quote> quote);

} // namespace tilldeck::desk
