// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace tilldeck::ui {

/// Holds what the merchant did to the columns of a list: their order, which are hidden, which have a width of their
/// own.
struct ColumnChoice
{
    QStringList order;          ///< Names, from the leading edge on.
    QStringList hidden;         ///< Names.
    QHash<QString, int> widths; ///< Pixels, by name.

    /// Returns it for the settings: "status;customer:180;-items". Every column of `order` is in it.
    QString text() const;
    /// Reads text(). What is not understood is left out.
    static ColumnChoice fromText(const QString &text);

    friend bool operator==(const ColumnChoice &, const ColumnChoice &) = default;
};

} // namespace tilldeck::ui
