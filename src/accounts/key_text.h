// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace tilldeck::accounts {

/// Returns why @p key can be no key of any provider, in a sentence that names what is wrong and its place; empty if it
/// can. A key is printable ASCII in one piece, without quotation marks, and not one that is masked. Only the character
/// that is named is part of the sentence, never the key.
QString keyTextProblem(QStringView key);

/// Returns what @p key is by its prefix, where it is nobody's secret key: "a publishable key", "the token of a checkout
/// session". Empty for all else.
QString otherThanKey(QStringView key);

/// Returns whether @p text, which is kept in files and shown, holds @p key or what begins like a key or a token of a
/// provider. An empty @p key is none.
bool holdsKey(const QString &text, QStringView key);
/// Returns what to do about such a text in a field, in a sentence; empty where it holds none.
QString misplacedKeyProblem(const QString &text, QStringView key);

} // namespace tilldeck::accounts
