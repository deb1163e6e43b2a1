// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "faults/action.h"

#include <QPointer>

#include <functional>

namespace tilldeck::faults {

/// Does what @p action asks for at an open desk, by the use cases that the buttons of the window start, and notes in it
/// what was told. Calls @p begin when everything is ready and the next request is the one in question. The desk may be
/// deleted meanwhile.
void performAt(QPointer<desk::Desk> desk, Action &action, const std::function<void()> &begin);

/// Returns an intent of @p kind whose outcome is unknown; empty when there is none.
QString unknownIntent(desk::Desk &desk, ledger::Intent::Kind kind);

} // namespace tilldeck::faults
