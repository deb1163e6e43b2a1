// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/redirect.h"

#include <QUrl>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

QByteArray filledRedirect(const QString &url, const QString &sessionId)
{
    QString address = url;
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(sessionId));
    address.replace("{CHECKOUT_SESSION_ID}"_L1, id);
    address.replace("%7BCHECKOUT_SESSION_ID%7D"_L1, id, Qt::CaseInsensitive);
    return plainRedirect(address);
}

QByteArray plainRedirect(const QString &url)
{
    return QUrl(url, QUrl::TolerantMode).toEncoded();
}

} // namespace tilldeck::sandbox
