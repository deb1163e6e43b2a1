// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/open_checkout_url.h"

#include "http/this_machine.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

namespace {

struct OpenCheckoutUrlText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::HandOut)
};

/// The hosts that an account's checkout pages may be on: its checkout address, and the provider's own domain.
bool isExpectedHost(const QString &host, const accounts::Account &account)
{
    const QString own = QUrl(QString(account.checkoutUrlTemplate).remove("{token}"_L1)).host();
    QString domain = QUrl(account.baseUrl).host();
    if (domain.startsWith("api."_L1))
        domain.remove(0, 4);
    return (!own.isEmpty() && host == own) || host == domain || host.endsWith(u'.' + domain);
}

} // namespace

std::expected<QUrl, QString> openable(const QString &url, const accounts::Account &account)
{
    QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty() || !parsed.userInfo().isEmpty())
        return std::unexpected(
            OpenCheckoutUrlText::tr("This checkout URL is not a complete web address, so it was not opened."));
    if (parsed.scheme() == "https"_L1) {
        if (isExpectedHost(parsed.host(), account))
            return parsed;
        return std::unexpected(
            OpenCheckoutUrlText::tr("This checkout URL is on %1, which is not known for this account, so it was not "
                                    "opened. If it is right, set it as the account's checkout address.")
                .arg(parsed.host()));
    }
    const QUrl base(account.baseUrl);
    const bool ownSandbox = parsed.scheme() == "http"_L1 && http::isThisMachine(parsed.host()) &&
                            parsed.host() == base.host() && parsed.port() == base.port();
    if (ownSandbox)
        return parsed;
    return std::unexpected(
        OpenCheckoutUrlText::tr("This checkout URL does not start with https://, so it was not opened."));
}

} // namespace tilldeck::desk
