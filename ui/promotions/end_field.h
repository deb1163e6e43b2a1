// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QDateEdit;

namespace tilldeck::ui {

class Label;

/// Asks for the last day on which something is valid, if it ends at all.
class EndField : public QWidget
{
    Q_OBJECT

public:
    explicit EndField(const QDateTime &now, QWidget *parent = nullptr);

    /// Returns the last moment of the chosen day of this time zone, in UTC; invalid where there is no end.
    QDateTime end() const;
    /// Returns why the chosen day cannot be the last one; empty where it can.
    QString problem(const QDateTime &now) const;

private:
    void showEnd();

    QCheckBox *m_ends;
    QDateEdit *m_day;
    Label *m_until;
};

} // namespace tilldeck::ui
