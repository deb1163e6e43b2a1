// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/url_edit.h"

#include "checkout/session_draft.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>

namespace tilldeck::ui {

namespace {

class PlaceholderHighlighter : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        QTextCharFormat format;
        format.setForeground(tokens().link);
        format.setBackground(tokens().selected);
        const auto length = checkout::sessionIdPlaceholder.size();
        for (auto at = text.indexOf(checkout::sessionIdPlaceholder); at >= 0;
             at = text.indexOf(checkout::sessionIdPlaceholder, at + length))
            setFormat(int(at), int(length), format);
    }
};

} // namespace

UrlEdit::UrlEdit(const QString &accessibleName, bool fillsInSessionId, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(accessibleName);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // An address reads from left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
    if (fillsInSessionId)
        new PlaceholderHighlighter(document());
    connect(this, &QPlainTextEdit::textChanged, this, [this] { emit textEdited(text()); });
}

void UrlEdit::setText(const QString &text)
{
    if (text == toPlainText())
        return;
    const QSignalBlocker quiet(this);
    setPlainText(text);
}

void UrlEdit::insertAtCaret(const QString &text)
{
    textCursor().insertText(text);
    setFocus();
}

QSize UrlEdit::sizeHint() const
{
    return {px(240), px(28)};
}

QSize UrlEdit::minimumSizeHint() const
{
    return {px(120), px(28)};
}

void UrlEdit::keyPressEvent(QKeyEvent *event)
{
    // Enter makes no second line, and with Ctrl it creates the session.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void UrlEdit::insertFromMimeData(const QMimeData *source)
{
    textCursor().insertText(source->text().simplified());
}

void UrlEdit::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void UrlEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    centreLine();
}

void UrlEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        for (auto *highlighter : document()->findChildren<QSyntaxHighlighter *>())
            highlighter->rehighlight();
    }
}

void UrlEdit::centreLine()
{
    document()->setDocumentMargin(0);
    const int free = height() - fontMetrics().height() - 2 * frameWidth();
    const QMargins margins(px(7), std::max(0, free / 2), px(7), 0);
    if (viewportMargins() != margins)
        setViewportMargins(margins);
}

} // namespace tilldeck::ui

#include "moc_url_edit.cpp"
