// SPDX-License-Identifier: GPL-3.0-or-later
// Controls of a table's cells: plain text until the pointer or the focus is on them, or something is wrong with them.
#pragma once

#include <QComboBox>
#include <QLineEdit>

namespace tilldeck::ui {

class CellEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit CellEdit(const QString &accessibleName, const QString &placeholder, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

class CellCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit CellCombo(const QString &accessibleName, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace tilldeck::ui
