// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the journal share. Private to the ledger.
#pragma once

#include "ledger/database.h"
#include "ledger/journal.h"
#include "ledger/owner_lock.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace tilldeck::ledger {

class Journal::Store
{
public:
    std::unique_ptr<OwnerLock> owner;
    std::unique_ptr<QTemporaryDir> copy; ///< Holds what is read in the place of a file that cannot be migrated.
    Database database;                   ///< Goes first: what is still being written has an owner that lives.
    QString readOnlyReason;
    bool isLeftToOthers = false; ///< Another program works on the file.
    QString heldBack;            ///< Why nothing may be begun, in a sentence.
    std::optional<checkout::Error> unreadable;
    PairMark mark;
    Database checker; ///< Opened when it is needed, so that no intent waits behind it.
    QString path;
    QString damagedSentence;

    /// Returns the data directory.
    QString directory() const { return QFileInfo(path).path(); }

    template <class T, class Work> QFuture<checkout::Result<T>> read(Work work)
    {
        if (!unreadable)
            return database.read<T>(std::move(work));
        return QtFuture::makeReadyFuture(checkout::Result<T>(std::unexpected(*unreadable)));
    }

    /// Writes what leads to a request, unless that is held back.
    template <class T, class Work> QFuture<checkout::Result<T>> begin(Work work)
    {
        if (heldBack.isEmpty())
            return write<T>(std::move(work));
        return QtFuture::makeReadyFuture(
            checkout::Result<T>(std::unexpected(checkout::Error(checkout::ErrorKind::Storage, heldBack))));
    }

    template <class T, class Work> QFuture<checkout::Result<T>> write(Work work)
    {
        if (readOnlyReason.isEmpty())
            return database.write<T>(std::move(work), [](auto &&...) {});
        return QtFuture::makeReadyFuture(
            checkout::Result<T>(std::unexpected(checkout::Error(checkout::ErrorKind::Storage, readOnlyReason))));
    }
};

} // namespace tilldeck::ledger
