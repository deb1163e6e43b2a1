// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/draft_fields.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestNote = 1000;

void resetRoutes(SessionDraft &draft)
{
    draft.processorRouteId.clear();
    for (CascadeTier &tier : draft.cascade)
        tier.processorRouteId.clear();
}

struct DraftFieldText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::checkout::DraftFields)

public:
    // The journal compares stored drafts as texts, so the order stays as it is, and what is local stands last.
    static constexpr DraftField all[] = {
        {.field = Field::Flow,
         .offeredBy = Field::Draft,
         .path = "flow"_L1,
         .text = &SessionDraft::flow,
         .name = QT_TR_NOOP("Flow")},
        {.field = Field::Mode,
         .offeredBy = Field::Mode,
         .path = "mode"_L1,
         .text = &SessionDraft::mode,
         .name = QT_TR_NOOP("Kind"),
         .part = QT_TR_NOOP("kind")},
        {.field = Field::Product,
         .offeredBy = Field::Product,
         .path = "product_id"_L1,
         .text = &SessionDraft::productId,
         .name = QT_TR_NOOP("Product"),
         .part = QT_TR_NOOP("product"),
         .spaces = QT_TRANSLATE_NOOP("tilldeck::checkout::Validation",
                                     "A product ID has no spaces. Choose a product or check the ID.")},
        {.field = Field::Product,
         .offeredBy = Field::ProductName,
         .path = "product_name"_L1,
         .text = &SessionDraft::productName,
         .name = QT_TR_NOOP("Product"),
         .part = QT_TR_NOOP("product name"),
         .kind = TextKind::Words},
        {.field = Field::Quantity,
         .offeredBy = Field::Quantity,
         .path = "quantity"_L1,
         .reset = [](SessionDraft &draft) { draft.productQuantity = 1; },
         .name = QT_TR_NOOP("Quantity"),
         .part = QT_TR_NOOP("quantity")},
        {.field = Field::Pricing,
         .offeredBy = Field::Pricing,
         .path = "pricing"_L1,
         .reset = [](SessionDraft &draft) { draft.pricing.reset(); },
         .name = QT_TR_NOOP("Amount you receive"),
         .part = QT_TR_NOOP("amount")},
        {.field = Field::ChargeCurrency,
         .offeredBy = Field::ChargeCurrency,
         .path = "charge_currency"_L1,
         .reset = [](SessionDraft &draft) { draft.chargeCurrency.reset(); },
         .name = QT_TR_NOOP("Customer's currency"),
         .part = QT_TR_NOOP("the customer's currency")},
        {.field = Field::ChargeAmount,
         .offeredBy = Field::ChargeAmount,
         .path = "charge_amount"_L1,
         .reset = [](SessionDraft &draft) { draft.chargeAmount.reset(); },
         .name = QT_TR_NOOP("Customer's amount"),
         .part = QT_TR_NOOP("the customer's amount")},
        {.field = Field::SubscriptionFrequency,
         .offeredBy = Field::SubscriptionFrequency,
         .path = "subscription_frequency"_L1,
         .text = &SessionDraft::subscriptionFrequency,
         .name = QT_TR_NOOP("Subscription"),
         .part = QT_TR_NOOP("subscription")},
        {.field = Field::SubMerchant,
         .offeredBy = Field::SubMerchant,
         .path = "sub_merchant_id"_L1,
         .text = &SessionDraft::subMerchantId,
         .name = QT_TR_NOOP("Sub-merchant"),
         .part = QT_TR_NOOP("sub-merchant"),
         .rowHint = QT_TR_NOOP("Optional"),
         .editor = FieldEditor::CodeLine,
         .spaces =
             QT_TRANSLATE_NOOP("tilldeck::checkout::Validation", "A sub-merchant ID has no spaces. Check the ID.")},
        {.field = Field::Customer,
         .offeredBy = Field::Customer,
         .path = "customer.id"_L1,
         .text = &CustomerChoice::id,
         .name = QT_TR_NOOP("Customer"),
         .part = QT_TR_NOOP("customer"),
         .spaces = QT_TRANSLATE_NOOP("tilldeck::checkout::Validation",
                                     "A customer ID has no spaces. Choose a customer or check the ID.")},
        {.field = Field::CustomerEmail,
         .offeredBy = Field::CustomerEmail,
         .path = "customer.email"_L1,
         .text = &CustomerChoice::email,
         .name = QT_TR_NOOP("Customer's e-mail"),
         .part = QT_TR_NOOP("e-mail")},
        {.field = Field::Customer,
         .offeredBy = Field::Customer,
         .path = "customer.name"_L1,
         .text = &CustomerChoice::name,
         .name = QT_TR_NOOP("Customer"),
         .part = QT_TR_NOOP("the customer's name"),
         .kind = TextKind::Name,
         .isPriced = false},
        {.field = Field::Customer,
         .offeredBy = Field::CustomerName,
         .path = "customer.first_name"_L1,
         .text = &CustomerChoice::firstName,
         .name = QT_TR_NOOP("Customer"),
         .part = QT_TR_NOOP("the customer's name"),
         .kind = TextKind::Name,
         .isPriced = false},
        {.field = Field::Customer,
         .offeredBy = Field::CustomerName,
         .path = "customer.last_name"_L1,
         .text = &CustomerChoice::lastName,
         .name = QT_TR_NOOP("Customer"),
         .part = QT_TR_NOOP("the customer's name"),
         .kind = TextKind::Name,
         .isPriced = false},
        {.field = Field::CustomerCountry,
         .offeredBy = Field::CustomerCountry,
         .path = "customer.country"_L1,
         .text = &CustomerChoice::country,
         .name = QT_TR_NOOP("Customer's country"),
         .part = QT_TR_NOOP("country")},
        {.field = Field::LineItems,
         .offeredBy = Field::LineItems,
         .path = "line_items"_L1,
         .reset = [](SessionDraft &draft) { draft.lineItems.clear(); },
         .name = QT_TR_NOOP("Items"),
         .part = QT_TR_NOOP("items")},
        {.field = Field::LineItems,
         .offeredBy = Field::Cascade,
         .path = "cascade"_L1,
         .reset = [](SessionDraft &draft) { draft.cascade.clear(); },
         .name = QT_TR_NOOP("Items"),
         .part = QT_TR_NOOP("fallback tiers"),
         .isUsual = true},
        {.field = Field::ProcessorRoute,
         .offeredBy = Field::ProcessorRoute,
         .path = "processor_route_id"_L1,
         .text = &SessionDraft::processorRouteId,
         .reset = &resetRoutes,
         .name = QT_TR_NOOP("Processor route"),
         .part = QT_TR_NOOP("processor route"),
         .isUsual = true},
        {.field = Field::PromotionCode,
         .offeredBy = Field::PromotionCode,
         .path = "promotion_code"_L1,
         .text = &SessionDraft::promotionCode,
         .name = QT_TR_NOOP("Promotion code"),
         .part = QT_TR_NOOP("promotion code"),
         .kind = TextKind::Code,
         .isUsual = true},
        {.field = Field::Coupon,
         .offeredBy = Field::Coupon,
         .path = "coupon_id"_L1,
         .text = &SessionDraft::couponId,
         .name = QT_TR_NOOP("Coupon"),
         .part = QT_TR_NOOP("coupon"),
         .isUsual = true},
        {.field = Field::Expiry,
         .offeredBy = Field::Expiry,
         .path = "expires_in_hours"_L1,
         .reset = [](SessionDraft &draft) { draft.expiresInHours.reset(); },
         .name = QT_TR_NOOP("Expires after"),
         .part = QT_TR_NOOP("expiry"),
         .isUsual = true},
        {.field = Field::Description,
         .offeredBy = Field::Description,
         .path = "description"_L1,
         .text = &SessionDraft::description,
         .name = QT_TR_NOOP("Description"),
         .part = QT_TR_NOOP("description"),
         .rowHint = QT_TR_NOOP("Optional"),
         .kind = TextKind::Words,
         .editor = FieldEditor::Line,
         .isPriced = false},
        {.field = Field::Reference,
         .offeredBy = Field::Reference,
         .path = "reference"_L1,
         .text = &SessionDraft::reference,
         .name = QT_TR_NOOP("Reference"),
         .part = QT_TR_NOOP("reference"),
         .rowHint = QT_TR_NOOP("Your own, optional"),
         .editor = FieldEditor::Line,
         .isPriced = false},
        {.field = Field::SuccessUrl,
         .offeredBy = Field::SuccessUrl,
         .path = "success_url"_L1,
         .text = &SessionDraft::successUrl,
         .name = QT_TR_NOOP("Success URL"),
         .part = QT_TR_NOOP("success URL"),
         .kind = TextKind::Address,
         .isUsual = true,
         .isPriced = false},
        {.field = Field::ReturnUrl,
         .offeredBy = Field::ReturnUrl,
         .path = "return_url"_L1,
         .text = &SessionDraft::returnUrl,
         .name = QT_TR_NOOP("Return URL"),
         .part = QT_TR_NOOP("return URL"),
         .kind = TextKind::Address,
         .isUsual = true,
         .isPriced = false},
        {.field = Field::MetadataName,
         .offeredBy = Field::MetadataName,
         .path = "metadata"_L1,
         .reset = [](SessionDraft &draft) { draft.metadata.clear(); },
         .name = QT_TR_NOOP("Metadata"),
         .part = QT_TR_NOOP("metadata")},
        {.field = Field::CustomFieldName,
         .offeredBy = Field::CustomFieldName,
         .path = "custom_fields"_L1,
         .reset = [](SessionDraft &draft) { draft.customFields.clear(); },
         .name = QT_TR_NOOP("Custom fields"),
         .part = QT_TR_NOOP("custom fields"),
         .isUsual = true},
        {.field = Field::SubscriptionFieldName,
         .offeredBy = Field::SubscriptionFieldName,
         .path = "subscription_custom_fields"_L1,
         .reset = [](SessionDraft &draft) { draft.subscriptionCustomFields.clear(); },
         .name = QT_TR_NOOP("Custom fields"),
         .part = QT_TR_NOOP("custom fields of the subscription")},
        {.field = Field::InternalNote,
         .offeredBy = Field::Draft,
         .path = "internal_note"_L1,
         .text = &SessionDraft::internalNote,
         .name = QT_TR_NOOP("Internal note"),
         .rowHint = QT_TR_NOOP("Never sent"),
         .kind = TextKind::Words,
         .editor = FieldEditor::Line,
         .isPriced = false,
         .isLocal = true,
         .longest = longestNote},
    };
};

/// Returns the field whose list @p field is a part of.
Field wholeOf(Field field)
{
    switch (field) {
    case Field::MetadataValue:
        return Field::MetadataName;
    case Field::CustomFieldValue:
        return Field::CustomFieldName;
    case Field::SubscriptionFieldValue:
        return Field::SubscriptionFieldName;
    default:
        return field;
    }
}

} // namespace

bool DraftField::isSet(const SessionDraft &draft) const
{
    if (!reset)
        return !text.in(draft).isEmpty();
    SessionDraft without = draft;
    reset(without);
    return without != draft;
}

void DraftField::clear(SessionDraft &draft) const
{
    if (reset)
        reset(draft);
    else
        text.in(draft).clear();
}

QString DraftField::label() const
{
    return DraftFieldText::tr(name);
}

QString DraftField::partName() const
{
    return part ? DraftFieldText::tr(part) : QString();
}

QString DraftField::hint() const
{
    return rowHint ? DraftFieldText::tr(rowHint) : QString();
}

std::span<const DraftField> draftFields()
{
    return DraftFieldText::all;
}

const DraftField *draftField(Field field)
{
    const auto found = std::ranges::find(DraftFieldText::all, wholeOf(field), &DraftField::field);
    return found == std::end(DraftFieldText::all) ? nullptr : found;
}

QString labelOf(Field field)
{
    switch (field) {
    case Field::Draft:
        return DraftFieldText::tr("Session");
    case Field::Price:
        return DraftFieldText::tr("Price");
    case Field::Name:
        return DraftFieldText::tr("Name");
    case Field::Amount:
        return DraftFieldText::tr("Unit price");
    case Field::Quote:
        return DraftFieldText::tr("Quote");
    default:
        const DraftField *row = draftField(field);
        return row ? row->label() : QString();
    }
}

std::vector<Field> fieldsNotTaken(const SessionDraft &draft, const Capabilities &can)
{
    std::vector<Field> fields;
    for (const DraftField &row : draftFields()) {
        if (!row.isTaken(can) && row.isSet(draft) && std::ranges::find(fields, row.field) == fields.end())
            fields.push_back(row.field);
    }
    return fields;
}

SessionDraft withoutLocalFields(SessionDraft draft)
{
    for (const DraftField &row : localFields())
        row.clear(draft);
    return draft;
}

} // namespace tilldeck::checkout
