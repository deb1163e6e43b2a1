// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tilldeck::desk {

/// Says what becomes of a decision that no answer of the provider bears out.
enum class Unproven {
    Refuse,
    Allow, ///< The merchant was told the risk, and said so once more.
};

} // namespace tilldeck::desk
