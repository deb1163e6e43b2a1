// SPDX-License-Identifier: GPL-3.0-or-later
// Which payments are current or selected, and what can be done with them.
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/transactions/export_dialog.h"
#include "ui/transactions/totals_bar.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transaction_panel.h"
#include "ui/transactions/transactions_page.h"

#include <QAction>

#include <algorithm>

namespace tilldeck::ui {

using ledger::TransactionRecord;

void TransactionsPage::setCurrent(const std::optional<TransactionRecord> &record)
{
    m_current = record;
    m_copyId->setEnabled(record.has_value());
    m_showSession->setEnabled(record && !record->transaction.sessionId.isEmpty());
}

void TransactionsPage::showRecord(int row)
{
    const TransactionRecord &record = m_model->record(row);
    m_panel->setRecord(record);
    setCurrent(record);
}

std::vector<TransactionRecord> TransactionsPage::selected() const
{
    QModelIndexList rows = selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<TransactionRecord> records;
    for (const QModelIndex &row : std::as_const(rows))
        records.push_back(m_model->record(row.row()));
    return records;
}

void TransactionsPage::selectionChanged()
{
    m_totals->setSelected(selected());
    updateTexts();
}

void TransactionsPage::openExport(ExportDialog *dialog)
{
    connect(dialog, &ExportDialog::exported, this, [this, dialog](const QString &path, qint64 rows) {
        m_columns = dialog->columns();
        m_exported = rows == 1 ? tr("1 payment saved in %1").arg(path)
                               : tr("%Ln payments saved in %1", nullptr, static_cast<int>(rows)).arg(path);
        updateTexts();
    });
    dialog->open();
}

} // namespace tilldeck::ui
