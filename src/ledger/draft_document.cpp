// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/draft_document.h"

#include "ledger/draft_reader.h"
#include "ledger/json_text.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::SessionDraft;

namespace {

void addText(JsonObject &members, QLatin1String name, const QString &text)
{
    if (!text.isEmpty())
        members.emplace_back(name, JsonValue(text));
}

void addAmount(JsonObject &members, QLatin1String amountName, QLatin1String currencyName, const money::Money &amount)
{
    members.emplace_back(amountName, JsonValue(amount.minorUnits()));
    addText(members, currencyName, amount.currency().code());
}

void addCustomer(JsonObject &members, const checkout::CustomerChoice &customer)
{
    JsonObject values;
    addText(values, "id"_L1, customer.id);
    addText(values, "email"_L1, customer.email);
    addText(values, "name"_L1, customer.name);
    addText(values, "first_name"_L1, customer.firstName);
    addText(values, "last_name"_L1, customer.lastName);
    addText(values, "country"_L1, customer.country);
    if (!values.empty())
        members.emplace_back("customer"_L1, JsonValue(std::move(values)));
}

/// The product and its amounts. `convertedTotal` is the provider's figure and never a part of what was asked for.
void addProduct(JsonObject &members, const SessionDraft &draft)
{
    addText(members, "product_id"_L1, draft.productId);
    addText(members, "product_name"_L1, draft.productName);
    if (draft.productQuantity != 1)
        members.emplace_back("quantity"_L1, JsonValue(draft.productQuantity));
    if (draft.pricing) {
        JsonObject values;
        addAmount(values, "total_amount"_L1, "total_currency"_L1, *draft.pricing);
        members.emplace_back("pricing"_L1, JsonValue(std::move(values)));
    }
    if (draft.chargeCurrency)
        addText(members, "charge_currency"_L1, draft.chargeCurrency->code());
    if (draft.chargeAmount && draft.chargeAmount->currency() == chargeCurrencyOf(draft)) {
        members.emplace_back("charge_amount"_L1, JsonValue(draft.chargeAmount->minorUnits()));
    } else if (draft.chargeAmount) {
        JsonObject values;
        addAmount(values, "amount"_L1, "currency"_L1, *draft.chargeAmount);
        members.emplace_back("charge_amount"_L1, JsonValue(std::move(values)));
    }
    addText(members, "subscription_frequency"_L1, draft.subscriptionFrequency);
    addText(members, "sub_merchant_id"_L1, draft.subMerchantId);
}

JsonValue lineItems(const std::vector<checkout::LineItem> &items)
{
    JsonList list;
    for (const auto &item : items) {
        JsonObject members;
        addText(members, "price_id"_L1, item.priceId);
        addText(members, "name"_L1, item.name);
        if (item.unitAmount)
            addAmount(members, "amount"_L1, "currency"_L1, *item.unitAmount);
        members.emplace_back("quantity"_L1, JsonValue(item.quantity));
        list.emplace_back(std::move(members));
    }
    return JsonValue(std::move(list));
}

void addFields(JsonObject &members, QLatin1String name, const std::vector<checkout::CustomField> &fields)
{
    JsonObject values;
    for (const auto &field : fields)
        values.emplace_back(field.name, std::visit([](const auto &value) { return JsonValue(value); }, field.value));
    if (!values.empty())
        members.emplace_back(name, JsonValue(std::move(values)));
}

void addTier(JsonObject &members, const std::vector<checkout::LineItem> &items, const QString &route)
{
    if (!items.empty())
        members.emplace_back("line_items"_L1, lineItems(items));
    addText(members, "processor_route_id"_L1, route);
}

/// Returns whether @p text is UTF-16: by its byte order mark, or because every other byte of its beginning is 0.
bool isUtf16(const QByteArray &text)
{
    return text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff") ||
           (text.size() >= 2 && (text[0] == 0) != (text[1] == 0));
}

/// Returns why @p document is no JSON; @p at is the character at which it stops being it.
QString whyNoJson(const QByteArray &document, qsizetype at)
{
    if (isUtf16(document))
        return QCoreApplication::translate("DraftDocument", "This is text in UTF-16. Save it as UTF-8.");
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(document);
    const qsizetype end = decode.hasError() ? text.indexOf(QChar::ReplacementCharacter) : at;
    const QStringView before = QStringView(text).first(std::clamp<qsizetype>(end, 0, text.size()));
    const qsizetype line = before.count(u'\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf(u'\n');
    return (decode.hasError()
                ? QCoreApplication::translate("DraftDocument", "This is not UTF-8: line %1, column %2 is no text.")
                : QCoreApplication::translate("DraftDocument",
                                              "This is not JSON: it stops making sense in line %1, column %2."))
        .arg(line)
        .arg(column);
}

} // namespace

QByteArray encodeDraft(const SessionDraft &draft)
{
    JsonObject members;
    members.emplace_back("tilldeck_draft"_L1, JsonValue(qint64(1)));
    addText(members, "flow"_L1, draft.flow);
    addText(members, "mode"_L1, draft.mode);
    addProduct(members, draft);
    addCustomer(members, draft.customer);
    addTier(members, draft.lineItems, draft.processorRouteId);
    addText(members, "promotion_code"_L1, draft.promotionCode);
    addText(members, "coupon_id"_L1, draft.couponId);
    if (draft.expiresInHours)
        members.emplace_back("expires_in_hours"_L1, JsonValue(*draft.expiresInHours));
    addText(members, "description"_L1, draft.description);
    addText(members, "reference"_L1, draft.reference);
    addText(members, "success_url"_L1, draft.successUrl);
    addText(members, "return_url"_L1, draft.returnUrl);
    addFields(members, "metadata"_L1, draft.metadata);
    addFields(members, "custom_fields"_L1, draft.customFields);
    addFields(members, "subscription_custom_fields"_L1, draft.subscriptionCustomFields);
    JsonList tiers;
    for (const auto &tier : draft.cascade) {
        JsonObject values;
        addTier(values, tier.lineItems, tier.processorRouteId);
        tiers.emplace_back(std::move(values));
    }
    if (!tiers.empty())
        members.emplace_back("cascade"_L1, JsonValue(std::move(tiers)));
    return writeJson(JsonValue(std::move(members)));
}

checkout::Result<checkout::SessionDraft> decodeDraft(const QByteArray &given)
{
    DraftReader reader;
    const QByteArray document = given.startsWith("\xef\xbb\xbf") ? given.sliced(3) : given;
    const auto json = readJson(document);
    if (const QString sentence = json ? QString() : whyNoJson(document, json.error()); !sentence.isEmpty())
        reader.problems.emplace_back(checkout::Field::Draft, sentence);
    else if (const auto *members = json->as<JsonObject>())
        reader.document(*members);
    else
        reader.problems.emplace_back(
            checkout::Field::Draft,
            QCoreApplication::translate("DraftDocument", "A draft document must be a JSON object."));
    if (reader.problems.empty())
        return std::move(reader.draft);
    checkout::Error error(checkout::ErrorKind::InvalidInput, reader.problems.front().sentence);
    error.problems = std::move(reader.problems);
    return std::unexpected(std::move(error));
}

} // namespace tilldeck::ledger
