// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/key_store.h"

#include "keys/key_form.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QCoroFuture>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tilldeck::accounts {

namespace {

// With the two seconds of askSecretService() five in all.
constexpr auto longestWait = 3s;
constexpr auto silence = 30s;

struct KeyStoreText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::accounts::KeyStore)
};

struct Answer
{
    bool inTime = false;
    QKeychain::Error error = QKeychain::OtherError;
    QString text; ///< Of a read.

    bool done() const { return error == QKeychain::NoError; }
};

// A promise, not the job's signal, because a job that never finishes, or is deleted, must still end the wait.
QFuture<Answer> run(QKeychain::Job *job, const QString &accountId)
{
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const auto answer = [promise](const Answer &result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    job->setInsecureFallback(false);
    job->setKey(accountId);
    QObject::connect(job, &QKeychain::Job::finished, job, [answer](QKeychain::Job *finished) {
        const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(finished);
        answer({true, finished->error(), read ? read->textData() : QString()});
    });
    QTimer::singleShot(longestWait, job, [answer] { answer({}); });
    QObject::connect(job, &QObject::destroyed, [answer] { answer({}); });
    job->start();
    return promise->future();
}

const QString service = u"Tilldeck"_s;

/// Returns whether a request to a keychain in this state would only wait, or open a window that nobody asked for.
bool isClosed(KeychainState keychain)
{
    return keychain == KeychainState::Locked || keychain == KeychainState::Silent;
}

/// Returns what the keychain is by its @p answer, when it was @p before the request.
KeychainState stateAfter(const Answer &answer, KeychainState before)
{
    if (!answer.inTime)
        return KeychainState::Silent;
    switch (answer.error) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return KeychainState::Ready;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainState::Missing;
    default:
        return before == KeychainState::Missing ? KeychainState::Missing : KeychainState::Denied;
    }
}

/// Returns whether QtKeychain uses KWallet, which is not a Secret Service, and asks for its password itself.
bool usesKWallet()
{
    return qgetenv("XDG_CURRENT_DESKTOP").contains("KDE");
}

} // namespace

QString missingKeySentence(KeychainState keychain, const QString &name)
{
    switch (keychain) {
    case KeychainState::Ready:
        return KeyStoreText::tr("There is no key for %1 on this computer. Enter it again.").arg(name);
    case KeychainState::Missing:
        return KeyStoreText::tr("There is no key for %1, because no keychain runs on this computer. Enter it again.")
            .arg(name);
    case KeychainState::Locked:
        return KeyStoreText::tr("The keychain is locked, so the key for %1 cannot be read. Unlock it, or enter the key "
                                "again.")
            .arg(name);
    case KeychainState::Denied:
        return KeyStoreText::tr(
                   "The keychain does not give out the key for %1. Allow it there, or enter the key again.")
            .arg(name);
    case KeychainState::Silent:
        return KeyStoreText::tr(
                   "The keychain does not answer, so the key for %1 cannot be read. Try again in a moment, "
                   "or enter the key again.")
            .arg(name);
    }
    return {};
}

QString missingKeyWords(KeychainState keychain)
{
    switch (keychain) {
    case KeychainState::Ready:
        return KeyStoreText::tr("No key here, enter it again");
    case KeychainState::Missing:
        return KeyStoreText::tr("No keychain here, enter the key again");
    case KeychainState::Locked:
        return KeyStoreText::tr("The keychain is locked");
    case KeychainState::Denied:
        return KeyStoreText::tr("The keychain refuses the key");
    case KeychainState::Silent:
        return KeyStoreText::tr("The keychain does not answer");
    }
    return {};
}

QString notKeptSentence(KeychainState keychain)
{
    switch (keychain) {
    case KeychainState::Locked:
        return KeyStoreText::tr("The key is not kept, because the keychain is locked.");
    case KeychainState::Denied:
        return KeyStoreText::tr("The key is not kept, because the keychain does not take it.");
    case KeychainState::Silent:
        return KeyStoreText::tr("The key is not kept, because the keychain does not answer.");
    case KeychainState::Ready:
    case KeychainState::Missing:
        break;
    }
    return KeyStoreText::tr("The key is not kept, because no keychain runs on this computer.");
}

KeyStore::KeyStore(QObject *parent)
    : QObject(parent)
{
}

http::Task<KeychainState> KeyStore::look()
{
    if (!m_silentUntil.hasExpired())
        co_return KeychainState::Silent;
    const QPointer<KeyStore> self(this);
    const QFuture<KeychainState> asking = usesKWallet() ? askSessionBus() : askSecretService();
    const KeychainState state = co_await asking;
    if (self)
        self->note(state);
    co_return state;
}

http::Task<std::optional<http::Secret>> KeyStore::key(QString accountId)
{
    if (m_thisRun.contains(accountId)) {
        const http::Secret kept = m_thisRun.value(accountId);
        co_return kept;
    }
    const QPointer<KeyStore> self(this);
    const KeychainState keychain = co_await look();
    if (!self || isClosed(keychain) || m_askAgain.contains(accountId))
        co_return std::nullopt;
    const QFuture<Answer> reading = run(new QKeychain::ReadPasswordJob(service), accountId);
    const Answer answer = co_await reading;
    if (self)
        self->note(stateAfter(answer, keychain));
    if (!answer.done() || answer.text.isEmpty())
        co_return std::nullopt;
    const http::Secret kept(answer.text);
    if (self)
        self->m_known.insert(accountId, kept);
    co_return http::Secret(kept);
}

bool KeyStore::isKnownIn(const QString &text) const
{
    const auto isIn = [&text](const http::Secret &key) { return keys::holdsThisKey(text, key.reveal()); };
    return std::ranges::any_of(m_known, isIn) || std::ranges::any_of(m_thisRun, isIn);
}

void KeyStore::note(KeychainState keychain)
{
    m_keychain = keychain;
    if (keychain == KeychainState::Silent)
        m_silentUntil.setRemainingTime(silence);
}

http::Task<KeyPlace> KeyStore::store(QString accountId, http::Secret key)
{
    // Before the keychain answers, so that the key can be used while it is asked.
    m_thisRun.insert(accountId, key);
    m_askAgain.remove(accountId);
    const QPointer<KeyStore> self(this);
    emit entered(accountId);
    if (!self)
        co_return KeyPlace::ThisRunOnly;
    const KeychainState keychain = co_await look();
    if (!self || isClosed(keychain))
        co_return KeyPlace::ThisRunOnly;
    const bool wasWritten = m_written.contains(accountId);
    m_written.insert(accountId);
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(key.reveal());
    const QFuture<Answer> writing = run(job, accountId);
    const Answer answer = co_await writing;
    if (self) {
        self->note(stateAfter(answer, keychain));
        // After a timeout the keychain may still accept the key.
        if (!wasWritten && answer.inTime && !answer.done())
            m_written.remove(accountId);
    }
    co_return answer.done() ? KeyPlace::Keychain : KeyPlace::ThisRunOnly;
}

http::Task<KeyPlace> KeyStore::placeOfNewKeys()
{
    const QPointer<KeyStore> self(this);
    const KeychainState keychain = co_await look();
    if (!self || isClosed(keychain))
        co_return KeyPlace::ThisRunOnly;
    // A keychain that is there answers that it has no such entry.
    const QFuture<Answer> reading = run(new QKeychain::ReadPasswordJob(service), u"no account"_s);
    const Answer answer = co_await reading;
    if (self)
        self->note(stateAfter(answer, keychain));
    const bool isThere = answer.done() || answer.error == QKeychain::EntryNotFound;
    co_return isThere ? KeyPlace::Keychain : KeyPlace::ThisRunOnly;
}

http::Task<bool> KeyStore::unlock()
{
    const QPointer<KeyStore> self(this);
    const QFuture<bool> unlocking = unlockSecretService();
    const bool isUnlocked = co_await unlocking;
    if (self && isUnlocked) {
        m_keychain = KeychainState::Ready;
        m_silentUntil = QDeadlineTimer();
    }
    co_return isUnlocked;
}

std::optional<http::Secret> KeyStore::keepForThisRun(const QString &accountId, const std::optional<http::Secret> &key)
{
    std::optional<http::Secret> before;
    if (const auto kept = m_thisRun.constFind(accountId); kept != m_thisRun.cend())
        before = *kept;
    if (key) {
        m_thisRun.insert(accountId, *key);
        m_askAgain.remove(accountId);
        emit entered(accountId);
    } else {
        m_thisRun.remove(accountId);
    }
    return before;
}

void KeyStore::askAgain(const QString &accountId)
{
    m_thisRun.remove(accountId);
    m_askAgain.insert(accountId);
}

http::Task<bool> KeyStore::remove(QString accountId)
{
    m_known.remove(accountId);
    const bool onlyHere = m_thisRun.remove(accountId) && !m_written.remove(accountId);
    const QPointer<KeyStore> self(this);
    const KeychainState keychain = co_await look();
    if (!self || isClosed(keychain))
        co_return onlyHere;
    const QFuture<Answer> deleting = run(new QKeychain::DeletePasswordJob(service), accountId);
    const Answer answer = co_await deleting;
    if (self)
        self->note(stateAfter(answer, keychain));
    // No backend: this computer has nothing that could hold a key.
    const bool nothingThere = answer.error == QKeychain::EntryNotFound || answer.error == QKeychain::NoBackendAvailable;
    co_return answer.done() || nothingThere || onlyHere;
}

} // namespace tilldeck::accounts

#include "moc_key_store.cpp"
