// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;

namespace tilldeck::ui {

class DateField;
class Label;

/// Asks for the last day on which something is valid, if it ends at all.
class EndField : public QWidget
{
    Q_OBJECT

public:
    explicit EndField(const QDateTime &now, QWidget *parent = nullptr);

    /// Returns the last moment of the chosen day of this time zone, in UTC; invalid where there is no end, or no day.
    QDateTime end() const;
    /// Returns why what was typed is no day on which something can end at @p now; empty if it is one, or nothing ends.
    QString problem(const QDateTime &now) const;
    DateField *field() const { return m_day; }

private:
    void showEnd();

    QCheckBox *m_ends;
    DateField *m_day;
    Label *m_until;
};

} // namespace tilldeck::ui
