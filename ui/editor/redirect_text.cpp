// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/redirect_text.h"

#include "checkout/session_draft.h"
#include "desk/preview_redirect.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

QString arrivalHint(const QString &url)
{
    if (!url.contains(checkout::sessionIdPlaceholder))
        return {};
    const QString arrives = desk::previewRedirect(url, u"cs_7Hq2"_s);
    const auto host = arrives.indexOf("//"_L1);
    const auto path = host < 0 ? -1 : arrives.indexOf(u'/', host + 2);
    return path < 0 ? arrives : u'…' + arrives.mid(path);
}

} // namespace tilldeck::ui
