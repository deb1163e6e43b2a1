// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tilldeck::desk {

/// Says how far a refresh reads the provider's lists: Incremental until a page holds nothing new, Full to their end,
/// for what changed further down.
enum class Depth { Incremental, Full };

} // namespace tilldeck::desk
