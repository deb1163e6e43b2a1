// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/promotion_text.h"

#include "checkout/promotion_state.h"
#include "money/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::ui {

using checkout::Coupon;
using checkout::PromotionCode;
using checkout::PromotionState;

namespace {

struct PromotionsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::Promotions)
};

QString day(const QDateTime &time, const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    const QDate date = time.toTimeZone(zone).date();
    const bool thisYear = date.year() == now.toTimeZone(zone).date().year();
    return locale.toString(date, thisYear ? PromotionsText::tr("d MMM", "date format")
                                          : PromotionsText::tr("d MMM yyyy", "date format"));
}

/// Returns the validity of a coupon or code alone: both end in the same ways.
template <class Item>
Validity ownValidity(const Item &item, const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    switch (checkout::stateAt(item, now)) {
    case PromotionState::SwitchedOff:
        return {false, PromotionsText::tr("Switched off")};
    case PromotionState::Expired:
        return {false, PromotionsText::tr("Expired on %1", "date").arg(day(item.expiresAt, now, zone, locale)),
                item.expiresAt};
    case PromotionState::UsedUp:
        return {false, PromotionsText::tr("Used up")};
    case PromotionState::Usable:
        break;
    }
    if (item.expiresAt.isValid())
        return {true, PromotionsText::tr("Until %1", "date").arg(day(item.expiresAt, now, zone, locale)),
                item.expiresAt};
    return {true, PromotionsText::tr("No end")};
}

} // namespace

QString couponName(const Coupon &coupon)
{
    return coupon.name.isEmpty() ? coupon.id : coupon.name;
}

QString couponDuration(const Coupon &coupon)
{
    using Duration = Coupon::Duration;
    if (coupon.duration == Duration::Once)
        return PromotionsText::tr("First payment only");
    if (coupon.duration == Duration::Forever)
        return PromotionsText::tr("Every payment");
    if (coupon.duration == Duration::Repeating && coupon.months)
        return PromotionsText::tr("Payments of %Ln month(s)", nullptr, static_cast<int>(*coupon.months));
    return {};
}

QString couponTerms(const Coupon &coupon, const QLocale &locale)
{
    if (coupon.kind == Coupon::Kind::Percentage) {
        const int decimals = coupon.basisPoints % 100 == 0 ? 0 : coupon.basisPoints % 10 == 0 ? 1 : 2;
        return PromotionsText::tr("%1% off").arg(
            locale.toString(static_cast<double>(coupon.basisPoints) / 100, 'f', decimals));
    }
    if (coupon.kind == Coupon::Kind::FixedAmount && coupon.amountOff)
        return PromotionsText::tr("%1 off", "amount").arg(money::format(*coupon.amountOff, locale));
    // The contract has percentages with two decimals; the name may say anything.
    return PromotionsText::tr("What it takes off is not known here");
}

Validity validityOf(const Coupon &coupon, const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    return ownValidity(coupon, now, zone, locale);
}

Validity validityOf(const PromotionCode &code, const Coupon *coupon, const QDateTime &now, const QTimeZone &zone,
                    const QLocale &locale)
{
    if (checkout::stateAt(code, coupon, now).isOfCoupon) {
        const Validity own = ownValidity(*coupon, now, zone, locale);
        return {false, PromotionsText::tr("Coupon: %1", "why its coupon is over").arg(own.text), own.end};
    }
    Validity validity = ownValidity(code, now, zone, locale);
    const bool couponEndsFirst = validity.isUsable && coupon && coupon->expiresAt.isValid() &&
                                 (!code.expiresAt.isValid() || coupon->expiresAt < code.expiresAt);
    return couponEndsFirst ? ownValidity(*coupon, now, zone, locale) : validity;
}

std::optional<qint64> redemptionsLeft(std::optional<qint64> limit, qint64 used)
{
    if (!limit)
        return std::nullopt;
    return std::max<qint64>(0, *limit - used);
}

} // namespace tilldeck::ui
