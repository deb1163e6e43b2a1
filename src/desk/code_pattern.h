// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tilldeck::desk {

/// What a # of a pattern becomes: letters and digits without those that are mistaken for one another, 0 and O, 1, I
/// and L.
inline constexpr QLatin1StringView codeLetters("ABCDEFGHJKMNPQRSTUVWXYZ23456789");

/// Returns @p count different codes of @p pattern, in the order in which they are sent.
QStringList codesOf(const QString &pattern, int count);

bool isPatternCharacter(QChar character);

/// Returns @p typed as a code or a pattern is made of it, by the rule for codes of drafts. A blank inside stays, which
/// is refused: what was meant is not known.
QString plainPattern(const QString &typed);

/// Returns whether @p code may be one of @p pattern.
bool isOf(const QString &pattern, const QString &code);

} // namespace tilldeck::desk
