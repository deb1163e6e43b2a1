// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/hand_out.h"

#include "checkout/pricing.h"
#include "http/this_machine.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

namespace {

struct HandOutText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::HandOut)
};

constexpr qsizetype shownCharacters = 4;

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

QString checkoutUrl(const checkout::Session &session, const accounts::Account &account)
{
    if (!session.url.isEmpty())
        return session.url;
    if (account.checkoutUrlTemplate.isEmpty() || session.secureToken.isEmpty())
        return {};
    QString url = account.checkoutUrlTemplate;
    return url.replace("{token}"_L1, QString::fromLatin1(QUrl::toPercentEncoding(session.secureToken)));
}

QString maskedToken(const QString &token)
{
    const QString dots(4, QChar(0x2022));
    return token.size() > 3 * shownCharacters ? dots + token.last(shownCharacters) : dots;
}

QString maskedUrl(const QString &url, const QString &token)
{
    if (url.isEmpty())
        return url;
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(token));
    QString masked = url;
    for (const QString &written : {token, encoded}) {
        if (!written.isEmpty())
            masked.replace(written, maskedToken(token));
    }
    if (masked != url)
        return masked;
    // The page's secret is another one than the token: everything behind the host is hidden.
    const QUrl parsed(url);
    return parsed.scheme() + "://"_L1 + parsed.authority() + u'/' + maskedToken(QString());
}

std::expected<QUrl, QString> openable(const QString &url, const accounts::Account &account)
{
    QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty() || !parsed.userInfo().isEmpty())
        return std::unexpected(
            HandOutText::tr("This checkout URL is not a complete web address, so it was not opened."));
    if (parsed.scheme() == "https"_L1) {
        if (isExpectedHost(parsed.host(), account))
            return parsed;
        return std::unexpected(
            HandOutText::tr("This checkout URL is on %1, which is not known for this account, so it was not "
                            "opened. If it is right, set it as the account's checkout address.")
                .arg(parsed.host()));
    }
    const QUrl base(account.baseUrl);
    const bool ownSandbox = parsed.scheme() == "http"_L1 && http::isThisMachine(parsed.host()) &&
                            parsed.host() == base.host() && parsed.port() == base.port();
    if (ownSandbox)
        return parsed;
    return std::unexpected(HandOutText::tr("This checkout URL does not start with https://, so it was not opened."));
}

std::vector<providers::Snippet> snippets(const checkout::Session &session, const accounts::Account &account)
{
    return providers::snippets(accounts::providerId(account.provider), session);
}

QString arrivesAs(const QString &redirectUrl, const QString &id)
{
    QString url = redirectUrl;
    return url.replace(checkout::sessionIdPlaceholder, id);
}

} // namespace tilldeck::desk
