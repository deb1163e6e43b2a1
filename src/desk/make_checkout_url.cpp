// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/make_checkout_url.h"

#include "http/this_machine.h"

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

QString handOutUrl(const checkout::Session &session, const accounts::Account &account)
{
    const QString url = makeCheckoutUrl(session, account);
    const QUrl parsed(url, QUrl::StrictMode);
    const bool isLocal = http::isThisMachine(parsed.host()) && http::isThisMachine(QUrl(account.baseUrl).host());
    const bool isSafe = parsed.scheme() == "https"_L1 || (parsed.scheme() == "http"_L1 && isLocal);
    return parsed.isValid() && isSafe && !parsed.host().isEmpty() && parsed.userInfo().isEmpty() ? url : QString();
}

} // namespace tilldeck::desk
