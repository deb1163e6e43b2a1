// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace tilldeck::accounts {

enum class ProviderKind { PaymentKit, Khaime, Ikawaari };

/// What the key can do. Anything that is not clearly a test key is treated as live: real money.
enum class Mode { Live, Test, Sandbox };

/// One account at one provider, as the merchant connected it. The key is not here: see KeyStore.
struct Account
{
    QString id;   ///< Ours; stays the same for the account's life. Never shown.
    QString name; ///< The merchant's own word; unique without regard to case.
    ProviderKind provider = ProviderKind::PaymentKit;
    QString baseUrl;             ///< "https://api.paymentkit.com", no slash at the end.
    QString accountId;           ///< PaymentKit: the account segment of every path.
    QString merchantId;          ///< Khaime.
    QString dialect;             ///< One of the provider's documented bodies; empty: its standard one.
    QString checkoutUrlTemplate; ///< "https://pay.example.com/c/{token}"; empty: only the token can be handed out.
    Mode mode = Mode::Live;
    /// 1 to 9: the merchant chooses the account by it (Ctrl+1 to Ctrl+9). It is given once and stays. 0: it has none.
    int number = 0;

    friend bool operator==(const Account &, const Account &) = default;
};

/// The mode that a key speaks of by its prefix. Prefixes (contracts, PaymentKit, contradictions 1 and 3): sk_live_,
/// st_prod_ and unknown ones are live; …_test_, …_stg_, …_dev_ and another …_sandbox_ are test; sk_sandbox_ is the
/// built-in sandbox.
Mode modeOfKey(QStringView key);

std::vector<ProviderKind> providerKinds();                      ///< All, in the order in which they are offered.
QString providerWord(ProviderKind kind);                        ///< "paymentkit", as written in files and arguments.
std::optional<ProviderKind> providerFromWord(QStringView word); ///< Nothing for an unknown word.
QString providerName(ProviderKind kind);                        ///< "PaymentKit", as read by people.
QString defaultBaseUrl(ProviderKind kind);

/// "Khaime, Shop": what an account is called where its provider matters; its name alone where that tells the provider.
QString fullName(const Account &account);

} // namespace tilldeck::accounts
