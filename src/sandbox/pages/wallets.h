// SPDX-License-Identifier: GPL-3.0-or-later
// The mobile-money accounts of the hosted page. Only test numbers are taken, so that nobody types a real one.
#pragma once

#include "sandbox/refusal.h"

#include <QStringList>

namespace tilldeck::sandbox {

/// A mobile-money account as the customer typed it.
struct Wallet
{
    QString operatorId; ///< "wave_sn"
    QString country;    ///< two letters
    QString msisdn;     ///< phone number with country code: "+221770000000"

    /// Returns the number without spaces, beginning with "+".
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

/// Returns all of them.
const QList<WalletCountry> &walletCountries();

/// Returns "Orange Money" for "orange_money".
QString operatorName(const QString &operatorId);

/// Returns the problems of the fields "country", "operator" and "msisdn"; none when a payment can be tried.
QList<FieldError> walletProblems(const Wallet &wallet);

enum class WalletBehaviour { Pays, Declines, PaysLater, WaitsForTest };

/// Returns what a wallet without problems does.
WalletBehaviour behaviourOf(const Wallet &wallet);

/// A number that the sandbox knows.
struct TestWallet
{
    QString ending; ///< what follows the country code
    QString behaviour;
};

/// Returns the test numbers that the page lists.
QList<TestWallet> testWallets();

} // namespace tilldeck::sandbox
