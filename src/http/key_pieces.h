// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::http {

/// The least length of a piece of a key that is cut out.
inline constexpr qsizetype leastPiece = 8;

/// Holds a key of which no piece is shown either: an answer may quote its beginning, its end, or all but one character.
class KeyPieces
{
public:
    /// @p key without what many keys begin with ("sk_live_") is what pieces are searched of.
    explicit KeyPieces(const QString &key);

    bool isEmpty() const { return m_own.size() < leastPiece; }
    /// Returns @p text with the mark in the place of each piece of leastPiece characters or more, whatever the case of
    /// its letters. For what is shown: what is read of an answer may hold a piece by chance.
    QString cutOutOf(const QString &text) const;

private:
    QString m_own; ///< In small letters.
};

} // namespace tilldeck::http
