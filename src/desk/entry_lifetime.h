// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace tilldeck::desk {

/// How long an answer to a write into the catalog is waited for; HttpClient's own deadline is shorter.
inline constexpr std::chrono::seconds entryLifetime{60};

} // namespace tilldeck::desk
