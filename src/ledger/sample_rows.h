// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a shop that does not exist, to measure on.
#pragma once

#include "ledger/ledger.h"

#include <random>

namespace tilldeck::ledger {

/// Holds a session as a provider that was asked years later has it, and the payment of it where there is one.
struct SampleRow
{
    SessionRecord session;
    std::optional<TransactionRecord> payment;
};

/// Makes the sessions of a shop over five years that end at a moment, the oldest first: more in later years, some
/// thousands of customers, a tenth of them left open until their time was over, one in fifty paid back. The same
/// numbers make the same rows.
class SampleRows
{
public:
    /// @p count sessions of @p accountId, of which the last one is made at @p end (UTC).
    SampleRows(QString accountId, qint64 count, quint64 seed, QDateTime end);

    bool atEnd() const { return m_made == m_count; }
    qint64 made() const { return m_made; }
    SampleRow next();

private:
    /// Returns a number of at least 0 and below @p end.
    qint64 draw(qint64 end);
    bool isOneIn(qint64 many) { return draw(many) == 0; }
    QDateTime timeOf(qint64 index) const;
    void draftInto(SessionRecord &row);
    void endInto(SessionRecord &row, const money::Money &price);
    TransactionRecord paymentOf(const SessionRecord &row);

    QString m_accountId;
    qint64 m_count;
    qint64 m_made = 0;
    QDateTime m_end;
    // Each compiler draws the same numbers of it; distributions of the library differ.
    std::mt19937_64 m_engine;
};

} // namespace tilldeck::ledger
