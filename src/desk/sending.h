// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tilldeck::desk {

/// Says whether a request was sent before, under the same key: what is refused then may have been made by the first.
enum class Sending { First, Again };

} // namespace tilldeck::desk
