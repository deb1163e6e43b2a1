// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ikawaari/lists.h"

#include "providers/ikawaari/codec_payments.h"
#include "providers/wire/lists.h"

#include <QUrlQuery>

#include <numeric>

namespace tilldeck::providers::ikawaari {

using checkout::Result;
using checkout::Transaction;

using namespace Qt::StringLiterals;

namespace {

QUrl numberedPage(QUrl list, int offset, int size)
{
    QUrlQuery query;
    query.addQueryItem(u"page"_s, QString::number(offset / size + 1));
    query.addQueryItem(u"limit"_s, QString::number(size));
    list.setQuery(query);
    return list;
}

qint64 rowCountOf(const PaymentList &list)
{
    return static_cast<qint64>(list.payments.size()) + static_cast<qint64>(list.unread.size());
}

/// Returns the page size that the server used for @p list when @p size was asked for.
int sizeInUse(const PaymentList &list, int size)
{
    const qint64 read = rowCountOf(list);
    if (list.limit && *list.limit > 0)
        return static_cast<int>(std::min<qint64>(*list.limit, size));
    // A page that is not the last one is full.
    return list.more.value_or(true) && read > 0 ? static_cast<int>(std::min<qint64>(read, size)) : size;
}

bool hasMore(const PaymentList &list, int offset, int size)
{
    const qint64 read = rowCountOf(list);
    if (read == 0 || read > size)
        return false; // The end, or everything at once.
    if (list.more)
        return *list.more;
    // A total that is less than what was read is none of the list.
    return list.total != offset + read;
}

} // namespace

http::Task<Result<Page<Transaction>>> listPayments(Account account, int offset)
{
    const QUrl url = *account.address({u"merchant"_s, u"payments"_s});
    int size = std::gcd(offset, pageSize);
    while (true) {
        const auto answer = co_await read(account.api, Call::List, numberedPage(url, offset, size));
        if (!answer)
            co_return std::unexpected(answer.error());
        auto list = decodePayments(*answer);
        if (!list)
            co_return std::unexpected(account.api.withoutKey(std::move(list.error())));
        const int used = sizeInUse(*list, size);
        // On pages of another size the same number begins elsewhere.
        if (const int begun = (offset / size) * used; begun != offset) {
            size = std::gcd(offset, used);
            continue;
        }
        Page<Transaction> page;
        page.more = hasMore(*list, offset, size);
        page.items = std::move(list->payments);
        page.unread = account.api.withoutKey(std::move(list->unread));
        co_return std::move(page);
    }
}

} // namespace tilldeck::providers::ikawaari
