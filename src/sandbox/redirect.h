// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tilldeck::sandbox {

/// Returns @p url with {CHECKOUT_SESSION_ID}, plain or percent-encoded, replaced, ready for a Location header.
QByteArray filledRedirect(const QString &url, const QString &sessionId);

/// Returns @p url encoded for a Location header.
QByteArray plainRedirect(const QString &url);

} // namespace tilldeck::sandbox
