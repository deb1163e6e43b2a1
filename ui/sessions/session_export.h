// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/forms/form_dialog.h"

class QCheckBox;

namespace tilldeck::ui {

class CsvChoice;

/// Exports sessions to a CSV file: the given ones, or all that match a filter, read page by page. Open it with open();
/// it deletes itself when it is closed.
class SessionExport : public FormDialog
{
    Q_OBJECT

public:
    SessionExport(desk::Desk &desk, ledger::SessionFilter filter, QWidget *parent);
    SessionExport(desk::Desk &desk, std::vector<ledger::SessionRecord> records, QWidget *parent);

signals:
    /// Emitted with a sentence about where the file was saved.
    void exported(const QString &sentence);

private:
    SessionExport(desk::Desk &desk, const QString &title, QWidget *parent);
    void chooseFile();
    void exportTo(const QString &path);
    void readNext();
    void write();
    void fail(const QString &sentence);

    QPointer<desk::Desk> m_desk;
    bool m_fromFilter = false;
    ledger::SessionFilter m_filter;
    std::vector<ledger::SessionRecord> m_records;
    QString m_path;
    CsvChoice *m_csv;
    QCheckBox *m_fields;
};

} // namespace tilldeck::ui
