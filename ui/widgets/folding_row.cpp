// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/folding_row.h"

#include "ui/style/theme.h"
#include "ui/widgets/layouts.h"

#include <QEvent>

#include <algorithm>

namespace tilldeck::ui {

FoldingRow::FoldingRow(int spacing, QWidget *parent)
    : QWidget(parent)
    , m_row(makeRowLayout(this, spacing))
    , m_spacing(spacing)
{
    m_row->setSizeConstraint(QLayout::SetNoConstraint); // else it could never become narrow enough to fold
}

void FoldingRow::addPart(QWidget *part, int stretch)
{
    m_row->addWidget(part, stretch, Qt::AlignTop);
}

bool FoldingRow::isFolded() const
{
    return m_row->direction() == QBoxLayout::TopToBottom;
}

QSize FoldingRow::minimumSizeHint() const
{
    int widest = 0;
    for (int at = 0; at < m_row->count(); ++at)
        widest = std::max(widest, m_row->itemAt(at)->minimumSize().width());
    return {widest, QWidget::minimumSizeHint().height()};
}

bool FoldingRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // a part has another text
        fold();
    return QWidget::event(event);
}

void FoldingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void FoldingRow::fold()
{
    int widest = 0, wanted = 0, parts = 0, stretches = 0;
    for (int at = 0; at < m_row->count(); ++at) {
        const QLayoutItem *part = m_row->itemAt(at);
        if (part->isEmpty())
            continue;
        const int least = part->minimumSize().width();
        ++parts;
        stretches += m_row->stretch(at) > 0 ? 1 : 0;
        wanted += least;
        widest = std::max(widest, least);
    }
    if (stretches == parts) // equal room for each
        wanted = widest * parts;
    const bool folds = wanted + m_spacing * (parts - 1) > width();
    if (folds == isFolded())
        return;
    m_row->setDirection(folds ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(folds ? px(4) : m_spacing);
    updateGeometry();
}

} // namespace tilldeck::ui

#include "moc_folding_row.cpp"
