// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QString>
#include <QUrl>

#include <expected>

namespace tilldeck::desk {

/// Returns @p url when it may be opened in the browser: https, or http on loopback for the sandbox's own origin. The
/// error is a sentence.
std::expected<QUrl, QString> openable(const QString &url, const accounts::Account &account);

} // namespace tilldeck::desk
