// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/pages/hosted_checkout.h"

namespace tilldeck::sandbox {

/// What a customer sent from the page, and the result.
struct Submitted
{
    Payment payment;
    bool byWallet = false;
    Card card;
    Wallet wallet;
};

/// Returns the forms of an open checkout as HTML: by card, by mobile money, or only a button when nothing is to be
/// paid.
QString paymentForms(const Payable &payable, const Submitted *submitted);

/// Returns the test cards and numbers of these forms as HTML.
QString testMeans(const Payable &payable);

} // namespace tilldeck::sandbox
