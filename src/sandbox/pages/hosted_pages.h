// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http.h"
#include "sandbox/pages/hosted_checkout.h"

namespace tilldeck::sandbox {

/// The pages that a customer sees below /pay, for all providers: the checkout, its result, and their stylesheet.
/// Plain HTML without scripts; every text that a merchant or customer wrote is escaped.
class HostedPages
{
public:
    /// An address belongs to the first of @p checkouts that knows it.
    explicit HostedPages(QList<HostedCheckout *> checkouts);

    Response answer(const Request &request);

private:
    QList<HostedCheckout *> m_checkouts;
};

} // namespace tilldeck::sandbox
