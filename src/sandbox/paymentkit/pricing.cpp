// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/pricing.h"

#include <limits>

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

Answer<SoldLine> sell(const Store &store, const Line &line, qsizetype tier, qsizetype index,
                      std::optional<money::Currency> &currency)
{
    const auto refuse = [&](const QString &member, const QString &message) {
        return std::unexpected(Refusal::invalid(lineField(tier, index, member), message));
    };
    if (line.quantity < 1)
        return refuse(u"quantity"_s, u"Quantity must be at least 1."_s);
    if (line.quantity > std::numeric_limits<qint32>::max())
        return refuse(u"quantity"_s, u"Quantity must be at most 2147483647."_s);
    const auto price = store.get(u"prices"_s, line.priceId);
    if (!price)
        return refuse(u"price_id"_s, u"There is no price %1."_s.arg(line.priceId));
    if (!(*price)["is_active"_L1].toBool(true))
        return refuse(u"price_id"_s, u"The price %1 is no longer active."_s.arg(line.priceId));
    const auto own = money::Currency::fromCode((*price)["currency"_L1].toString());
    if (!currency)
        currency = own;
    if (currency != own)
        return refuse(u"price_id"_s,
                      u"All items of a session share one currency: %1 is in %2, the items before are in %3."_s.arg(
                          line.priceId, own->code(), currency->code()));
    const qint64 unit = (*price)["unit_amount_atom"_L1].toInteger();
    const auto total = money::Money(unit, *own).times(line.quantity);
    if (!total)
        return refuse(u"quantity"_s, u"This quantity makes the amount too large."_s);
    return SoldLine{line.priceId,
                    (*price)["name"_L1].toString(),
                    (*price)["billing_period"_L1].toString(),
                    line.quantity,
                    unit,
                    total->minorUnits()};
}

} // namespace

QString lineField(qsizetype tier, qsizetype line, const QString &member)
{
    const QString own = u"line_items[%1].%2"_s.arg(line).arg(member);
    return tier == 0 ? own : u"cascade_line_items[%1].%2"_s.arg(tier - 1).arg(own);
}

Answer<PricedTiers> priceTiers(const Store &store, const QList<TierRequest> &tiers,
                               const std::optional<Discount> &discount)
{
    PricedTiers priced;
    for (qsizetype t = 0; t < tiers.size(); ++t) {
        Tier tier;
        tier.routeId = tiers.at(t).routeId;
        for (qsizetype i = 0; i < tiers.at(t).lines.size(); ++i) {
            const auto line = sell(store, tiers.at(t).lines.at(i), t, i, priced.currency);
            if (!line)
                return std::unexpected(line.error());
            const auto sum = money::Money(tier.subtotal, *priced.currency).plus({line->total, *priced.currency});
            if (!sum)
                return std::unexpected(Refusal::invalid(lineField(t, i, u"quantity"_s),
                                                        u"The items together cost too much to be charged."_s));
            tier.subtotal = sum->minorUnits();
            tier.lines << *line;
        }
        if (discount) {
            const auto off = discount->on({tier.subtotal, *priced.currency});
            if (!off)
                return std::unexpected(off.error());
            tier.discount = off->minorUnits();
        }
        tier.total = tier.subtotal - tier.discount;
        priced.tiers << tier;
    }
    return priced;
}

} // namespace tilldeck::sandbox::paymentkit
