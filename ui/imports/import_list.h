// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "ledger/import_batch.h"
#include "ui/lists/item_model.h"
#include "ui/lists/table_page.h"

namespace tilldeck::desk {
class Desk;
}

namespace tilldeck::ui {

class Button;
class ItemTable;

/// The imports of an account, as the journal has them, the latest first.
class ImportListModel : public ItemModel<ledger::ImportBatch>
{
    Q_OBJECT

public:
    enum Columns { Planned, File, Rows, Outcome, ColumnCount };

    explicit ImportListModel(desk::Desk &desk, QObject *parent = nullptr);

private:
    static std::vector<Column<ledger::ImportBatch>> describe(desk::Desk &desk);
};

/// Lists earlier imports, also those that a crash has cut off, and begins another one.
class ImportList : public TablePage
{
    Q_OBJECT

public:
    explicit ImportList(desk::Desk &desk, QWidget *parent = nullptr);

    void setAccount(const QString &accountId);
    void showError(const checkout::Error &error) { showProblem(error); }

signals:
    void chooseRequested();
    void openRequested(const tilldeck::ledger::ImportBatch &batch);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void showRows();
    void openCurrent();

    desk::Desk &m_desk;
    QString m_accountId;
    ImportListModel *m_model;
    ItemTable *m_table;
    Button *m_open;
    int m_withUnsent = 0; ///< Imports that nobody goes on with.
};

} // namespace tilldeck::ui
