// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace tilldeck::ui {

/// The 2 px ring at 1 px distance around the control that has the focus. Buttons that were clicked go without.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;

    /// Called for each control when it is polished.
    void watch(QWidget *control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QWidget *control);

    QPointer<QFocusFrame> m_frame;
};

} // namespace tilldeck::ui
