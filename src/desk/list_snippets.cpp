// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/list_snippets.h"

namespace tilldeck::desk {

std::vector<providers::Snippet> listSnippets(const checkout::Session &session, const accounts::Account &account)
{
    using providers::Reach;
    const Reach reach = account.mode == accounts::Mode::Sandbox ? Reach::OwnSandbox
                        : account.mode == accounts::Mode::Test  ? Reach::Test
                                                                : Reach::Live;
    return providers::snippets(accounts::providerId(account.provider), session, reach);
}

} // namespace tilldeck::desk
