// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/value_texts.h"

#include "ledger/columns.h"
#include "ledger/value_json.h"

#include <variant>

namespace tilldeck::ledger {

using checkout::Conversion;
using checkout::FeeDetails;
using checkout::GatewayHandover;
using checkout::Quote;
using checkout::Split;

namespace {

constexpr auto emptyList = "[]"_L1;

ValueWriter written(const Split &split)
{
    ValueWriter members;
    members.add("gross"_L1, split.gross);
    members.add("sub_merchant_id"_L1, split.subMerchantId);
    members.add("sub_merchant_name"_L1, split.subMerchantName);
    members.add("commission_basis_points"_L1, split.commissionBasisPoints);
    members.add("commission_source"_L1, storedName(split.commissionSource));
    members.add("commission"_L1, split.commission);
    members.add("net"_L1, split.net);
    return members;
}

std::optional<Split> readSplit(ValueReader &members)
{
    const auto gross = members.money("gross"_L1);
    if (!gross)
        return std::nullopt;
    Split split(*gross);
    split.subMerchantId = members.text("sub_merchant_id"_L1);
    split.subMerchantName = members.text("sub_merchant_name"_L1);
    split.commissionBasisPoints = members.integer("commission_basis_points"_L1);
    split.commissionSource = valueOf(members.text("commission_source"_L1), Split::CommissionSource::NotReported);
    split.commission = members.money("commission"_L1);
    split.net = members.money("net"_L1);
    return split;
}

ValueWriter written(const Conversion &conversion)
{
    ValueWriter members;
    members.add("original"_L1, conversion.original);
    members.add("converted"_L1, conversion.converted);
    members.add("rate"_L1, conversion.rate);
    return members;
}

std::optional<Conversion> readConversion(ValueReader &members)
{
    const auto original = members.money("original"_L1);
    const auto converted = members.money("converted"_L1);
    if (!original || !converted)
        return std::nullopt;
    Conversion conversion(*original, *converted);
    conversion.rate = members.text("rate"_L1);
    return conversion;
}

ValueWriter membersOf(const GatewayHandover &handover)
{
    ValueWriter members;
    members.add("gateway"_L1, handover.gateway);
    members.add("client_secret"_L1, handover.clientSecret);
    members.add("publishable_key"_L1, handover.publishableKey);
    members.add("gateway_account_id"_L1, handover.gatewayAccountId);
    return members;
}

std::optional<GatewayHandover> readHandover(ValueReader &members)
{
    GatewayHandover handover;
    handover.gateway = members.text("gateway"_L1);
    handover.clientSecret = members.text("client_secret"_L1);
    handover.publishableKey = members.text("publishable_key"_L1);
    handover.gatewayAccountId = members.text("gateway_account_id"_L1);
    return handover;
}

std::optional<FeeDetails> readFees(ValueReader &members)
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

std::optional<Quote> readQuote(ValueReader &members)
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
    quote.isMultiplied = members.truth("multiplied"_L1).value_or(false);
    quote.madeAt = members.time("made_at"_L1);
    quote.validUntil = members.time("valid_until"_L1);
    return quote;
}

using ListedRefund = std::variant<checkout::Refund, checkout::UnreadRow>;

std::optional<ListedRefund> listedRefundFrom(ValueReader &members)
{
    const QString id = members.text("id"_L1);
    if (const QString identity = members.text("identity"_L1); !identity.isEmpty()) {
        checkout::UnreadRow unread{id, members.text("unread"_L1), identity};
        return unread;
    }
    const auto amount = members.money("money"_L1);
    if (!amount)
        return std::nullopt;
    checkout::Refund refund(id, *amount);
    refund.status = valueOf(members.text("status"_L1), checkout::RefundStatus::Unrecognised);
    refund.rawStatus = members.text("raw_status"_L1);
    refund.reason = members.text("reason"_L1);
    refund.at = members.time("at"_L1);
    return refund;
}

checkout::RefundsInPart refundEntriesIn(const QVariant &column)
{
    checkout::RefundsInPart entries;
    for (const ListedRefund &entry : listIn<ListedRefund>(column, &listedRefundFrom)) {
        if (const auto *refund = std::get_if<checkout::Refund>(&entry))
            entries.readable.push_back(*refund);
        else
            entries.unread.push_back(std::get<checkout::UnreadRow>(entry));
    }
    return entries;
}

} // namespace

QVariant feesColumn(const std::optional<FeeDetails> &fees)
{
    if (!fees)
        return {};
    ValueWriter members;
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
    return membersOf(handover).column();
}

GatewayHandover handoverFrom(const QVariant &column)
{
    return valueIn<GatewayHandover>(column, readHandover).value_or(GatewayHandover());
}

QVariant handedOutColumn(const HandedOut &handedOut)
{
    if (handedOut.isEmpty())
        return {};
    ValueWriter members;
    members.add("secure_token"_L1, handedOut.secureToken);
    members.add("url"_L1, handedOut.url);
    if (handedOut.handover != GatewayHandover())
        members.add("handover"_L1, membersOf(handedOut.handover));
    return std::move(members).column();
}

HandedOut handedOutFrom(const QVariant &column)
{
    const auto read = [](ValueReader &members) -> std::optional<HandedOut> {
        HandedOut handedOut;
        handedOut.secureToken = members.text("secure_token"_L1);
        handedOut.url = members.text("url"_L1);
        const auto handover = members.part<GatewayHandover>("handover"_L1, readHandover);
        handedOut.handover = handover.value_or(GatewayHandover());
        return handedOut;
    };
    return valueIn<HandedOut>(column, read).value_or(HandedOut());
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
    ValueWriter members;
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
    if (quote->isMultiplied)
        members.add("multiplied"_L1, true);
    members.add("made_at"_L1, quote->madeAt);
    members.add("valid_until"_L1, quote->validUntil);
    return std::move(members).column();
}

std::optional<Quote> quoteFrom(const QVariant &column)
{
    return valueIn<Quote>(column, readQuote);
}

QVariant refundsColumn(const std::optional<std::vector<checkout::Refund>> &refunds,
                       const checkout::RefundsInPart &inPart)
{
    // An empty list says more than none.
    if (refunds && refunds->empty())
        return QString(emptyList);
    std::vector<ListedRefund> entries;
    for (const checkout::Refund &refund : refunds.value_or(inPart.readable))
        entries.emplace_back(refund);
    if (!refunds)
        entries.insert(entries.end(), inPart.unread.begin(), inPart.unread.end());
    return listColumn(entries, [](const ListedRefund &entry) {
        ValueWriter members;
        if (const auto *unread = std::get_if<checkout::UnreadRow>(&entry)) {
            members.add("id"_L1, unread->id);
            members.add("unread"_L1, unread->words);
            members.add("identity"_L1, unread->identity);
            return members;
        }
        const auto &refund = std::get<checkout::Refund>(entry);
        members.add("id"_L1, refund.id);
        members.add("money"_L1, refund.amount);
        members.add("status"_L1, storedName(refund.status));
        members.add("raw_status"_L1, refund.rawStatus);
        members.add("reason"_L1, refund.reason);
        members.add("at"_L1, refund.at);
        return members;
    });
}

std::optional<std::vector<checkout::Refund>> refundsFrom(const QVariant &column)
{
    if (column.isNull())
        return {};
    const auto [refunds, unread] = refundEntriesIn(column);
    // A list that cannot be read does not say that nothing was given back.
    if (!unread.empty() || (refunds.empty() && column.toString() != emptyList))
        return {};
    return refunds;
}

checkout::RefundsInPart refundsInPartFrom(const QVariant &column)
{
    checkout::RefundsInPart entries = refundEntriesIn(column);
    return entries.unread.empty() ? checkout::RefundsInPart() : entries;
}

QVariant stepsColumn(const std::vector<checkout::TransactionStep> &steps)
{
    return listColumn(steps, [](const checkout::TransactionStep &step) {
        ValueWriter members;
        members.add("word"_L1, step.type);
        members.add("at"_L1, step.at);
        return members;
    });
}

std::vector<checkout::TransactionStep> stepsFrom(const QVariant &column)
{
    return listIn<checkout::TransactionStep>(column,
                                             [](ValueReader &members) -> std::optional<checkout::TransactionStep> {
                                                 checkout::TransactionStep step;
                                                 step.type = members.text("word"_L1);
                                                 step.at = members.time("at"_L1);
                                                 return step;
                                             });
}

} // namespace tilldeck::ledger
