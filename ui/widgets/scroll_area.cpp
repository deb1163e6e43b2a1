// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scroll_area.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace tilldeck::ui {

namespace {

/// Scrolls what is higher than the area at its width. QScrollArea goes by the least height of the content at its least
/// width as well, where wrapped texts have more lines: it would scroll what fits.
class ScrollArea : public QScrollArea
{
protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            fit();
        return QScrollArea::eventFilter(watched, event);
    }

    void resizeEvent(QResizeEvent *event) override
    {
        fit();
        QScrollArea::resizeEvent(event);
    }

private:
    void fit()
    {
        if (!widget() || !widget()->hasHeightForWidth())
            return;
        const QSize room = maximumViewportSize();
        int needed = widget()->heightForWidth(room.width());
        if (needed > room.height())
            needed = widget()->heightForWidth(room.width() - verticalScrollBar()->sizeHint().width());
        widget()->setMinimumHeight(std::max(1, needed));
    }
};

} // namespace

QScrollArea *makeScrollArea(QWidget *content)
{
    auto *area = new ScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

} // namespace tilldeck::ui
