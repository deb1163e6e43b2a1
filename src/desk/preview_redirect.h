// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::desk {

/// Returns a redirect URL as the customer will arrive, for the hint below the field: @p id replaces the placeholder.
QString previewRedirect(const QString &redirectUrl, const QString &id);

} // namespace tilldeck::desk
