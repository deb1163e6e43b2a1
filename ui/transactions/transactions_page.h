// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/export_transactions.h"
#include "ui/lists/record_list_page.h"

class QAction;

namespace tilldeck::ui {

class ExportDialog;
class ListFilters;
class SavedViews;
class TotalsBar;
class TransactionModel;
class TransactionPanel;

/// Lists the payments of the chosen accounts and shows everything about the current one.
class TransactionsPage : public RecordListPage
{
    Q_OBJECT

public:
    static constexpr int askedChip = 101; ///< Refunds that were asked for; no status of a payment.

    TransactionsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    /// Searches for one payment and makes it current when it is found; until then none is.
    void showPayment(const QString &accountId, const QString &transactionId);
    /// Lists the payments of one session and makes the newest current; until they are read none is.
    void showForSession(const QString &accountId, const QString &sessionId);
    /// Applies a saved filter.
    void showView(const ledger::SavedFilter &view);
    /// Sets why nothing can be sent for accounts, by their id.
    void setUnreachable(const QHash<QString, QString> &unreachable);
    /// Return the actions on the current payment, which the menus of the window follow.
    QAction *copyIdAction() const { return m_copyId; }
    QAction *showSessionAction() const { return m_showSession; }

signals:
    void showSession(const QString &accountId, const QString &sessionId);

protected:
    void applyFilter() override;
    void accountsChanged() override;
    void showRecord(int row) override;
    void forgetRecord() override { setCurrent({}); }
    void rowsArrived() override;
    void rowLeaving(int row) override;
    void recordLeft() override;
    void selectionChanged() override;
    void updateTexts() override;

private:
    void buildFilters();
    static QList<int> chipIds();
    /// Makes @p filter let through what the chip of @p id names; the other way round.
    static void setChip(ledger::TransactionFilter &filter, int id);
    static int chipOf(const ledger::TransactionFilter &filter);
    /// Returns the current filter as it can be saved, with accounts only where the merchant chose some.
    ledger::SavedFilter currentView() const;
    void makeCounts();
    void readCounts();
    void offerAsked(bool hasSome);
    void openExport(ExportDialog *dialog);
    void setCurrent(const std::optional<ledger::TransactionRecord> &record);
    /// Lists the payments of one session, or those that a search for @p transactionId finds, with none current.
    void showOnly(const QString &accountId, const QString &sessionId, const QString &transactionId);

    using Totals = std::vector<ledger::CurrencyTotal>;
    TransactionModel *m_model;
    TransactionPanel *m_panel;
    ListFilters *m_filters = nullptr;
    TotalsBar *m_totals;
    SavedViews *m_views;
    QList<Counted<ledger::TransactionFilter, qint64> *> m_chipFigures;
    Counted<ledger::TransactionFilter, Totals> *m_sums, *m_sumsOfAnyStatus, *m_sumsOfAll;
    std::vector<desk::TransactionColumn> m_columns = desk::transactionColumns(); ///< Columns of the next export.
    QString m_exported;                                                          ///< A sentence about the last export.
    QString m_left; ///< A sentence about the payment that was shown and is not in the list any more.
    std::optional<ledger::TransactionRecord> m_current;
    std::vector<ledger::TransactionRecord>
        m_selected;                              ///< Of the rows that are selected one by one, once they are read.
    std::optional<ledger::PaymentRow> m_leaving; ///< Was current when rows were removed.
    QAction *m_copyId;
    QAction *m_showSession;
    QString m_wantedAccount, m_wantedPayment; ///< The payment that becomes current when the search finds it.
};

} // namespace tilldeck::ui
