// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/json_view.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

/// Strings in the colour of "well done", numbers and words in that of links; names of members stay as they are.
class JsonHighlighter : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression token(
            uR"re(("(?:[^"\\]|\\.)*")(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b)re"_s);
        auto match = token.globalMatch(text);
        while (match.hasNext()) {
            const auto found = match.next();
            if (found.hasCaptured(2) && !found.captured(2).isEmpty())
                continue;
            const bool string = !found.captured(1).isEmpty();
            setFormat(int(found.capturedStart()), int(found.capturedLength()), color(string ? Tone::Good : Tone::Link));
        }
    }
};

} // namespace

JsonView::JsonView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new QWidget(this))
{
    setReadOnly(true);
    setAccessibleName(tr("Body of the request"));
    setFont(ui::font(TextStyle::Mono));
    setWordWrapMode(QTextOption::WrapAnywhere);
    setViewportMargins(gutterWidth(), px(4), 0, px(4));
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // JSON reads from left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
    new JsonHighlighter(document());
    m_numbers->installEventFilter(this);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_numbers, qOverload<>(&QWidget::update));
}

void JsonView::setJson(const QString &text)
{
    if (text == toPlainText())
        return;
    const int scrolled = verticalScrollBar()->value();
    setPlainText(text);
    verticalScrollBar()->setValue(scrolled);
    setViewportMargins(gutterWidth(), px(4), 0, px(4));
}

int JsonView::gutterWidth() const
{
    return px(12) + fontMetrics().horizontalAdvance(u'9') * (blockCount() > 99 ? 3 : 2);
}

void JsonView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left() + 2, inside.top() + px(4), gutterWidth() - 2, inside.height() - px(8));
}

void JsonView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        for (auto *highlighter : document()->findChildren<QSyntaxHighlighter *>())
            highlighter->rehighlight();
    }
}

bool JsonView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_numbers && event->type() == QEvent::Paint) {
        paintNumbers();
        return true;
    }
    return QPlainTextEdit::eventFilter(watched, event);
}

void JsonView::paintNumbers()
{
    QPainter painter(m_numbers);
    painter.setFont(font());
    painter.setPen(color(Tone::Text3));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > m_numbers->height())
            return;
        painter.drawText(QRectF(0, place.top(), m_numbers->width() - px(4), fontMetrics().height()),
                         int(Qt::AlignRight), QString::number(block.blockNumber() + 1));
    }
}

} // namespace tilldeck::ui

#include "moc_json_view.cpp"
