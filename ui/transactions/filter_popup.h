// SPDX-License-Identifier: GPL-3.0-or-later
// The small popups that ask for one filter each.
#pragma once

#include "ledger/ledger.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QVBoxLayout;

namespace tilldeck::ui {

class Label;

/// A frame below a button; "Show" or Enter applies, Esc closes.
class FilterPopup : public QFrame
{
    Q_OBJECT

public:
    void openAt(QWidget *anchor);

signals:
    /// FILTER with the asked part set anew.
    void chosen(const tilldeck::ledger::TransactionFilter &filter);

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

/// From a day to a day, both included, in the zone of this computer.
class DaysPopup : public FilterPopup
{
    Q_OBJECT

public:
    DaysPopup(ledger::TransactionFilter filter, const QDate &today, QWidget *parent);

protected:
    void apply() override;

private:
    ledger::TransactionFilter m_filter;
    QDateEdit *m_from;
    QDateEdit *m_to;
};

/// From an amount to an amount of one currency, both included; either may be left empty.
class AmountPopup : public FilterPopup
{
    Q_OBJECT

public:
    AmountPopup(ledger::TransactionFilter filter, const QStringList &currencies, QWidget *parent);

protected:
    void apply() override;

private:
    /// Shows why the text cannot be read; nothing for an empty field.
    bool read(QLineEdit *field, std::optional<qint64> &minor);

    ledger::TransactionFilter m_filter;
    QComboBox *m_currency;
    QLineEdit *m_from;
    QLineEdit *m_to;
};

} // namespace tilldeck::ui
