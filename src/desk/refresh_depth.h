// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tilldeck::desk {

/// Says how far a refresh reads the provider's lists.
enum class Depth {
    Incremental, ///< Until a page holds nothing new.
    /// As Incremental, and on to the oldest payment with a refund that may still fail.
    Refunds,
    Full, ///< To their end, for what changed further down.
};

} // namespace tilldeck::desk
