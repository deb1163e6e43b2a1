// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"

#include <QWidget>

namespace tilldeck::ui {

class Button;
class DraftModel;
class InlineMessage;
class StatusLine;
class Table;

/// The drafts that were saved: open one in the editor, or delete it.
class DraftsPage : public QWidget
{
    Q_OBJECT

public:
    DraftsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    void setAccounts(const QStringList &accountIds);

signals:
    void openDraft(const tilldeck::ledger::DraftRecord &draft);
    void newRequested();
    /// For the sidebar.
    void countChanged(int drafts);

private:
    void openCurrent();
    void askDelete();
    void showRows();
    void showProblem(const checkout::Error &error);

    desk::Desk &m_desk;
    DraftModel *m_model;
    Table *m_table;
    Button *m_open;
    Button *m_delete;
    InlineMessage *m_message;
    StatusLine *m_status;
    QString m_currentId;
    int m_count = -1;
};

} // namespace tilldeck::ui
