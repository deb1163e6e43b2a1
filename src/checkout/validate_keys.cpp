// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/validate_keys.h"

#include "checkout/draft_fields.h"
#include "checkout/validation_text.h"

#include <functional>

namespace tilldeck::checkout {

namespace {

using Visit = std::function<void(Field field, QString &text, int tier, int index)>;

void eachOfItems(std::vector<LineItem> &items, int tier, const Visit &visit)
{
    for (size_t row = 0; row < items.size(); ++row) {
        visit(Field::Price, items.at(row).priceId, tier, static_cast<int>(row));
        visit(Field::Name, items.at(row).name, tier, static_cast<int>(row));
    }
}

void eachOfFields(std::vector<CustomField> &fields, Field nameField, Field valueField, const Visit &visit)
{
    for (size_t row = 0; row < fields.size(); ++row) {
        visit(nameField, fields.at(row).name, 0, static_cast<int>(row));
        if (auto *text = std::get_if<QString>(&fields.at(row).value))
            visit(valueField, *text, 0, static_cast<int>(row));
    }
}

/// Calls @p visit with each text of @p draft.
void eachText(SessionDraft &draft, const Visit &visit)
{
    for (const DraftField &field : draftFields()) {
        if (field.text)
            visit(field.field, field.text.in(draft), 0, -1);
    }
    eachOfItems(draft.lineItems, 0, visit);
    visit(Field::ProcessorRoute, draft.processorRouteId, 0, -1);
    for (size_t tier = 0; tier < draft.cascade.size(); ++tier) {
        eachOfItems(draft.cascade.at(tier).lineItems, static_cast<int>(tier) + 1, visit);
        visit(Field::ProcessorRoute, draft.cascade.at(tier).processorRouteId, static_cast<int>(tier) + 1, -1);
    }
    eachOfFields(draft.customFields, Field::CustomFieldName, Field::CustomFieldValue, visit);
    eachOfFields(draft.subscriptionCustomFields, Field::SubscriptionFieldName, Field::SubscriptionFieldValue, visit);
    eachOfFields(draft.metadata, Field::MetadataName, Field::MetadataValue, visit);
}

} // namespace

QString keyProblem(const QString &text, const keys::HoldsKey &holdsKey)
{
    return holdsKey(text) ? ValidationText::tr("This holds a key. What stands here is kept in files and shown to "
                                               "others. Remove the key.")
                          : QString();
}

std::vector<Problem> keyProblems(const SessionDraft &draft, const keys::HoldsKey &holdsKey)
{
    std::vector<Problem> problems;
    SessionDraft seen = draft;
    eachText(seen, [&](Field field, const QString &text, int tier, int index) {
        if (const QString sentence = keyProblem(text, holdsKey); !sentence.isEmpty())
            problems.emplace_back(field, sentence, tier, index);
    });
    return problems;
}

SessionDraft withoutKeys(SessionDraft draft, const keys::HoldsKey &holdsKey)
{
    eachText(draft, [&](Field, QString &text, int, int) {
        if (holdsKey(text))
            text.clear();
    });
    return draft;
}

} // namespace tilldeck::checkout
