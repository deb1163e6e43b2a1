// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>

namespace tilldeck::ui {

/// A day, typed or chosen from a calendar (the button, F4 or Alt+Down); Up and Down lead to the next and the previous
/// one. Whatever was typed stays as it is: what is no day is refused with problem(), and never becomes another day.
class DateField : public QLineEdit
{
    Q_OBJECT

public:
    explicit DateField(const QDate &day, QWidget *parent = nullptr);

    void setDate(const QDate &day);
    /// Refuses days before @p day.
    void setFirst(const QDate &day);
    /// Returns the day that the text names; invalid where problem() says why there is none.
    QDate date() const;
    /// Returns why the text is no possible day; empty if it is one.
    QString problem() const;

    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openCalendar();
    void choose(const QDate &day);

    QDate m_start; ///< Where arrows and calendar begin while the text is no day.
    QDate m_first;
};

} // namespace tilldeck::ui
