// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace tilldeck::providers {

/// Returns the session that @p pasted (an id, a token or a checkout URL) names at a provider of @p kind that is reached
/// at @p baseUrl and whose checkout pages are at @p checkoutUrlTemplate, with its id, token and flow as far as the text
/// tells them. A session without an id must be looked for by its token in the list of sessions. Returns nothing for a
/// text that cannot belong to this provider.
std::optional<checkout::Session> recognise(const QString &kind, const QUrl &baseUrl, const QString &checkoutUrlTemplate,
                                           const QString &pasted);

} // namespace tilldeck::providers
