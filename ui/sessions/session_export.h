// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::ui {

/// Writes sessions into a CSV file that the merchant chooses: given ones, or every one of a filter, read page by page.
class SessionExport : public QObject
{
    Q_OBJECT

public:
    /// Deletes itself when it is done.
    SessionExport(desk::Desk &desk, QWidget *window);

    void start(const ledger::SessionFilter &filter);
    void start(std::vector<ledger::SessionRecord> records);

signals:
    /// Where it was saved, or why not, in a sentence.
    void told(const QString &sentence);

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
