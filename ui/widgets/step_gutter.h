// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace tilldeck::ui {

/// Paints a numbered circle of 18 px, filled for the tier that is tried first.
void paintStep(QPainter &painter, QPointF centre, int number, bool filled);

/// The gutter of 38 px at the leading edge of a list of tiers: a circle beside each anchor, joined by a line. Anchors
/// are widgets that share an ancestor with the gutter, in order; it follows them when they move.
class StepGutter : public QWidget
{
    Q_OBJECT

public:
    explicit StepGutter(QWidget *parent = nullptr);

    void setAnchors(const QList<QWidget *> &anchors);
    /// Sets which circle is filled, counted from 0.
    void setCurrent(int step);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<QPointer<QWidget>> m_anchors;
    int m_current = 0;
};

} // namespace tilldeck::ui
