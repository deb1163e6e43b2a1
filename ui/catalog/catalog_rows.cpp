// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_rows.h"

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

/// A word of the provider that is not known here stays as it is.
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

std::vector<CatalogRow> priceRows(const Catalog &catalog)
{
    std::vector<CatalogRow> rows;
    for (const checkout::Price &price : catalog.prices.items) {
        CatalogRow row;
        row.id = price.id;
        row.name = price.label();
        row.detail = periodText(price.billingPeriod);
        row.amount = price.unitAmount;
        row.isActive = price.active;
        rows.push_back(row);
    }
    for (const checkout::Product &product : catalog.products.items) {
        const bool hasPrice =
            std::ranges::any_of(catalog.prices.items, [&](const auto &price) { return price.productId == product.id; });
        if (hasPrice)
            continue;
        CatalogRow row;
        row.id = product.id;
        row.name = product.name.isEmpty() ? product.id : product.name;
        row.detail = product.description;
        row.amount = product.unitAmount;
        row.isProduct = true;
        rows.push_back(row);
    }
    return rows;
}

std::vector<CatalogRow> customerRows(const Catalog &catalog)
{
    std::vector<CatalogRow> rows;
    for (const checkout::Customer &customer : catalog.customers.items) {
        CatalogRow row;
        row.id = customer.id;
        row.name = customer.name.isEmpty() ? customer.email : customer.name;
        row.detail = customer.email;
        rows.push_back(row);
    }
    return rows;
}

std::vector<CatalogRow> routeRows(const Catalog &catalog)
{
    std::vector<CatalogRow> rows;
    for (const checkout::ProcessorRoute &route : catalog.routes.items) {
        CatalogRow row;
        row.id = route.id;
        row.name = route.name;
        const QStringList processors(route.processorIds.begin(), route.processorIds.end());
        row.detail = processors.join(u" → "_s);
        rows.push_back(row);
    }
    return rows;
}

} // namespace

std::vector<CatalogRow> catalogRows(CatalogKind kind, const Catalog &catalog, const QString &search)
{
    std::vector<CatalogRow> rows = kind == CatalogKind::Prices      ? priceRows(catalog)
                                   : kind == CatalogKind::Customers ? customerRows(catalog)
                                                                    : routeRows(catalog);
    std::erase_if(rows, [&search](const CatalogRow &row) {
        const auto holds = [&search](const QString &text) { return text.contains(search, Qt::CaseInsensitive); };
        return !search.isEmpty() && !holds(row.name) && !holds(row.detail) && !holds(row.id);
    });
    return rows;
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

std::optional<checkout::SessionDraft> draftWith(const CatalogRow &row, CatalogKind kind, const Catalog &catalog,
                                                const checkout::Capabilities &can)
{
    checkout::SessionDraft draft;
    draft.flow = can.flow;
    if (kind == CatalogKind::Prices && row.isProduct && can.product) {
        draft.productId = row.id;
        if (can.pricing)
            draft.pricing = row.amount;
    } else if (kind == CatalogKind::Prices && !row.isProduct && can.catalogPrices && row.isActive) {
        draft.lineItems.emplace_back(row.id, 1);
    } else if (kind == CatalogKind::Prices && can.inlineItems && row.amount && row.isActive) {
        checkout::LineItem item;
        item.name = row.name;
        item.unitAmount = row.amount;
        draft.lineItems.push_back(item);
    } else if (kind == CatalogKind::Customers && can.existingCustomer) {
        draft.customer.id = row.id;
    } else if (kind == CatalogKind::Customers && can.customerEmail && !row.detail.isEmpty()) {
        const checkout::Customer *customer = catalog.customer(row.id);
        draft.customer.email = row.detail;
        if (can.customerNames && customer)
            draft.customer.name = customer->name;
    } else if (kind == CatalogKind::Routes && can.processorRoutes) {
        draft.processorRouteId = row.id;
    } else {
        return std::nullopt;
    }
    return draft;
}

} // namespace tilldeck::ui
