// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/codec_lists.h"

#include "providers/khaime/codec_quote.h"
#include "providers/khaime/codec_sessions.h"
#include "providers/wire/amounts.h"
#include "providers/wire/card_name.h"
#include "providers/wire/status_names.h"

#include <array>

namespace tilldeck::providers::khaime {

using checkout::Transaction;
using checkout::TransactionStatus;

using namespace Qt::StringLiterals;

namespace {

constexpr std::array transactionStatusNames{
    WireName{"pending"_L1, TransactionStatus::Pending},
    WireName{"completed"_L1, TransactionStatus::Succeeded},
    WireName{"failed"_L1, TransactionStatus::Failed},
    WireName{"refunded"_L1, TransactionStatus::Refunded},
};

/// Reads what was charged from the members beside the amount; nothing when the answer has no fee.
std::optional<checkout::FeeDetails> readChargedFee(ObjectReader &item, const money::Money &amount)
{
    const auto fee = optionalAmount(item, Family::Khaime, "transaction_fee"_L1, amount.currency());
    if (!fee)
        return {};
    const bool customerPays = item.flag("customer_pays_fees"_L1, false);
    const auto base = customerPays ? amount.minus(*fee) : amount;
    checkout::FeeDetails fees(base.value_or(amount));
    fees.fee = fee;
    fees.total = amount;
    fees.customerPays = customerPays;
    return fees;
}

/// Reads SplitDetails. Its amounts are in the currency that the merchant priced in; they are left out when that is
/// unknown.
std::optional<checkout::Split> readSplit(ObjectReader &item, std::optional<money::Currency> pricing)
{
    ObjectReader details = item.object("conversion_details"_L1);
    std::optional<checkout::Split> split;
    if (const auto gross = optionalAmount(details, Family::Khaime, "gross_product_amount"_L1, pricing)) {
        split.emplace(*gross);
        split->subMerchantId = idText(details, "sub_merchant_id"_L1);
        split->commissionBasisPoints = basisPointsOf(details, "commission_rate"_L1);
        split->commission = optionalAmount(details, Family::Khaime, "commission_amount"_L1, pricing);
        split->net = optionalAmount(details, Family::Khaime, "net_credited"_L1, pricing);
    }
    item.adopt(details);
    return split;
}

/// Reads the id of the session of any of the three flows. An embedded checkout has the digest of its token here.
QString readSessionId(ObjectReader &item)
{
    const QString session = item.optionalText("session_id"_L1);
    return session.isEmpty() ? item.optionalText("charge_id"_L1) : session;
}

/// Returns the status that the refunded amount of a payment shows; Khaime has no status for a partial refund.
std::optional<TransactionStatus> refundState(const Transaction &transaction)
{
    const bool succeeded =
        transaction.status == TransactionStatus::Succeeded || transaction.status == TransactionStatus::Refunded;
    if (!succeeded || !transaction.refunded || transaction.refunded->minorUnits() <= 0)
        return {};
    return *transaction.refunded == transaction.amount ? TransactionStatus::Refunded
                                                       : TransactionStatus::PartlyRefunded;
}

std::optional<Transaction> readTransaction(ObjectReader &item)
{
    const QString id = idText(item, "transaction_id"_L1);
    if (id.isEmpty())
        item.missing("transaction_id"_L1);
    const auto amount = requiredAmount(item, Family::Khaime, "amount"_L1, "currency"_L1);
    if (!item.ok())
        return {};

    Transaction transaction(id, *amount);
    transaction.rawStatus = item.word("status"_L1);
    transaction.status = statusOf(transaction.rawStatus, transactionStatusNames);
    transaction.refunded = optionalAmount(item, Family::Khaime, "refunded_amount"_L1, amount->currency());
    if (const auto part = refundState(transaction))
        transaction.status = *part;
    transaction.sessionId = readSessionId(item);
    // Khaime has no customer ids; people are told apart by their e-mail.
    transaction.customerId = item.label("customer_email"_L1);
    transaction.reference = item.optionalText("reference"_L1);
    transaction.gateway = item.label("payment_gateway"_L1);
    transaction.declineCode = item.word("decline_code"_L1);
    transaction.method = cardName(item.label("card_brand"_L1), item.label("card_last4"_L1));
    const auto pricing = item.currency("total_currency"_L1);
    const auto priced = optionalAmount(item, Family::Khaime, "total_amount"_L1, pricing);
    if (priced && priced->currency() != amount->currency())
        transaction.priced = priced;
    transaction.fees = readChargedFee(item, *amount);
    transaction.split = readSplit(item, pricing);
    transaction.createdAt = item.time("created_at"_L1);
    return transaction;
}

std::optional<checkout::Product> readProduct(ObjectReader &item)
{
    checkout::Product product;
    product.id = idText(item, "id"_L1);
    if (product.id.isEmpty())
        item.missing("id"_L1);
    product.name = item.label("name"_L1);
    return product;
}

template <class T>
checkout::Result<Page<T>> pageOf(const QJsonDocument &answer, QLatin1StringView name, int offset,
                                 std::optional<T> (*readItem)(ObjectReader &))
{
    ObjectReader data = dataOf(answer);
    if (!data.ok())
        return std::unexpected(data.error());
    return readList<T>(data, name, offset, readItem);
}

} // namespace

template <> checkout::Result<Page<Transaction>> decodePage(const QJsonDocument &answer, int offset)
{
    return pageOf<Transaction>(answer, "transactions"_L1, offset, &readTransaction);
}

template <> checkout::Result<Page<checkout::Product>> decodePage(const QJsonDocument &answer, int offset)
{
    return pageOf<checkout::Product>(answer, "products"_L1, offset, &readProduct);
}

std::optional<money::Currency> decodeAccountCurrency(const QJsonDocument &answer)
{
    return money::Currency::fromCode(dataOf(answer).optionalText("baseline_currency"_L1));
}

} // namespace tilldeck::providers::khaime
