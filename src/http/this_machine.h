// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::http {

/// Returns whether @p host is localhost, in 127.0.0.0/8 or ::1.
bool isThisMachine(const QString &host);

} // namespace tilldeck::http
