// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QDateEdit;

namespace tilldeck::ui {

/// The last day of something that may go on for ever.
class EndField : public QWidget
{
    Q_OBJECT

public:
    explicit EndField(const QDateTime &now, QWidget *parent = nullptr);

    /// The last moment of the chosen day here, in UTC; invalid: never.
    QDateTime end() const;

private:
    QCheckBox *m_ends;
    QDateEdit *m_day;
};

} // namespace tilldeck::ui
