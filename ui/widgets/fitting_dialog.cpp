// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fitting_dialog.h"

#include <QEvent>
#include <QLayout>
#include <QResizeEvent>

#include <algorithm>

namespace tilldeck::ui {

bool FittingDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        fitHeight();
    return done;
}

void FittingDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (isVisible() && event->size().width() != event->oldSize().width())
        fitHeight();
}

void FittingDialog::showEvent(QShowEvent *event)
{
    m_fitted = height();
    fitHeight();
    QDialog::showEvent(event);
}

void FittingDialog::fitHeight()
{
    if (!layout() || !layout()->hasHeightForWidth())
        return;
    const bool isFitted = height() == m_fitted;
    layout()->activate(); // which makes it as high as Qt's own minimum
    const int needed = layout()->totalHeightForWidth(std::max(width(), minimumWidth()));
    // Qt's own minimum is of the least width, where wrapped texts have more lines.
    setMinimumHeight(needed);
    if (height() < needed || isFitted)
        resize(width(), needed);
    if (isFitted || height() == needed)
        m_fitted = needed;
}

} // namespace tilldeck::ui

#include "moc_fitting_dialog.cpp"
