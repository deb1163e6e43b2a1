// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/tidy_draft.h"

#include "checkout/draft_fields.h"
#include "checkout/outside_text.h"

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

void trim(QString &text)
{
    text = withoutMarksAround(text);
}

void tidyItems(std::vector<LineItem> &items)
{
    for (LineItem &item : items)
        trim(item.priceId);
}

void tidyUrl(QString &url)
{
    trim(url);
    const qsizetype end = url.indexOf("://"_L1);
    if (end > 0)
        url = url.first(end).toLower() + url.sliced(end);
}

} // namespace

QString plainCode(const QString &code)
{
    return withoutUnseen(code.normalized(QString::NormalizationForm_KC));
}

QString codeAsListed(const QString &typed, const Catalog &catalog)
{
    if (isInvisible(typed))
        return typed; // a code of blanks is no missing one
    const QString plain = plainCode(typed);
    QStringList alike;
    for (const PromotionCode &listed : catalog.promotionCodes.items) {
        if (listed.code == typed || listed.code == plain)
            return listed.code;
        if (plainCode(listed.code).compare(plain, Qt::CaseInsensitive) == 0)
            alike << listed.code;
    }
    // Of several that differ by their case only, nobody knows which one is meant.
    return alike.size() == 1 ? alike.front() : plain;
}

SessionDraft tidied(SessionDraft draft, const Catalog &catalog)
{
    for (const DraftField &field : draftFields()) {
        if (!field.text)
            continue;
        QString &text = field.text.in(draft);
        switch (field.kind) {
        case TextKind::Id:
            if (field.field != Field::Coupon || !isInvisible(text))
                trim(text);
            break;
        case TextKind::Address:
            tidyUrl(text);
            break;
        case TextKind::Code:
            text = codeAsListed(text, catalog);
            break;
        case TextKind::Words:
        case TextKind::Name:
            break;
        }
    }
    for (std::vector<CustomField> *fields : {&draft.customFields, &draft.metadata}) {
        for (CustomField &field : *fields)
            trim(field.name);
    }
    tidyItems(draft.lineItems);
    for (CascadeTier &tier : draft.cascade) {
        tidyItems(tier.lineItems);
        trim(tier.processorRouteId);
    }
    return draft;
}

} // namespace tilldeck::checkout
