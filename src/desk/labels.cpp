// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/labels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

namespace {

struct LabelText
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

QString times(const QString &label, qint64 quantity)
{
    const QString number = quantity < 1 ? u"?"_s : QString::number(quantity); // not every provider says it
    return quantity == 1 ? label : LabelText::tr("%1 × %2", "item, quantity").arg(label, number);
}

/// Of a draft that sells one product instead of line items.
QString productLabel(const checkout::SessionDraft &draft, const checkout::Catalog &catalog)
{
    const checkout::Product *product = catalog.product(draft.productId);
    const QString label =
        firstOf({draft.productName, product ? product->name : QString(), draft.description, draft.productId});
    return label.isEmpty() ? label : times(label, draft.productQuantity);
}

} // namespace

QString customerLabel(const checkout::SessionDraft &draft, const checkout::Catalog &catalog)
{
    if (const checkout::Customer *known = catalog.customer(draft.customer.id))
        return firstOf({known->name, known->email, known->id});
    const QString fullName = QStringList{draft.customer.firstName, draft.customer.lastName}.join(u' ').trimmed();
    return firstOf({draft.customer.name, fullName, draft.customer.email, draft.customer.id});
}

QString itemsLabel(const checkout::SessionDraft &draft, const checkout::Catalog &catalog, int tier)
{
    if (tier >= draft.tierCount())
        return {};
    if (draft.tierLineItems(tier).empty())
        return tier == 0 ? productLabel(draft, catalog) : QString();
    const std::vector<checkout::LineItem> &items = draft.tierLineItems(tier);
    const checkout::LineItem &first = items.front();
    const checkout::Price *price = catalog.price(first.priceId);
    const QString label = times(price ? price->label() : firstOf({first.name, first.priceId}), first.quantity);
    const qsizetype more = static_cast<qsizetype>(items.size()) - 1;
    return more > 0 ? LabelText::tr("%1 + %2", "first item, how many more").arg(label, QString::number(more)) : label;
}

} // namespace tilldeck::desk
