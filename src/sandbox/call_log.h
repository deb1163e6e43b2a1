// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http.h"

#include <QLoggingCategory>

namespace tilldeck::sandbox {

/// "tilldeck.sandbox": warnings always, served calls at debug level.
Q_DECLARE_LOGGING_CATEGORY(sandboxLog)

/// Logs a served call: method, path, status and milliseconds. Segments that may be an id or a token, and the values of
/// the query, are masked.
void logCall(const Request &request, int status, qint64 milliseconds);

} // namespace tilldeck::sandbox
