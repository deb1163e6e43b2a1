// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/web_address.h"

#include "http/this_machine.h"

#include <QUrl>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

bool isGoodAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && http::isThisMachine(url.host()));
}

QString withoutSlash(QString address)
{
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

} // namespace tilldeck::ui
