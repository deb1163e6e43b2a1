// SPDX-License-Identifier: GPL-3.0-or-later
// What commands that list something share.
#pragma once

#include "context.h"

#include <QCoroTask>
#include <QJsonArray>

namespace tilldeck::cli {

/// The catalog, for prices and codes. Without one a draft is still sent: ids can always be typed.
checkout::Result<checkout::Catalog> catalogOf(Context &context, const QString &accountId);

/// Refreshes the account and reports what failed; the local list is printed all the same.
Exit refreshed(Context &context, const QString &accountId);

/// What a list command prints.
struct Listing
{
    void add(const QJsonObject &row, const QString &line)
    {
        json.append(row);
        lines << line;
    }

    QJsonArray json;
    QStringList lines;
};

/// Refreshes the account and prints what READ(account, listing) finds here; it answers an error or nothing.
template <class Read> Exit list(Context &context, const QString &nothing, Read read)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const Exit code = refreshed(context, account.id);
        Listing listing;
        if (const std::optional<checkout::Error> error = read(account, listing))
            return context.fail(*error);
        context.print(listing.json, listing.lines.isEmpty() ? nothing : listing.lines.join(u'\n'));
        return code;
    });
}

template <class T> http::Task<std::optional<checkout::Result<T>>> boxed(http::Task<checkout::Result<T>> task)
{
    auto answer = co_await task;
    co_return std::optional<checkout::Result<T>>(std::move(answer));
}

/// Of a T that cannot be empty: QCoro::waitFor() wants an answer that can.
template <class T> checkout::Result<T> answerOf(http::Task<checkout::Result<T>> task)
{
    auto answer = QCoro::waitFor(boxed<T>(std::move(task)));
    return std::move(*answer);
}

} // namespace tilldeck::cli
