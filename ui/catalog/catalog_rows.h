// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/catalog.h"
#include "checkout/session_draft.h"

namespace tilldeck::ui {

enum class CatalogKind { Prices, Customers, Routes };

/// A price, a product, a customer or a route, as the lists show it.
struct CatalogRow
{
    QString id;
    QString name;
    QString detail; ///< Billing period, e-mail, or the processors in their order.
    std::optional<money::Money> amount;
    bool isProduct = false;
    bool isActive = true;

    friend bool operator==(const CatalogRow &, const CatalogRow &) = default;
};

/// Those whose words or id hold SEARCH.
std::vector<CatalogRow> catalogRows(CatalogKind kind, const checkout::Catalog &catalog, const QString &search);

/// False: the provider has no call that lists them.
bool isListed(CatalogKind kind, const checkout::Catalog &catalog);

/// A draft with ROW filled in; nothing where no session of CAN takes it.
std::optional<checkout::SessionDraft> draftWith(const CatalogRow &row, CatalogKind kind,
                                                const checkout::Catalog &catalog, const checkout::Capabilities &can);

} // namespace tilldeck::ui
