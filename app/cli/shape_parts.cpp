// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape_parts.h"

#include "shape_text.h"

#include "money/format.h"

#include <unicode/uchar.h>

#include <QCoreApplication>
#include <QLocale>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Split;

namespace {

QString commissionSourceId(Split::CommissionSource source)
{
    switch (source) {
    case Split::CommissionSource::Own:
        return u"own"_s;
    case Split::CommissionSource::Marketplace:
        return u"marketplace"_s;
    case Split::CommissionSource::None:
        return u"none"_s;
    case Split::CommissionSource::NotReported:
        break;
    }
    return {};
}

QJsonValue conversionJson(const std::optional<checkout::Conversion> &conversion)
{
    if (!conversion)
        return QJsonValue::Null;
    return QJsonObject{{u"original"_s, moneyJson(conversion->original)},
                       {u"converted"_s, moneyJson(conversion->converted)},
                       {u"rate"_s, orNull(conversion->rate)},
                       {u"rate_fits"_s, orNull(conversion->rateFits())}};
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
    return QJsonObject{{u"amount"_s, minor(amount)}, {u"currency"_s, code(amount)}};
}

QString written(const std::optional<money::Money> &amount)
{
    return amount ? money::format(*amount, QLocale()) : ShapeText::tr("not known");
}

QString padded(const QString &text, int width)
{
    int columns = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype begin = 0, end = finder.toNextBoundary(); end >= 0; begin = end, end = finder.toNextBoundary()) {
        const QList<uint> parts = text.sliced(begin, end - begin).toUcs4();
        const bool isWide = std::ranges::any_of(parts, [](uint part) {
            constexpr uint asEmoji = 0xfe0f;
            const int kind = u_getIntPropertyValue(static_cast<UChar32>(part), UCHAR_EAST_ASIAN_WIDTH);
            return kind == U_EA_WIDE || kind == U_EA_FULLWIDTH || part == asEmoji;
        });
        columns += isWide ? 2 : 1;
    }
    return text + QString(std::max(0, width - columns), u' ');
}

QJsonValue feesJson(const std::optional<checkout::FeeDetails> &fees)
{
    if (!fees)
        return QJsonValue::Null;
    return QJsonObject{{u"base"_s, moneyJson(fees->base)},
                       {u"fee"_s, moneyJson(fees->fee)},
                       {u"total"_s, moneyJson(fees->total)},
                       {u"customer_pays_fee"_s, fees->customerPays}};
}

QJsonValue splitJson(const std::optional<Split> &split)
{
    if (!split)
        return QJsonValue::Null;
    const auto rate = split->commissionBasisPoints;
    return QJsonObject{{u"sub_merchant_id"_s, orNull(split->subMerchantId)},
                       {u"sub_merchant_name"_s, orNull(split->subMerchantName)},
                       {u"gross"_s, moneyJson(split->gross)},
                       {u"commission_basis_points"_s, rate ? QJsonValue(*rate) : QJsonValue(QJsonValue::Null)},
                       {u"commission_source"_s, orNull(commissionSourceId(split->commissionSource))},
                       {u"commission"_s, moneyJson(split->commission)},
                       {u"net"_s, moneyJson(split->net)},
                       {u"your_share"_s, moneyJson(split->own())}};
}

QJsonValue quoteJson(const std::optional<checkout::Quote> &quote)
{
    if (!quote)
        return QJsonValue::Null;
    QJsonValue split = splitJson(quote->split);
    if (quote->split) {
        QJsonObject ours = split.toObject();
        ours.insert(u"computed_here"_s, true);
        split = ours;
    }
    return QJsonObject{{u"customer_pays"_s, moneyJson(quote->customerPays)},
                       {u"customer_pays_computed_here"_s, quote->isMultiplied},
                       {u"base"_s, moneyJson(quote->base)},
                       {u"fee"_s, moneyJson(quote->fee)},
                       {u"customer_pays_fee"_s, orNull(quote->customerPaysFee)},
                       {u"business_receives"_s, moneyJson(quote->businessReceives)},
                       {u"business_receives_computed_here"_s, quote->businessReceives && quote->isMultiplied},
                       {u"conversion"_s, conversionJson(quote->conversion)},
                       {u"gateway"_s, orNull(quote->gateway)},
                       {u"international"_s, orNull(quote->international)},
                       {u"business_country"_s, orNull(quote->businessCountry)},
                       {u"customer_country"_s, orNull(quote->customerCountry)},
                       {u"product"_s, orNull(quote->productTitle)},
                       {u"split"_s, split},
                       {u"made_at"_s, moment(quote->madeAt)},
                       {u"valid_until"_s, moment(quote->validUntil)}};
}

} // namespace tilldeck::cli
