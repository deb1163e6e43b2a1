// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

/// Translates the sentences of this folder that are shown to a merchant.
struct PaymentKitText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::PaymentKit)
};

} // namespace tilldeck::providers::paymentkit
