// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "sheets/sheet.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace tilldeck::ui {

class FormRow;

/// What all rows of a file have, where no column says otherwise: fields with the text that a cell would have.
class RowDefaults : public QWidget
{
    Q_OBJECT

public:
    explicit RowDefaults(desk::Desk &desk, QWidget *parent = nullptr);

    /// Begins without rows.
    void begin(const QString &accountId);
    /// Adds a row for each of @p needed that has none.
    void need(const QString &accountId, const QStringList &needed);
    /// Sets the text of a field, which gets a row.
    void set(const QString &target, const QString &text);
    /// Returns @p choices with the draft that all rows have; what cannot be read is said on its row.
    sheets::SheetChoices applied(sheets::SheetChoices choices);
    /// Returns whether applied() could not read one of them.
    bool hasProblems() const;

signals:
    void changed();

private:
    struct Line
    {
        QString target;
        QComboBox *value;
        FormRow *row;
    };

    QComboBox *addLine(const QString &target);
    void removeLine(const QWidget *value);
    void fillChoice();
    static QString textOf(const QComboBox *value);

    desk::Desk &m_desk;
    QString m_accountId;
    QVBoxLayout *m_column;
    QComboBox *m_add;
    std::vector<Line> m_lines;
};

} // namespace tilldeck::ui
