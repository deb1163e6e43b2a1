// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape_parts.h"

#include "shape_text.h"

#include "money/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace tilldeck::cli {

using checkout::Split;

namespace {

QString sourceWord(Split::CommissionSource source)
{
    switch (source) {
    case Split::CommissionSource::Own:
        return QStringLiteral("own");
    case Split::CommissionSource::Marketplace:
        return QStringLiteral("marketplace");
    case Split::CommissionSource::None:
        return QStringLiteral("none");
    case Split::CommissionSource::NotTold:
        break;
    }
    return {};
}

QJsonValue conversionJson(const std::optional<checkout::Conversion> &conversion)
{
    if (!conversion)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("original"), moneyJson(conversion->original)},
                       {QStringLiteral("converted"), moneyJson(conversion->converted)},
                       {QStringLiteral("rate"), orNull(conversion->rate)},
                       {QStringLiteral("rate_fits"), orNull(conversion->rateFits())}};
}

} // namespace

QJsonValue moment(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const std::optional<bool> &truth)
{
    return truth ? QJsonValue(*truth) : QJsonValue(QJsonValue::Null);
}

QJsonValue minor(const std::optional<money::Money> &amount)
{
    return amount ? QJsonValue(amount->minorUnits()) : QJsonValue(QJsonValue::Null);
}

QJsonValue code(const std::optional<money::Money> &amount)
{
    return amount ? QJsonValue(amount->currency().code()) : QJsonValue(QJsonValue::Null);
}

QJsonValue moneyJson(const std::optional<money::Money> &amount)
{
    if (!amount)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("amount"), minor(amount)}, {QStringLiteral("currency"), code(amount)}};
}

QString written(const std::optional<money::Money> &amount)
{
    return amount ? money::format(*amount, QLocale()) : ShapeText::tr("not known");
}

QJsonValue feesJson(const std::optional<checkout::FeeDetails> &fees)
{
    if (!fees)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("base"), moneyJson(fees->base)},
                       {QStringLiteral("fee"), moneyJson(fees->fee)},
                       {QStringLiteral("total"), moneyJson(fees->total)},
                       {QStringLiteral("customer_pays_fee"), fees->customerPays}};
}

QJsonValue splitJson(const std::optional<Split> &split)
{
    if (!split)
        return QJsonValue::Null;
    const auto rate = split->commissionBasisPoints;
    return QJsonObject{
        {QStringLiteral("sub_merchant_id"), orNull(split->subMerchantId)},
        {QStringLiteral("sub_merchant_name"), orNull(split->subMerchantName)},
        {QStringLiteral("gross"), moneyJson(split->gross)},
        {QStringLiteral("commission_basis_points"), rate ? QJsonValue(*rate) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("commission_source"), orNull(sourceWord(split->commissionSource))},
        {QStringLiteral("commission"), moneyJson(split->commission)},
        {QStringLiteral("net"), moneyJson(split->net)}};
}

QJsonValue quoteJson(const std::optional<checkout::Quote> &quote)
{
    if (!quote)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("customer_pays"), moneyJson(quote->customerPays)},
                       {QStringLiteral("base"), moneyJson(quote->base)},
                       {QStringLiteral("fee"), moneyJson(quote->fee)},
                       {QStringLiteral("customer_pays_fee"), orNull(quote->customerPaysFee)},
                       {QStringLiteral("business_receives"), moneyJson(quote->businessReceives)},
                       {QStringLiteral("conversion"), conversionJson(quote->conversion)},
                       {QStringLiteral("gateway"), orNull(quote->gateway)},
                       {QStringLiteral("international"), orNull(quote->international)},
                       {QStringLiteral("business_country"), orNull(quote->businessCountry)},
                       {QStringLiteral("customer_country"), orNull(quote->customerCountry)},
                       {QStringLiteral("product"), orNull(quote->productTitle)},
                       {QStringLiteral("split"), splitJson(quote->split)},
                       {QStringLiteral("made_at"), moment(quote->madeAt)},
                       {QStringLiteral("valid_until"), moment(quote->validUntil)}};
}

} // namespace tilldeck::cli
