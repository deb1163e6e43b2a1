// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/types.h"

#include <QWidget>

namespace tilldeck::ui {

/// Shows the mode at the leading end of the mode strip: a dark pill, hatching, or a dashed frame.
class ModePill : public QWidget
{
    Q_OBJECT

public:
    explicit ModePill(QWidget *parent = nullptr);

    void setMode(accounts::Mode mode);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    accounts::Mode m_mode = accounts::Mode::Sandbox;
};

} // namespace tilldeck::ui
