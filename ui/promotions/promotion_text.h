// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "ui/widgets/badge.h"

#include <QLocale>
#include <QTimeZone>

namespace tilldeck::ui {

/// The most redemptions that are asked for.
inline constexpr int mostRedemptions = 1'000'000;

/// Returns the name of the coupon, else its id.
QString couponName(const checkout::Coupon &coupon);
/// Returns "First payment only", "Payments of 3 months" or "Every payment"; empty where the provider does not report
/// it.
QString couponDuration(const checkout::Coupon &coupon);
/// Returns "20% off" or "5.00 EUR off"; the name of the coupon where its kind is not known.
QString couponTerms(const checkout::Coupon &coupon, const QLocale &locale);

/// Says whether a code or coupon can be used, and until when.
struct Validity
{
    bool isUsable = true;
    QString text;       ///< "Until 30 Apr 2026", "Expired on 3 May", "Used up", "Switched off", "No end".
    QDateTime end = {}; ///< UTC: the time in the text; invalid: none.

    friend bool operator==(const Validity &, const Validity &) = default;
};

Validity validityOf(const checkout::Coupon &coupon, const QDateTime &now, const QTimeZone &zone, const QLocale &locale);
/// @p coupon is the coupon of the code, or null where it is not known; a code is not valid longer than its coupon.
Validity validityOf(const checkout::PromotionCode &code, const checkout::Coupon *coupon, const QDateTime &now,
                    const QTimeZone &zone, const QLocale &locale);

/// Returns the number of redemptions that are left, or nothing where there is no limit.
std::optional<qint64> redemptionsLeft(std::optional<qint64> limit, qint64 used);

} // namespace tilldeck::ui
