// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/codec_quote.h"

#include "providers/khaime/text.h"

#include "http/json_read.h"
#include "providers/khaime/codec_sessions.h"
#include "providers/wire/amounts.h"

#include <QCoreApplication>
#include <QLocale>

namespace tilldeck::providers::khaime {

using checkout::Conversion;
using checkout::Quote;
using checkout::Result;
using checkout::Split;

using namespace Qt::StringLiterals;

namespace {

std::optional<money::Money> readMoney(ObjectReader &parent, QLatin1StringView name)
{
    if (!parent.has(name))
        return {};
    ObjectReader object = parent.object(name);
    auto amount = requiredAmount(object, Family::Khaime, "amount"_L1, "currency"_L1);
    parent.adopt(object);
    return amount;
}

std::optional<Conversion> readConversion(ObjectReader &data)
{
    ObjectReader conversionObject = data.object("conversion"_L1);
    const auto original = optionalAmount(conversionObject, Family::Khaime, "original_amount"_L1,
                                         conversionObject.currency("original_currency"_L1));
    const auto converted = optionalAmount(conversionObject, Family::Khaime, "converted_amount"_L1,
                                          conversionObject.currency("converted_currency"_L1));
    std::optional<Conversion> conversion;
    if (original && converted) {
        conversion.emplace(*original, *converted);
        conversion->rate = numberText(conversionObject, "exchange_rate"_L1);
    }
    data.adopt(conversionObject);
    return conversion;
}

/// Reads the shape of the contract's example, with a customer's and a business's part.
std::optional<Quote> readSides(ObjectReader &data)
{
    ObjectReader customer = data.object("customer"_L1);
    const auto total = requiredAmount(customer, Family::Khaime, "total_charged"_L1, "currency"_L1);
    if (!customer.ok()) {
        data.adopt(customer);
        return {};
    }
    Quote quote(*total);
    quote.base = optionalAmount(customer, Family::Khaime, "base_amount"_L1, total->currency());
    quote.fee = optionalAmount(customer, Family::Khaime, "transaction_fee"_L1, total->currency());
    if (customer.has("pays_fees"_L1))
        quote.customerPaysFee = customer.flag("pays_fees"_L1, false);
    data.adopt(customer);
    ObjectReader business = data.object("business"_L1);
    quote.businessReceives =
        optionalAmount(business, Family::Khaime, "priced_amount"_L1, business.currency("currency"_L1));
    data.adopt(business);
    return quote;
}

/// Reads the shape that the documents describe: that of a charge, without what only a charge has.
std::optional<Quote> readAsCharge(ObjectReader &data, std::optional<money::Currency> currency)
{
    const auto fees = readFees(data, currency);
    if (!fees) {
        data.missing("customer"_L1);
        return {};
    }
    Quote quote(fees->total.value_or(fees->base));
    quote.base = fees->base;
    quote.fee = fees->fee;
    quote.customerPaysFee = fees->customerPays;
    return quote;
}

} // namespace

QString numberText(ObjectReader &item, QLatin1StringView name)
{
    if (item.all().value(name).isString())
        return item.label(name);
    const auto number = item.number(name);
    if (!number)
        return {};
    if (const auto whole = http::exactInteger(item.all().value(name)))
        return QString::number(*whole);
    return QString::number(*number, 'f', QLocale::FloatingPointShortest);
}

QString idText(ObjectReader &item, QLatin1StringView name)
{
    if (item.all().value(name).isString())
        return item.optionalText(name);
    const auto number = item.integer(name);
    return number ? QString::number(*number) : QString();
}

std::optional<qint64> basisPointsOf(ObjectReader &item, QLatin1StringView name)
{
    const auto rate = item.number(name);
    return rate ? basisPoints(*rate * 100) : std::nullopt;
}

Result<LocalPrice> decodeLocalPrice(const QJsonDocument &answer, std::optional<money::Currency> asked)
{
    ObjectReader root(answer);
    ObjectReader data = root.object("data"_L1);
    ObjectReader pricing = data.object("pricing"_L1);
    auto local = readMoney(root, "local"_L1);
    if (!local)
        local = readMoney(data, "local"_L1);
    if (!local)
        local = readMoney(pricing, "local"_L1);
    std::optional<LocalPrice> price;
    if (local) {
        price.emplace(*local);
        price->base = readMoney(pricing, "base"_L1);
        ObjectReader conversion = pricing.object("conversion"_L1);
        price->rate = numberText(conversion, "rate"_L1);
        pricing.adopt(conversion);
        ObjectReader product = data.object("product"_L1);
        price->productTitle = product.label("name"_L1);
        data.adopt(product);
    } else {
        root.missing("local"_L1);
    }
    data.adopt(pricing);
    root.adopt(data);
    if (price && asked && price->local.currency() != *asked)
        root.fault("local"_L1, KhaimeText::tr("%1 is in another currency than was asked for."));
    if (!root.ok())
        return std::unexpected(root.error());
    return *price;
}

Result<Quote> decodePreview(const QJsonDocument &answer, const checkout::SessionDraft &draft)
{
    ObjectReader root(answer);
    ObjectReader data = dataOf(answer);
    if (!data.ok())
        return std::unexpected(data.error());
    if (!root.flag("preview"_L1, false) && !data.flag("preview"_L1, false))
        data.missing("preview"_L1);
    const auto currency = chargeCurrencyOf(draft);
    std::optional<Quote> quote = data.has("customer"_L1) ? readSides(data) : readAsCharge(data, currency);
    if (quote && currency && quote->customerPays.currency() != *currency)
        data.fault("customer.currency"_L1, KhaimeText::tr("%1 is another currency than was asked for."));
    if (quote) {
        quote->conversion = readConversion(data);
        quote->gateway = data.label("payment_gateway"_L1);
        if (data.has("is_international"_L1))
            quote->international = data.flag("is_international"_L1, false);
        quote->businessCountry = data.label("business_country"_L1);
        quote->customerCountry = data.label("customer_country"_L1);
    }
    data.adopt(root);
    if (!data.ok())
        return std::unexpected(data.error());
    return *quote;
}

Result<SubMerchant> decodeSubMerchant(const QJsonDocument &answer)
{
    ObjectReader data = dataOf(answer);
    SubMerchant merchant;
    merchant.id = idText(data, "id"_L1);
    if (merchant.id.isEmpty())
        data.missing("id"_L1);
    ObjectReader profile = data.object("profile"_L1);
    merchant.name = profile.label("business_name"_L1);
    data.adopt(profile);
    ObjectReader marketplace = data.object("marketplace"_L1);
    merchant.status = marketplace.word("status"_L1);
    merchant.hasOwnRate = marketplace.has("commission_rate"_L1);
    merchant.ownRate = basisPointsOf(marketplace, "commission_rate"_L1);
    merchant.hasMarketplaceRate = marketplace.has("marketplace_commission_rate"_L1);
    merchant.marketplaceRate = basisPointsOf(marketplace, "marketplace_commission_rate"_L1);
    data.adopt(marketplace);
    ObjectReader payout = data.object("payout"_L1);
    merchant.payoutStatus = payout.word("status"_L1);
    merchant.chargeEligible = payout.flag("charge_eligible"_L1, true);
    data.adopt(payout);
    if (!data.ok())
        return std::unexpected(data.error());
    return merchant;
}

QString whyNotCharged(const SubMerchant &merchant)
{
    const QString name = merchant.name.isEmpty() ? merchant.id : merchant.name;
    if (merchant.status == "suspended"_L1)
        return KhaimeText::tr("%1 is suspended in your marketplace. Enter another sub-merchant, or none.").arg(name);
    if (merchant.payoutStatus == "pending_onboarding"_L1 || merchant.payoutStatus == "not_configured"_L1) {
        return KhaimeText::tr("%1 cannot be paid out yet. Let them finish their setup at Khaime, or enter another "
                              "sub-merchant.")
            .arg(name);
    }
    if (!merchant.chargeEligible)
        return KhaimeText::tr("Khaime takes no charges for %1 at the moment. Enter another sub-merchant, or none.")
            .arg(name);
    return {};
}

Split splitOf(const money::Money &gross, const SubMerchant &merchant)
{
    Split split(gross);
    split.subMerchantId = merchant.id;
    split.subMerchantName = merchant.name;
    if (merchant.hasOwnRate) {
        split.commissionSource = Split::CommissionSource::Own;
        split.commissionBasisPoints = merchant.ownRate;
    } else if (merchant.hasMarketplaceRate) {
        split.commissionSource = Split::CommissionSource::Marketplace;
        split.commissionBasisPoints = merchant.marketplaceRate;
    } else {
        split.commissionSource = Split::CommissionSource::None;
        split.commissionBasisPoints = 0;
    }
    // A rate that cannot be held exactly gives no figures rather than nearly right ones.
    if (split.commissionBasisPoints)
        split.commission = gross.share(*split.commissionBasisPoints);
    if (split.commission)
        split.net = gross.minus(*split.commission);
    return split;
}

} // namespace tilldeck::providers::khaime
