// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/focus_ring.h"

#include <QAbstractButton>
#include <QFocusEvent>
#include <QFocusFrame>

namespace tilldeck::ui {

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
}

FocusRing::~FocusRing()
{
    delete m_frame.data();
}

void FocusRing::watch(QWidget *control)
{
    control->installEventFilter(this);
    if (control->hasFocus()) // the theme was switched
        show(control);
}

void FocusRing::show(QWidget *control)
{
    if (!m_frame)
        m_frame = new QFocusFrame(control->parentWidget());
    m_frame->setWidget(control);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *control = qobject_cast<QWidget *>(watched);
    if (control && event->type() == QEvent::FocusIn) {
        const bool clicked = static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason;
        if (!qobject_cast<QAbstractButton *>(control) || !clicked)
            show(control);
    } else if (control && event->type() == QEvent::FocusOut && m_frame && m_frame->widget() == control) {
        m_frame->setWidget(nullptr);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tilldeck::ui

#include "moc_focus_ring.cpp"
