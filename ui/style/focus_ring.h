// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace tilldeck::ui {

/// Draws a 2 px ring around the control that has the focus, 1 px away. A button that was clicked gets none.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;

    /// Follows the focus of @p control; the style calls this when it polishes a control.
    void watch(QWidget *control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QWidget *control);

    QPointer<QFocusFrame> m_frame;
};

} // namespace tilldeck::ui
