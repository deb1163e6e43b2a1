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

    /// The first one added is chosen. ID is any number of the caller's but -1.
    void addSegment(int id, const QString &text);
    void clear();
    void setSegmentEnabled(int id, bool enabled, const QString &reason = {});
    /// Does not signal. -1: none chosen.
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
