// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/kept_places.h"

#include <QHash>

#include <algorithm>

namespace tilldeck::ui {

std::vector<KeptPlace> keptPlaces(const std::vector<RowPlace> &before, const std::vector<RowPlace> &after)
{
    QHash<qint64, int> rowBefore;
    for (const RowPlace &place : before)
        rowBefore.insert(place.key, place.row);

    // The longest row of pairs that grow in both lists: `ends` has, for each length, the pair with the least `before`
    // that ends one of that length.
    struct Pair
    {
        KeptPlace place;
        qsizetype previous = -1;
    };
    std::vector<Pair> pairs;
    std::vector<qsizetype> ends;
    for (const RowPlace &place : after) {
        const auto found = rowBefore.constFind(place.key);
        if (found == rowBefore.cend())
            continue;
        const auto end = std::ranges::lower_bound(
            ends, *found, {}, [&pairs](qsizetype index) { return pairs[static_cast<size_t>(index)].place.before; });
        pairs.push_back({{*found, place.row}, end == ends.begin() ? -1 : *(end - 1)});
        const auto index = static_cast<qsizetype>(pairs.size()) - 1;
        if (end == ends.end())
            ends.push_back(index);
        else
            *end = index;
    }

    std::vector<KeptPlace> kept;
    for (qsizetype index = ends.empty() ? -1 : ends.back(); index >= 0;) {
        const Pair &pair = pairs[static_cast<size_t>(index)];
        kept.push_back(pair.place);
        index = pair.previous;
    }
    std::ranges::reverse(kept);
    return kept;
}

} // namespace tilldeck::ui
