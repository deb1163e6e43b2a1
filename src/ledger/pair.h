// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger and journal of one data directory carry a common id, so that a lost or exchanged file is noticed.
#pragma once

#include <QString>

namespace tilldeck::ledger {

class Connection;

/// Says which pair of ledger and journal a file belongs to.
struct PairMark
{
    /// Stand in a ledger until the merchant has decided: in one that was made anew, or is of an earlier time, beside a
    /// journal that had another one; and in one that was made anew together with its journal.
    static constexpr QLatin1StringView madeAnew{"made anew"}, ofEarlierTime{"of an earlier time"},
        bothMadeAnew{"both made anew"};

    QString id;           ///< Common to both files; empty in a file that was never paired.
    int foundVersion = 0; ///< Of the schema before migration; 0 for a file that was missing or had no content.
    bool isEmpty = true;  ///< Whether the file held no row when it was opened.
    /// The newest creation of a ledger that began after it was paired, so that its journal knows it; may be empty.
    QString newestIntent;
    /// The newest intent of any kind that a ledger remembers, see Ledger::noteBegun(); may be empty.
    QString newestBegun;
};

/// Returns the id that the file carries; empty when it carries none.
QString pairIdIn(const Connection &connection);

/// Writes @p id into the file, unless it carries one already and @p replace is false. Returns what it carries then. To
/// be called inside a transaction. @p since is an expression for the last row that was there before the pair was.
QString putPairId(const Connection &connection, const QString &id, bool replace, const QString &since);

} // namespace tilldeck::ledger
