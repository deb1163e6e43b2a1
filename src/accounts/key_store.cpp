// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/key_store.h"

#include <qt6keychain/keychain.h>

#include <QCoroFuture>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tilldeck::accounts {

namespace {

// Long enough for a person to type the password that unlocks the keychain.
constexpr auto longestWait = 60s;

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

} // namespace

KeyStore::KeyStore(QObject *parent)
    : QObject(parent)
{
}

http::Task<std::optional<http::Secret>> KeyStore::key(QString accountId)
{
    if (m_thisRun.contains(accountId)) {
        const http::Secret kept = m_thisRun.value(accountId);
        co_return kept;
    }
    if (!m_keychainAnswers || m_askAgain.contains(accountId))
        co_return std::nullopt;
    const QPointer<KeyStore> self(this);
    const QFuture<Answer> reading = run(new QKeychain::ReadPasswordJob(service), accountId);
    const Answer answer = co_await reading;
    if (self)
        m_keychainAnswers = answer.inTime;
    if (!answer.done() || answer.text.isEmpty())
        co_return std::nullopt;
    co_return http::Secret(answer.text);
}

http::Task<KeyPlace> KeyStore::store(QString accountId, http::Secret key)
{
    // Before the keychain answers, so that the key can be used while it still asks for its password.
    m_thisRun.insert(accountId, key);
    m_askAgain.remove(accountId);
    if (!m_keychainAnswers)
        co_return KeyPlace::ThisRunOnly;
    const QPointer<KeyStore> self(this);
    const bool wasWritten = m_written.contains(accountId);
    m_written.insert(accountId);
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(key.reveal());
    const QFuture<Answer> writing = run(job, accountId);
    const Answer answer = co_await writing;
    if (self) {
        m_keychainAnswers = answer.inTime;
        // After a timeout the keychain may still accept the key.
        if (!wasWritten && answer.inTime && !answer.done())
            m_written.remove(accountId);
    }
    co_return answer.done() ? KeyPlace::Keychain : KeyPlace::ThisRunOnly;
}

http::Task<KeyPlace> KeyStore::placeOfNewKeys()
{
    if (!m_keychainAnswers)
        co_return KeyPlace::ThisRunOnly;
    const QPointer<KeyStore> self(this);
    // A keychain that is there answers that it has no such entry.
    const QFuture<Answer> reading = run(new QKeychain::ReadPasswordJob(service), u"no account"_s);
    const Answer answer = co_await reading;
    if (self)
        m_keychainAnswers = answer.inTime;
    const bool isThere = answer.done() || answer.error == QKeychain::EntryNotFound;
    co_return isThere ? KeyPlace::Keychain : KeyPlace::ThisRunOnly;
}

std::optional<http::Secret> KeyStore::keepForThisRun(const QString &accountId, const std::optional<http::Secret> &key)
{
    std::optional<http::Secret> before;
    if (const auto kept = m_thisRun.constFind(accountId); kept != m_thisRun.cend())
        before = *kept;
    if (key) {
        m_thisRun.insert(accountId, *key);
        m_askAgain.remove(accountId);
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
    const bool onlyHere = m_thisRun.remove(accountId) && !m_written.remove(accountId);
    const QPointer<KeyStore> self(this);
    const QFuture<Answer> deleting = run(new QKeychain::DeletePasswordJob(service), accountId);
    const Answer answer = co_await deleting;
    if (self)
        m_keychainAnswers = answer.inTime;
    // No backend: this computer has nothing that could hold a key.
    const bool nothingThere = answer.error == QKeychain::EntryNotFound || answer.error == QKeychain::NoBackendAvailable;
    co_return answer.done() || nothingThere || onlyHere;
}

} // namespace tilldeck::accounts

#include "moc_key_store.cpp"
