// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/problem_cell.h"

#include "ui/imports/review_model.h"
#include "ui/style/icon.h"

#include <QPainter>

namespace tilldeck::ui {

namespace {

constexpr int markSize = 14;
constexpr int markGap = 4;

} // namespace

void ProblemCell::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isMarked = index.data(ReviewModel::ProblemRole).toBool();
    QStyleOptionViewItem text = option;
    if (isMarked) {
        const bool isMirrored = option.direction == Qt::RightToLeft;
        QRect icon(0, 0, px(markSize), px(markSize));
        icon.moveCenter(option.rect.center());
        if (isMirrored)
            icon.moveRight(option.rect.right());
        else
            icon.moveLeft(option.rect.left());
        paintIcon(painter, icon, Icon::Attention, color(Tone::Danger));
        const int used = px(markSize + markGap);
        text.rect = isMirrored ? option.rect.adjusted(0, 0, -used, 0) : option.rect.adjusted(used, 0, 0, 0);
    }
    // A cell without text is empty in the file, too.
    if (!index.data(Qt::DisplayRole).toString().isEmpty())
        RowDelegate::paintContent(painter, text, index);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(color(Tone::Link));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(-px(4), px(3), px(3), -px(3)));
    }
}

int ProblemCell::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isMarked = index.data(ReviewModel::ProblemRole).toBool();
    return RowDelegate::contentWidth(option, index) + (isMarked ? px(markSize + markGap) : 0);
}

} // namespace tilldeck::ui

#include "moc_problem_cell.cpp"
