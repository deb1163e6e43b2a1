// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/transaction.h"
#include "checkout/unread_row.h"
#include "desk/refresh_depth.h"

#include <QSet>
#include <QString>

#include <vector>

namespace tilldeck::desk {

/// Holds the rows of a provider's lists of sessions and payments that could not be read, and which rows were looked at.
struct UnreadRows
{
    UnreadRows() = default;

    /// Takes over what a refresh of this @p depth has found. An incremental one says nothing about the rows that it did
    /// not come to.
    void follow(const UnreadRows &found, Depth depth);

    std::vector<checkout::UnreadRow> sessions;
    std::vector<checkout::UnreadRow> payments;
    std::vector<checkout::UnreadRow> refunds; ///< Entries of payments that could be read otherwise.
    QSet<QString> seen;                       ///< The identity of every row that was looked at.
};

/// Adds those of @p page to @p rows that are not in @p seen, the rows of the pages before it.
void noteUnread(std::vector<checkout::UnreadRow> &rows, const std::vector<checkout::UnreadRow> &page,
                const QSet<QString> &seen);

/// Adds the refunds that cannot be read of those @p payments that are not in @p seen. They are named by their payment.
void noteUnreadRefunds(std::vector<checkout::UnreadRow> &rows, const std::vector<checkout::Transaction> &payments,
                       const QSet<QString> &seen);

/// Returns the first rows of @p rows with the provider's words: txn_7 ("currency":"qqq").
QString unreadWords(const std::vector<checkout::UnreadRow> &rows);

/// Returns how many sessions, payments and refunds could not be read, and which, in sentences; empty when all could.
QString unreadSentences(const UnreadRows &unread);

} // namespace tilldeck::desk
