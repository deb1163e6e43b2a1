// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/id_text.h"

#include "ui/style/theme.h"

#include <QRegularExpression>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

QList<QTextLayout::FormatRange> idFormats(const QString &text)
{
    static const QRegularExpression ids(
        u"\\b[A-Za-z]+_\\w*\\d\\w*\\b|\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"_s);
    QList<QTextLayout::FormatRange> formats;
    for (auto found = ids.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(match.capturedStart());
        range.length = static_cast<int>(match.capturedLength());
        range.format.setFont(font(TextStyle::Mono));
        formats.append(range);
    }
    return formats;
}

bool isId(const QString &text)
{
    const QList<QTextLayout::FormatRange> formats = idFormats(text);
    return formats.size() == 1 && formats.front().length == text.size();
}

} // namespace tilldeck::ui
