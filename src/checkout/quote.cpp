// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/quote.h"

#include <cmath>

namespace tilldeck::checkout {

std::optional<money::Money> Split::own() const
{
    return net ? gross.minus(*net) : std::nullopt;
}

namespace {

constexpr double rateTolerance = 0.005;

double inMajorUnits(const money::Money &money)
{
    return static_cast<double>(money.minorUnits()) / std::pow(10.0, money.currency().exponent());
}

bool isNear(double rate, double original, double converted)
{
    return std::abs(original * rate - converted) <= std::abs(converted) * rateTolerance;
}

} // namespace

std::optional<bool> Conversion::rateFits() const
{
    bool isNumber = false;
    const double reported = rate.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(reported))
        return std::nullopt;
    return isNear(reported, inMajorUnits(original), inMajorUnits(converted)) ||
           isNear(reported, static_cast<double>(original.minorUnits()), static_cast<double>(converted.minorUnits()));
}

} // namespace tilldeck::checkout
