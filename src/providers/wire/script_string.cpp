// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/script_string.h"

namespace tilldeck::providers {

using namespace Qt::StringLiterals;

QString scriptString(const QString &text)
{
    QString literal = u"\""_s;
    for (const QChar c : text) {
        const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || u"_-.~ :"_s.contains(c));
        literal += plain ? QString(c) : u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
    }
    return literal + u'"';
}

} // namespace tilldeck::providers
