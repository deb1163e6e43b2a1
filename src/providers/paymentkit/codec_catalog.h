// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the objects of the catalog. Wire rules: contracts, paymentkit (listPrices, listProducts, listCustomers,
// listCoupons, listPromotionCodes, listProcessorRoutes).
#pragma once

#include "checkout/catalog.h"
#include "providers/paymentkit/codec_page.h"

namespace tilldeck::providers::paymentkit {

template <> std::optional<checkout::Price> readItem(ObjectReader &item);
template <> std::optional<checkout::Product> readItem(ObjectReader &item);
template <> std::optional<checkout::Customer> readItem(ObjectReader &item);
template <> std::optional<checkout::Coupon> readItem(ObjectReader &item);
template <> std::optional<checkout::PromotionCode> readItem(ObjectReader &item);
template <> std::optional<checkout::ProcessorRoute> readItem(ObjectReader &item);

} // namespace tilldeck::providers::paymentkit
