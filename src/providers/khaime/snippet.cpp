// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/snippet.h"

#include "providers/khaime/text.h"

#include "providers/khaime/flows.h"
#include "providers/wire/script_string.h"

#include <QCoreApplication>

namespace tilldeck::providers::khaime {

using namespace Qt::StringLiterals;

std::vector<Snippet> snippets(const checkout::Session &session)
{
    if (flowOf(session.flow) != Flow::Checkout || session.secureToken.isEmpty())
        return {};
    Snippet snippet;
    snippet.name = KhaimeText::tr("Embed snippet");
    // Options of init are the merchant's own; see Khaime's page "Programmatic Checkout".
    snippet.text = u"<script>\n"
                   "  const khaime = KhaimeSDK.init({ /* your options */ });\n"
                   "  khaime.createPayment({ sessionToken: %1 });\n"
                   "</script>\n"_s.arg(scriptString(session.secureToken));
    snippet.caution =
        KhaimeText::tr("The token works once. Fulfil the order when the webhook arrives, not when the form says so.");
    snippet.secret = true;
    return {snippet};
}

} // namespace tilldeck::providers::khaime
