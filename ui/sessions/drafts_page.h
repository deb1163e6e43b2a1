// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "ui/lists/table_page.h"

namespace tilldeck::ui {

class Button;
class DraftModel;
class ItemTable;

/// Lists the saved drafts, opens one in the editor or deletes it.
class DraftsPage : public TablePage
{
    Q_OBJECT

public:
    DraftsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    void setAccounts(const QStringList &accountIds);

signals:
    void openDraft(const tilldeck::ledger::DraftRecord &draft);
    void newRequested();
    /// Emitted when the number of listed drafts changes.
    void countChanged(int drafts);

private:
    void openCurrent();
    void askDelete();
    void showRows();
    void updateActions();

    desk::Desk &m_desk;
    DraftModel *m_model;
    ItemTable *m_table;
    Button *m_open;
    Button *m_delete;
    int m_count = -1;
};

} // namespace tilldeck::ui
