// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;

namespace tilldeck::ui {

class DateField;

/// Asks for the last day on which something is valid, if it ends at all.
class EndField : public QWidget
{
    Q_OBJECT

public:
    explicit EndField(const QDateTime &now, QWidget *parent = nullptr);

    /// Returns the last moment of the chosen day of this time zone, in UTC; invalid where there is no end.
    QDateTime end() const;
    /// Returns why what was typed is no day on which something can end; empty if it is one, or nothing ends.
    QString problem() const;
    DateField *field() const { return m_day; }

private:
    QCheckBox *m_ends;
    DateField *m_day;
};

} // namespace tilldeck::ui
