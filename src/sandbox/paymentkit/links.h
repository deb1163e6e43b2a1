// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentKit's payment links: each visit of one opens a session of its own.
#pragma once

#include "sandbox/paymentkit/engine.h"

namespace tilldeck::sandbox::paymentkit {

/// Creates a link and returns its document. 422 with the fields at fault.
Answer<QJsonObject> createLink(Engine &engine, const QJsonObject &body);

/// Returns the link as it is answered. @p payUrl is that of the hosted pages, ending in a slash.
QJsonObject linkView(QJsonObject link, const QString &payUrl);

} // namespace tilldeck::sandbox::paymentkit
