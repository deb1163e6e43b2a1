// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choices.h"

#include "ui/lists/roles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

struct CatalogChoiceText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::Choices)
};

QString period(const QString &billingPeriod)
{
    if (billingPeriod.isEmpty())
        return CatalogChoiceText::tr("once", "billing period of a price");
    if (billingPeriod == "day"_L1)
        return CatalogChoiceText::tr("per day");
    if (billingPeriod == "week"_L1)
        return CatalogChoiceText::tr("per week");
    if (billingPeriod == "month"_L1)
        return CatalogChoiceText::tr("per month");
    if (billingPeriod == "year"_L1)
        return CatalogChoiceText::tr("per year");
    return billingPeriod;
}

/// Why a code or coupon is over, by the catalog; empty: it is not.
template <class T> QString overReason(const T &code, const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    if (!code.active)
        return CatalogChoiceText::tr("switched off");
    if (code.expiresAt.isValid() && code.expiresAt <= now)
        return CatalogChoiceText::tr("expired on %1")
            .arg(locale.toString(code.expiresAt.toTimeZone(zone).date(), u"d MMM yyyy"));
    if (code.maxRedemptions && code.timesRedeemed >= *code.maxRedemptions)
        return CatalogChoiceText::tr("used up");
    return {};
}

/// Returns why a coupon cannot be used for items in @p currency; empty if it can.
QString couponReason(const checkout::Coupon &coupon, std::optional<money::Currency> currency, const QDateTime &now,
                     const QTimeZone &zone, const QLocale &locale)
{
    QString over = overReason(coupon, now, zone, locale);
    if (over.isEmpty() && currency && coupon.amountOff && coupon.amountOff->currency() != *currency)
        return CatalogChoiceText::tr("not for prices in %1").arg(currency->code());
    return over;
}

QString couponValue(const checkout::Coupon &coupon, const QLocale &locale)
{
    if (coupon.kind == checkout::Coupon::Kind::Percentage)
        return CatalogChoiceText::tr("%1% off").arg(locale.toString(double(coupon.basisPoints) / 100, 'g', 6));
    return {};
}

} // namespace

std::vector<Choice> priceChoices(const checkout::Catalog &catalog, std::optional<money::Currency> currency)
{
    std::vector<Choice> choices;
    std::vector<Choice> others;
    for (const checkout::Price &price : catalog.prices.items) {
        if (!price.active)
            continue;
        Choice choice{price.id, price.label(), {}, price.unitAmount, period(price.billingPeriod), {}};
        if (currency && price.unitAmount.currency() != *currency) {
            choice.reason = CatalogChoiceText::tr("Other currency, needs its own session");
            others.push_back(std::move(choice));
        } else {
            choices.push_back(std::move(choice));
        }
    }
    choices.insert(choices.end(), others.begin(), others.end());
    return choices;
}

std::vector<Choice> customerChoices(const checkout::Catalog &catalog)
{
    std::vector<Choice> choices;
    for (const checkout::Customer &customer : catalog.customers.items) {
        const QString title = !customer.name.isEmpty() ? customer.name : customer.email;
        choices.push_back({customer.id,
                           title.isEmpty() ? customer.id : title,
                           customer.name.isEmpty() ? QString() : customer.email,
                           {},
                           customer.id,
                           {}});
    }
    return choices;
}

std::vector<Choice> routeChoices(const checkout::Catalog &catalog)
{
    std::vector<Choice> choices{{{},
                                 CatalogChoiceText::tr("Account decides"),
                                 CatalogChoiceText::tr("No route of its own is sent"),
                                 {},
                                 {},
                                 {}}};
    // A route of the catalog may have that name, too: the ID beside it tells it from this choice.
    for (const checkout::ProcessorRoute &route : catalog.routes.items)
        choices.push_back({route.id, route.name.isEmpty() ? route.id : route.name, {}, {}, {}, {}});
    return choices;
}

std::vector<Choice> promotionCodeChoices(const checkout::Catalog &catalog, std::optional<money::Currency> currency,
                                         const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    std::vector<Choice> choices;
    choices.reserve(catalog.promotionCodes.items.size());
    for (const checkout::PromotionCode &code : catalog.promotionCodes.items) {
        Choice choice{code.code, code.code, {}, {}, {}, overReason(code, now, zone, locale)};
        if (const checkout::Coupon *coupon = catalog.coupon(code.couponId)) {
            choice.subtitle = coupon->name;
            choice.amount = coupon->amountOff;
            choice.detail = couponValue(*coupon, locale);
            // A code lives no longer than what it stands for.
            if (choice.reason.isEmpty())
                choice.reason = couponReason(*coupon, currency, now, zone, locale);
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

std::vector<Choice> couponChoices(const checkout::Catalog &catalog, std::optional<money::Currency> currency,
                                  const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    std::vector<Choice> choices;
    choices.reserve(catalog.coupons.items.size());
    for (const checkout::Coupon &coupon : catalog.coupons.items)
        choices.push_back({coupon.id,
                           coupon.name.isEmpty() ? coupon.id : coupon.name,
                           {},
                           coupon.amountOff,
                           couponValue(coupon, locale),
                           couponReason(coupon, currency, now, zone, locale)});
    return choices;
}

void ChoiceModel::setChoices(std::vector<Choice> choices)
{
    if (choices == m_choices)
        return;
    beginResetModel();
    m_choices = std::move(choices);
    endResetModel();
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_choices.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Choice &choice = m_choices[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return choice.title;
    case Qt::EditRole:
        return choice.id;
    case SecondaryTextRole:
        return !choice.reason.isEmpty() ? choice.reason : choice.subtitle.isEmpty() ? choice.id : choice.subtitle;
    case AmountRole:
        return choice.amount ? QVariant::fromValue(*choice.amount) : QVariant();
    case DetailRole:
        return choice.reason.isEmpty() ? choice.detail : QString();
    case SearchRole:
        return QString(choice.title + u'\n' + choice.id + u'\n' + choice.subtitle);
    case Qt::AccessibleTextRole:
        return choice.reason.isEmpty() ? choice.title
                                       : CatalogChoiceText::tr("%1, %2").arg(choice.title, choice.reason);
    default:
        return {};
    }
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    const bool open = index.isValid() && m_choices[size_t(index.row())].reason.isEmpty();
    // Selectable, for a completer leaves out what is not; what is not enabled it shows and does not take.
    return open ? flags : flags & ~Qt::ItemIsEnabled;
}

} // namespace tilldeck::ui

#include "moc_choices.cpp"
