// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace tilldeck::accounts {

enum class ProviderKind { PaymentKit, Khaime, Ikawaari };

/// What a key can do. A key that is not clearly for tests is treated as live, with real money.
enum class Mode { Live, Test, Sandbox };

/// One account at one provider, as the merchant connected it. Its key is in the KeyStore.
struct Account
{
    QString id;   ///< Made here; stays the same for the account's life. Never shown.
    QString name; ///< Chosen by the merchant; unique without regard to case.
    ProviderKind provider = ProviderKind::PaymentKit;
    QString baseUrl;             ///< "https://api.paymentkit.com", without a slash at the end.
    QString accountId;           ///< PaymentKit only: the account segment of every path.
    QString merchantId;          ///< Khaime only.
    QString dialect;             ///< One of checkout::AccountNeeds::dialects; empty: the standard one.
    QString checkoutUrlTemplate; ///< "https://pay.example.com/c/{token}"; empty: the token has no URL.
    Mode mode = Mode::Live;
    /// Tokens, checkout URLs and what a gateway hands over are written to no file of this computer.
    bool keepsTokensOut = false;
    /// 1 to 9: the merchant chooses the account by it (Ctrl+1 to Ctrl+9). It is given once and stays. 0: it has none.
    int number = 0;

    friend bool operator==(const Account &, const Account &) = default;
};

/// Returns whether two base URLs are one address, however each is spelled.
bool isSamePlace(const QString &baseUrl, const QString &other);

/// Returns whether requests for both accounts act at the same place: name, number and what is kept do not matter.
bool isSameShop(const Account &one, const Account &other);

/// Returns whether @p now, which has the id of @p before here, is another account at a provider: of another provider or
/// mode, with another ID or merchant ID there, or at another place. The sandbox of this computer moves no money, and is
/// the same at another port.
bool isAnother(const Account &now, const Account &before);

/// Returns the word under which files keep @p mode, and the mode that such a word stands for; live for any other.
QString modeId(Mode mode);
Mode modeFromId(const QString &word);

/// Returns the mode that the prefix of @p key stands for (contracts, PaymentKit, contradictions 1 and 3): sk_live_,
/// st_prod_ and unknown prefixes are live; …_test_, …_stg_, …_dev_ and another …_sandbox_ are test, app tokens
/// (ik_app_test_) included; sk_sandbox_ is the built-in sandbox.
Mode modeOfKey(QStringView key);
/// Returns whether @p key says by its beginning that it is for real money; one that says nothing is treated as one.
bool saysItIsLive(QStringView key);
/// Returns the mode of an account that sends @p key to @p baseUrl: a key that is not live is a sandbox's when the
/// address is on this computer; else the mode is that of the key.
Mode modeOf(QStringView key, const QString &baseUrl);

/// Returns why @p key cannot be that of @p account, in a sentence; empty if it can. It is no key at all (see
/// keyTextProblem()), another provider's or a publishable one by its prefix, or it moves real money, or does not
/// say what it is for, where the account is connected for tests, or the other way round.
QString keyProblem(const Account &account, QStringView key);

/// Returns whether a field of @p account holds @p key or another one, in the wrong place: each of them is kept in a
/// file.
bool holdsKey(const Account &account, QStringView key);

std::vector<ProviderKind> providerKinds(); ///< Returns all, in the order in which they are offered.
QString providerId(ProviderKind kind);     ///< Returns "paymentkit", as written in files and arguments.
std::optional<ProviderKind> providerFromId(QStringView id); ///< Returns nothing for an unknown id.
QString providerName(ProviderKind kind);                    ///< Returns "PaymentKit", as read by people.
QString defaultBaseUrl(ProviderKind kind);

/// Returns @p address without spaces around it and without slashes at its end.
QString withoutSlash(const QString &address);
/// Returns why @p address cannot be the base URL of an account, in a sentence; empty if it can. It is https, or http on
/// this computer, and holds no password, query or fragment.
QString baseUrlProblem(const QString &address);
/// Returns why @p address is no template of a checkout page's address; empty if it is one, or empty itself.
QString checkoutUrlProblem(const QString &address);

/// Returns provider and name, "Khaime, Shop", or the name alone where that contains the provider's.
QString fullName(const Account &account);

/// Returns whether @p one and @p other may be one account at a provider: nothing that is known tells them apart. A
/// provider's ID says more than an address, which may have another name. A merchant ID is only typed: an equal one is a
/// sign of the same account, another one none of another.
bool maybeSame(const Account &one, const Account &other);

} // namespace tilldeck::accounts
