// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

#include <QList>
#include <QWidget>

class QTableView;

namespace tilldeck::ui {

class ColumnFit;
class InlineMessage;
class PageHeader;
class StatusLine;
struct FitColumn;

/// The base of the shorter list pages: a header, a message, a list and a status line.
class TablePage : public QWidget
{
    Q_OBJECT

protected:
    explicit TablePage(QWidget *parent);

    /// Stacks the parts of the page in @p host; @p choices may be null, @p list takes the spare height.
    void stack(QWidget *host, PageHeader *header, QWidget *choices, QWidget *list);
    void showProblem(const checkout::Error &error);
    /// Keeps the columns of @p table, one of the lists of this page, as wide as it is; what is hidden is said in the
    /// status line.
    void setColumns(QTableView *table, const QList<FitColumn> &columns);
    /// Sets what the status line says beside the columns that are hidden.
    void setStatusTexts(const QString &leading, const QString &trailing = {});

    InlineMessage *m_message;

private:
    void updateStatus();

    StatusLine *m_status;
    QList<ColumnFit *> m_fits;
    QString m_leading;
    QString m_trailing;
};

} // namespace tilldeck::ui
