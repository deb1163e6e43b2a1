// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "checkout/session.h"
#include "providers/registry.h"

#include <vector>

namespace tilldeck::desk {

/// Returns what the account's provider offers to hand out for @p session beside token and URL.
std::vector<providers::Snippet> listSnippets(const checkout::Session &session, const accounts::Account &account);

} // namespace tilldeck::desk
