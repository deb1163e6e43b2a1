// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the journal share. Private to the ledger.
#pragma once

#include "ledger/begun_intents.h"
#include "ledger/database.h"
#include "ledger/journal.h"
#include "ledger/owner_lock.h"

#include <QFileInfo>
#include <QMutex>
#include <QSet>
#include <QTemporaryDir>

namespace tilldeck::ledger {

class Journal::Store
{
    /// Something that is written with what others ask for meanwhile.
    struct Waiting
    {
        bool begins = false;
        std::function<void(const Connection &)> work;
        std::function<void(const std::optional<checkout::Error> &failure)> end;
    };

    // They outlive the database, which finishes what was asked for.
    QMutex m_waitingMutex;
    std::vector<Waiting> m_waiting;

public:
    std::unique_ptr<OwnerLock> owner;
    std::unique_ptr<QTemporaryDir> copy; ///< Holds what is read in the place of a file that cannot be migrated.
    QString readOnlyReason;
    QString reasonBefore;        ///< While the file is replaced: what readOnlyReason was.
    bool isLeftToOthers = false; ///< Another program works on the file.
    QString heldBack;            ///< Why nothing may be begun, in a sentence.
    IntentWitness witness;
    // Touched on the thread of the database only, once it is opened.
    QString newestBegun; ///< By any program, as this one has seen it, also when the file does not have it.
    QString pairId;      ///< That the file carries now.
    QSet<QString> makes; ///< The batches that this program makes, until it lets them go.
    std::optional<checkout::Error> unreadable;
    PairMark mark;
    QString path;
    QString damagedSentence;
    // They go first, and finish what was asked for: that uses what stands above, and its owner lives.
    Database database;
    Database checker; ///< Opened when it is needed, so that no intent waits behind it.

    /// Returns the data directory.
    QString directory() const { return QFileInfo(path).path(); }

    template <class T, class Work> QFuture<checkout::Result<T>> read(Work work)
    {
        if (!unreadable)
            return database.read<T>(std::move(work));
        return QtFuture::makeReadyFuture(checkout::Result<T>(std::unexpected(*unreadable)));
    }

    /// Writes what leads to a request, unless that is held back. The witness knows of it before the future is finished;
    /// what it cannot be told of is Rejected in the journal, and its error is returned.
    template <class T, class Work> QFuture<checkout::Result<T>> begin(Work work)
    {
        for (const QString &why : {heldBack, readOnlyReason}) {
            if (!why.isEmpty())
                return QtFuture::makeReadyFuture(
                    checkout::Result<T>(std::unexpected(checkout::Error(checkout::ErrorKind::Storage, why))));
        }
        return database.run<T>([this, work = std::move(work), witness = witness]() mutable {
            // Before the transaction: whatever the witness knows by now was committed to the journal before.
            const auto newest = witness.newest ? witness.newest() : checkout::Result<QString>(QString());
            if (!newest)
                return checkout::Result<T>(std::unexpected(newest.error()));
            std::vector<BegunIntent> fresh;
            qint64 before = 0;
            auto begun = database.writeHere<T>([&](const Connection &connection) {
                before = mustKnow(connection, {*newest, newestBegun});
                T answer = work(connection);
                fresh = ledger::begunAfter(connection, before);
                return answer;
            });
            if (!begun || fresh.empty())
                return begun;
            newestBegun = fresh.back().intent.id;
            const auto noted = witness.note ? witness.note(fresh) : checkout::Result<void>();
            if (noted)
                return begun;
            reject(before, fresh.back().key, noted.error().sentence);
            return checkout::Result<T>(std::unexpected(noted.error()));
        });
    }

    template <class T, class Work> QFuture<checkout::Result<T>> write(Work work)
    {
        if (readOnlyReason.isEmpty())
            return database.write<T>(std::move(work), [](auto &&...) {});
        return QtFuture::makeReadyFuture(
            checkout::Result<T>(std::unexpected(checkout::Error(checkout::ErrorKind::Storage, readOnlyReason))));
    }

    /// Does what write() does, or begin() with @p begins, of what is no new intent, in one transaction with what others
    /// ask for until the thread is free: on a disk that is slow to say that it has written, many wait for one commit.
    template <class T, class Work> QFuture<checkout::Result<T>> together(Work work, bool begins)
    {
        for (const QString &why : {begins ? heldBack : QString(), readOnlyReason}) {
            if (!why.isEmpty())
                return QtFuture::makeReadyFuture(
                    checkout::Result<T>(std::unexpected(checkout::Error(checkout::ErrorKind::Storage, why))));
        }
        const auto promise = std::make_shared<QPromise<checkout::Result<T>>>();
        promise->start();
        const auto answer = std::make_shared<std::optional<checkout::Result<T>>>();
        Waiting one;
        one.begins = begins;
        one.work = [answer, work = std::move(work)](const Connection &connection) {
            if constexpr (std::is_void_v<T>) {
                work(connection);
                answer->emplace();
            } else {
                answer->emplace(work(connection));
            }
        };
        one.end = [answer, promise](const std::optional<checkout::Error> &failure) {
            promise->addResult(failure ? checkout::Result<T>(std::unexpected(*failure)) : std::move(**answer));
            promise->finish();
        };
        {
            const QMutexLocker lock(&m_waitingMutex);
            m_waiting.push_back(std::move(one));
        }
        database.run<void>([this] {
            commitWaiting();
            return checkout::Result<void>();
        });
        return promise->future();
    }

    template <class Work> QFuture<checkout::Result<int>> erase(Work work)
    {
        if (readOnlyReason.isEmpty())
            return database.erase(std::move(work), [] {});
        return QtFuture::makeReadyFuture(
            checkout::Result<int>(std::unexpected(checkout::Error(checkout::ErrorKind::Storage, readOnlyReason))));
    }

    /// Says, on the thread of the database, what has the path of the file now. Whatever was begun by then is seen.
    checkout::Result<FileLook> lookHere();

private:
    /// Returns the row of the newest intent. Throws when the file is not the one that holds the intents @p ids.
    qint64 mustKnow(const Connection &connection, const QStringList &ids) const;
    /// Writes what waits, on the thread of the database.
    void commitWaiting();
    /// Closes the intents of which nothing was sent: those of the rows behind @p before up to @p last.
    void reject(qint64 before, qint64 last, const QString &note) const;
};

} // namespace tilldeck::ledger
