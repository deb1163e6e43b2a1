// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/export_transactions.h"
#include "ledger/ledger.h"

#include <QWidget>

class QAction;

namespace tilldeck::ui {

class ColumnFit;
class ExportDialog;
class FilterBar;
class ListFrame;
class SavedViews;
class TotalsBar;
class TransactionModel;
class TransactionPanel;

/// Lists the payments of the chosen accounts and shows everything about the current one.
class TransactionsPage : public QWidget
{
    Q_OBJECT

public:
    TransactionsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    void setAccounts(const QStringList &accountIds);
    /// Lists the payments of one session and makes the newest current.
    void showForSession(const QString &accountId, const QString &sessionId);
    /// Applies a saved filter.
    void showView(const ledger::SavedFilter &view);
    void focusSearch();
    void togglePanel();
    /// For the menus of the window to follow: what can be done with the current payment.
    QAction *copyIdAction() const { return m_copyId; }
    QAction *showSessionAction() const { return m_showSession; }

signals:
    void showSession(const QString &accountId, const QString &sessionId);

private:
    void buildTable();
    void buildFilters();
    void applyFilter();
    /// Returns the current filter as it can be saved, with accounts only where the merchant chose some.
    ledger::SavedFilter present() const;
    void readCounts();
    void readTotals();
    std::vector<ledger::TransactionRecord> selected() const;
    void selectionChanged();
    void openExport(ExportDialog *dialog);
    void rowsArrived();
    void currentChanged(const QModelIndex &current);
    void setCurrent(const std::optional<ledger::TransactionRecord> &record);
    void updateTexts();

    desk::Desk &m_desk;
    TransactionModel *m_model;
    TransactionPanel *m_panel;
    ListFrame *m_frame;
    FilterBar *m_bar;
    TotalsBar *m_totals;
    SavedViews *m_views;
    ColumnFit *m_fit = nullptr;
    QStringList m_accountIds;
    std::vector<desk::TransactionColumn> m_columns = desk::transactionColumns(); ///< Columns of the next export.
    QString m_exported;                                                          ///< A sentence about the last export.
    QHash<int, qint64> m_counts;                                                 ///< Counts by the id of the chip.
    qint64 m_everything = 0;
    qint64 m_currentKey = 0;
    std::optional<ledger::TransactionRecord> m_current;
    QAction *m_copyId;
    QAction *m_showSession;
    bool m_firstRow = false; ///< The first row becomes current, after a change of accounts.
    bool m_selectFirst = false;
    quint64 m_countGeneration = 0;
};

} // namespace tilldeck::ui
