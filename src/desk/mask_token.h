// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::desk {

/// Returns @p url for the screen: all but the last four characters of @p token are replaced by dots, or everything
/// after the host where the token is not in it.
QString maskUrl(const QString &url, const QString &token);
QString maskToken(const QString &token);

} // namespace tilldeck::desk
