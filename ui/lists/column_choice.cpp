// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/column_choice.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

QString ColumnChoice::text() const
{
    QStringList parts;
    for (const QString &name : order) {
        const QString shown = hidden.contains(name) ? u"-"_s + name : name;
        parts << (widths.contains(name) ? u"%1:%2"_s.arg(shown).arg(widths.value(name)) : shown);
    }
    return parts.join(u';');
}

ColumnChoice ColumnChoice::fromText(const QString &text)
{
    ColumnChoice choice;
    const QStringList parts = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString name = part.section(u':', 0, 0).remove(u'-');
        if (name.isEmpty() || choice.order.contains(name))
            continue;
        choice.order << name;
        if (part.startsWith(u'-'))
            choice.hidden << name;
        if (const int width = part.section(u':', 1).toInt(); width > 0)
            choice.widths.insert(name, width);
    }
    return choice;
}

} // namespace tilldeck::ui
