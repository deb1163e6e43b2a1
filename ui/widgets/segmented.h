// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace tilldeck::ui {

/// "None | Promotion code | Coupon ID": one of a few, in one frame. Arrow keys choose; one stop of the Tab key.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const QString &accessibleName, QWidget *parent = nullptr);

    /// Adds a segment; @p id is any number but -1. The first one is chosen.
    void addSegment(int id, const QString &text);
    void clear();
    void setSegmentEnabled(int id, bool enabled, const QString &reason = {});
    /// Chooses a segment without a signal; -1 for none.
    void setCurrent(int id);
    int current() const;

signals:
    void currentChanged(int id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void choose(int step);

    QButtonGroup m_group;
};

} // namespace tilldeck::ui
