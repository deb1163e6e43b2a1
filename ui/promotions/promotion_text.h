// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "ui/widgets/badge.h"

#include <QLocale>
#include <QTimeZone>

namespace tilldeck::ui {

/// Its name, else its id.
QString couponName(const checkout::Coupon &coupon);
/// "First payment only", "Payments of 3 months", "Every payment"; empty where the provider does not tell.
QString couponDuration(const checkout::Coupon &coupon);
/// "20% off", "5.00 EUR off"; the coupon's own name where its kind is not known.
QString couponTerms(const checkout::Coupon &coupon, const QLocale &locale);

struct Validity
{
    bool isUsable = true;
    QString text; ///< "Until 30 Apr 2026", "Expired on 3 May", "Used up", "Switched off", "No end".
};

Validity validityOf(const checkout::Coupon &coupon, const QDateTime &now, const QTimeZone &zone, const QLocale &locale);
/// COUPON of the code, where it is known: what ends the coupon ends its codes.
Validity validityOf(const checkout::PromotionCode &code, const checkout::Coupon *coupon, const QDateTime &now,
                    const QTimeZone &zone, const QLocale &locale);

/// Redemptions that are left; nothing: without a limit.
std::optional<qint64> redemptionsLeft(std::optional<qint64> limit, qint64 used);

} // namespace tilldeck::ui
