// SPDX-License-Identifier: GPL-3.0-or-later
// Checkable chips with a count ("Open 42"), and a row of them.
#pragma once

#include <QButtonGroup>
#include <QSet>
#include <QToolButton>
#include <QWidget>

class QHBoxLayout;

namespace tilldeck::ui {

class Chip : public QToolButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    /// Shows @p count behind the text; -1 for none, whose place stays free where one was: others do not move.
    void setCount(int count);
    /// Shows a plus behind the count where more may belong to it, and @p why as tooltip; empty where it is the whole.
    void setAtLeast(const QString &why);
    int count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateName();
    QString countText() const;

    int m_count = -1;
    QString m_countBefore; ///< That was shown last.
    bool m_isAtLeast = false;
};

/// A row of chips, 38 px high, of which one is always checked. It can be narrower than its chips: see fitTo().
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(QWidget *parent = nullptr);

    /// Appends a chip; @p id is any number of the caller's. The first chip is checked.
    Chip *addChip(int id, const QString &text);
    Chip *chip(int id) const;
    /// Appends @p widget behind the chips ("Last 30 days").
    void addWidget(QWidget *widget);

    void setCurrent(int id);
    int current() const;
    /// Offers the chip or takes it away. One that is offered may still have no room: see fitTo().
    void setOffered(int id, bool offered);
    bool isOffered(int id) const;

    enum class Fit { All, Some, None };
    /// Shows as many of the offered chips as have room at @p width, the checked one among them, and returns how many
    /// those are. None: not even the first and the checked one.
    Fit fitTo(int width);

    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void currentChanged(int id);

private:
    QButtonGroup m_group;
    QSet<int> m_withdrawn; ///< Chips that are not offered.
    QHBoxLayout *m_chips;
    QHBoxLayout *m_trailing;
};

} // namespace tilldeck::ui
