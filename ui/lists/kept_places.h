// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace tilldeck::ui {

/// Says where in a list the row of a key stands.
struct RowPlace
{
    int row = 0;
    qint64 key = 0;
};

/// Says where a row stood and where it stands.
struct KeptPlace
{
    int before = 0;
    int after = 0;

    friend bool operator==(const KeptPlace &, const KeptPlace &) = default;
};

/// Returns the rows of both lists, each in its order, that need not be moved: the most of them, in the order of the
/// list. The others of @p before went or moved, those of @p after came or moved.
std::vector<KeptPlace> keptPlaces(const std::vector<RowPlace> &before, const std::vector<RowPlace> &after);

} // namespace tilldeck::ui
