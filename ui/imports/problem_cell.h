// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/row_delegate.h"

namespace tilldeck::ui {

/// Paints a cell of ReviewModel. One with something to mend has a mark before its text, and the current one a frame.
class ProblemCell : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tilldeck::ui
