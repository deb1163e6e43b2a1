// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"

#include <QWidget>

class QScrollArea;

namespace tilldeck::ui {

/// Shows all tiers side by side and marks the charged one. What does not fit scrolls sideways.
class TierTable : public QWidget
{
    Q_OBJECT

public:
    TierTable(const checkout::Preview &preview, int declined, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QScrollArea *m_scroll;
};

} // namespace tilldeck::ui
