// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/item_model.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace tilldeck::ui {

std::vector<size_t> ItemModelBase::placesBy(const std::vector<QVariant> &ranks) const
{
    QCollator texts;
    texts.setNumericMode(true);
    texts.setCaseSensitivity(Qt::CaseInsensitive);
    const auto compare = [&texts](const QVariant &left, const QVariant &right) {
        if (left.typeId() == QMetaType::QString && right.typeId() == QMetaType::QString)
            return texts.compare(left.toString(), right.toString());
        const QPartialOrdering order = QVariant::compare(left, right);
        return order == QPartialOrdering::Less ? -1 : order == QPartialOrdering::Greater ? 1 : 0;
    };
    const auto hasNone = [](const QVariant &rank) {
        return rank.typeId() == QMetaType::QString     ? rank.toString().isEmpty()
               : rank.typeId() == QMetaType::QDateTime ? !rank.toDateTime().isValid()
                                                       : !rank.isValid();
    };
    std::vector<size_t> places(ranks.size());
    std::iota(places.begin(), places.end(), size_t(0));
    const bool isAscending = m_sortOrder == Qt::AscendingOrder;
    std::ranges::sort(places, [&](size_t left, size_t right) {
        if (const bool isLast = hasNone(ranks[left]); isLast || hasNone(ranks[right]))
            return isLast == hasNone(ranks[right]) ? left < right : !isLast;
        const int order = compare(ranks[left], ranks[right]);
        return order == 0 ? left < right : isAscending ? order < 0 : order > 0;
    });
    return places;
}

} // namespace tilldeck::ui

#include "moc_item_model.cpp"
