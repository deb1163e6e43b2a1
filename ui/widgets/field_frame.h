// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icon.h"

#include <QFrame>

class QHBoxLayout;
class QToolButton;

namespace tilldeck::ui {

/// The frame of a read-only field with buttons at its end, each behind a hairline. Property "error" or "attention"
/// colours it.
class FieldFrame : public QFrame
{
    Q_OBJECT

public:
    explicit FieldFrame(QWidget *parent = nullptr);

    void setContent(QWidget *content);
    QToolButton *addButton(Icon icon, const QString &name);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_layout;
};

} // namespace tilldeck::ui
