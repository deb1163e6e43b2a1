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

class CsvChoice;
class Label;

/// Exports sessions to a CSV file: the given ones, or all that match a filter, which are written as they are read. Open
/// it with open(); it deletes itself when it is closed.
class SessionExport : public FormDialog
{
    Q_OBJECT

public:
    SessionExport(desk::Desk &desk, ledger::SessionFilter filter, QWidget *parent);
    SessionExport(desk::Desk &desk, std::vector<ledger::SessionRecord> records, QWidget *parent);
    ~SessionExport() override;

    /// Stops an export, which leaves no file then, and closes.
    void reject() override;

signals:
    /// Emitted with a sentence about where the file was saved.
    void exported(const QString &sentence);

private:
    SessionExport(desk::Desk &desk, const QString &title, QWidget *parent);
    void chooseFile();
    void exportTo(const QString &path);
    void showProgress(qint64 rows);
    void fail(const QString &sentence);

    QPointer<desk::Desk> m_desk;
    desk::SessionRows m_rows;
    qint64 m_count = 0; ///< 0 where it is not known.
    QString m_path;
    std::shared_ptr<desk::ExportRun> m_run;
    QElapsedTimer m_since;
    CsvChoice *m_csv;
    QCheckBox *m_fields;
    Label *m_progress;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
