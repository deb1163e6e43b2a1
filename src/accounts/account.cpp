// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

#include <QCoreApplication>

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
    Kind{ProviderKind::PaymentKit, QLatin1String("paymentkit"), QLatin1String("PaymentKit"),
         QLatin1String("https://api.paymentkit.com")},
    Kind{ProviderKind::Khaime, QLatin1String("khaime"), QLatin1String("Khaime"),
         QLatin1String("https://api.khaime.com")},
    Kind{ProviderKind::Ikawaari, QLatin1String("ikawaari"), QLatin1String("Ikawaari"),
         QLatin1String("https://api.ikawaari.com")},
};

const Kind &of(ProviderKind kind)
{
    return *std::find_if(kinds.begin(), kinds.end(), [kind](const Kind &k) { return k.kind == kind; });
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
    const auto found = std::find_if(kinds.begin(), kinds.end(), [word](const Kind &k) { return k.word == word; });
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
