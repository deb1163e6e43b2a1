// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <functional>

namespace tilldeck::sandbox {

/// Returns the present moment, in any time zone. Called on the sandbox's own thread.
using Clock = std::function<QDateTime()>;

} // namespace tilldeck::sandbox
