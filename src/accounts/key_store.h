// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/secret.h"
#include "http/task.h"

#include <QHash>
#include <QObject>

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
    void keepForThisRun(const QString &accountId, http::Secret key);

    http::Task<void> remove(QString accountId);

private:
    QHash<QString, http::Secret> m_thisRun;
    bool m_keychainAnswers = true; ///< False once it has let us wait for nothing: nobody waits twice.
};

} // namespace tilldeck::accounts
