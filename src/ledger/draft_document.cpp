// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/draft_document.h"

#include "checkout/draft_fields.h"
#include "checkout/outside_text.h"
#include "ledger/draft_reader.h"
#include "ledger/json_text.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::DraftField;
using checkout::Field;
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

JsonValue tiers(const std::vector<checkout::CascadeTier> &cascade)
{
    JsonList list;
    for (const auto &tier : cascade) {
        JsonObject values;
        if (!tier.lineItems.empty())
            values.emplace_back("line_items"_L1, lineItems(tier.lineItems));
        addText(values, "processor_route_id"_L1, tier.processorRouteId);
        list.emplace_back(std::move(values));
    }
    return JsonValue(std::move(list));
}

/// `convertedTotal` is the provider's figure and never a part of what was asked for.
void addChargeAmount(JsonObject &members, QLatin1String name, const SessionDraft &draft)
{
    if (draft.chargeAmount->currency() == chargeCurrencyOf(draft)) {
        members.emplace_back(name, JsonValue(draft.chargeAmount->minorUnits()));
        return;
    }
    JsonObject values;
    addAmount(values, "amount"_L1, "currency"_L1, *draft.chargeAmount);
    members.emplace_back(name, JsonValue(std::move(values)));
}

void addCustomer(JsonObject &members, const SessionDraft &draft)
{
    JsonObject values;
    for (const DraftField &field : checkout::draftFields()) {
        if (const auto name = nameInCustomer(field))
            addText(values, *name, field.text.in(draft));
    }
    if (!values.empty())
        members.emplace_back("customer"_L1, JsonValue(std::move(values)));
}

/// Adds what is no text.
void addOther(JsonObject &members, const DraftField &field, const SessionDraft &draft)
{
    switch (field.offeredBy) {
    case Field::Quantity:
        members.emplace_back(field.path, JsonValue(draft.productQuantity));
        break;
    case Field::Pricing: {
        JsonObject values;
        addAmount(values, "total_amount"_L1, "total_currency"_L1, *draft.pricing);
        members.emplace_back(field.path, JsonValue(std::move(values)));
        break;
    }
    case Field::ChargeCurrency:
        addText(members, field.path, draft.chargeCurrency->code());
        break;
    case Field::ChargeAmount:
        addChargeAmount(members, field.path, draft);
        break;
    case Field::LineItems:
        members.emplace_back(field.path, lineItems(draft.lineItems));
        break;
    case Field::Expiry:
        members.emplace_back(field.path, JsonValue(*draft.expiresInHours));
        break;
    case Field::MetadataName:
        addFields(members, field.path, draft.metadata);
        break;
    case Field::CustomFieldName:
        addFields(members, field.path, draft.customFields);
        break;
    case Field::SubscriptionFieldName:
        addFields(members, field.path, draft.subscriptionCustomFields);
        break;
    default:
        break;
    }
}

void addField(JsonObject &members, const DraftField &field, const SessionDraft &draft)
{
    if (field.path == "customer.id"_L1)
        addCustomer(members, draft);
    else if (field.text && !nameInCustomer(field))
        addText(members, field.path, field.text.in(draft));
    else if (!field.text && field.isSet(draft))
        addOther(members, field, draft);
}

/// Returns why @p document is no JSON; @p at is the character at which it stops being it.
QString whyNoJson(const QByteArray &document, qsizetype at)
{
    if (const QString wide = checkout::wideEncoding(document); !wide.isEmpty())
        return QCoreApplication::translate("DraftDocument", "This is text in %1. Save it as UTF-8.").arg(wide);
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
    for (const DraftField &field : checkout::draftFields()) {
        if (!field.isLocal && field.offeredBy != Field::Cascade)
            addField(members, field, draft);
    }
    if (!draft.cascade.empty())
        members.emplace_back("cascade"_L1, tiers(draft.cascade));
    for (const DraftField &field : checkout::localFields())
        addText(members, field.path, field.text.in(draft));
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
