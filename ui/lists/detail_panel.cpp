// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/detail_panel.h"

#include "ui/style/paint.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/scroll_area.h"

#include <QScrollArea>
#include <QScrollBar>

#include <utility>

namespace tilldeck::ui {

DetailPanel::DetailPanel(QWidget *parent)
    : QWidget(parent)
    , m_badge(new Badge)
    , m_title(new ElidedLabel({}, TextStyle::Body, Tone::Text2))
    , m_previous(new IconButton(Icon::ChevronUp, tr("Previous")))
    , m_next(new IconButton(Icon::ChevronDown, tr("Next")))
    , m_scroll(makeScrollArea(new QWidget))
    , m_body(makeColumnLayout(m_scroll->widget(), px(12), {px(16), 0, px(16), px(16)}))
{
    auto *close = new IconButton(Icon::Close, tr("Close panel"));
    auto *head = makeRowLayout(px(4), {px(16), px(9), px(12), px(9)});
    head->addWidget(m_badge);
    head->addSpacing(px(8));
    head->addWidget(m_title, 1);
    for (QWidget *button : {m_previous, m_next, close})
        head->addWidget(button);

    auto *column = makeColumnLayout(this, 0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    setMinimumWidth(px(372));
    setProperty("pane", true); // a stop of F6
    connect(m_previous, &QToolButton::clicked, this, &DetailPanel::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &DetailPanel::nextRequested);
    connect(close, &QToolButton::clicked, this, &DetailPanel::closeRequested);
}

void DetailPanel::setStatus(BadgeKind kind, const QString &word, const QString &providerId)
{
    m_badge->setStatus(kind, word, providerId);
}

void DetailPanel::setStatusShown(bool shown)
{
    m_isBadgeShown = shown;
    m_badge->setVisible(shown && !m_isWaiting);
}

void DetailPanel::setWaiting(bool waiting)
{
    if (std::exchange(m_isWaiting, waiting) == waiting)
        return;
    m_badge->setVisible(m_isBadgeShown && !waiting);
    m_title->setVisible(!waiting);
    m_scroll->widget()->setVisible(!waiting);
}

void DetailPanel::setTitle(const QString &title)
{
    m_title->setText(title);
}

void DetailPanel::setNeighbours(bool previous, bool next)
{
    m_previous->setEnabled(previous);
    m_next->setEnabled(next);
}

void DetailPanel::scrollToTop()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

void DetailPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    paintLine(painter, rect(), layoutDirection() == Qt::RightToLeft ? Qt::RightEdge : Qt::LeftEdge, tokens().line);
}

} // namespace tilldeck::ui

#include "moc_detail_panel.cpp"
