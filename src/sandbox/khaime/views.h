// SPDX-License-Identifier: GPL-3.0-or-later
// Khaime's answers. Contract: khaime.openapi.yaml; members marked there as assumed are ours.
#pragma once

#include "sandbox/khaime/engine.h"

namespace tilldeck::sandbox::khaime {

QJsonObject sessionView(const Order &order, const QString &payUrl);
QJsonObject sessionStatusView(const Order &order);

/// Returns the answer of the initialization, or with @p detailed that of the look-up by token.
QJsonObject checkoutView(const Order &order, const Business &business, const QString &payUrl, bool detailed);
QJsonObject confirmationView(const Order &order);

QJsonObject chargeView(const Order &order, const QString &payUrl);
QJsonObject previewView(const Quote &quote, const Business &business);

/// Returns base, local and conversion of a price.
QJsonObject pricingView(const money::Money &base, const money::Money &local);
QJsonObject productView(const QJsonObject &product);
QJsonObject merchantView(QJsonObject merchant, const Business &business);

} // namespace tilldeck::sandbox::khaime
