// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace tilldeck::ledger {

/// Returns the HMAC-SHA256 of a key under @p salt. The journal asks for it and never holds the key. An empty function
/// stands for no key.
using KeyMark = std::function<QByteArray(const QByteArray &salt)>;

/// Returns a mark of the key: a random salt of its own with the key's HMAC under it. Keys are long and random, so the
/// mark gives none away. Empty where @p key is.
QByteArray newMark(const KeyMark &key);

/// Returns whether @p mark may be that of @p key: it is, or it is empty, as that of an intent of an earlier version.
bool isMarkOf(const QByteArray &mark, const KeyMark &key);

/// Says that the key with this mark is one of an account. Accounts that have one mark in common have a key in common.
struct MarkedKey
{
    QString accountId;
    QByteArray mark; ///< Not empty.
    /// The account's provider has accepted the key, or the merchant said that it is of the shop. Else it may have been
    /// mistyped. In the journal: something that was sent with it was not refused.
    bool isAnswered = false;

    friend bool operator==(const MarkedKey &, const MarkedKey &) = default;
};

} // namespace tilldeck::ledger
