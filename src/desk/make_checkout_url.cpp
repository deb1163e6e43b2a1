// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/make_checkout_url.h"

#include <QUrl>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

QString makeCheckoutUrl(const checkout::Session &session, const accounts::Account &account)
{
    if (!session.url.isEmpty())
        return session.url;
    if (account.checkoutUrlTemplate.isEmpty() || session.secureToken.isEmpty())
        return {};
    QString url = account.checkoutUrlTemplate;
    return url.replace("{token}"_L1, QString::fromLatin1(QUrl::toPercentEncoding(session.secureToken)));
}

} // namespace tilldeck::desk
