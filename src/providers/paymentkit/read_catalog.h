// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "providers/paymentkit/api.h"

namespace tilldeck::providers::paymentkit {

/// Reads the lists of the catalog one after the other (listPrices, listProducts, listCustomers, listCoupons,
/// listPromotionCodes, listProcessorRoutes; see Provider::catalog()).
http::Task<checkout::Result<checkout::Catalog>> readCatalog(Account account);

} // namespace tilldeck::providers::paymentkit
