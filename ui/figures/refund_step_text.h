// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/refund_history.h"

namespace tilldeck::ui {

/// Returns what a step of a refund is called in a timeline: "Refund asked for".
QString refundStepText(desk::RefundStep step, const QString &provider);

} // namespace tilldeck::ui
