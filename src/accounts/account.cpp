// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

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
    QLatin1String word;
    QLatin1String name;
    QLatin1String baseUrl;
};

constexpr std::array kinds{
    Kind{ProviderKind::PaymentKit, "paymentkit"_L1, "PaymentKit"_L1, "https://api.paymentkit.com"_L1},
    Kind{ProviderKind::Khaime, "khaime"_L1, "Khaime"_L1, "https://api.khaime.com"_L1},
    Kind{ProviderKind::Ikawaari, "ikawaari"_L1, "Ikawaari"_L1, "https://api.ikawaari.com"_L1},
};

const Kind &of(ProviderKind kind)
{
    return *std::ranges::find_if(kinds, [kind](const Kind &k) { return k.kind == kind; });
}

} // namespace

Mode modeOfKey(QStringView key)
{
    if (key.startsWith("sk_sandbox_"_L1))
        return Mode::Sandbox;
    const qsizetype first = key.indexOf(u'_');
    const QStringView rest = first > 0 ? key.sliced(first + 1) : QStringView();
    const bool isTest = rest.startsWith("test_"_L1) || rest.startsWith("stg_"_L1) || rest.startsWith("dev_"_L1) ||
                        rest.startsWith("sandbox_"_L1);
    return isTest ? Mode::Test : Mode::Live;
}

Mode modeOf(QStringView key, const QString &baseUrl)
{
    const Mode mode = modeOfKey(key);
    return mode != Mode::Live && http::isThisMachine(QUrl(baseUrl).host()) ? Mode::Sandbox : mode;
}

std::vector<ProviderKind> providerKinds()
{
    std::vector<ProviderKind> all;
    all.reserve(std::size(kinds));
    for (const Kind &kind : kinds)
        all.push_back(kind.kind);
    return all;
}

QString providerWord(ProviderKind kind)
{
    return of(kind).word;
}

std::optional<ProviderKind> providerFromWord(QStringView word)
{
    const auto found = std::ranges::find_if(kinds, [word](const Kind &k) { return k.word == word; });
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

QString fullName(const Account &account)
{
    const QString provider = providerName(account.provider);
    return account.name.contains(provider, Qt::CaseInsensitive)
               ? account.name
               : AccountText::tr("%1, %2", "provider, account").arg(provider, account.name);
}

} // namespace tilldeck::accounts
