// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

#include <QHash>
#include <QWidget>

class QToolButton;

namespace tilldeck::ui {

class InlineMessage;
class ItemTable;
class PageHeader;
class StatusLine;

/// The base of the shorter list pages: a header, a message, a list and a status line.
class TablePage : public QWidget
{
    Q_OBJECT

protected:
    explicit TablePage(QWidget *parent);

    /// Stacks the parts of the page in @p host; @p choices may be null, @p list takes the spare height. The header gets
    /// the menu of whichever table of @p list is shown.
    void stack(QWidget *host, PageHeader *header, QWidget *choices, QWidget *list);
    void showProblem(const checkout::Error &error);
    /// Sets what the status line says: @p count, and at its end @p message and @p newestFirst, or how the list is
    /// sorted else, after the columns that are hidden.
    void setStatusTexts(const QString &count, const QString &message = {}, const QString &newestFirst = {});

    InlineMessage *m_message;

private:
    void updateStatus();

    StatusLine *m_status;
    QHash<ItemTable *, QToolButton *> m_menus; ///< By the table whose order and columns they are.
    QString m_count;
    QString m_trailing;
    QString m_newestFirst;
};

} // namespace tilldeck::ui
