// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/nearest_name.h"

#include <algorithm>
#include <vector>

namespace tilldeck::ledger {

namespace {

QString plainName(QString name)
{
    name.removeIf([](QChar character) { return character == u'-' || character == u'_' || character == u' '; });
    return name.toLower();
}

/// Returns how many letters have to be changed, added, left out or exchanged with their neighbour.
qsizetype editsBetween(const QString &one, const QString &other)
{
    const auto width = static_cast<std::size_t>(other.size()) + 1;
    std::vector<qsizetype> before(width), row(width), next(width);
    for (std::size_t j = 0; j < width; ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 0; i < one.size(); ++i) {
        next[0] = i + 1;
        for (qsizetype j = 0; j < other.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const qsizetype change = row[at] + (one[i] == other[j] ? 0 : 1);
            next[at + 1] = std::min({row[at + 1] + 1, next[at] + 1, change});
            if (i > 0 && j > 0 && one[i] == other[j - 1] && one[i - 1] == other[j])
                next[at + 1] = std::min(next[at + 1], before[at - 1] + 1);
        }
        before.swap(row);
        row.swap(next);
    }
    return row.back();
}

} // namespace

QString nearestName(const QString &written, std::span<const QLatin1StringView> names)
{
    constexpr qsizetype longest = 64;
    const QString plain = plainName(written.left(longest));
    QString nearest;
    qsizetype fewest = longest;
    for (const QLatin1StringView name : names) {
        const QString known = plainName(name);
        const qsizetype edits = editsBetween(plain, known);
        if (edits < fewest && (edits == 1 || 3 * edits <= known.size())) {
            nearest = name;
            fewest = edits;
        }
    }
    return nearest;
}

} // namespace tilldeck::ledger
