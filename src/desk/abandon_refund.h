// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Closes a refund of unknown outcome as not made, on the merchant's decision. Errors: those of Journal::abandon().
http::Task<checkout::Result<void>> abandonRefund(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
