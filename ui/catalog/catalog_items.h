// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/catalog.h"
#include "checkout/session_draft.h"

namespace tilldeck::ui {

enum class CatalogKind { Prices, Customers, Routes };

/// Holds what the list shows of a price, a product, a customer or a route.
struct CatalogItem
{
    QString id;
    QString name;
    QString detail; ///< Billing period, e-mail, or the processors in their order.
    std::optional<money::Money> amount;
    bool isProduct = false;
    bool isActive = true;

    friend bool operator==(const CatalogItem &, const CatalogItem &) = default;
};

/// Returns the items of @p catalog whose name, detail or id contains @p search; all of them where it is empty.
std::vector<CatalogItem> catalogItems(CatalogKind kind, const checkout::Catalog &catalog, const QString &search);

/// Returns false where the provider has no call that lists items of @p kind.
bool isListed(CatalogKind kind, const checkout::Catalog &catalog);

/// Returns a draft with @p item filled in, or nothing where the flow that @p can describes does not accept it.
std::optional<checkout::SessionDraft> draftWith(const CatalogItem &item, CatalogKind kind,
                                                const checkout::Catalog &catalog, const checkout::Capabilities &can);

} // namespace tilldeck::ui
