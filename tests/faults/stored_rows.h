// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/file_lock.h"

#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

#include <memory>

namespace tilldeck::faults {

/// An intent as the file of the journal holds it.
struct JournalRow
{
    QString id, kind, state, batchId;
    QString madeId; ///< Of the session, refund or entry; empty while it is not known.
    QString draft;  ///< The document of a creation.
    qint64 amount = 0;
    QJsonObject entry; ///< Of a write into the catalog.
};

/// Returns the intents of the journal in @p dataFolder, oldest first.
QList<JournalRow> journalRowsOf(const QString &dataFolder);

/// Returns the intents of the sessions that the ledger in @p dataFolder holds with an id of the provider.
QSet<QString> intentsWithSession(const QString &dataFolder);

/// Returns how often something was sent again under its key, as the ledger in @p dataFolder notes it.
int sentAgainIn(const QString &dataFolder);

/// Says whether the journal may have changed, without opening it.
class JournalChange
{
public:
    explicit JournalChange(QString dataFolder)
        : m_dataFolder(std::move(dataFolder))
    {
    }

    /// Returns whether something was committed since the last call.
    bool happened();

private:
    QString m_dataFolder;
    qint64 m_changed = 0;
};

/// Keeps every program from writing to the journal while it lives; they wait.
class HeldJournal
{
public:
    /// With @p withLedger the ledger, too.
    HeldJournal(const QString &dataFolder, bool withLedger);
    ~HeldJournal();
    /// Returns whether nothing can be written to the ledger.
    bool holdsLedger() const { return bool(m_ledger); }
    HeldJournal(const HeldJournal &) = delete;
    HeldJournal &operator=(const HeldJournal &) = delete;

private:
    std::unique_ptr<ledger::FileLock> m_ledger; ///< Whoever writes to the ledger takes turns.
};

} // namespace tilldeck::faults
