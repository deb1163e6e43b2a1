// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <vector>

namespace tilldeck::http {

/// The least length of a secret that is searched for in the middle of words and in other forms than its own.
inline constexpr qsizetype leastSecret = 8;
/// The least length of a secret that is searched for at all: a shorter one may stand in any text.
inline constexpr qsizetype leastCut = 4;

/// The first leastCut characters of a text, whatever the case of their letters.
using FormStart = quint64;

/// Returns @p start without its first character and with @p next at its end.
FormStart movedOn(FormStart start, QChar next);

/// Returns whether any character of @p text may be escaped.
bool mayHoldEscapes(QStringView text);

/// Holds how a secret may be written: as it is, in another case, with any of its characters percent-encoded (once or
/// more often), as an entity of HTML or as an escape of JSON and scripts, in hexadecimal, and in Base64, there apart
/// from the characters at both ends that it shares with its neighbours. One of fewer than leastSecret characters is
/// found as it is, and where no letter or digit stands beside it.
class SecretForms
{
public:
    explicit SecretForms(const QString &secret);

    const QString &secret() const { return m_secret; }
    /// Returns @p text with the mark in the place of each copy.
    QString cutOutOf(QString text) const;

    /// Returns how each form begins that has no escapes: a text without these holds none of them.
    std::vector<FormStart> starts() const;
    /// Returns whether @p text may hold the secret with one of its characters escaped. It is sure of a text that holds
    /// none.
    bool mayBeEscapedIn(QStringView text) const;

private:
    QString m_secret;
    QStringList m_plain;        ///< Whatever the case of their letters.
    QStringList m_exact;        ///< In the case of their letters.
    QRegularExpression m_whole; ///< Of a short one.
};

} // namespace tilldeck::http
