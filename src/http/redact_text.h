// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::http {

/// Returns whether a token or key with a known prefix stands anywhere in @p text, also percent-encoded.
bool holdsToken(const QString &text);

/// Returns @p text with these replaced by the mark wherever they stand in it: tokens and keys with a known prefix, what
/// follows "Bearer" or a name of a secret with '=' or ':', long random words between others, and what redactUrl()
/// replaces in web addresses. A text of one word that is long and random stays: ids and references are such.
QString redactText(const QString &text);

} // namespace tilldeck::http
