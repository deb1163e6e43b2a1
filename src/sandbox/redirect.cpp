// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/redirect.h"

#include <QUrl>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

QByteArray filledRedirect(const QString &url, const QString &sessionId)
{
    QString address = url;
    address.replace("{CHECKOUT_SESSION_ID}"_L1, QString::fromLatin1(QUrl::toPercentEncoding(sessionId)));
    return plainRedirect(address);
}

QByteArray plainRedirect(const QString &url)
{
    return QUrl(url, QUrl::TolerantMode).toEncoded();
}

} // namespace tilldeck::sandbox
