// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ikawaari/codec_request.h"

#include "checkout/draft_fields.h"
#include "providers/ikawaari/text.h"
#include "providers/wire/errors.h"
#include "providers/wire/json_writer.h"
#include "providers/wire/refunds.h"

#include <QCoreApplication>

namespace tilldeck::providers::ikawaari {

using checkout::Error;
using checkout::Field;
using checkout::LineItem;
using checkout::Problem;
using checkout::Result;
using checkout::SessionDraft;

using namespace Qt::StringLiterals;

namespace {

/// Finds what the body has no member for: without it, the session would not be the one that the merchant asked for.
void findForeignParts(const SessionDraft &draft, std::vector<Problem> &problems)
{
    for (const Field field : checkout::fieldsNotTaken(draft, capabilities()))
        problems.emplace_back(field, IkawaariText::tr("Ikawaari does not take this. Leave it out."));
}

void findItemProblems(const SessionDraft &draft, std::vector<Problem> &problems)
{
    if (draft.lineItems.empty())
        problems.emplace_back(Field::LineItems, IkawaariText::tr("Add an item with a name and an amount."));
    for (std::size_t i = 0; i < draft.lineItems.size(); ++i) {
        const LineItem &item = draft.lineItems[i];
        const int row = static_cast<int>(i);
        if (!item.priceId.isEmpty()) {
            problems.emplace_back(Field::Price, IkawaariText::tr("Ikawaari has no prices. Enter a name and an amount."),
                                  0, row);
        }
        if (item.name.isEmpty())
            problems.emplace_back(Field::Name, IkawaariText::tr("Give the item a name."), 0, row);
        if (!item.unitAmount || !toWire(Family::Ikawaari, *item.unitAmount))
            problems.emplace_back(Field::Amount, IkawaariText::tr("Enter an amount."), 0, row);
        else if (const auto &first = draft.lineItems.front().unitAmount;
                 first && first->currency() != item.unitAmount->currency())
            problems.emplace_back(Field::Amount, IkawaariText::tr("All items of a session are in one currency."), 0,
                                  row);
    }
}

Error invalidDraft(std::vector<Problem> problems)
{
    return providers::invalidDraft(
        IkawaariText::tr("Ikawaari cannot take this session as it is. Mend the marked fields."), std::move(problems));
}

void writeLineItems(JsonWriter &json, const std::vector<LineItem> &items)
{
    json.beginList(u"line_items"_s);
    for (const LineItem &item : items) {
        json.beginObject();
        json.value(u"name"_s, item.name);
        json.value(u"amount"_s, *toWire(Family::Ikawaari, *item.unitAmount));
        json.value(u"currency"_s, item.unitAmount->currency().code());
        json.value(u"quantity"_s, item.quantity);
        json.endObject();
    }
    json.endList();
}

/// Returns "Woven basket, 2 × Shipping". The customer reads it on the checkout page, so it is not translated.
QString itemsAsText(const std::vector<LineItem> &items)
{
    QStringList names;
    for (const LineItem &item : items)
        names += item.quantity == 1 ? item.name : u"%1 \u00d7 %2"_s.arg(QString::number(item.quantity), item.name);
    return names.join(u", "_s);
}

} // namespace

std::optional<money::Money> totalOf(const std::vector<LineItem> &items)
{
    std::optional<money::Money> total;
    for (const LineItem &item : items) {
        const auto line = item.unitAmount ? item.unitAmount->times(item.quantity) : std::nullopt;
        const bool isFirst = &item == &items.front();
        total = isFirst ? line : line && total ? total->plus(*line) : std::nullopt;
    }
    return total;
}

Result<QByteArray> encodeCreate(const SessionDraft &draft, Body body)
{
    const QString mode = draft.mode.isEmpty() ? u"payment"_s : draft.mode;
    std::vector<Problem> problems;
    if (!capabilities().modes.contains(mode))
        problems.emplace_back(Field::Mode, IkawaariText::tr("Choose a single payment or a subscription."));
    findItemProblems(draft, problems);
    findForeignParts(draft, problems);
    if (!problems.empty())
        return std::unexpected(invalidDraft(std::move(problems)));

    JsonWriter json;
    json.beginObject();
    if (body == Body::LineItems) {
        writeLineItems(json, draft.lineItems);
        json.value(u"mode"_s, mode);
        json.optionalText(u"success_url"_s, draft.successUrl);
        json.optionalText(u"cancel_url"_s, draft.returnUrl);
    } else {
        const auto total = totalOf(draft.lineItems);
        const auto units = total ? toWire(Family::Ikawaari, *total) : std::nullopt;
        if (!units)
            return std::unexpected(
                invalidDraft({{Field::LineItems, IkawaariText::tr("The sum of the items is too large.")}}));
        json.value(u"amount"_s, *units);
        json.value(u"currency"_s, total->currency().code());
        json.value(u"description"_s, itemsAsText(draft.lineItems));
        // The guide names no mode here, so a single payment does not speak of one.
        if (mode != "payment"_L1)
            json.value(u"mode"_s, mode);
        json.optionalText(u"successUrl"_s, draft.successUrl);
        json.optionalText(u"cancelUrl"_s, draft.returnUrl);
    }
    json.endObject();
    return json.bytes();
}

Result<QByteArray> encodeRefund(const RefundRequest &request)
{
    const auto units = refundUnits(Family::Ikawaari, request);
    if (!units)
        return std::unexpected(units.error());
    JsonWriter json;
    json.beginObject();
    json.value(u"amount"_s, *units);
    json.optionalText(u"reason"_s, request.reason);
    json.endObject();
    return json.bytes();
}

} // namespace tilldeck::providers::ikawaari
