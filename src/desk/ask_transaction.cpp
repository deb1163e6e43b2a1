// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/ask_transaction.h"

#include "desk/merge_transactions.h"
#include "desk/page_walk.h"
#include "desk/refresh_text.h"
#include "desk/refund_totals.h"
#include "desk/settle_refunds.h"
#include "desk/unread_rows.h"
#include "desk/while_open.h"
#include "money/format.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

/// Returns that a payment is not among those that could be read, beside which the list has the rows @p unread.
Error notListed(const std::vector<checkout::UnreadRow> &unread)
{
    if (unread.empty())
        return {ErrorKind::NotFound, RefreshText::tr("The provider does not list this payment. Try again later.")};
    Error error(ErrorKind::Malformed,
                RefreshText::tr("%Ln row(s) in the provider's list of payments could not be read, and this payment may "
                                "be one of them. Look in its dashboard.",
                                nullptr, static_cast<int>(unread.size())));
    error.details = unreadWords(unread);
    return error;
}

/// Holds one answer of the provider: a payment alone, or a page of its list.
struct Shown
{
    Shown() = default;

    std::vector<checkout::Transaction> items;
    std::vector<checkout::UnreadRow> unread;
    QStringList rows; ///< Of a page, see rowsOf().
    bool more = false;
};

/// Says which payment is asked for.
struct Wanted
{
    Wanted(QString id, std::optional<checkout::Transaction> known)
        : id(std::move(id))
        , known(std::move(known))
    {
    }

    QString id;
    std::optional<checkout::Transaction> known; ///< What the merchant was shown of it.
};

/// Returns that @p answer is about another payment than @p wanted; nothing where it is not.
std::optional<Error> whyAnother(const std::vector<checkout::Transaction> &answer, const Wanted &wanted,
                                const QString &providerName)
{
    const auto own = std::ranges::find(answer, wanted.id, &checkout::Transaction::id);
    if (!wanted.known || own == answer.end() || !isAnotherPayment(*wanted.known, *own))
        return std::nullopt;
    QStringList words{money::format(own->amount, QLocale())};
    if (own->createdAt.isValid())
        words << QLocale().toString(own->createdAt.toLocalTime(), QLocale::ShortFormat);
    for (const QString &word : {own->customerId, own->sessionId, own->paymentId}) {
        if (!word.isEmpty())
            words << word;
    }
    return Error(ErrorKind::Rejected,
                 RefreshText::tr("This is another payment than the one that is shown: under this ID, %1 has %2.",
                                 "provider; an amount, a time, a customer, IDs")
                     .arg(providerName, QLocale().createSeparatedList(words)));
}

/// Asks for one payment, or for the page at @p offset, and writes what the answer says into the ledger.
http::Task<checkout::Result<Shown>> ask(QPointer<Desk> desk, QString accountId, ProviderHandle provider, Wanted wanted,
                                        bool looksUp, int offset)
{
    const auto counted = co_await whileOpen(desk, countedRefunds(desk, accountId));
    if (!counted)
        co_return std::unexpected(counted.error());
    const QDateTime asked = desk->now();
    Shown shown;
    if (looksUp) {
        auto answer = co_await whileOpen(desk, provider->transaction(wanted.id));
        if (!answer)
            co_return std::unexpected(answer.error());
        shown.items.push_back(std::move(*answer));
    } else {
        auto answer = co_await whileOpen(desk, provider->transactions(offset));
        if (!answer)
            co_return std::unexpected(answer.error());
        shown.rows = rowsOf(*answer);
        shown.more = answer->more;
        shown.unread = std::move(answer->unread);
        shown.items = std::move(answer->items);
    }
    if (auto another = whyAnother(shown.items, wanted, desk->capabilities(accountId).providerName))
        co_return std::unexpected(std::move(*another));
    const auto concluded =
        co_await whileOpen(desk, settleByTotals(desk, accountId, provider.key(), *counted, shown.items));
    if (!concluded)
        co_return std::unexpected(concluded.error());
    const auto merged = co_await whileOpen(desk, mergeTransactions(desk, accountId, shown.items, asked));
    if (!merged)
        co_return std::unexpected(merged.error());
    co_return std::move(shown);
}

/// Returns the payment in @p shown, once its refunds are settled; nothing where it is not there.
http::Task<checkout::Result<std::optional<checkout::Transaction>>>
taken(QPointer<Desk> desk, QString accountId, ledger::KeyMark key, Shown shown, QString transactionId)
{
    const auto found = std::ranges::find(shown.items, transactionId, &checkout::Transaction::id);
    if (found == shown.items.end())
        co_return std::optional<checkout::Transaction>();
    const auto settled = co_await settleRefunds(desk, accountId, key, *found);
    if (!settled)
        co_return std::unexpected(settled.error());
    co_return std::optional(*found);
}

/// Returns how many payments of the account are as new as this one, or newer, as far as this computer knows.
http::Task<checkout::Result<int>> placeOf(QPointer<Desk> desk, QString accountId, QString transactionId)
{
    const auto row = co_await whileOpen(desk, desk->ledger().transaction(accountId, transactionId));
    if (!row)
        co_return std::unexpected(row.error());
    if (!*row || !(*row)->transaction.createdAt.isValid())
        co_return 0;
    ledger::TransactionFilter newer;
    newer.accountIds = QStringList{accountId};
    newer.createdSince = (*row)->transaction.createdAt;
    const auto counted = co_await whileOpen(desk, desk->ledger().countTransactions(newer));
    if (!counted)
        co_return std::unexpected(counted.error());
    co_return static_cast<int>(*counted);
}

/// Looks for a payment in the part of the list where it was when the list was read; nothing where it is not there.
http::Task<checkout::Result<std::optional<checkout::Transaction>>> findInPlace(QPointer<Desk> desk, QString accountId,
                                                                               ProviderHandle provider, Wanted wanted)
{
    constexpr int before = 20;  // some are gone from the list
    constexpr int behind = 100; // more have arrived since
    const auto place = co_await whileOpen(desk, placeOf(desk, accountId, wanted.id));
    if (!place)
        co_return std::unexpected(place.error());
    // The first page of the whole list is as good.
    if (*place <= behind)
        co_return std::optional<checkout::Transaction>();
    int offset = *place - before;
    while (offset <= *place + behind) {
        auto shown = co_await whileOpen(desk, ask(desk, accountId, provider, wanted, false, offset));
        if (!shown)
            co_return std::unexpected(shown.error());
        const auto size = static_cast<int>(shown->rows.size());
        const bool isLast = !shown->more || size == 0;
        auto found = co_await whileOpen(desk, taken(desk, accountId, provider.key(), std::move(*shown), wanted.id));
        if (!found || *found || isLast)
            co_return std::move(found);
        offset += size;
    }
    co_return std::optional<checkout::Transaction>();
}

/// How long a list is read for one payment.
constexpr std::chrono::minutes longestWalk{2};

} // namespace

http::Task<checkout::Result<checkout::Transaction>> askTransaction(QPointer<Desk> desk, QString accountId,
                                                                   ProviderHandle provider, QString transactionId,
                                                                   bool looksUp,
                                                                   std::optional<checkout::Transaction> shown)
{
    const Wanted wanted(transactionId, std::move(shown));
    if (!looksUp) {
        const auto found = co_await whileOpen(desk, findInPlace(desk, accountId, provider, wanted));
        if (!found)
            co_return std::unexpected(found.error());
        if (*found)
            co_return checkout::Transaction(**found);
    }
    PageWalk walk;
    std::vector<checkout::UnreadRow> unread;
    const QDeadlineTimer end(longestWalk);
    for (int page = 0; page < mostFullPages && !end.hasExpired(); ++page) {
        auto asking = ask(desk, accountId, provider, wanted, looksUp, walk.offset());
        auto answer = co_await whileOpen(desk, std::move(asking));
        if (!answer)
            co_return std::unexpected(answer.error());
        unread.insert(unread.end(), answer->unread.begin(), answer->unread.end());
        const QStringList rows = answer->rows;
        const bool isLast = !answer->more || rows.isEmpty();
        const auto found =
            co_await whileOpen(desk, taken(desk, accountId, provider.key(), std::move(*answer), transactionId));
        if (!found)
            co_return std::unexpected(found.error());
        if (*found)
            co_return checkout::Transaction(**found);
        walk.advance(rows);
        if (isLast)
            co_return std::unexpected(notListed(unread));
        if (walk.isLooping())
            break;
    }
    co_return std::unexpected(
        Error(ErrorKind::Malformed,
              RefreshText::tr("This payment is none of the newest %L1, and the provider lists more. Look in its "
                              "dashboard.")
                  .arg(walk.offset())));
}

} // namespace tilldeck::desk
