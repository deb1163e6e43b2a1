// SPDX-License-Identifier: GPL-3.0-or-later
// Reads lists that are paged by `limit` and `offset` (contracts: parameters Limit and Offset).
#pragma once

#include "http/worker_pool.h"
#include "providers/provider.h"
#include "providers/wire/api.h"
#include "providers/wire/object_reader.h"

#include <QCoroFuture>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace tilldeck::providers {

/// The page size that list calls ask for (contracts: parameter Limit, at most 100).
inline constexpr int pageSize = 100;

/// Returns the address of the page of @p list that begins at @p offset.
QUrl pageUrl(QUrl list, int offset);

/// Returns whether a list goes on behind the @p read rows from @p offset, as its @p parent says. Where it says nothing
/// of that, only a page without rows is the end: a server may give fewer than it was asked for. A total that is less
/// than what was read, or that is just a page that is full, says nothing: it may be the count of the page, or of what
/// is not known.
inline bool goesOn(ObjectReader &parent, int offset, qint64 read)
{
    const auto total = parent.integer(QLatin1StringView("total"));
    const auto limit = parent.integer(QLatin1StringView("limit"));
    const QJsonValue more = parent.all().value(QLatin1StringView("has_more"));
    if (read == 0 || more.toBool())
        return read > 0;
    const bool isFull = offset == 0 && read >= std::min<qint64>(pageSize, limit.value_or(pageSize));
    if (total && *total >= offset + read && !(isFull && *total == read))
        return offset + read < *total;
    return !more.isBool() && read <= pageSize; // more than that is everything at once
}

/// Reads the page that begins at @p offset from the list @p name of @p parent. @p readItem returns nothing for an
/// object that it cannot read; that one is among Page::unread, because a list with a silent gap would look complete.
/// Errors: Malformed where there is no list.
template <class T>
checkout::Result<Page<T>> readList(ObjectReader &parent, QLatin1StringView name, int offset,
                                   std::optional<T> (*readItem)(ObjectReader &))
{
    if (!parent.has(name))
        parent.missing(name);
    Page<T> page;
    for (ObjectReader &item : parent.objects(name)) {
        std::optional<T> value = readItem(item);
        if (value && item.ok())
            page.items.push_back(std::move(*value));
        else
            page.unread.push_back(item.unread());
    }
    page.more = goesOn(parent, offset, page.size());
    if (!parent.ok())
        return std::unexpected(parent.error());
    return page;
}

/// Reads the page that begins at @p offset, in a provider's codec.
template <class T> using PageReader = checkout::Result<Page<T>> (*)(const QJsonDocument &answer, int offset);

/// Requests and reads the page of @p list that begins at @p offset. Its rows are read on a thread of their own.
template <class T> http::Task<checkout::Result<Page<T>>> readPage(Api api, QUrl list, int offset, PageReader<T> decode)
{
    const auto answer = co_await read(api, Call::List, pageUrl(list, offset));
    if (!answer)
        co_return std::unexpected(answer.error());
    auto reading = http::runOn<checkout::Result<Page<T>>>(
        http::readingThreads(), [decode, answer = *answer, offset] { return decode(answer, offset); });
    co_await qCoro(reading).waitForFinished();
    auto page = reading.takeResult();
    if (!page)
        co_return std::unexpected(api.withoutKey(std::move(page.error())));
    page->unread = api.withoutKey(std::move(page->unread));
    co_return std::move(page);
}

/// Returns what tells an object of a list from the others.
template <class T> using Identity = QString (*)(const T &);

template <class T> QString objectId(const T &item)
{
    return item.id;
}

/// Holds what readAll() has read.
template <class T> struct AllPages
{
    AllPages() = default;

    std::vector<T> items;
    std::vector<checkout::UnreadRow> unread; ///< The rows between them that could not be read.
    bool isCut = false;                      ///< The list goes on after them.
};

/// Reads every page of a list, up to a hundred. Objects that come twice because the list changed between two pages are
/// kept once, told apart by their identity; a page without a new row ends the reading.
template <class T>
http::Task<checkout::Result<AllPages<T>>> readAll(Api api, QUrl list, PageReader<T> decode, Identity<T> identity)
{
    constexpr int mostPages = 100;
    AllPages<T> all;
    all.isCut = true;
    QSet<QString> seen;
    QSet<QString> unread;
    int offset = 0;
    for (int number = 0; number < mostPages; ++number) {
        auto page = co_await readPage<T>(api, list, offset, decode);
        if (!page)
            co_return std::unexpected(page.error());
        const qsizetype before = seen.size() + unread.size();
        offset += page->size();
        for (T &item : page->items) {
            const QString own = identity(item);
            if (seen.contains(own))
                continue;
            seen.insert(own);
            all.items.push_back(std::move(item));
        }
        for (checkout::UnreadRow &row : page->unread) {
            if (unread.contains(row.identity))
                continue;
            unread.insert(row.identity);
            all.unread.push_back(std::move(row));
        }
        if (!page->more || seen.size() + unread.size() == before) {
            all.isCut = page->more; // it repeats itself
            break;
        }
    }
    co_return std::move(all);
}

} // namespace tilldeck::providers
