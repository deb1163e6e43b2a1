// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/redirect_text.h"

#include "checkout/session_draft.h"
#include "desk/preview_redirect.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

struct RedirectSentences
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::RedirectText)
};

} // namespace

QString placeholderWarning(const QString &url)
{
    QString rest = url;
    const auto times = url.count(checkout::sessionIdPlaceholder);
    rest.remove(checkout::sessionIdPlaceholder);
    static const QRegularExpression near(u"\\{[^}]*\\}|checkout_?session_?id"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (near.match(rest).hasMatch())
        return RedirectSentences::tr("Write the session ID as %1, or it stays as it is.")
            .arg(checkout::sessionIdPlaceholder);
    if (times > 1)
        return RedirectSentences::tr("The session ID is there twice. Once is enough.");
    return {};
}

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
