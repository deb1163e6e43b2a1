// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tilldeck::sandbox {

/// Returns @p url with {CHECKOUT_SESSION_ID} replaced, ready for a Location header. The contracts promise that for the
/// success URL and for no other spelling.
QByteArray filledRedirect(const QString &url, const QString &sessionId);

/// Returns @p url encoded for a Location header.
QByteArray plainRedirect(const QString &url);

} // namespace tilldeck::sandbox
