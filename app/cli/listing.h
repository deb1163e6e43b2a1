// SPDX-License-Identifier: GPL-3.0-or-later
// Serves the commands that list something.
#pragma once

#include "context.h"

#include "desk/unread_rows.h"

#include <QCoroTask>
#include <QJsonArray>

namespace tilldeck::cli {

/// Asks the provider for the catalog of an account. A draft can be sent without one, because its ids can be typed.
checkout::Result<checkout::Catalog> catalogOf(Context &context, const QString &accountId);

/// Says how refreshed() ended.
struct Refresh
{
    Exit code = Exit::Done;
    desk::UnreadRows unread; ///< Rows of the provider's lists that could not be read; they have been reported.
};

/// Refreshes the account in the ledger. Reports a failure; the ledger can be listed all the same.
Refresh refreshed(Context &context, const QString &accountId);

/// Collects what a list command prints.
struct Listing
{
    void add(const QJsonObject &row, const QString &line)
    {
        json.append(row);
        lines << line;
    }

    /// Adds rows that the provider lists and that could not be read to what scripts get; people have been told. They
    /// have no "id", for whatever is done with those of a list is not to be done with them.
    /// @p what names what the rows would be, in a list of several things.
    void addUnread(const std::vector<checkout::UnreadRow> &rows, const QString &what = {});

    QJsonArray json;
    QStringList lines;
    QString whyNotAll; ///< Why it is not known whether that is all, in a sentence; empty where it is.
};

/// Prints @p listing, or @p nothing where it is empty. Where it is not known whether that is all, it says so, and an
/// empty one is no answer.
Exit printListing(Context &context, const Listing &listing, const QString &nothing);

/// Returns that nothing matches of what was loaded before: the provider could not be asked now.
QString nothingOfBefore();

/// Says on standard error how old the lists of @p account are, and how the provider is asked first: a command that
/// lists asks nobody by itself. Returns whether anything was ever loaded.
bool noteAge(Context &context, const accounts::Account &account);

/// Returns the account of --account without its key, for a command that asks nobody; reports that there is none.
std::expected<accounts::Account, Exit> accountWithoutKey(Context &context);

/// Prints what @p read adds to a Listing from the ledger, or @p nothing where that is empty; with
/// @p refreshes the account is refreshed first.
/// @p read is called with the account and the listing, and returns an error or nothing. Of the rows that could not be
/// read, those of @p unread belong to the list.
template <class Read>
Exit list(Context &context, bool refreshes, const QString &nothing,
          std::vector<checkout::UnreadRow> desk::UnreadRows::*unread, Read read)
{
    if (!refreshes) {
        const auto account = accountWithoutKey(context);
        if (!account)
            return account.error();
        const bool isLoaded = noteAge(context, *account);
        Listing listing;
        if (const std::optional<checkout::Error> error = read(*account, listing))
            return context.fail(*error);
        return printListing(context, listing, isLoaded ? nothing : nothingOfBefore());
    }
    return withAccount(context, [&](const accounts::Account &account) {
        const Refresh refresh = refreshed(context, account.id);
        Listing listing;
        if (const std::optional<checkout::Error> error = read(account, listing))
            return context.fail(*error);
        listing.addUnread(refresh.unread.*unread);
        const Exit printed = printListing(context, listing, refresh.code == Exit::Done ? nothing : nothingOfBefore());
        return refresh.code == Exit::Done ? printed : refresh.code;
    });
}

/// Says that a list goes on after its @p limit.
void noteLimit(int limit);

template <class T> http::Task<std::optional<checkout::Result<T>>> inOptional(http::Task<checkout::Result<T>> task)
{
    auto answer = co_await task;
    co_return std::optional<checkout::Result<T>>(std::move(answer));
}

/// Waits for the result of @p task. QCoro::waitFor() alone needs a default constructor, which not every T has.
template <class T> checkout::Result<T> waitForAnswer(http::Task<checkout::Result<T>> task)
{
    auto answer = QCoro::waitFor(inOptional<T>(std::move(task)));
    return std::move(*answer);
}

} // namespace tilldeck::cli
