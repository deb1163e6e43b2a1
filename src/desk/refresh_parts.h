// SPDX-License-Identifier: GPL-3.0-or-later
// What refreshing an account and asking about one session share. Private to refresh.h.
#pragma once

#include "desk/refresh.h"

namespace tilldeck::desk {

/// Pages read at most in one refresh.
inline constexpr int mostPages = 20;
/// Pages of payments read at most where all of them are wanted.
inline constexpr int mostFullPages = 500;

/// Finds the way through a list whose pages repeat rows, move them, or go round in a circle.
class PageWalk
{
public:
    int offset() const { return m_offset; }

    /// IDS is what the page at offset() held. It is moved on by what was new on it: a repeated row takes the place of
    /// none.
    void take(const QStringList &ids)
    {
        const qsizetype before = m_seen.size();
        m_seen.unite(QSet<QString>(ids.begin(), ids.end()));
        const auto fresh = static_cast<int>(m_seen.size() - before);
        m_repeats = fresh > 0 ? 0 : m_repeats + 1;
        m_offset += fresh > 0 ? fresh : static_cast<int>(ids.size());
    }

    /// Nothing was new on two pages in a row. One is forgiven: rows move down while others arrive at the top.
    bool isLooping() const { return m_repeats > 1; }

private:
    QSet<QString> m_seen;
    int m_offset = 0;
    int m_repeats = 0;
};

/// The row of a session that the provider told of. ASKED is the moment before the request: the answer may be older than
/// anything that happened since.
ledger::SessionRecord recordOf(const QString &accountId, const checkout::Session &session,
                               const checkout::Catalog &catalog, const QDateTime &asked);

/// Reads the provider's list of sessions, newest first, into the ledger. Answers the ids it gave. Malformed: the list
/// goes round in a circle; what it gave is in the ledger.
http::Task<checkout::Result<QSet<QString>>>
listSessions(QPointer<Desk> desk, QString accountId, ProviderHandle provider, checkout::Catalog catalog, Depth depth);

/// Reads the provider's list of payments, newest first, into the ledger. Each tells its session (the one it names, else
/// the one that names it) what it took, and one that cannot be asked about also how it ended.
http::Task<checkout::Result<void>> listTransactions(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                    Depth depth);

/// Asks for one payment, by itself where CAN says so, else in the list, and brings its row up to date. NotFound: the
/// provider does not tell of it.
http::Task<checkout::Result<checkout::Transaction>>
askTransaction(QPointer<Desk> desk, QString accountId, ProviderHandle provider, QString transactionId, bool looksUp);

/// SESSION as a payment settles it; a payment that is not the end of it changes no status, and paid stays paid.
void applyPayment(checkout::Session &session, const checkout::Transaction &transaction);

} // namespace tilldeck::desk
