// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/list_snippets.h"

namespace tilldeck::desk {

std::vector<providers::Snippet> listSnippets(const checkout::Session &session, const accounts::Account &account)
{
    return providers::snippets(accounts::providerId(account.provider), session);
}

} // namespace tilldeck::desk
