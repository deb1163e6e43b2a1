// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace tilldeck::http {

/// Reads an HTTP date in any of its three forms, as UTC; invalid for anything else. @p utcNow decides the century of a
/// year of two digits. RFC 9110, 5.6.7.
QDateTime httpDate(const QByteArray &value, const QDateTime &utcNow);

} // namespace tilldeck::http
