// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tilldeck::sandbox {

/// URL with {CHECKOUT_SESSION_ID} replaced, plain or percent-encoded, ready for a Location header.
QByteArray filledRedirect(const QString &url, const QString &sessionId);

/// URL as it is, ready for a Location header.
QByteArray plainRedirect(const QString &url);

} // namespace tilldeck::sandbox
