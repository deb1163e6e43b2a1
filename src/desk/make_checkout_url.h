// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "checkout/session.h"

#include <QString>

namespace tilldeck::desk {

/// Returns the address of the checkout page: the provider's own where it reported one, else the account's template with
/// the token in it (contracts, PaymentKit, gap 4). Empty when neither exists.
QString makeCheckoutUrl(const checkout::Session &session, const accounts::Account &account);

/// Returns makeCheckoutUrl() when a customer may be given it: https, or http where both it and the account are on this
/// computer, as those of the sandbox. Else an empty text: a customer's browser or mail program must run nothing.
QString handOutUrl(const checkout::Session &session, const accounts::Account &account);

} // namespace tilldeck::desk
