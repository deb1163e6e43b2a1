// SPDX-License-Identifier: GPL-3.0-or-later
// Random drafts, and shops on the sandbox whose prices, discounts and fees are random, too.
#pragma once

#include "checkout/session_draft.h"
#include "sandbox/khaime/engine.h"
#include "sandbox/khaime/rules.h"
#include "sandbox/store.h"

#include <limits>
#include <random>

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

inline constexpr qint64 largestQuantity = std::numeric_limits<qint32>::max();

inline money::Currency currency(const QString &code)
{
    return *money::Currency::fromCode(code);
}

/// Chooses by a seed, so that a run can be played again.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_random(seed)
    {
    }

    qint64 from(qint64 least, qint64 most) { return std::uniform_int_distribution<qint64>(least, most)(m_random); }
    bool oneIn(qint64 count) { return from(1, count) == 1; }
    template <class List> auto among(const List &list)
    {
        return list.at(typename List::size_type(from(0, qint64(list.size()) - 1)));
    }
    /// Mostly a small number, sometimes one of any size up to @p most.
    qint64 sized(qint64 most)
    {
        return oneIn(8) ? from(1, most) : from(1, std::min<qint64>(most, oneIn(2) ? 20 : 50'000));
    }
    /// A quantity, one time in 50 the largest there is.
    qint64 quantity() { return oneIn(50) ? largestQuantity : sized(1000); }

private:
    std::mt19937_64 m_random;
};

/// Opens the state of the sandbox in @p folder, to change its shop.
class ShopFile
{
public:
    explicit ShopFile(const QString &folder)
        : m_store(folder)
    {
        if (const QString why = m_store.open(); !why.isEmpty())
            qFatal("%s", qPrintable(why));
    }

    void put(const QString &kind, const QString &id, const QJsonObject &document)
    {
        if (!m_store.put(kind, id, document))
            qFatal("The catalog could not be written.");
    }
    QJsonObject get(const QString &kind, const QString &id) const { return *m_store.get(kind, id); }

private:
    sandbox::Store m_store;
};

/// What PaymentKit's sandbox sells, by the code of the currency.
struct PricedShop
{
    QStringList currencies;
    QHash<QString, QStringList> prices;
    QHash<QString, QStringList> coupons; ///< Of a fixed amount. Below no code: those of a percentage.
};

/// Adds prices of many sizes, one-time and recurring, and discounts of every kind.
inline PricedShop fillShop(const QString &folder, Dice &dice)
{
    ShopFile file(folder);
    PricedShop shop;
    // The last ones: no document says how many decimals their integers have.
    shop.currencies = QStringList{u"eur"_s, u"usd"_s, u"xof"_s, u"ngn"_s, u"gbp"_s, u"jpy"_s, u"kwd"_s,
                                  u"ugx"_s, u"isk"_s, u"huf"_s, u"twd"_s, u"mga"_s, u"clf"_s};
    const auto addCoupon = [&](const QString &group, const QString &id, QJsonObject terms) {
        terms.insert(u"id"_s, id);
        terms.insert(u"name"_s, id);
        terms.insert(u"duration"_s, u"once"_s);
        terms.insert(u"max_redemptions"_s, QJsonValue());
        terms.insert(u"times_redeemed"_s, 0);
        terms.insert(u"is_active"_s, true);
        file.put(u"coupons"_s, id, terms);
        const QString code = id.toUpper().remove(u'.');
        file.put(u"promotion-codes"_s, code,
                 {{u"id"_s, u"promo_"_s + id},
                  {u"code"_s, code},
                  {u"coupon_id"_s, id},
                  {u"max_redemptions"_s, QJsonValue()},
                  {u"times_redeemed"_s, 0},
                  {u"is_active"_s, true}});
        shop.coupons[group] << id;
    };
    for (const QString &code : std::as_const(shop.currencies)) {
        for (int number = 0; number < 12; ++number) {
            const QString id = u"price_%1_%2"_s.arg(code).arg(number);
            const bool isRecurring = number == 0;
            file.put(u"prices"_s, id,
                     {{u"id"_s, id},
                      {u"product_id"_s, u"prod_prints"_s},
                      {u"name"_s, id},
                      {u"type"_s, isRecurring ? u"recurring"_s : u"one_time"_s},
                      {u"unit_amount_atom"_s, dice.sized(10'000'000)},
                      {u"currency"_s, code},
                      {u"is_active"_s, true},
                      {u"billing_period"_s, isRecurring ? QJsonValue(u"month"_s) : QJsonValue()},
                      {u"created_at"_s, u"2026-01-01T00:00:00Z"_s}});
            shop.prices[code] << id;
        }
        for (const qint64 off : {dice.from(1, 500), dice.from(501, 40'000)})
            addCoupon(code, u"coupon_%1_off_%2"_s.arg(off).arg(code),
                      {{u"discount_type"_s, u"fixed_amount"_s}, {u"amount_off_atom"_s, off}, {u"currency"_s, code}});
    }
    // Those of three decimals cannot be read exactly: what they take off is not known beforehand.
    for (const double percent : {0.01, 1.0, 12.5, 15.0, 33.33, 33.333, 50.0, 66.67, 87.125, 99.99, 100.0})
        addCoupon({}, u"coupon_percent_%1"_s.arg(percent),
                  {{u"discount_type"_s, u"percentage"_s}, {u"percent_off"_s, percent}});
    return shop;
}

/// Makes a session of one to three tiers, each second time with a coupon or a promotion code.
inline checkout::SessionDraft pricedDraft(Dice &dice, const PricedShop &shop)
{
    const QString own = dice.among(shop.currencies);
    const QStringList prices = shop.prices[own];
    const auto items = [&] {
        std::vector<checkout::LineItem> items;
        for (qint64 left = dice.from(1, 4); left > 0; --left)
            items.emplace_back(dice.among(prices), dice.quantity());
        return items;
    };
    checkout::SessionDraft draft;
    draft.customer.id = u"cus_abc123"_s;
    draft.successUrl = u"https://kestrel.example/thanks"_s;
    draft.lineItems = items();
    const QStringList routes{QString(), u"proute_dev_x7k9m2n4"_s, u"proute_dev_fallback"_s};
    draft.processorRouteId = dice.among(routes);
    for (qint64 more = dice.from(0, 2); more > 0; --more)
        draft.cascade.emplace_back(items(), dice.among(routes));
    if (dice.oneIn(2))
        return draft;
    // Some are for another currency, or in no catalog.
    const QString group = dice.oneIn(2) ? QString() : dice.oneIn(12) ? dice.among(shop.currencies) : own;
    const QString coupon = dice.oneIn(40) ? u"coupon_of_no_catalog"_s : dice.among(shop.coupons[group]);
    if (dice.oneIn(2))
        draft.couponId = coupon;
    else
        draft.promotionCode = dice.oneIn(2) ? coupon.toUpper().remove(u'.') : QString(coupon).remove(u'.');
    return draft;
}

/// What Khaime's sandbox sells.
struct QuotedShop
{
    QStringList currencies;
    QHash<QString, qint64> products; ///< Amounts by id.
};

/// Adds products of many prices; @p customersPayFees says who bears the fee.
inline QuotedShop fillQuotedShop(const QString &folder, Dice &dice, bool customersPayFees)
{
    ShopFile file(folder);
    QuotedShop shop;
    shop.currencies = QStringList{u"NGN"_s, u"GHS"_s, u"KES"_s, u"ZAR"_s, u"TZS"_s, u"XAF"_s, u"XOF"_s, u"USD"_s,
                                  u"EUR"_s, u"GBP"_s, u"CAD"_s, u"AUD"_s, u"RWF"_s, u"UGX"_s, u"JPY"_s};
    const QString business = sandbox::khaime::kind::business;
    QJsonObject own = file.get(business, u"own"_s);
    own.insert(u"customers_pay_fees"_s, customersPayFees);
    file.put(business, u"own"_s, own);
    for (int id = 5000; id < 5008; ++id) {
        const qint64 amount = dice.sized(400'000);
        file.put(sandbox::khaime::kind::products, QString::number(id),
                 {{u"id"_s, id},
                  {u"name"_s, u"Product %1"_s.arg(id)},
                  {u"type"_s, u"digital"_s},
                  {u"amount"_s, amount},
                  {u"currency"_s, dice.among(shop.currencies)},
                  {u"created_at"_s, u"2026-01-01T00:00:00.000Z"_s}});
        shop.products.insert(QString::number(id), amount);
    }
    return shop;
}

/// Makes a charge, a hosted session or an embedded checkout.
inline checkout::SessionDraft quotedDraft(Dice &dice, const QuotedShop &shop)
{
    checkout::SessionDraft draft;
    draft.customer.email = u"ada@example.com"_s;
    if (dice.oneIn(3))
        draft.customer.country = dice.among(QStringList{u"NG"_s, u"US"_s, u"SN"_s});
    const auto choose = [&] { return currency(dice.among(shop.currencies)); };
    const auto product = [&] { return dice.among(shop.products.keys()); };
    switch (dice.from(1, 4)) {
    case 1:
        draft.flow = u"khaime.checkout"_s;
        draft.productId = product();
        draft.productQuantity = dice.quantity();
        draft.chargeCurrency = choose();
        return draft;
    case 2:
        draft.flow = u"khaime.session"_s;
        draft.productId = product();
        draft.pricing = money::Money(dice.sized(90'000'000), choose());
        if (dice.oneIn(3))
            draft.subscriptionFrequency = u"monthly"_s;
        return draft;
    default:
        draft.flow = u"khaime.charge"_s;
        draft.pricing = money::Money(dice.sized(90'000'000), choose());
        if (!dice.oneIn(4))
            draft.chargeCurrency = choose();
        if (draft.chargeCurrency && dice.oneIn(4)) {
            // Typed by the merchant: up to 1 % off what the provider works out is taken.
            const qint64 own = sandbox::khaime::converted(*draft.pricing, *draft.chargeCurrency)->minorUnits();
            draft.chargeAmount = money::Money(own + own / 1000 * dice.from(-11, 11), *draft.chargeCurrency);
        }
        if (dice.oneIn(4))
            draft.subMerchantId = dice.among(QStringList{u"21"_s, u"22"_s});
        return draft;
    }
}

/// Makes a session of items that have a name and an amount.
inline checkout::SessionDraft namedDraft(Dice &dice)
{
    const QStringList currencies{u"XOF"_s, u"XOF"_s, u"EUR"_s, u"USD"_s, u"XAF"_s, u"GNF"_s, u"KWD"_s, u"UGX"_s};
    const money::Currency own = currency(dice.among(currencies));
    checkout::SessionDraft draft;
    draft.mode = u"payment"_s;
    draft.successUrl = u"https://kestrel.example/thanks"_s;
    draft.returnUrl = u"https://kestrel.example/back"_s;
    for (qint64 left = dice.from(1, 4); left > 0; --left) {
        checkout::LineItem item;
        item.name = u"Item %1"_s.arg(left);
        item.quantity = dice.quantity();
        item.unitAmount = money::Money(dice.sized(item.quantity == largestQuantity ? 100 : 100'000'000), own);
        draft.lineItems.push_back(item);
    }
    return draft;
}

} // namespace tilldeck::desk::test
