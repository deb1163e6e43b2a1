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
    const auto isSame = [&](const PromotionCode &one) { return one.code == code; };
    // A provider may let the text of one that was switched off be used again.
    if (const PromotionCode *same =
            find(promotionCodes, [&](const PromotionCode &one) { return isSame(one) && one.active; }))
        return same;
    if (const PromotionCode *same = find(promotionCodes, isSame))
        return same;
    QStringList alike;
    for (const PromotionCode &one : promotionCodes.items) {
        if (one.code.compare(code, Qt::CaseInsensitive) == 0 && !alike.contains(one.code))
            alike << one.code;
    }
    return alike.size() == 1 ? promotionCode(alike.front()) : nullptr;
}

const ProcessorRoute *Catalog::route(const QString &id) const
{
    return find(routes, [&](const ProcessorRoute &route) { return route.id == id; });
}

} // namespace tilldeck::checkout
