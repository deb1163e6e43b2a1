// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/catalog.h"

#include <algorithm>

namespace tilldeck::checkout {

namespace {

template <class T, class Matches> const T *find(const CatalogList<T> &list, Matches matches)
{
    const auto found = std::ranges::find_if(list.items, matches);
    return found == list.items.end() ? nullptr : &*found;
}

} // namespace

const Product *Catalog::product(const QString &id) const
{
    return find(products, [&](const Product &product) { return product.id == id; });
}

const Price *Catalog::price(const QString &id) const
{
    return find(prices, [&](const Price &price) { return price.id == id; });
}

const Customer *Catalog::customer(const QString &id) const
{
    return find(customers, [&](const Customer &customer) { return customer.id == id; });
}

const Coupon *Catalog::coupon(const QString &id) const
{
    return find(coupons, [&](const Coupon &coupon) { return coupon.id == id; });
}

const PromotionCode *Catalog::promotionCode(const QString &code) const
{
    if (const PromotionCode *same = find(promotionCodes, [&](const PromotionCode &one) { return one.code == code; }))
        return same;
    const auto isAlike = [&](const PromotionCode &one) { return one.code.compare(code, Qt::CaseInsensitive) == 0; };
    return std::ranges::count_if(promotionCodes.items, isAlike) == 1 ? find(promotionCodes, isAlike) : nullptr;
}

const ProcessorRoute *Catalog::route(const QString &id) const
{
    return find(routes, [&](const ProcessorRoute &route) { return route.id == id; });
}

} // namespace tilldeck::checkout
