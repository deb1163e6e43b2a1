// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_items.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::Catalog;

namespace {

struct CatalogText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::Catalog)
};

/// Returns @p period itself where it is not known here.
QString periodText(const QString &period)
{
    if (period.isEmpty())
        return CatalogText::tr("One-time");
    if (period == "day"_L1)
        return CatalogText::tr("Every day");
    if (period == "week"_L1)
        return CatalogText::tr("Every week");
    if (period == "month"_L1)
        return CatalogText::tr("Every month");
    if (period == "year"_L1)
        return CatalogText::tr("Every year");
    return period == "recurring"_L1 ? CatalogText::tr("Recurring") : period;
}

std::vector<CatalogItem> priceItems(const Catalog &catalog)
{
    std::vector<CatalogItem> items;
    items.reserve(catalog.prices.items.size() + catalog.products.items.size());
    for (const checkout::Price &price : catalog.prices.items) {
        items.push_back({.id = price.id,
                         .name = price.label(),
                         .detail = periodText(price.billingPeriod),
                         .amount = price.unitAmount,
                         .isProduct = false,
                         .isActive = price.active});
    }
    for (const checkout::Product &product : catalog.products.items) {
        const bool hasPrice =
            std::ranges::any_of(catalog.prices.items, [&](const auto &price) { return price.productId == product.id; });
        if (hasPrice)
            continue;
        items.push_back({.id = product.id,
                         .name = product.name.isEmpty() ? product.id : product.name,
                         .detail = product.description,
                         .amount = product.unitAmount,
                         .isProduct = true});
    }
    return items;
}

std::vector<CatalogItem> customerItems(const Catalog &catalog)
{
    std::vector<CatalogItem> items;
    items.reserve(catalog.customers.items.size());
    for (const checkout::Customer &customer : catalog.customers.items) {
        const QString &name = customer.name.isEmpty() ? customer.email : customer.name;
        items.push_back({.id = customer.id, .name = name, .detail = customer.email, .amount = {}});
    }
    return items;
}

std::vector<CatalogItem> routeItems(const Catalog &catalog)
{
    std::vector<CatalogItem> items;
    items.reserve(catalog.routes.items.size());
    for (const checkout::ProcessorRoute &route : catalog.routes.items) {
        const QStringList processors(route.processorIds.begin(), route.processorIds.end());
        items.push_back({.id = route.id, .name = route.name, .detail = processors.join(u" → "_s), .amount = {}});
    }
    return items;
}

} // namespace

std::vector<CatalogItem> catalogItems(CatalogKind kind, const Catalog &catalog, const QString &search)
{
    std::vector<CatalogItem> items = kind == CatalogKind::Prices      ? priceItems(catalog)
                                     : kind == CatalogKind::Customers ? customerItems(catalog)
                                                                      : routeItems(catalog);
    std::erase_if(items, [&search](const CatalogItem &item) {
        const auto holds = [&search](const QString &text) { return text.contains(search, Qt::CaseInsensitive); };
        return !search.isEmpty() && !holds(item.name) && !holds(item.detail) && !holds(item.id);
    });
    return items;
}

bool isListed(CatalogKind kind, const Catalog &catalog)
{
    switch (kind) {
    case CatalogKind::Prices:
        return catalog.prices.available || catalog.products.available;
    case CatalogKind::Customers:
        return catalog.customers.available;
    case CatalogKind::Routes:
        return catalog.routes.available;
    }
    Q_UNREACHABLE();
}

std::optional<checkout::SessionDraft> draftWith(const CatalogItem &item, CatalogKind kind, const Catalog &catalog,
                                                const checkout::Capabilities &can)
{
    checkout::SessionDraft draft;
    draft.flow = can.flow;
    if (kind == CatalogKind::Prices && item.isProduct && can.takes(checkout::Field::Product)) {
        draft.productId = item.id;
        if (can.takes(checkout::Field::Pricing))
            draft.pricing = item.amount;
    } else if (kind == CatalogKind::Prices && !item.isProduct && can.takes(checkout::Field::Price) && item.isActive) {
        draft.lineItems.emplace_back(item.id, 1);
    } else if (kind == CatalogKind::Prices && can.takes(checkout::Field::Name) && item.amount && item.isActive) {
        checkout::LineItem line;
        line.name = item.name;
        line.unitAmount = item.amount;
        draft.lineItems.push_back(line);
    } else if (kind == CatalogKind::Customers && can.takes(checkout::Field::Customer)) {
        draft.customer.id = item.id;
    } else if (kind == CatalogKind::Customers && can.takes(checkout::Field::CustomerEmail) && !item.detail.isEmpty()) {
        const checkout::Customer *customer = catalog.customer(item.id);
        draft.customer.email = item.detail;
        if (can.takes(checkout::Field::CustomerName) && customer)
            draft.customer.name = customer->name;
    } else if (kind == CatalogKind::Routes && can.takes(checkout::Field::ProcessorRoute)) {
        draft.processorRouteId = item.id;
    } else {
        return std::nullopt;
    }
    return draft;
}

} // namespace tilldeck::ui
