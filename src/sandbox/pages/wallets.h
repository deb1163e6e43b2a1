// SPDX-License-Identifier: GPL-3.0-or-later
// The mobile-money accounts of the hosted page. Only test numbers are taken, so that nobody types a real one.
#pragma once

#include "sandbox/refusal.h"

#include <QStringList>

namespace tilldeck::sandbox {

/// What the customer typed.
struct Wallet
{
    QString operatorId; ///< "wave_sn"
    QString country;    ///< two letters
    QString msisdn;     ///< phone number with country code: "+221770000000"

    /// Without spaces, beginning with "+".
    QString plainNumber() const;
};

/// A country whose operators can be chosen.
struct WalletCountry
{
    QString code;
    QString name;
    QString dialCode;
    QStringList operators;
};
const QList<WalletCountry> &walletCountries();

/// "Orange Money" for "orange_money".
QString operatorName(const QString &operatorId);

/// Problems of the fields "country", "operator" and "msisdn"; none when a payment can be tried.
QList<FieldError> walletProblems(const Wallet &wallet);

enum class WalletBehaviour { Pays, Declines, PaysLater, WaitsForTest };

/// Of a wallet without problems.
WalletBehaviour behaviourOf(const Wallet &wallet);

struct TestWallet
{
    QString ending; ///< what follows the country code
    QString behaviour;
};

/// For the page's own help.
QList<TestWallet> testWallets();

} // namespace tilldeck::sandbox
