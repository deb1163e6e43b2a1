// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/preview_redirect.h"

#include "checkout/session_draft.h"

namespace tilldeck::desk {

QString previewRedirect(const QString &redirectUrl, const QString &id)
{
    QString url = redirectUrl;
    return url.replace(checkout::sessionIdPlaceholder, id);
}

} // namespace tilldeck::desk
