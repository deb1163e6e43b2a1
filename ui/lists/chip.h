// SPDX-License-Identifier: GPL-3.0-or-later
// Checkable chips with a count ("Open 42"), and the row that folds them into a "Filters" button if it is too narrow.
#pragma once

#include <QButtonGroup>
#include <QToolButton>
#include <QWidget>

namespace tilldeck::ui {

class Chip : public QToolButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    /// Shows @p count behind the text; -1 for none.
    void setCount(int count);
    int count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateName();

    int m_count = -1;
};

/// A row of chips, 38 px high, of which one is always checked.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(QWidget *parent = nullptr);

    /// Appends a chip; @p id is any number of the caller's. The first chip is checked.
    Chip *addChip(int id, const QString &text);
    Chip *chip(int id) const;
    /// Appends @p widget behind the chips ("Last 30 days"); it stays visible when they fold.
    void addWidget(QWidget *widget);

    void setCurrent(int id);
    int current() const;
    /// Returns whether the chips are folded into the "Filters" button.
    bool isFolded() const;

    QSize minimumSizeHint() const override;

signals:
    void currentChanged(int id);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QButtonGroup m_group;
    QWidget *m_chips;
    QWidget *m_rest;
    Chip *m_fold;
};

} // namespace tilldeck::ui
