// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/draft_reader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::DraftField;
using checkout::Field;

std::optional<QLatin1StringView> nameInCustomer(const DraftField &field)
{
    constexpr auto prefix = "customer."_L1;
    return field.path.startsWith(prefix) ? std::optional(field.path.sliced(prefix.size())) : std::nullopt;
}

/// Reads a member of the document that is not in another object; returns whether there is such a field.
bool DraftReader::read(const JsonMember &member, const DraftField &field)
{
    if (field.text) {
        text(member, {field.field}, field.text.in(draft));
        return true;
    }
    switch (field.offeredBy) {
    case Field::Quantity:
        draft.productQuantity = integer(member, {field.field}).value_or(draft.productQuantity);
        return true;
    case Field::Pricing:
        pricing(member);
        return true;
    case Field::ChargeCurrency:
        chargeCurrency(member);
        return true;
    case Field::ChargeAmount:
        chargeAmount(member);
        return true;
    case Field::LineItems:
        lineItems(member, 0, draft.lineItems);
        return true;
    case Field::Cascade:
        cascade(member);
        return true;
    case Field::Expiry:
        draft.expiresInHours = integer(member, {field.field});
        return true;
    case Field::MetadataName:
        fields(member, field.field, Field::MetadataValue, draft.metadata);
        return true;
    case Field::CustomFieldName:
        fields(member, field.field, Field::CustomFieldValue, draft.customFields);
        return true;
    case Field::SubscriptionFieldName:
        fields(member, field.field, Field::SubscriptionFieldValue, draft.subscriptionCustomFields);
        return true;
    default:
        return false;
    }
}

void DraftReader::text(const JsonMember &member, Place place, QString &into)
{
    if (const auto *text = member.second.as<QString>())
        into = *text;
    else
        refuse(place, tr("“%1” must be a text in quotation marks.").arg(at(member)));
}

std::optional<qint64> DraftReader::integer(const JsonMember &member, Place place)
{
    const auto *number = member.second.as<JsonNumber>();
    if (!number || !number->isWrittenWhole()) {
        refuse(place, tr("“%1” must be a whole number, written without a decimal point.").arg(at(member)));
        return std::nullopt;
    }
    const auto value = number->toInteger();
    if (!value)
        refuse(place, tr("“%1” is too large: %2.").arg(at(member), QString::fromLatin1(number->text.left(40))));
    return value;
}

void DraftReader::version(const JsonValue &value)
{
    const auto *number = value.as<JsonNumber>();
    if (!number || number->toInteger() != 1)
        refuse({}, tr("This draft document has another version. This program reads “tilldeck_draft”: 1."));
}

void DraftReader::document(const JsonObject &object)
{
    const bool hasVersion =
        std::ranges::any_of(object, [](const JsonMember &member) { return member.first == "tilldeck_draft"_L1; });
    if (!hasVersion)
        refuse({}, tr("This is not a draft document: “tilldeck_draft”: 1 is missing."));
    std::vector<QLatin1StringView> names{"tilldeck_draft"_L1, "customer"_L1};
    for (const DraftField &field : checkout::draftFields()) {
        if (!nameInCustomer(field))
            names.push_back(field.path);
    }
    members(object, {}, {}, names, [this](const JsonMember &member) {
        if (member.first == "tilldeck_draft"_L1) {
            version(member.second);
            return true;
        }
        if (member.first == "customer"_L1) {
            customer(member);
            return true;
        }
        const auto field = std::ranges::find_if(checkout::draftFields(), [&member](const DraftField &known) {
            return !nameInCustomer(known) && known.path == member.first;
        });
        return field != checkout::draftFields().end() && read(member, *field);
    });
    if (m_bareChargeAmount) {
        const auto currency = checkout::chargeCurrencyOf(draft);
        if (currency)
            draft.chargeAmount = money::Money(*m_bareChargeAmount, *currency);
        else
            refuse({Field::ChargeAmount}, tr("“charge_amount” needs a “charge_currency” or a “pricing”."));
    }
}

void DraftReader::customer(const JsonMember &member)
{
    const auto *object = member.second.as<JsonObject>();
    const Place place{Field::Customer};
    if (!object) {
        refuse(place, tr("“customer” must be an object with id, email or name."));
        return;
    }
    std::vector<QLatin1StringView> names;
    for (const DraftField &field : checkout::draftFields()) {
        if (const auto name = nameInCustomer(field))
            names.push_back(*name);
    }
    members(*object, at(member), place, names, [this](const JsonMember &part) {
        for (const DraftField &field : checkout::draftFields()) {
            if (nameInCustomer(field) == part.first) {
                text(part, {field.field}, field.text.in(draft));
                return true;
            }
        }
        return false;
    });
}

void DraftReader::lineItems(const JsonMember &member, int tier, std::vector<checkout::LineItem> &into)
{
    const auto *list = member.second.as<JsonList>();
    if (!list) {
        refuse({Field::LineItems, tier}, tr("“%1” must be a list.").arg(at(member)));
        return;
    }
    for (const JsonValue &value : *list) {
        const Place place{Field::LineItems, tier, static_cast<int>(into.size())};
        const QString path = u"%1[%2]"_s.arg(at(member)).arg(into.size());
        if (const auto *object = value.as<JsonObject>()) {
            into.push_back(lineItem(*object, path, place));
        } else {
            refuse(place, tr("“%1” must be an object with price_id and quantity.").arg(path));
            into.emplace_back();
        }
    }
}

checkout::LineItem DraftReader::lineItem(const JsonObject &object, const QString &path, Place place)
{
    static constexpr std::array names{"price_id"_L1, "name"_L1, "amount"_L1, "currency"_L1, "quantity"_L1};
    checkout::LineItem item;
    QString currency;
    std::optional<qint64> minorUnits;
    bool amountGiven = false;
    members(object, path, place, names, [&](const JsonMember &part) {
        if (part.first == "price_id"_L1) {
            text(part, place.on(Field::Price), item.priceId);
        } else if (part.first == "name"_L1) {
            text(part, place.on(Field::Name), item.name);
        } else if (part.first == "amount"_L1) {
            amountGiven = true;
            minorUnits = integer(part, place.on(Field::Amount));
        } else if (part.first == "currency"_L1) {
            text(part, place.on(Field::Amount), currency);
        } else if (part.first == "quantity"_L1) {
            item.quantity = integer(part, place.on(Field::Quantity)).value_or(item.quantity);
        } else {
            return false;
        }
        return true;
    });
    amount(minorUnits, currency, amountGiven, path, place.on(Field::Amount), item);
    return item;
}

void DraftReader::amount(std::optional<qint64> minorUnits, const QString &code, bool given, const QString &path,
                         Place place, checkout::LineItem &item)
{
    if (!given && code.isEmpty())
        return;
    if (!given)
        refuse(place, tr("“%1” has a currency but no “amount”.").arg(path));
    else if (code.isEmpty())
        refuse(place, tr("“%1” has an amount but no “currency”.").arg(path));
    else if (const auto currency = knownCurrency(code, place, path + ".currency"_L1); currency && minorUnits)
        item.unitAmount = money::Money(*minorUnits, *currency);
}

void DraftReader::fields(const JsonMember &member, Field nameField, Field valueField,
                         std::vector<checkout::CustomField> &into)
{
    const auto *object = member.second.as<JsonObject>();
    if (!object) {
        refuse({nameField}, tr("“%1” must be an object of names and values.").arg(at(member)));
        return;
    }
    // The same name twice is bad input that a draft may hold; validation speaks of it.
    for (const JsonMember &part : *object) {
        const QString path = u"%1.%2"_s.arg(at(member), part.first);
        const auto value = fieldValue(part.second, path, {valueField, 0, static_cast<int>(into.size())});
        into.emplace_back(part.first, value.value_or(QString()));
    }
}

std::optional<checkout::CustomFieldValue> DraftReader::fieldValue(const JsonValue &value, const QString &path,
                                                                  Place place)
{
    if (const auto *text = value.as<QString>())
        return *text;
    if (const auto *boolean = value.as<bool>())
        return *boolean;
    const auto *number = value.as<JsonNumber>();
    if (!number) {
        refuse(place, tr("“%1” must be a text, a number, or true or false.").arg(path));
        return std::nullopt;
    }
    if (const auto integer = number->toInteger())
        return *integer;
    if (const auto fraction = number->toDouble(); fraction && !number->isWrittenWhole())
        return *fraction;
    refuse(place, tr("The number in “%1” is too large.").arg(path));
    return std::nullopt;
}

void DraftReader::cascade(const JsonMember &member)
{
    const auto *list = member.second.as<JsonList>();
    if (!list) {
        refuse({}, tr("“cascade” must be a list of tiers."));
        return;
    }
    for (const JsonValue &value : *list) {
        checkout::CascadeTier tier;
        const int number = 1 + static_cast<int>(draft.cascade.size());
        const Place place{Field::LineItems, number};
        const QString path = u"%1[%2]"_s.arg(at(member)).arg(draft.cascade.size());
        static constexpr std::array names{"line_items"_L1, "processor_route_id"_L1};
        if (const auto *object = value.as<JsonObject>()) {
            members(*object, path, place, names, [&](const JsonMember &part) {
                if (part.first == "line_items"_L1)
                    lineItems(part, number, tier.lineItems);
                else if (part.first != "processor_route_id"_L1)
                    return false;
                // Providers write null for the default route of a tier.
                else if (!part.second.as<std::monostate>())
                    text(part, place.on(Field::ProcessorRoute), tier.processorRouteId);
                return true;
            });
        } else {
            refuse(place, tr("“%1” must be an object with line_items and processor_route_id.").arg(path));
        }
        draft.cascade.push_back(std::move(tier));
    }
}

} // namespace tilldeck::ledger
