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

/// Keys by account id, in the system's keychain. Where there is none (any error of QtKeychain means that) a key lives
/// for this run only, and the caller can say so; plain text is never written.
class KeyStore : public QObject
{
    Q_OBJECT

public:
    explicit KeyStore(QObject *parent = nullptr);

    /// The key, or nothing when neither this run nor the keychain has one.
    http::Task<std::optional<http::Secret>> key(QString accountId);

    /// Keeps KEY and answers where it went.
    http::Task<KeyPlace> store(QString accountId, http::Secret key);

    /// For this run only, without asking the keychain.
    void keepForThisRun(const QString &accountId, const http::Secret &key);

    /// Asks the keychain even when it has not answered before. Whether the key is gone: false when the keychain may
    /// still hold it. Without a keychain a key that lived for this run only is gone.
    http::Task<bool> remove(QString accountId);

private:
    QHash<QString, http::Secret> m_thisRun;
    QSet<QString> m_written;       ///< Ids whose key the keychain took, or may have taken, in this run.
    bool m_keychainAnswers = true; ///< False once it has let us wait for nothing: nobody waits twice.
};

} // namespace tilldeck::accounts
