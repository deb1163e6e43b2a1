// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/value_texts.h"

#include "ledger/columns.h"
#include "ledger/json_text.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Conversion;
using checkout::FeeDetails;
using checkout::GatewayHandover;
using checkout::Quote;
using checkout::Split;
using money::Money;

namespace {

/// Collects members; what is absent is left out.
class Writer
{
public:
    void add(QLatin1String name, const QString &text)
    {
        if (!text.isEmpty())
            m_members.emplace_back(name, JsonValue(text));
    }
    void add(QLatin1String name, bool value) { m_members.emplace_back(name, JsonValue(value)); }
    void add(QLatin1String name, qint64 value) { m_members.emplace_back(name, JsonValue(value)); }
    void add(QLatin1String name, const QDateTime &time)
    {
        if (time.isValid())
            add(name, time.toMSecsSinceEpoch());
    }
    void add(QLatin1String name, const Money &money)
    {
        Writer amount;
        amount.add("amount"_L1, money.minorUnits());
        amount.add("currency"_L1, money.currency().code());
        add(name, std::move(amount));
    }
    void add(QLatin1String name, Writer part) { m_members.emplace_back(name, JsonValue(std::move(part.m_members))); }
    template <class T> void add(QLatin1String name, const std::optional<T> &value)
    {
        if (value)
            add(name, *value);
    }

    QVariant column() &&
    {
        return m_members.empty() ? QVariant() : QVariant(QString::fromUtf8(writeJson(JsonValue(std::move(m_members)))));
    }

private:
    JsonObject m_members;
};

/// Takes members out of an object by name. `isWhole` says in the end whether every one was of its type and taken.
class Reader
{
public:
    explicit Reader(const JsonValue *value)
    {
        if (const auto *members = value != nullptr ? value->as<JsonObject>() : nullptr)
            m_members = *members;
        else
            m_isSound = false;
    }

    bool isWhole() const { return m_isSound && m_members.empty(); }

    QString text(QLatin1String name) { return taken<QString>(name).value_or(QString()); }
    std::optional<bool> truth(QLatin1String name) { return taken<bool>(name); }
    std::optional<qint64> integer(QLatin1String name)
    {
        const auto number = taken<JsonNumber>(name);
        const auto integer = number ? number->toInteger() : std::nullopt;
        m_isSound = m_isSound && number.has_value() == integer.has_value();
        return integer;
    }
    QDateTime time(QLatin1String name)
    {
        const auto milliseconds = integer(name);
        return milliseconds ? QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC) : QDateTime();
    }
    std::optional<Money> money(QLatin1String name)
    {
        return part<Money>(name, [](Reader &amount) -> std::optional<Money> {
            const auto minorUnits = amount.integer("amount"_L1);
            const auto currency = money::Currency::fromCode(amount.text("currency"_L1));
            return minorUnits && currency ? std::optional(Money(*minorUnits, *currency)) : std::nullopt;
        });
    }
    /// A member that is an object; MAKE(Reader &) answers optional<T>.
    template <class T, class Make> std::optional<T> part(QLatin1String name, Make make)
    {
        const auto members = taken<JsonObject>(name);
        if (!members)
            return std::nullopt;
        const JsonValue value(*members);
        Reader inner(&value);
        std::optional<T> made = make(inner);
        m_isSound = m_isSound && made && inner.isWhole();
        return made;
    }

private:
    template <class T> std::optional<T> taken(QLatin1String name)
    {
        const auto found = std::find_if(m_members.begin(), m_members.end(),
                                        [name](const JsonMember &member) { return member.first == name; });
        if (found == m_members.end())
            return std::nullopt;
        std::optional<T> value;
        if (const T *stored = found->second.template as<T>())
            value = *stored;
        m_isSound = m_isSound && value.has_value();
        m_members.erase(found);
        return value;
    }

    JsonObject m_members;
    bool m_isSound = true;
};

/// What MAKE(Reader &) reads from a column, when the column holds that and nothing else.
template <class T, class Make> std::optional<T> valueIn(const QVariant &column, Make make)
{
    if (column.isNull())
        return std::nullopt;
    const auto json = readJson(column.toString().toUtf8());
    Reader reader(json ? &*json : nullptr);
    std::optional<T> value = make(reader);
    return reader.isWhole() ? value : std::nullopt;
}

Writer written(const Split &split)
{
    Writer members;
    members.add("gross"_L1, split.gross);
    members.add("sub_merchant_id"_L1, split.subMerchantId);
    members.add("sub_merchant_name"_L1, split.subMerchantName);
    members.add("commission_basis_points"_L1, split.commissionBasisPoints);
    members.add("commission_source"_L1, wordOf(split.commissionSource));
    members.add("commission"_L1, split.commission);
    members.add("net"_L1, split.net);
    return members;
}

std::optional<Split> readSplit(Reader &members)
{
    const auto gross = members.money("gross"_L1);
    if (!gross)
        return std::nullopt;
    Split split(*gross);
    split.subMerchantId = members.text("sub_merchant_id"_L1);
    split.subMerchantName = members.text("sub_merchant_name"_L1);
    split.commissionBasisPoints = members.integer("commission_basis_points"_L1);
    split.commissionSource = valueOf(members.text("commission_source"_L1), Split::CommissionSource::NotTold);
    split.commission = members.money("commission"_L1);
    split.net = members.money("net"_L1);
    return split;
}

Writer written(const Conversion &conversion)
{
    Writer members;
    members.add("original"_L1, conversion.original);
    members.add("converted"_L1, conversion.converted);
    members.add("rate"_L1, conversion.rate);
    return members;
}

std::optional<Conversion> readConversion(Reader &members)
{
    const auto original = members.money("original"_L1);
    const auto converted = members.money("converted"_L1);
    if (!original || !converted)
        return std::nullopt;
    Conversion conversion(*original, *converted);
    conversion.rate = members.text("rate"_L1);
    return conversion;
}

std::optional<FeeDetails> readFees(Reader &members)
{
    const auto base = members.money("base"_L1);
    if (!base)
        return std::nullopt;
    FeeDetails fees(*base);
    fees.fee = members.money("fee"_L1);
    fees.total = members.money("total"_L1);
    fees.customerPays = members.truth("customer_pays"_L1).value_or(false);
    return fees;
}

std::optional<Quote> readQuote(Reader &members)
{
    const auto customerPays = members.money("customer_pays"_L1);
    if (!customerPays)
        return std::nullopt;
    Quote quote(*customerPays);
    quote.base = members.money("base"_L1);
    quote.fee = members.money("fee"_L1);
    quote.customerPaysFee = members.truth("customer_pays_fee"_L1);
    quote.businessReceives = members.money("business_receives"_L1);
    quote.conversion = members.part<Conversion>("conversion"_L1, readConversion);
    quote.gateway = members.text("gateway"_L1);
    quote.international = members.truth("international"_L1);
    quote.businessCountry = members.text("business_country"_L1);
    quote.customerCountry = members.text("customer_country"_L1);
    quote.productTitle = members.text("product_title"_L1);
    quote.split = members.part<Split>("split"_L1, readSplit);
    quote.madeAt = members.time("made_at"_L1);
    quote.validUntil = members.time("valid_until"_L1);
    return quote;
}

} // namespace

QVariant feesColumn(const std::optional<FeeDetails> &fees)
{
    if (!fees)
        return {};
    Writer members;
    members.add("base"_L1, fees->base);
    members.add("fee"_L1, fees->fee);
    members.add("total"_L1, fees->total);
    members.add("customer_pays"_L1, fees->customerPays);
    return std::move(members).column();
}

std::optional<FeeDetails> feesFrom(const QVariant &column)
{
    return valueIn<FeeDetails>(column, readFees);
}

QVariant handoverColumn(const GatewayHandover &handover)
{
    Writer members;
    members.add("gateway"_L1, handover.gateway);
    members.add("client_secret"_L1, handover.clientSecret);
    members.add("publishable_key"_L1, handover.publishableKey);
    members.add("gateway_account_id"_L1, handover.gatewayAccountId);
    return std::move(members).column();
}

GatewayHandover handoverFrom(const QVariant &column)
{
    const auto read = [](Reader &members) -> std::optional<GatewayHandover> {
        GatewayHandover handover;
        handover.gateway = members.text("gateway"_L1);
        handover.clientSecret = members.text("client_secret"_L1);
        handover.publishableKey = members.text("publishable_key"_L1);
        handover.gatewayAccountId = members.text("gateway_account_id"_L1);
        return handover;
    };
    return valueIn<GatewayHandover>(column, read).value_or(GatewayHandover());
}

QVariant splitColumn(const std::optional<Split> &split)
{
    return split ? written(*split).column() : QVariant();
}

std::optional<Split> splitFrom(const QVariant &column)
{
    return valueIn<Split>(column, readSplit);
}

QVariant quoteColumn(const std::optional<Quote> &quote)
{
    if (!quote)
        return {};
    Writer members;
    members.add("customer_pays"_L1, quote->customerPays);
    members.add("base"_L1, quote->base);
    members.add("fee"_L1, quote->fee);
    members.add("customer_pays_fee"_L1, quote->customerPaysFee);
    members.add("business_receives"_L1, quote->businessReceives);
    if (quote->conversion)
        members.add("conversion"_L1, written(*quote->conversion));
    members.add("gateway"_L1, quote->gateway);
    members.add("international"_L1, quote->international);
    members.add("business_country"_L1, quote->businessCountry);
    members.add("customer_country"_L1, quote->customerCountry);
    members.add("product_title"_L1, quote->productTitle);
    if (quote->split)
        members.add("split"_L1, written(*quote->split));
    members.add("made_at"_L1, quote->madeAt);
    members.add("valid_until"_L1, quote->validUntil);
    return std::move(members).column();
}

std::optional<Quote> quoteFrom(const QVariant &column)
{
    return valueIn<Quote>(column, readQuote);
}

} // namespace tilldeck::ledger
