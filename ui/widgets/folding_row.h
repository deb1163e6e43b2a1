// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace tilldeck::ui {

/// Shows its parts side by side, with equal room, or under each other where one of them would be cut.
class FoldingRow : public QWidget
{
    Q_OBJECT

public:
    explicit FoldingRow(int spacing, QWidget *parent = nullptr);

    /// Appends @p part with @p stretch of the room, which matters only side by side.
    void addPart(QWidget *part, int stretch = 1);
    bool isFolded() const;

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fold();

    QBoxLayout *m_row;
    int m_spacing;
};

} // namespace tilldeck::ui
