// SPDX-License-Identifier: GPL-3.0-or-later
// The catalog of a PaymentKit account.
#include "providers/paymentkit/client.h"
#include "providers/paymentkit/codec_catalog.h"

#include <QHash>

namespace tilldeck::providers::paymentkit {

using namespace Qt::StringLiterals;

using checkout::Catalog;
using checkout::CatalogList;
using checkout::Error;
using checkout::ErrorKind;

namespace {

/// Counts which lists of the catalog could be read.
class Progress
{
public:
    template <class T> void take(checkout::Result<AllPages<T>> read, CatalogList<T> &list)
    {
        if (read) {
            list.available = true;
            list.isCut = read->isCut;
            list.items = std::move(read->items);
            list.unread = std::move(read->unread);
            m_anyRead = true;
            m_unreached = 0;
            return;
        }
        m_unreached = read.error().kind == ErrorKind::Offline ? m_unreached + 1 : 0;
        m_cancelled = read.error().kind == ErrorKind::Cancelled;
        if (!m_firstError)
            m_firstError = std::move(read.error());
    }

    /// Returns whether to stop: a wrong key fails every list, and so does whatever left two lists in a row unanswered.
    bool isOver() const
    {
        const bool refused = !m_anyRead && m_firstError && m_firstError->kind == ErrorKind::Unauthorised;
        return m_cancelled || refused || m_unreached >= 2;
    }

    /// Returns the error of the whole catalog; nothing when a part of it could be read.
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

/// One that is listed without an id is told apart by its text.
QString codeIdentity(const checkout::PromotionCode &code)
{
    return code.id.isEmpty() ? code.code : code.id;
}

http::Task<checkout::Result<AllPages<checkout::Coupon>>> readCoupons(Account account)
{
    const QUrl list = *account.address({u"coupons"_s});
    auto read = co_await readAll(account.api, list, &decodePage<checkout::Coupon>, &objectId<checkout::Coupon>);
    co_return std::move(read);
}

http::Task<checkout::Result<AllPages<checkout::PromotionCode>>> readPromotionCodes(Account account)
{
    const QUrl list = *account.address({u"promotion-codes"_s});
    auto read = co_await readAll(account.api, list, &decodePage<checkout::PromotionCode>, &codeIdentity);
    co_return std::move(read);
}

http::Task<checkout::Result<AllPages<checkout::ProcessorRoute>>> readRoutes(Account account)
{
    const QUrl list = *account.api.below({u"v1"_s, u"processor-routes"_s});
    auto read =
        co_await readAll(account.api, list, &decodePage<checkout::ProcessorRoute>, &objectId<checkout::ProcessorRoute>);
    co_return std::move(read);
}

} // namespace

http::Task<checkout::Result<Catalog>> Client::catalogPart(CatalogPart part)
{
    const Account account = m_account; // the client may be destroyed before this ends
    if (!account.address({u"coupons"_s}))
        co_return std::unexpected(unusableId(Call::List));
    Catalog catalog;
    Progress progress;
    if (part == CatalogPart::Coupons) {
        auto read = co_await readCoupons(account);
        progress.take(std::move(read), catalog.coupons);
    } else if (part == CatalogPart::PromotionCodes) {
        auto read = co_await readPromotionCodes(account);
        progress.take(std::move(read), catalog.promotionCodes);
    } else {
        auto read = co_await readRoutes(account);
        progress.take(std::move(read), catalog.routes);
    }
    if (const auto error = progress.error())
        co_return std::unexpected(*error);
    catalog.fetchedAt = QDateTime::currentDateTimeUtc();
    co_return std::move(catalog);
}

http::Task<checkout::Result<Catalog>> Client::catalog()
{
    const Account account = m_account; // the client may be destroyed before this ends
    const auto inAccount = [&account](const char *list) { return *account.address({QString::fromLatin1(list)}); };
    if (!account.address({u"prices"_s}))
        co_return std::unexpected(unusableId(Call::List));
    Catalog catalog;
    Progress progress;

    auto prices =
        co_await readAll(account.api, inAccount("prices"), &decodePage<checkout::Price>, &objectId<checkout::Price>);
    progress.take(std::move(prices), catalog.prices);
    if (catalog.prices.available) {
        // Prices without the names of their products are still prices.
        auto read = co_await readAll(account.api, inAccount("products"), &decodePage<checkout::Product>,
                                     &objectId<checkout::Product>);
        progress.take(std::move(read), catalog.products);
        nameProducts(catalog.prices.items, catalog.products.items);
    }
    if (!progress.isOver()) {
        auto read = co_await readAll(account.api, inAccount("customers"), &decodePage<checkout::Customer>,
                                     &objectId<checkout::Customer>);
        progress.take(std::move(read), catalog.customers);
    }
    if (!progress.isOver()) {
        auto read = co_await readCoupons(account);
        progress.take(std::move(read), catalog.coupons);
    }
    if (!progress.isOver()) {
        auto read = co_await readPromotionCodes(account);
        progress.take(std::move(read), catalog.promotionCodes);
    }
    if (!progress.isOver()) {
        auto read = co_await readRoutes(account);
        progress.take(std::move(read), catalog.routes);
    }
    if (const auto error = progress.error())
        co_return std::unexpected(*error);
    catalog.fetchedAt = QDateTime::currentDateTimeUtc();
    co_return std::move(catalog);
}

} // namespace tilldeck::providers::paymentkit
