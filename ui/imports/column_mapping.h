// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "sheets/sheet.h"

#include <QWidget>

class QVBoxLayout;

namespace tilldeck::ui {

/// The columns of a file, each with a choice of what it is for.
class ColumnMapping : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnMapping(desk::Desk &desk, QWidget *parent = nullptr);

    /// Shows the columns as they are read; @p chosen are the choices, of which some may be of no column of this file.
    void setColumns(const QString &accountId, const std::vector<sheets::SheetColumn> &columns,
                    const QHash<QString, QString> &chosen);

signals:
    /// Emitted when another field is chosen for a column; an empty @p target is not used.
    void mapped(const QString &title, const QString &target);
    /// Emitted when the choice for a title that the file does not have is taken back.
    void forgotten(const QString &title);

private:
    void addColumn(const QString &accountId, const sheets::SheetColumn &column);
    void addMissing(const QString &title);

    desk::Desk &m_desk;
    QVBoxLayout *m_column;
    QString m_accountId;
    std::vector<std::pair<QString, QString>> m_shown; ///< Titles and targets.
};

} // namespace tilldeck::ui
