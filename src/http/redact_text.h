// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/member_kind.h"

#include <QString>

namespace tilldeck::http {

/// Returns whether a token or key with a known prefix, or a JSON Web Token, stands anywhere in @p text, also
/// percent-encoded.
bool holdsToken(const QString &text);

/// Returns whether @p word, of @p shortest characters or more, looks made by chance: letters and digits in one piece,
/// or letters in the case of no language. Ids with a prefix of the contracts, UUIDs, times and e-mail addresses do not.
bool isOpaque(const QString &word, qsizetype shortest);

/// The least length of an opaque word that is cut out of a sentence, or where a name of a member would stand.
inline constexpr qsizetype shortestOpaque = 16;
/// The same of a name of a member or header.
inline constexpr qsizetype shortestOpaqueName = 8;

/// Returns @p text with these replaced by the mark wherever they stand in it: tokens and keys with a known prefix,
/// JWTs, what follows "Bearer" or a name of a secret with '=' or ':', opaque words, and of web addresses all segments
/// and values that are no words. @p kind is what the text stands under, and none of Secret; JSON that is quoted inside
/// it is for redactJson().
QString redactText(const QString &text, MemberKind kind = MemberKind::Text);

} // namespace tilldeck::http
