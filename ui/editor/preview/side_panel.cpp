// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview/side_panel.h"

#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>

namespace tilldeck::ui {

SidePanel::SidePanel(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_updated(new Label({}, TextStyle::Secondary, Tone::Text3))
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(px(6), 0, px(16), 0);
    head->addWidget(m_tabs);
    head->addStretch();
    head->addWidget(m_updated);
    auto *layout = makeColumnLayout(this, 0, {1, 0, 0, 0});
    layout->addLayout(head);
    layout->addWidget(new Rule);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &SidePanel::currentChanged);
}

void SidePanel::addPage(const QString &title, QWidget *page)
{
    m_pages->addWidget(page);
    m_tabs->addTab(title);
}

void SidePanel::setUpdated(const QString &text)
{
    m_updated->setText(text);
}

void SidePanel::showNextPage()
{
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count());
}

void SidePanel::showPage(int page)
{
    m_tabs->setCurrentIndex(page);
}

int SidePanel::current() const
{
    return m_tabs->currentIndex();
}

void SidePanel::setVisible(bool visible)
{
    const bool changes = visible != isVisible();
    QWidget *focus = window()->focusWidget();
    if (changes && !visible && m_covered && isAncestorOf(focus))
        m_covered->setFocus(Qt::OtherFocusReason);
    QWidget::setVisible(visible);
    if (!changes || !visible || !focus || isAncestorOf(focus) || focus->isAncestorOf(this))
        return;
    const QRect place(mapFromGlobal(focus->mapToGlobal(QPoint())), focus->size());
    m_covered = rect().intersects(place) ? focus : nullptr;
    if (m_covered)
        m_tabs->setFocus(Qt::OtherFocusReason);
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    const int edge = isRightToLeft() ? width() - 1 : 0;
    painter.fillRect(QRect(edge, 0, 1, height()), tokens().line);
}

} // namespace tilldeck::ui

#include "moc_side_panel.cpp"
