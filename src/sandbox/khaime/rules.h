// SPDX-License-Identifier: GPL-3.0-or-later
// Khaime's arithmetic, in whole minor units. Contract: khaime.openapi.yaml and the notes on its contradictions.
#pragma once

#include "money/money.h"
#include "sandbox/call_window.h"

#include <QStringList>

#include <optional>

namespace tilldeck::sandbox::khaime {

/// The unit of rates.
constexpr qint64 kPartsPerMillion = 1'000'000;

/// The largest amount that is accepted, in minor units, so that no sum or conversion of one leaves 64 bits.
constexpr qint64 kLargestAmount = 1'000'000'000'000'000;

/// Returns @p from in currency @p to at the sandbox's fixed rates, rounded half up; nothing when one has no rate.
/// 9000 USD are 1440000 NGN, as documented.
std::optional<money::Money> converted(const money::Money &from, money::Currency to);

/// Returns the reported rate, in major units of @p to for one of @p from. It is the one of converted() except for NGN:
/// the contract's own example converts with 160 and prints 1600.
std::optional<double> reportedRate(money::Currency from, money::Currency to);

/// Returns whether @p amount differs from @p own by at most 1 % of it.
bool isWithinTolerance(qint64 amount, qint64 own);

/// Returns the fee in minor units, 6.4 % of @p base, rounded half up: 320 of 5000, 92160 of 1440000.
qint64 feeOf(const money::Money &base);

/// Returns "paystack", "startbutton" or "stripe"; a currency outside the contract's table goes to Stripe.
QString gatewayFor(const QString &currency);

/// Limits the calls of one key to 50 in a second and 1000 in an hour, each counted from its first call.
class RateLimit
{
public:
    static constexpr int kMostInSecond = 50;
    static constexpr int kMostInHour = 1000;

    /// Counts a call at @p now, milliseconds of a monotonic clock. Returns 0 when it is accepted, else the milliseconds
    /// until calls are accepted again.
    qint64 wait(qint64 now) { return std::max(m_hour.count(now).wait, m_second.count(now).wait); }

private:
    CallWindow m_second{kMostInSecond, 1000};
    CallWindow m_hour{kMostInHour, 3'600'000};
};

/// The shares of a payment for a sub-merchant; commission and net add up to gross.
struct Split
{
    qint64 gross = 0;
    qint64 commission = 0;
    qint64 net = 0;
};

/// Splits @p gross. The commission is rounded half up; its rate is in parts per million.
Split splitOf(qint64 gross, qint64 ratePpm);

/// Returns the two letters of a country given by them or by its English name; empty for anything else.
QString countryCode(const QString &text);

/// Returns the currency of a country, where there is one.
std::optional<money::Currency> currencyOfCountry(const QString &countryCode);

} // namespace tilldeck::sandbox::khaime
