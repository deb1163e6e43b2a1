// SPDX-License-Identifier: GPL-3.0-or-later
// An answer as it goes over the wire.
#pragma once

#include "sandbox/http.h"

#include <QDateTime>

namespace tilldeck::sandbox {

/// Says how the end of a body is told.
enum class Framing { Length, Chunked };

/// Returns the head of @p response to @p request, with the empty line after it. @p date is the sandbox's time.
QByteArray headBytes(const Response &response, const Request &request, const QDateTime &date,
                     Framing framing = Framing::Length);

/// Returns the body of @p response to @p request, framed. One to HEAD has none.
QByteArray bodyBytes(const Response &response, const Request &request, Framing framing = Framing::Length);

/// Returns @p bytes as one chunk of a chunked body. An empty one ends the body.
QByteArray chunkOf(const QByteArray &bytes);

/// Returns whether the connection of @p request is closed after its answer.
bool closesAfter(const Request &request);

} // namespace tilldeck::sandbox
