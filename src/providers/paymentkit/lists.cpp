// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/api.h"

#include <QHash>
#include <QSet>
#include <QUrlQuery>

namespace tilldeck::providers::paymentkit {

using checkout::Catalog;
using checkout::CatalogList;
using checkout::Error;
using checkout::ErrorKind;

namespace {

QUrl pageUrl(QUrl list, int offset)
{
    QUrlQuery query(list);
    query.addQueryItem(QStringLiteral("limit"), QString::number(pageSize));
    query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    list.setQuery(query);
    return list;
}

template <class T> const QString &identityOf(const T &item)
{
    return item.id;
}

const QString &identityOf(const checkout::PromotionCode &code)
{
    return code.code;
}

/// What became of the catalog's lists so far.
class Progress
{
public:
    template <class T> void take(checkout::Result<std::vector<T>> read, CatalogList<T> &list)
    {
        if (read) {
            list.available = true;
            list.items = std::move(*read);
            m_anyRead = true;
            m_unreached = 0;
            return;
        }
        m_unreached = read.error().kind == ErrorKind::Offline ? m_unreached + 1 : 0;
        m_cancelled = read.error().kind == ErrorKind::Cancelled;
        if (!m_firstError)
            m_firstError = std::move(read.error());
    }

    /// A wrong key is wrong for every list, and two lists in a row without an answer are no fault of one list.
    bool isOver() const
    {
        const bool refused = !m_anyRead && m_firstError && m_firstError->kind == ErrorKind::Unauthorised;
        return m_cancelled || refused || m_unreached >= 2;
    }

    /// The error to answer instead of a catalog; nothing when some of it could be read.
    std::optional<Error> error() const { return m_anyRead && !m_cancelled ? std::nullopt : m_firstError; }

private:
    std::optional<Error> m_firstError;
    bool m_anyRead = false;
    bool m_cancelled = false;
    int m_unreached = 0;
};

void nameProducts(std::vector<checkout::Price> &prices, const std::vector<checkout::Product> &products)
{
    QHash<QString, QString> names;
    for (const checkout::Product &product : products)
        names.insert(product.id, product.name);
    for (checkout::Price &price : prices)
        price.productName = names.value(price.productId);
}

} // namespace

template <class T> http::Task<checkout::Result<Page<T>>> readPage(Api api, QUrl list, int offset)
{
    const auto answer = co_await read(api, Call::List, pageUrl(list, offset));
    if (!answer)
        co_return std::unexpected(answer.error());
    auto page = decodePage<T>(*answer, offset);
    if (!page)
        co_return std::unexpected(api.withoutKey(std::move(page.error())));
    co_return std::move(page);
}

template <class T> http::Task<checkout::Result<std::vector<T>>> readAll(Api api, QUrl list)
{
    constexpr int mostPages = 100;
    std::vector<T> all;
    QSet<QString> seen;
    int offset = 0;
    for (int number = 0; number < mostPages; ++number) {
        auto page = co_await readPage<T>(api, list, offset);
        if (!page)
            co_return std::unexpected(page.error());
        const std::size_t before = all.size();
        offset += static_cast<int>(page->items.size());
        for (T &item : page->items) {
            const QString &identity = identityOf(item);
            if (seen.contains(identity))
                continue;
            seen.insert(identity);
            all.push_back(std::move(item));
        }
        if (!page->more || all.size() == before)
            break;
    }
    co_return std::move(all);
}

template http::Task<checkout::Result<Page<checkout::Session>>> readPage(Api, QUrl, int);
template http::Task<checkout::Result<Page<checkout::Transaction>>> readPage(Api, QUrl, int);

http::Task<checkout::Result<Catalog>> readCatalog(Api api)
{
    const auto inAccount = [&api](const char *list) { return *api.inAccount({QString::fromLatin1(list)}); };
    if (!api.inAccount({QStringLiteral("prices")}))
        co_return std::unexpected(unusableId(Call::List));
    Catalog catalog;
    Progress progress;

    auto prices = co_await readAll<checkout::Price>(api, inAccount("prices"));
    progress.take(std::move(prices), catalog.prices);
    if (catalog.prices.available) {
        // Names only: prices without them are still prices.
        CatalogList<checkout::Product> products;
        auto read = co_await readAll<checkout::Product>(api, inAccount("products"));
        progress.take(std::move(read), products);
        nameProducts(catalog.prices.items, products.items);
    }
    if (!progress.isOver()) {
        auto read = co_await readAll<checkout::Customer>(api, inAccount("customers"));
        progress.take(std::move(read), catalog.customers);
    }
    if (!progress.isOver()) {
        auto read = co_await readAll<checkout::Coupon>(api, inAccount("coupons"));
        progress.take(std::move(read), catalog.coupons);
    }
    if (!progress.isOver()) {
        auto read = co_await readAll<checkout::PromotionCode>(api, inAccount("promotion-codes"));
        progress.take(std::move(read), catalog.promotionCodes);
    }
    if (!progress.isOver()) {
        const QUrl routes = *api.below({QStringLiteral("v1"), QStringLiteral("processor-routes")});
        auto read = co_await readAll<checkout::ProcessorRoute>(api, routes);
        progress.take(std::move(read), catalog.routes);
    }
    if (const auto error = progress.error())
        co_return std::unexpected(*error);
    catalog.fetchedAt = QDateTime::currentDateTimeUtc();
    co_return std::move(catalog);
}

} // namespace tilldeck::providers::paymentkit
