// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/refresh.h"
#include "ui/sessions/session_actions.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QTimer>
#include <QWidget>

namespace tilldeck::ui {

class ColumnFit;
class FilterChip;
class ListFrame;
class ReportBar;
class SecretClipboard;
class SessionModel;
class SessionPanel;
class SessionSelection;

/// The checkout sessions of the chosen accounts, and everything about the one that is current.
class SessionsPage : public QWidget
{
    Q_OBJECT

public:
    SessionsPage(desk::Desk &desk, desk::Refresher &refresher, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    void setAccounts(const QStringList &accountIds);
    /// Makes a session current: at once, or when it arrives in the list. Filters that hide it are taken away.
    void select(const QString &accountId, const QString &sessionId);
    /// NeedsAttention or ExpiringSoon with a title of their own; nothing: the whole list with its chips.
    void setSavedView(std::optional<ledger::SessionFilter::Status> view);
    /// Only the sessions that asked for this promotion code or coupon id, of any time, under a chip that takes that
    /// away again.
    void showDiscount(const QString &discount);
    /// For tests: what opens URLs in place of the browser.
    void setOpener(SessionActions::Opener opener);
    /// For tests: where snippets come from in place of the provider.
    void setSnippetSource(SessionActions::SnippetSource source);
    /// For the menus of the window to follow: what can be done with the current session.
    const SessionActions &sessionActions() const { return *m_actions; }
    void focusSearch();
    void togglePanel();
    /// Asks for the id, token or checkout URL of a session that was made elsewhere.
    void track();
    /// Every session that the filter lets through.
    void exportFiltered();

signals:
    void newRequested();
    void duplicateRequested(const tilldeck::ledger::SessionRecord &record);
    void keyNeeded(const QString &accountId);
    /// A session that was tracked belongs to an account that is not among those shown.
    void accountNeeded(const QString &accountId, const QString &sessionId);
    void showTransaction(const QString &accountId, const QString &sessionId);
    /// Counts of the accounts without any other filter, for the sidebar.
    void countsChanged(const tilldeck::ledger::SessionCounts &counts);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    void buildDiscountBar();
    void setDiscount(const QString &discount);
    void addCommands();
    void applyFilter();
    void readCounts();
    void showChipCounts(const ledger::SessionCounts &counts);
    void rowsArrived();
    void showChosen();
    bool selectWanted();
    QModelIndexList selectedRows() const;
    void showMany(const QModelIndexList &rows);
    void selectMovedAgain();
    QStringList accountsOfThisMode() const;
    void fitStatus();
    void updateTexts();
    qint64 shownCount() const;
    void tick();

    desk::Desk &m_desk;
    QPointer<desk::Refresher> m_refresher;
    SecretClipboard *m_clipboard;
    SessionActions *m_actions;
    SessionSelection *m_selection;
    SessionModel *m_model;
    SessionPanel *m_panel;
    ListFrame *m_frame;
    FilterChip *m_discountChip;
    QString m_discount; ///< Promotion code or coupon id; empty: any.
    ReportBar *m_report;
    ColumnFit *m_fit = nullptr;
    QTimer m_second;
    QStringList m_accountIds;
    std::optional<ledger::SessionFilter::Status> m_savedView;
    ledger::SessionCounts m_counts, m_allCounts;
    qint64 m_currentKey = 0;
    qint64 m_movedKey = 0;            ///< The current row left its place in this answer.
    QSet<qint64> m_movedKeys;         ///< The same, of several that were selected.
    QPair<QString, QString> m_wanted; ///< Account and session to make current when they arrive.
    bool m_firstRow = false;          ///< Other accounts: their first row becomes current.
    int m_wantedStep = 0;             ///< What has been tried to make it arrive.
    quint64 m_countGeneration = 0;
    int m_seconds = 0;
};

} // namespace tilldeck::ui
