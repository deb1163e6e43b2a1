// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::ui {

/// Writes sessions to a CSV file that the merchant chooses: the given ones, or all that match a filter, read page by
/// page.
class SessionExport : public QObject
{
    Q_OBJECT

public:
    /// Creates an export that deletes itself when it ends.
    SessionExport(desk::Desk &desk, QWidget *window);

    void start(const ledger::SessionFilter &filter);
    void start(std::vector<ledger::SessionRecord> records);

signals:
    /// Emitted with a sentence about where the file was saved, or why it was not.
    void finished(const QString &sentence);

private:
    void chooseFile();
    void readNext();
    void write();
    void end(const QString &sentence);

    QPointer<desk::Desk> m_desk;
    QWidget *m_window;
    bool m_fromFilter = false;
    ledger::SessionFilter m_filter;
    std::vector<ledger::SessionRecord> m_records;
    QString m_path;
};

} // namespace tilldeck::ui
