// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QDateEdit;

namespace tilldeck::ui {

/// Asks for the last day on which something is valid, if it ends at all.
class EndField : public QWidget
{
    Q_OBJECT

public:
    explicit EndField(const QDateTime &now, QWidget *parent = nullptr);

    /// Returns the last moment of the chosen day of this time zone, in UTC; invalid where there is no end.
    QDateTime end() const;

private:
    QCheckBox *m_ends;
    QDateEdit *m_day;
};

} // namespace tilldeck::ui
