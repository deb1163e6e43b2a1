// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/script_string.h"

namespace tilldeck::providers {

QString scriptString(const QString &text)
{
    QString literal = QStringLiteral("\"");
    for (const QChar c : text) {
        const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringLiteral("_-.~ :").contains(c));
        literal += plain ? QString(c) : QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return literal + QLatin1Char('"');
}

} // namespace tilldeck::providers
