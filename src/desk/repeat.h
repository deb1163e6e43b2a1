// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tilldeck::desk {

/// Says whether what is asked for is meant although the same was asked for before.
enum class Repeat { Ask, Another };

} // namespace tilldeck::desk
