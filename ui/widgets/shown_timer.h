// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QWidget;
class QWindow;

namespace tilldeck::ui {

/// Fires once after a wait, for what a widget shows by the clock, and only while the widget can be seen: nothing wakes
/// for a page that is hidden or a window that is minimised. What came due meanwhile fires as soon as it is seen again.
class ShownTimer : public QObject
{
    Q_OBJECT

public:
    explicit ShownTimer(QWidget *widget);

    /// Waits for @p wait from now, whatever it waited for before.
    void start(std::chrono::milliseconds wait);
    /// Waits for @p wait from now, unless it fires sooner already.
    void startWithin(std::chrono::milliseconds wait);
    void stop();
    /// Returns whether it waits for something, seen or not.
    bool isActive() const { return m_isActive; }
    /// Returns whether the program is woken by it: it waits, and the widget can be seen.
    bool isRunning() const { return m_timer.isActive(); }

signals:
    void timeout();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isSeen() const;
    void followWindow();
    void follow();
    void fire();

    QWidget *m_widget; ///< The parent.
    QPointer<QWidget> m_window;
    QPointer<QWindow> m_handle;
    QTimer m_timer;
    QDeadlineTimer m_due;
    bool m_isActive = false;
};

} // namespace tilldeck::ui
