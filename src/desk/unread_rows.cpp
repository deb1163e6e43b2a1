// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/unread_rows.h"

#include "desk/refresh_text.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

namespace tilldeck::desk {

using checkout::UnreadRow;

namespace {

void followRows(std::vector<UnreadRow> &known, const std::vector<UnreadRow> &found, const QSet<QString> &seen)
{
    std::erase_if(known, [&seen](const UnreadRow &row) { return seen.contains(row.identity); });
    known.insert(known.begin(), found.begin(), found.end());
}

} // namespace

void UnreadRows::follow(const UnreadRows &found, Depth depth)
{
    if (depth == Depth::Full) {
        *this = found;
        return;
    }
    followRows(sessions, found.sessions, found.seen);
    followRows(payments, found.payments, found.seen);
    followRows(refunds, found.refunds, found.seen);
    seen.unite(found.seen);
}

void noteUnread(std::vector<UnreadRow> &rows, const std::vector<UnreadRow> &page, const QSet<QString> &seen)
{
    std::ranges::copy_if(page, std::back_inserter(rows),
                         [&seen](const UnreadRow &row) { return !seen.contains(row.identity); });
}

void noteUnreadRefunds(std::vector<UnreadRow> &rows, const std::vector<checkout::Transaction> &payments,
                       const QSet<QString> &seen)
{
    for (const checkout::Transaction &payment : payments) {
        if (seen.contains(payment.id))
            continue;
        for (const UnreadRow &entry : payment.refundsInPart.unread)
            rows.push_back({payment.id, entry.words, payment.id});
    }
}

QString unreadWords(const std::vector<UnreadRow> &rows)
{
    constexpr std::size_t mostNamed = 3;
    QStringList named;
    for (const UnreadRow &row : rows) {
        if (static_cast<std::size_t>(named.size()) == mostNamed) {
            named << RefreshText::tr("%Ln more", "rows of a list", static_cast<int>(rows.size() - mostNamed));
            break;
        }
        named
            << (row.id.isEmpty()
                    ? RefreshText::tr("one without an ID (%1)", "a row that cannot be read, its words").arg(row.words)
                    : RefreshText::tr("%1 (%2)", "ID of a row that cannot be read, its words").arg(row.id, row.words));
    }
    return QLocale().createSeparatedList(named);
}

QString unreadSentences(const UnreadRows &unread)
{
    QStringList sentences;
    if (!unread.sessions.empty())
        sentences << RefreshText::tr("%Ln session(s) of the provider's list could not be read: %1.", nullptr,
                                     static_cast<int>(unread.sessions.size()))
                         .arg(unreadWords(unread.sessions));
    if (!unread.payments.empty())
        sentences << RefreshText::tr("%Ln payment(s) of the provider's list could not be read: %1.", nullptr,
                                     static_cast<int>(unread.payments.size()))
                         .arg(unreadWords(unread.payments));
    if (!unread.refunds.empty())
        sentences << RefreshText::tr("%Ln refund(s) in the provider's list of payments could not be read: %1.", nullptr,
                                     static_cast<int>(unread.refunds.size()))
                         .arg(unreadWords(unread.refunds));
    return sentences.join(u' ');
}

} // namespace tilldeck::desk
