// SPDX-License-Identifier: GPL-3.0-or-later
// The popups that ask for one filter each.
#pragma once

#include "ui/lists/filter_parts.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace tilldeck::ui {

class DateField;
class Label;

/// A popup below a button; "Show" or Enter applies the filter, Esc closes the popup.
class FilterPopup : public QFrame
{
    Q_OBJECT

public:
    void openAt(QWidget *anchor);

signals:
    /// Emitted with the given parts after one of them was changed.
    void chosen(const tilldeck::ui::FilterParts &parts);

protected:
    FilterPopup(const QString &title, QWidget *parent);
    void addRow(const QString &label, QWidget *field);
    void addEnd();
    void setProblem(const QString &problem);
    virtual void apply() = 0;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_column;
    Label *m_problem;
};

/// Asks for the first and the last day, both included, in the time zone of this computer.
class DaysPopup : public FilterPopup
{
    Q_OBJECT

public:
    DaysPopup(FilterParts parts, const QDate &today, QWidget *parent);

protected:
    void apply() override;

private:
    FilterParts m_parts;
    DateField *m_from;
    DateField *m_to;
};

/// Asks for the lowest and the highest amount in one currency, both included; either may be empty.
class AmountPopup : public FilterPopup
{
    Q_OBJECT

public:
    AmountPopup(FilterParts parts, const QStringList &currencies, QWidget *parent);

protected:
    void apply() override;

private:
    /// Reads @p field into @p minor, in minor units, or shows why it cannot be read; an empty field clears @p minor.
    bool read(QLineEdit *field, std::optional<qint64> &minor);

    FilterParts m_parts;
    QComboBox *m_currency;
    QLineEdit *m_from;
    QLineEdit *m_to;
};

} // namespace tilldeck::ui
