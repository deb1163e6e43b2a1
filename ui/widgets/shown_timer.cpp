// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shown_timer.h"

#include <QEvent>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace tilldeck::ui {

using std::chrono::milliseconds;

namespace {

/// Texts that change within a moment of each other are one change, and a clock that stands still is no hurry.
constexpr milliseconds moment{50};

} // namespace

ShownTimer::ShownTimer(QWidget *widget)
    : QObject(widget)
    , m_widget(widget)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ShownTimer::fire);
    m_widget->installEventFilter(this);
    followWindow();
}

void ShownTimer::start(milliseconds wait)
{
    m_isActive = true;
    m_due.setRemainingTime(std::max(wait, moment));
    follow();
}

void ShownTimer::startWithin(milliseconds wait)
{
    if (!m_isActive || m_due.remainingTimeAsDuration() > wait)
        start(wait);
}

void ShownTimer::stop()
{
    m_isActive = false;
    m_timer.stop();
}

bool ShownTimer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show: // the widget may stand in another window than before
        followWindow();
        follow();
        break;
    case QEvent::Hide:
    case QEvent::WindowStateChange:
    case QEvent::Expose:
        follow();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool ShownTimer::isSeen() const
{
    return m_widget->isVisible() && !m_widget->window()->isMinimized() && (!m_handle || m_handle->isExposed());
}

/// Hears of the window being minimised, and of its being taken off the screen, as another desktop does.
void ShownTimer::followWindow()
{
    QWidget *window = m_widget->window();
    if (window != m_widget && window != m_window) {
        if (m_window)
            m_window->removeEventFilter(this);
        m_window = window;
        m_window->installEventFilter(this);
    }
    QWindow *handle = window->windowHandle();
    if (handle != m_handle) {
        if (m_handle)
            m_handle->removeEventFilter(this);
        m_handle = handle;
        if (m_handle)
            m_handle->installEventFilter(this);
    }
}

void ShownTimer::follow()
{
    if (!m_isActive || !isSeen())
        m_timer.stop();
    else
        m_timer.start(std::chrono::ceil<milliseconds>(m_due.remainingTimeAsDuration()));
}

void ShownTimer::fire()
{
    m_isActive = false;
    emit timeout();
}

} // namespace tilldeck::ui

#include "moc_shown_timer.cpp"
