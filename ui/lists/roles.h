// SPDX-License-Identifier: GPL-3.0-or-later
// Item data that the delegates of ui/lists read, beside Qt::DisplayRole and Qt::ToolTipRole.
#pragma once

#include <Qt>

namespace tilldeck::ui {

enum ItemRole {
    /// money::Money. Absent: the display text, or a dash.
    AmountRole = Qt::UserRole + 100,
    /// ui::BadgeKind. The display text is the word beside the glyph; empty means the usual word of the kind.
    BadgeKindRole,
    /// int: the number of the tier that was charged; below 2 nothing is shown.
    TierMarkRole,
    /// QDateTime in UTC of a session that is still open. Absent: the display text, or a dash.
    ExpiresAtRole,
    /// QString behind the display text, in the hint colour: "Khaime" + ", Stripe".
    SecondaryTextRole,
    /// ui::Tone of the display text; absent: the delegate's own.
    ToneRole,
    /// bool: whether the row is not read yet. A cell of it says nothing, and no text is made up for it.
    PendingRole,
    /// ui::FoundParts of the display text: what of it was searched for. Absent: nothing.
    FoundRole,
    /// headerData, int: the most decimals in an amount column (2 when absent).
    FractionDigitsRole,
};

} // namespace tilldeck::ui
