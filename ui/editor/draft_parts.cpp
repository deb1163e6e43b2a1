// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/draft_parts.h"

#include "checkout/draft_fields.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::Capabilities;
using checkout::DraftField;
using checkout::Field;
using checkout::SessionDraft;

SessionDraft supportedPart(SessionDraft draft, const Capabilities &can)
{
    const bool known =
        std::ranges::any_of(can.flows, [&](const checkout::FlowChoice &flow) { return flow.id == draft.flow; });
    if (!known)
        draft.flow.clear();
    for (const DraftField &field : checkout::draftFields()) {
        if (!field.isTaken(can))
            field.clear(draft);
    }
    return draft;
}

QStringList unsupportedFields(SessionDraft draft, const Capabilities &can)
{
    // A line that nobody filled in is nothing asked for.
    std::erase(draft.lineItems, checkout::LineItem());
    QStringList names;
    for (const DraftField &field : checkout::draftFields()) {
        if (!field.isTaken(can) && field.isSet(draft))
            names << field.partName();
    }
    names.removeDuplicates();
    return names;
}

QStringList missingParts(const Capabilities &can)
{
    QStringList names;
    for (const DraftField &field : checkout::draftFields()) {
        const bool isCustomer = field.path == "customer.id"_L1 && !can.takes(Field::CustomerEmail);
        if ((field.isUsual || isCustomer) && !field.isTaken(can))
            names << field.partName();
    }
    return names;
}

} // namespace tilldeck::ui
