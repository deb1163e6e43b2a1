// SPDX-License-Identifier: GPL-3.0-or-later
// Khaime's arithmetic, in whole minor units. Contract: khaime.openapi.yaml and the notes on its contradictions.
#pragma once

#include "money/money.h"

#include <QStringList>

#include <optional>

namespace tilldeck::sandbox::khaime {

/// Rates are kept in millionths.
constexpr qint64 kPartsPerMillion = 1'000'000;

/// The largest amount that is taken, so that no sum or conversion of one leaves 64 bits.
constexpr qint64 kLargestAmount = 1'000'000'000'000'000;

/// FROM in currency TO at the sandbox's fixed rates, rounded half up; nothing where one of them has no rate.
/// 9000 USD are 1440000 NGN, as documented.
std::optional<money::Money> converted(const money::Money &from, money::Currency to);

/// The rate as it is reported, major units of TO for one of FROM. It is the one converted() uses, except for NGN: the
/// contract's own example converts with 160 and prints 1600.
std::optional<double> reportedRate(money::Currency from, money::Currency to);

/// Whether AMOUNT is not further than 1 % of OWN from it, edges included.
bool isWithinTolerance(qint64 amount, qint64 own);

/// 6.4 % of BASE, rounded half up: 320 of 5000, 92160 of 1440000.
qint64 feeOf(const money::Money &base);

/// "paystack", "startbutton" or "stripe"; a currency outside the contract's table goes to Stripe.
QString gatewayFor(const QString &currency);

/// How a payment for a sub-merchant is divided; commission and net add up to gross.
struct Split
{
    qint64 gross = 0;
    qint64 commission = 0;
    qint64 net = 0;
};

/// The commission is rounded half up; its rate is in millionths.
Split splitOf(qint64 gross, qint64 ratePpm);

/// A country's name in English or its two letters as the two letters; empty for anything else.
QString countryCode(const QString &text);

/// The currency a country pays in, where there is one.
std::optional<money::Currency> currencyOfCountry(const QString &countryCode);

} // namespace tilldeck::sandbox::khaime
