// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/chip.h"

namespace tilldeck::ui {

/// A filter that is on, with a cross: "NGN ×". A click, Enter, Space or Delete takes it away.
class FilterChip : public Chip
{
    Q_OBJECT

public:
    explicit FilterChip(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tilldeck::ui
