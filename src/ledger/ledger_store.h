// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the ledger share. Private to the ledger.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace tilldeck::ledger {

class Ledger::Store
{
public:
    Store();

    QString path;
    Database::Access readAccess = Database::Access::ReadOnly;
    QString damagedSentence;
    QString readOnlyReason;
    QString reasonBefore;                      ///< While the file is replaced: what readOnlyReason was.
    bool isLeftToOthers = false;               ///< Another program works on the file.
    std::optional<checkout::Error> unreadable; ///< Why nothing can be read either.
    PairMark mark;
    QString pairId; ///< That the file carries now. Touched on the writer's thread only, once it is opened.
    QObject here;   ///< On the thread that has the store.
    std::function<void()> whenIndexIsEmptied; ///< Called there, after a damaged index of words was emptied.
    // They go first, and finish what was asked for, which uses what stands above. Of them the reader goes before the
    // writer, which checkpoints when it closes last.
    Database writer;
    Database reader;
    Database
        asker; ///< Reads too, for questions that may take long: no page waits behind one. Opened when it is needed.
    Database checker; ///< Opened when it is needed, so that no look-up waits behind it.

    /// Says, on the writer's thread, what has the path of the file now.
    checkout::Result<FileLook> lookHere() const
    {
        return writer.lookHere([this](const Connection &connection) { return pairIdIn(connection) == pairId; });
    }

    template <class T, class Work> QFuture<checkout::Result<T>> read(Work work)
    {
        if (!unreadable)
            return reader.read<T>(std::move(work));
        return QtFuture::makeReadyFuture(checkout::Result<T>(std::unexpected(*unreadable)));
    }

    /// Reads as read() does, for a question that may take long: beside the short ones.
    template <class T, class Work> QFuture<checkout::Result<T>> ask(Work work)
    {
        if (!unreadable)
            return asker.read<T>(std::move(work));
        return QtFuture::makeReadyFuture(checkout::Result<T>(std::unexpected(*unreadable)));
    }

    template <class T, class Work> QFuture<checkout::Result<T>> readOrAsk(bool mayTakeLong, Work work)
    {
        return mayTakeLong ? ask<T>(std::move(work)) : read<T>(std::move(work));
    }

    QFuture<checkout::Result<bool>> mendIndex(bool isMet = false)
    {
        return write<bool>([isMet](const Connection &connection) { return connection.mend(isMet); }, [](bool) {});
    }

    template <class Work, class Committed> QFuture<checkout::Result<int>> erase(Work work, Committed committed)
    {
        if (readOnlyReason.isEmpty())
            return writer.erase(std::move(work), std::move(committed));
        return QtFuture::makeReadyFuture(
            checkout::Result<int>(std::unexpected(checkout::Error(checkout::ErrorKind::Storage, readOnlyReason))));
    }

    template <class T, class Work, class Committed> QFuture<checkout::Result<T>> write(Work work, Committed committed)
    {
        if (readOnlyReason.isEmpty())
            return writer.write<T>(std::move(work), std::move(committed));
        return QtFuture::makeReadyFuture(
            checkout::Result<T>(std::unexpected(checkout::Error(checkout::ErrorKind::Storage, readOnlyReason))));
    }
};

} // namespace tilldeck::ledger
