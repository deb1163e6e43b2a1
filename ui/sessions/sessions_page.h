// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/needs_attention.h"
#include "desk/refresher.h"
#include "ui/lists/record_list_page.h"
#include "ui/sessions/session_actions.h"
#include "ui/widgets/task_scope.h"

namespace tilldeck::ui {

class ListFilters;
class ReportBar;
class SecretClipboard;
class SessionModel;
class SessionPanel;
class SessionSelection;
class ShownTimer;
class WaitingNotes;

/// Lists the checkout sessions of the chosen accounts and shows everything about the current one.
class SessionsPage : public RecordListPage
{
    Q_OBJECT

public:
    SessionsPage(desk::Desk &desk, desk::Refresher &refresher, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    /// Makes a session current, at once or when it appears in the list. Filters that hide it are cleared.
    /// A creation that has no session yet, or whose session could not be kept, is found by @p intentId.
    void select(const QString &accountId, const QString &sessionId, const QString &intentId = {});
    /// Shows the NeedsAttention or ExpiringSoon view under its own title, or the whole list without @p view.
    void setSavedView(std::optional<ledger::SessionFilter::Status> view);
    /// Shows only sessions that were created with this promotion code or coupon id, of any time, with a chip that
    /// clears the filter.
    void showDiscount(const QString &discount);
    /// Replaces the browser, for tests.
    void setOpener(SessionActions::Opener opener) { m_actions->setOpener(std::move(opener)); }
    /// Replaces the provider as the source of snippets, for tests.
    void setSnippetSource(SessionActions::SnippetSource source) { m_actions->setSnippetSource(std::move(source)); }
    /// Returns the actions on the current session, which the menus of the window follow.
    const SessionActions &sessionActions() const { return *m_actions; }
    /// Asks for the id, token or checkout URL of a session that was created elsewhere and adds it to the list.
    void track();
    /// Exports every session that matches the filter.
    void exportFiltered();

signals:
    void newRequested();
    /// Emitted when sessions are to be created from a file.
    void importRequested();
    void duplicateRequested(const tilldeck::ledger::SessionRecord &record);
    void keyNeeded(const QString &accountId);
    /// Emitted when a tracked session belongs to an account that is not among those shown.
    void accountNeeded(const QString &accountId, const QString &sessionId);
    void showTransaction(const QString &accountId, const QString &sessionId);
    /// Emitted with the counts of the chosen accounts, regardless of the other filters.
    void countsChanged(const tilldeck::ledger::SessionCounts &counts);
    /// Emitted with how many things of any kind wait for the merchant in the chosen accounts; nothing while that could
    /// not be read.
    void attentionChanged(const std::optional<qint64> &count);
    /// Emitted when another view is shown, also when the page left one for a session that is not in it.
    void savedViewChanged(const std::optional<tilldeck::ledger::SessionFilter::Status> &view, const QString &title);
    /// Emitted when the list of what waits, and is no session, is requested.
    void overviewRequested();
    /// Emitted when the payment of a refund that failed is requested.
    void refundRequested(const QString &accountId, const QString &transactionId);

protected:
    void applyFilter() override;
    void accountsChanged() override;
    void showRecord(int row) override;
    void forgetRecord() override { m_actions->setRecord({}); }
    void rowsArrived() override;
    void rowLeaving(int row) override;
    void recordLeft() override;
    void currentChanged() override;
    void selectionChanged() override { currentChanged(); }
    void emptyActionTriggered() override;
    void timePassed() override { showEnded(); }
    void updateTexts() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// The session to make current when it is read; nothing if the account is empty.
    struct Wanted
    {
        QString accountId;
        QString sessionId;
        QString intentId;
    };

    void addCommands();
    void makeCounts();
    void readCounts();
    void readAttention();
    void showOthers();
    void showFound(const QString &accountId, const QString &sessionId);
    bool selectWanted();
    void showMany();
    void offerCurrencies();
    QStringList accountsOfThisMode() const;
    /// Shows which sessions have ended since it was called last.
    void showEnded();
    /// Reads anew what time alone changes.
    void readAgain();

    QPointer<desk::Refresher> m_refresher;
    SecretClipboard *m_clipboard;
    SessionActions *m_actions;
    SessionSelection *m_selection;
    SessionModel *m_model;
    SessionPanel *m_panel;
    ListFilters *m_filters = nullptr;
    QStringList m_currencies; ///< Of the rows that were read: what the filters offer.
    WaitingNotes *m_notes;    ///< Above the sessions that need attention.
    ReportBar *m_report;
    QString m_linksReport; ///< What the report says of links in the clipboard; else empty.
    ShownTimer *m_minute;
    std::optional<ledger::SessionFilter::Status> m_savedView;
    Counted<ledger::SessionFilter, ledger::SessionCounts> *m_countsOfFilter, *m_countsOfAll;
    ledger::SessionCounts m_allCounts;
    desk::NeedsAttention m_attention;
    TaskScope m_attentionReads{this};
    bool m_isMany = false;                       ///< Several rows are selected.
    std::optional<ledger::SessionRow> m_leaving; ///< Was current when rows were removed.
    qint64 m_leftKey = 0;                        ///< The row that m_left speaks of.
    QString m_left; ///< A sentence about the session that was shown and is not in the list any more.
    Wanted m_wanted;
    int m_wantedStep = 0; ///< Steps tried so far to find it.
};

} // namespace tilldeck::ui
