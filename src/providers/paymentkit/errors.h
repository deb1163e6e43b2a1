// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "providers/wire/errors.h"

namespace tilldeck::providers::paymentkit {

/// Returns the error of a complete answer other than 2xx. @p draft is what a creation sent, to place problems on
/// fields.
checkout::Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::paymentkit
