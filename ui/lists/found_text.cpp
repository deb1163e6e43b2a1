// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/found_text.h"

#include "ui/style/paint.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QTextLayout>

#include <algorithm>

namespace tilldeck::ui {

namespace {

struct FoundText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::FoundText)
};

} // namespace

QString foundSpoken(const QString &text, const FoundParts &parts)
{
    QStringList found;
    for (const ledger::FoundPart &part : parts)
        found << text.sliced(part.at, part.length);
    return found.isEmpty() ? QString()
                           : FoundText::tr("Found: %1", "parts of a text").arg(QLocale().createSeparatedList(found));
}

void drawFound(QPainter &painter, const QRect &rect, Qt::Alignment side, const QString &shown, const FoundParts &parts)
{
    const QString text = isolated(shown);
    const qsizetype room = shown.endsWith(u'…') ? shown.size() - 1 : shown.size();
    QTextCharFormat format;
    format.setBackground(tokens().testBackground);
    format.setForeground(tokens().testText);
    format.setFontUnderline(true);
    QList<QTextLayout::FormatRange> ranges;
    for (const ledger::FoundPart &part : parts) {
        const qsizetype end = std::min(part.at + part.length, room);
        if (part.at < end) // behind the character that isolates
            ranges.append({static_cast<int>(part.at) + 1, static_cast<int>(end - part.at), format});
    }
    if (ranges.isEmpty()) {
        painter.drawText(rect, int(side | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, text);
        return;
    }
    QTextLayout layout(text, painter.font(), painter.device());
    layout.setFormats(ranges);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(painter.layoutDirection());
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(2.0 * rect.width());
    layout.endLayout();
    const qreal left = side.testFlag(Qt::AlignRight) ? rect.right() + 1 - line.naturalTextWidth() : rect.left();
    layout.draw(&painter, {left, rect.top() + (rect.height() - line.height()) / 2});
}

} // namespace tilldeck::ui
