// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/labels.h"

#include <QCoreApplication>

namespace tilldeck::desk {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Labels)
};

QString firstOf(std::initializer_list<QString> choices)
{
    for (const QString &choice : choices) {
        if (!choice.isEmpty())
            return choice;
    }
    return {};
}

} // namespace

QString customerLabel(const checkout::SessionDraft &draft, const checkout::Catalog &catalog)
{
    if (const checkout::Customer *known = catalog.customer(draft.customer.id))
        return firstOf({known->name, known->email, known->id});
    return firstOf({draft.customer.name, draft.customer.email, draft.customer.id});
}

QString itemsLabel(const checkout::SessionDraft &draft, const checkout::Catalog &catalog, int tier)
{
    if (tier >= draft.tierCount() || draft.tierLineItems(tier).empty())
        return {};
    const std::vector<checkout::LineItem> &items = draft.tierLineItems(tier);
    const checkout::LineItem &first = items.front();
    const checkout::Price *price = catalog.price(first.priceId);
    QString label = price != nullptr ? price->label() : firstOf({first.name, first.priceId});
    if (first.quantity != 1)
        label = Words::tr("%1 × %2", "item, quantity").arg(label, QString::number(first.quantity));
    const qsizetype more = static_cast<qsizetype>(items.size()) - 1;
    return more > 0 ? Words::tr("%1 + %2", "first item, how many more").arg(label, QString::number(more)) : label;
}

} // namespace tilldeck::desk
