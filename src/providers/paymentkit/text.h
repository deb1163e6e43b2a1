// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

/// Translates what a merchant reads about PaymentKit: problems of a draft, refusals, unsupported calls.
struct PaymentKitText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::PaymentKit)
};

} // namespace tilldeck::providers::paymentkit
