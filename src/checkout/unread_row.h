// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::checkout {

/// Holds a row of a provider's list that could not be read. The other rows of the list stand for themselves.
struct UnreadRow
{
    QString id;       ///< As far as it can be read; else empty.
    QString words;    ///< The member that cannot be read, as the provider wrote it: "currency":"qqq".
    QString identity; ///< The same for the same row of a later answer: the id, else a digest of the row.

    QString code = {}; ///< The text of a promotion code, as far as it can be read; else empty.

    friend bool operator==(const UnreadRow &, const UnreadRow &) = default;
};

} // namespace tilldeck::checkout
