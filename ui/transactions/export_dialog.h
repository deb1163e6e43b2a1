// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/export_rows.h"
#include "ui/forms/form_dialog.h"
#include "ui/widgets/task_scope.h"

#include <QElapsedTimer>

#include <memory>

class QCheckBox;

namespace tilldeck::ui {

class Button;
class CsvChoice;
class Label;

/// Exports payments to a CSV file: the ticked columns of the given rows, or of all rows that match a filter, read page
/// by page; on request refunds as rows of their own, custom fields and metadata. Open it with open().
class ExportDialog : public FormDialog
{
    Q_OBJECT

public:
    /// Announces @p count rows and ticks @p columns.
    ExportDialog(desk::Desk &desk, ledger::TransactionFilter filter, qint64 count,
                 const std::vector<desk::TransactionColumn> &columns, QWidget *parent);
    ExportDialog(desk::Desk &desk, std::vector<ledger::TransactionRecord> records,
                 const std::vector<desk::TransactionColumn> &columns, QWidget *parent);

    /// Returns the ticked columns in the standard order.
    std::vector<desk::TransactionColumn> columns() const;
    ~ExportDialog() override;
    /// Writes the rows to @p path as they are read.
    void exportTo(const QString &path);
    /// Stops an export, which leaves no file then, and closes.
    void reject() override;

signals:
    void exported(const QString &path, qint64 rows);

private:
    ExportDialog(desk::Desk &desk, qint64 count, const std::vector<desk::TransactionColumn> &columns, QWidget *parent);
    void chooseFile();
    void write(const desk::ExportTarget &target, const desk::PaymentExtras &extras);
    void showProgress(qint64 rows);
    void fail(const QString &sentence);
    void updateButton();

    QPointer<desk::Desk> m_desk;
    desk::PaymentRows m_rows;
    qint64 m_count;
    QString m_path;
    std::shared_ptr<desk::ExportRun> m_run;
    QElapsedTimer m_since;
    std::vector<std::pair<desk::TransactionColumn, QCheckBox *>> m_boxes;
    CsvChoice *m_csv;
    QCheckBox *m_refundRows;
    QCheckBox *m_fields;
    TaskScope m_tasks{this};
    Label *m_progress;
    Button *m_export;
};

} // namespace tilldeck::ui
