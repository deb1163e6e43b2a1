// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/recognise.h"

#include "providers/khaime/codec_sessions.h"

#include <QRegularExpression>

namespace tilldeck::providers {

using checkout::Session;

using namespace Qt::StringLiterals;

namespace {

/// Holds the part of a pasted text that names a session.
struct Pasted
{
    QString text;
    bool isOfPage = false;     ///< It comes from the address of a checkout page.
    bool fitsTemplate = false; ///< The address has the form that the account names.
};

bool isToken(const QString &text)
{
    static const QRegularExpression token(u"^[A-Za-z0-9_.~-]{1,512}$"_s);
    return token.match(text).hasMatch();
}

bool startsWithAny(const QString &text, std::initializer_list<QLatin1StringView> beginnings)
{
    return std::ranges::any_of(beginnings, [&](QLatin1StringView beginning) { return text.startsWith(beginning); });
}

bool haveOneOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

/// Returns whether the page belongs to the domain of the API: "checkout.ikawaari.com" to "api.ikawaari.com".
bool isOfDomain(const QUrl &page, const QUrl &baseUrl)
{
    QString domain = baseUrl.host();
    if (domain.startsWith("api."_L1))
        domain.remove(0, 4);
    const bool isInside = page.host() == domain || page.host().endsWith(u'.' + domain);
    return page.scheme() == "https"_L1 && !domain.isEmpty() && isInside;
}

/// Returns the token in @p page if the address has the form of @p checkoutUrlTemplate, which contains {token} once.
QString tokenIn(const QUrl &page, const QString &checkoutUrlTemplate)
{
    const QString mark = u"tilldeck-token"_s;
    QString example = checkoutUrlTemplate;
    const QString shape = QUrl(example.replace("{token}"_L1, mark)).toString(QUrl::FullyEncoded);
    const qsizetype start = shape.indexOf(mark);
    const QString address = page.toString(QUrl::FullyEncoded);
    if (start < 0 || !address.startsWith(shape.left(start)))
        return {};
    static const QRegularExpression ends(u"[/?&#]"_s);
    const qsizetype found = address.indexOf(ends, start);
    const qsizetype end = found < 0 ? address.size() : found;
    if (!address.mid(end).startsWith(shape.mid(start + mark.size())))
        return {};
    return QUrl::fromPercentEncoding(address.mid(start, end - start).toLatin1());
}

std::optional<Pasted> readPasted(const QUrl &baseUrl, const QString &checkoutUrlTemplate, const QString &text)
{
    if (isToken(text))
        return Pasted{text};
    const QUrl page(text, QUrl::StrictMode);
    if (!page.isValid() || page.host().isEmpty() || !page.userInfo().isEmpty())
        return {};
    QString token = tokenIn(page, checkoutUrlTemplate);
    const bool fits = !token.isEmpty();
    if (!fits && (haveOneOrigin(page, baseUrl) || isOfDomain(page, baseUrl)))
        token = page.path(QUrl::FullyDecoded).section(u'/', -1, -1, QString::SectionSkipEmpty);
    return isToken(token) ? std::optional(Pasted{token, true, fits}) : std::nullopt;
}

// A token that is plainly of another provider is not sent to this one: it may be a secret there.

/// An address contains the token. Ids and tokens are opaque; only those of the sandbox have telling prefixes.
std::optional<Session> ofPaymentKit(const Pasted &pasted)
{
    const bool isAnothersId = pasted.isOfPage && pasted.text.startsWith("cs_"_L1);
    const bool isAnothers = isAnothersId || startsWithAny(pasted.text, {"khs_"_L1, "sess_"_L1, "charge_"_L1, "pi_"_L1});
    if (isAnothers && !pasted.fitsTemplate)
        return {};
    Session session;
    if (pasted.isOfPage || pasted.text.startsWith("sec_"_L1))
        session.secureToken = pasted.text;
    else
        session.id = pasted.text;
    return session;
}

std::optional<Session> ofKhaime(const Pasted &pasted)
{
    if (startsWithAny(pasted.text, {"sec_"_L1, "cs_"_L1, "pi_"_L1}))
        return {};
    Session session;
    if (pasted.text.startsWith("khs_"_L1)) {
        session.flow = khaime::idOf(khaime::Flow::Checkout);
        session.secureToken = pasted.text;
        session.id = khaime::checkoutIdOf(pasted.text);
        return session;
    }
    const bool isCharge = pasted.text.startsWith("charge_"_L1);
    session.flow = khaime::idOf(isCharge ? khaime::Flow::Charge : khaime::Flow::Session);
    session.id = pasted.text;
    return session;
}

/// The last segment of the address is the id.
std::optional<Session> ofIkawaari(const Pasted &pasted)
{
    if (startsWithAny(pasted.text, {"sec_"_L1, "khs_"_L1, "sess_"_L1, "charge_"_L1, "pi_"_L1}))
        return {};
    Session session;
    session.id = pasted.text;
    return session;
}

} // namespace

std::optional<Session> recognise(const QString &kind, const QUrl &baseUrl, const QString &checkoutUrlTemplate,
                                 const QString &pasted)
{
    const auto found = readPasted(baseUrl, checkoutUrlTemplate, pasted.trimmed());
    if (!found)
        return {};
    if (kind == "paymentkit"_L1)
        return ofPaymentKit(*found);
    if (kind == "khaime"_L1)
        return ofKhaime(*found);
    if (kind == "ikawaari"_L1)
        return ofIkawaari(*found);
    return {};
}

} // namespace tilldeck::providers
