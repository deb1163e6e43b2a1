// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/secret.h"
#include "http/task.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <expected>
#include <optional>

namespace tilldeck::accounts {

enum class KeyPlace { Keychain, ThisRunOnly };

/// Keeps keys by account id in the system's keychain. Without one (any error of QtKeychain counts as that) a key is
/// kept in memory until the program ends, and the caller can say so; a key is never written as plain text.
class KeyStore : public QObject
{
    Q_OBJECT

public:
    explicit KeyStore(QObject *parent = nullptr);

    /// Returns the key from memory or the keychain, or nothing.
    http::Task<std::optional<http::Secret>> key(QString accountId);

    /// Keeps @p key and returns where.
    http::Task<KeyPlace> store(QString accountId, http::Secret key);

    /// Returns where store() would keep a key now. Nothing is stored.
    http::Task<KeyPlace> placeOfNewKeys();

    /// Keeps @p key in memory until the program ends, or no key, without asking the keychain. Returns what was kept so
    /// before.
    std::optional<http::Secret> keepForThisRun(const QString &accountId, const std::optional<http::Secret> &key);

    /// Forgets the key that is kept in memory and takes none from the keychain until another is kept: the one that is
    /// known was entered for another address.
    void askAgain(const QString &accountId);

    /// Removes the key and returns false when the keychain may still hold it. Asks the keychain even when it has not
    /// answered before.
    http::Task<bool> remove(QString accountId);

private:
    QHash<QString, http::Secret> m_thisRun;
    QSet<QString> m_askAgain;
    QSet<QString> m_written;       ///< Ids whose key the keychain has accepted, or may have, in this run.
    bool m_keychainAnswers = true; ///< False after a request timed out, so that no other waits.
};

} // namespace tilldeck::accounts
