// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tilldeck::ui {

/// Six dots to drag a row by. The row handles reordering by keyboard.
class Grip : public QWidget
{
    Q_OBJECT

public:
    explicit Grip(const QString &toolTip, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    void draggedTo(QPoint globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
};

} // namespace tilldeck::ui
