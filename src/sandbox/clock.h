// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <functional>

namespace tilldeck::sandbox {

/// The present moment, in any time zone. Asked on the sandbox's own thread.
using Clock = std::function<QDateTime()>;

} // namespace tilldeck::sandbox
