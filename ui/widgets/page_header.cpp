// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_header.h"

#include "ui/style/paint.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

namespace tilldeck::ui {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(title, TextStyle::Title))
    , m_layout(makeRowLayout(this, px(8), {px(16), 0, px(16), 0}))
{
    setFixedHeight(px(48));
    m_layout->addWidget(m_title);
    m_layout->addStretch(1);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::addLeading(QWidget *widget)
{
    m_layout->insertWidget(0, widget);
}

void PageHeader::addAfterTitle(QWidget *widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_title) + 1, widget);
}

void PageHeader::addTrailing(QWidget *widget, int stretch)
{
    m_layout->addWidget(widget, stretch);
}

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_leading(new ElidedLabel({}, TextStyle::Secondary, Tone::Text2))
    , m_trailing(new ElidedLabel({}, TextStyle::Secondary, Tone::Text2))
{
    setFixedHeight(px(26));
    auto *row = makeRowLayout(this, px(16), {px(16), 1, px(16), 0});
    row->addWidget(m_leading, 1);
    row->addWidget(m_trailing);
    m_trailing->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
}

void StatusLine::setTexts(const QString &leading, const QString &trailing)
{
    m_leading->setText(leading);
    m_trailing->setText(trailing);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    paintLine(painter, rect(), Qt::TopEdge, tokens().line);
}

} // namespace tilldeck::ui

#include "moc_page_header.cpp"
