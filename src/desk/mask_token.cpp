// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/mask_token.h"

#include <QUrl>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownCharacters = 4;

} // namespace

QString maskToken(const QString &token)
{
    const QString dots(4, QChar(0x2022));
    return token.size() > 3 * shownCharacters ? dots + token.last(shownCharacters) : dots;
}

QString maskUrl(const QString &url, const QString &token)
{
    if (url.isEmpty())
        return url;
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(token));
    QString masked = url;
    for (const QString &written : {token, encoded}) {
        if (!written.isEmpty())
            masked.replace(written, maskToken(token));
    }
    if (masked != url)
        return masked;
    // The page's secret is another one than the token: everything behind the host is hidden.
    const QUrl parsed(url);
    return parsed.scheme() + "://"_L1 + parsed.authority() + u'/' + maskToken(QString());
}

} // namespace tilldeck::desk
