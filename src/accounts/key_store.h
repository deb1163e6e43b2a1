// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/secret_service.h"
#include "http/secret.h"
#include "http/task.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QSet>

#include <expected>
#include <optional>

namespace tilldeck::accounts {

enum class KeyPlace { Keychain, ThisRunOnly };

/// Returns why there is no key for the account that is called @p name, in a sentence that says what to do.
QString missingKeySentence(KeychainState keychain, const QString &name);
/// Returns the same in a few words, for the row of the account in a list.
QString missingKeyWords(KeychainState keychain);
/// Returns why a key is kept for this run only, in a sentence.
QString notKeptSentence(KeychainState keychain);

/// Keeps keys by account id in the system's keychain. Where that takes none, a key is kept in memory until the program
/// ends, and keychain() says why; a key is never written as plain text. The keychain is waited for at most five
/// seconds, and after it was silent not at all for a while; only unlock() waits for a person.
class KeyStore : public QObject
{
    Q_OBJECT

public:
    explicit KeyStore(QObject *parent = nullptr);

    /// Returns the key from memory or the keychain, or nothing.
    http::Task<std::optional<http::Secret>> key(QString accountId);

    /// Returns whether a key that was read or entered in this run stands in @p text, see keys::holdsThisKey().
    bool isKnownIn(const QString &text) const;

    /// Keeps @p key and returns where.
    http::Task<KeyPlace> store(QString accountId, http::Secret key);

    /// Returns where store() would keep a key now. Nothing is stored.
    http::Task<KeyPlace> placeOfNewKeys();

    /// Returns what the keychain was at the last request. Ready: it answered, also where it has no such key.
    KeychainState keychain() const { return m_keychain; }

    /// Asks the keychain to unlock itself, for which it opens a window of its own. Returns whether it is unlocked.
    http::Task<bool> unlock();

    /// Keeps @p key in memory until the program ends, or no key, without asking the keychain. Returns what was kept so
    /// before.
    std::optional<http::Secret> keepForThisRun(const QString &accountId, const std::optional<http::Secret> &key);

    /// Forgets the key that is kept in memory and takes none from the keychain until another is kept: the one that is
    /// known was entered for another address.
    void askAgain(const QString &accountId);

    /// Keeps why there is no key for an account that does not take one from the merchant. It counts while there is
    /// none.
    void explainMissing(const QString &accountId, const QString &why) { m_whyMissing.insert(accountId, why); }
    /// Returns what explainMissing() said; empty where it said nothing.
    QString whyMissing(const QString &accountId) const { return m_whyMissing.value(accountId); }

    /// Removes the key and returns false when the keychain may still hold it.
    http::Task<bool> remove(QString accountId);

signals:
    /// Emitted when a key was entered: what was said of the one before, or of none, is not true any more.
    void entered(const QString &accountId);

private:
    /// Returns the state of the keychain before a request, and keeps it.
    http::Task<KeychainState> look();
    void note(KeychainState keychain);

    QHash<QString, http::Secret> m_thisRun;
    QHash<QString, http::Secret> m_known; ///< Of this run, to be recognised where it does not belong.
    QHash<QString, QString> m_whyMissing;
    QSet<QString> m_askAgain;
    QSet<QString> m_written; ///< Ids whose key the keychain has accepted, or may have, in this run.
    KeychainState m_keychain = KeychainState::Ready;
    QDeadlineTimer m_silentUntil; ///< After a request timed out, so that no other waits.
};

} // namespace tilldeck::accounts
