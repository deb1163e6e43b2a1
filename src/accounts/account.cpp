// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

#include "accounts/key_text.h"
#include "http/this_machine.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tilldeck::accounts {

namespace {

struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::accounts::Account)
};

struct Kind
{
    ProviderKind kind;
    QLatin1String id;
    QLatin1String name;
    QLatin1String baseUrl;
};

constexpr std::array kinds{
    Kind{ProviderKind::PaymentKit, "paymentkit"_L1, "PaymentKit"_L1, "https://api.paymentkit.com"_L1},
    Kind{ProviderKind::Khaime, "khaime"_L1, "Khaime"_L1, "https://api.khaime.com"_L1},
    Kind{ProviderKind::Ikawaari, "ikawaari"_L1, "Ikawaari"_L1, "https://api.ikawaari.com"_L1},
};

bool isSafe(const QUrl &url)
{
    const bool schemeFits =
        url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && http::isThisMachine(url.host()));
    return url.isValid() && schemeFits && !url.host().isEmpty() && url.userInfo().isEmpty();
}

/// Returns the provider whose keys alone begin like @p key, by the contracts; nothing for a prefix of several.
std::optional<ProviderKind> providerOfKey(QStringView key)
{
    static constexpr std::array prefixes{
        std::pair("ik_"_L1, ProviderKind::Ikawaari),
        std::pair("pk_live_"_L1, ProviderKind::Khaime),
        std::pair("pk_sandbox_"_L1, ProviderKind::Khaime),
        std::pair("st_"_L1, ProviderKind::PaymentKit),
    };
    const auto found =
        std::ranges::find_if(prefixes, [key](const auto &prefix) { return key.startsWith(prefix.first); });
    return found == prefixes.end() ? std::nullopt : std::optional(found->second);
}

/// Returns what follows the kind of @p key: "live_…" of sk_live_… and of the app token ik_app_live_….
QStringView afterKind(QStringView key)
{
    constexpr auto appToken = "ik_app_"_L1;
    const qsizetype first = key.indexOf(u'_');
    return key.startsWith(appToken) ? key.sliced(appToken.size()) : first > 0 ? key.sliced(first + 1) : QStringView();
}

QString purpose(Mode mode)
{
    switch (mode) {
    case Mode::Live:
        return AccountText::tr("real money", "what a key or account is for");
    case Mode::Test:
        return AccountText::tr("tests", "what a key or account is for");
    case Mode::Sandbox:
        return AccountText::tr("the sandbox", "what a key or account is for");
    }
    return {};
}

const Kind &of(ProviderKind kind)
{
    return *std::ranges::find_if(kinds, [kind](const Kind &k) { return k.kind == kind; });
}

/// Returns what all spellings of a base URL have in common: every name of this computer is one, and so are a port that
/// is written and one that goes without saying.
QString placeOf(const QString &baseUrl)
{
    const QUrl url(withoutSlash(baseUrl));
    const bool isTls = url.scheme() == "https"_L1;
    QString host = url.host().toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (http::isThisMachine(host))
        host = u"localhost"_s;
    return u"%1://%2:%3%4"_s.arg(url.scheme(), host).arg(url.port(isTls ? 443 : 80)).arg(withoutSlash(url.path()));
}

} // namespace

bool isSamePlace(const QString &baseUrl, const QString &other)
{
    return placeOf(baseUrl) == placeOf(other);
}

bool isSameShop(const Account &one, const Account &other)
{
    return one.provider == other.provider && one.baseUrl == other.baseUrl && one.accountId == other.accountId &&
           one.merchantId == other.merchantId && one.dialect == other.dialect && one.mode == other.mode;
}

bool isAnother(const Account &now, const Account &before)
{
    const auto isServedHere = [](const Account &account) {
        return account.mode == Mode::Sandbox && http::isThisMachine(QUrl(account.baseUrl).host());
    };
    return now.provider != before.provider || now.mode != before.mode || now.accountId != before.accountId ||
           now.merchantId != before.merchantId ||
           !(isSamePlace(now.baseUrl, before.baseUrl) || (isServedHere(now) && isServedHere(before)));
}

QString modeId(Mode mode)
{
    return mode == Mode::Test ? u"test"_s : mode == Mode::Sandbox ? u"sandbox"_s : u"live"_s;
}

Mode modeFromId(const QString &word)
{
    return word == "test"_L1 ? Mode::Test : word == "sandbox"_L1 ? Mode::Sandbox : Mode::Live;
}

Mode modeOfKey(QStringView key)
{
    if (key.startsWith("sk_sandbox_"_L1))
        return Mode::Sandbox;
    const QStringView rest = afterKind(key);
    const bool isTest = rest.startsWith("test_"_L1) || rest.startsWith("stg_"_L1) || rest.startsWith("dev_"_L1) ||
                        rest.startsWith("sandbox_"_L1);
    return isTest ? Mode::Test : Mode::Live;
}

bool saysItIsLive(QStringView key)
{
    const QStringView rest = afterKind(key);
    return rest.startsWith("live_"_L1) || rest.startsWith("prod_"_L1);
}

Mode modeOf(QStringView key, const QString &baseUrl)
{
    const Mode mode = modeOfKey(key);
    return mode != Mode::Live && http::isThisMachine(QUrl(baseUrl).host()) ? Mode::Sandbox : mode;
}

QString keyProblem(const Account &account, QStringView key)
{
    if (const QString problem = keyTextProblem(key); !problem.isEmpty())
        return problem;
    if (const QString other = otherThanKey(key); !other.isEmpty())
        return AccountText::tr("By its beginning this is %1, not the secret key of an account of %2. It was not used.",
                               "what was given, provider")
            .arg(other, providerName(account.provider));
    if (const auto provider = providerOfKey(key); provider && *provider != account.provider)
        return account.name.isEmpty()
                   ? AccountText::tr("This key is one of %1, not of %2. It was not used.", "providers")
                         .arg(providerName(*provider), providerName(account.provider))
                   : AccountText::tr("This key is one of %1, and %2 is an account of %3. The key was not used.")
                         .arg(providerName(*provider), account.name, providerName(account.provider));
    const Mode mode = modeOf(key, account.baseUrl);
    if (mode == account.mode)
        return {};
    return mode == Mode::Live && !saysItIsLive(key)
               ? AccountText::tr("Nothing in this key says what it is for, and %1 is connected for %2. The key was not "
                                 "used. Give the account's own key, or connect another account with this one.")
                     .arg(account.name, purpose(account.mode))
               : AccountText::tr("This key is for %1, and %2 is connected for %3. The key was not used. Give the "
                                 "account's own key, or connect another account with this one.")
                     .arg(purpose(mode), account.name, purpose(account.mode));
}

bool holdsKey(const Account &account, QStringView key)
{
    const std::array fields{account.name, account.baseUrl, account.accountId, account.merchantId,
                            account.checkoutUrlTemplate};
    return std::ranges::any_of(fields, [key](const QString &field) { return holdsKey(field, key); });
}

std::vector<ProviderKind> providerKinds()
{
    std::vector<ProviderKind> all;
    all.reserve(std::size(kinds));
    for (const Kind &kind : kinds)
        all.push_back(kind.kind);
    return all;
}

QString providerId(ProviderKind kind)
{
    return of(kind).id;
}

std::optional<ProviderKind> providerFromId(QStringView id)
{
    const auto found = std::ranges::find_if(kinds, [id](const Kind &k) { return k.id == id; });
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

QString providerName(ProviderKind kind)
{
    return of(kind).name;
}

QString defaultBaseUrl(ProviderKind kind)
{
    return of(kind).baseUrl;
}

QString withoutSlash(const QString &address)
{
    QString text = address.trimmed();
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

QString baseUrlProblem(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!isSafe(url))
        return AccountText::tr("The address must begin with https:// and hold no password. http:// is allowed for this "
                               "computer only.");
    return url.hasQuery() || url.hasFragment() ? AccountText::tr("The address must end before any “?” or “#”.")
                                               : QString();
}

QString checkoutUrlProblem(const QString &address)
{
    QString filled = address;
    filled.replace("{token}"_L1, "token"_L1);
    // A token in the host's name would be sent to DNS servers.
    const bool isGood = address.contains("{token}"_L1) && isSafe(QUrl(filled, QUrl::StrictMode)) &&
                        !address.section(u'/', 0, 2).contains("{token}"_L1);
    return address.isEmpty() || isGood
               ? QString()
               : AccountText::tr(
                     "The checkout page's address must begin with https:// and hold {token} after the host, "
                     "for example https://pay.example.com/c/{token}.");
}

QString fullName(const Account &account)
{
    const QString provider = providerName(account.provider);
    return account.name.contains(provider, Qt::CaseInsensitive)
               ? account.name
               : AccountText::tr("%1, %2", "provider, account").arg(provider, account.name);
}

bool maybeSame(const Account &one, const Account &other)
{
    const auto differ = [](const QString &id, const QString &otherId) {
        return !id.isEmpty() && !otherId.isEmpty() && id != otherId;
    };
    const auto agree = [](const QString &id, const QString &otherId) { return !id.isEmpty() && id == otherId; };
    const bool movesMoney = one.mode == Mode::Live;
    // Nothing verifies a merchant ID, so two of them may be one shop's.
    if (one.provider != other.provider || movesMoney != (other.mode == Mode::Live) ||
        differ(one.accountId, other.accountId))
        return false;
    return agree(one.accountId, other.accountId) || agree(one.merchantId, other.merchantId) ||
           placeOf(one.baseUrl) == placeOf(other.baseUrl);
}

} // namespace tilldeck::accounts
