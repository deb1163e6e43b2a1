// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/overview.h"
#include "ui/widgets/task_scope.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QScrollArea;

namespace tilldeck::ui {

class AttentionPanel;
class InlineMessage;
class Label;
class SegmentedControl;
class ShareBar;
class ShareLegend;
class ShownTimer;
class VolumeChart;

/// Shows the volume of the chosen accounts per day and currency, the state of their sessions, and what needs attention.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(desk::Desk &desk, QWidget *parent = nullptr);

    void setAccounts(const QStringList &accountIds);
    /// Reads the figures of the days that end today by the clock.
    void lookAtClock();
    /// Shows what needs attention and is no session: opens the first of it, also once the figures are read.
    void showOthers();
    /// Sets why an account was never listed in this run; empty where all were.
    void setNotLoaded(const QString &why);

signals:
    void newRequested();
    /// Emitted when the sessions of the last @p days days are requested; 0 means of any time.
    void sessionsRequested(tilldeck::ledger::SessionFilter::Status status, int days);
    void paymentsRequested(const tilldeck::ledger::SavedFilter &view);
    void failedWebhooksRequested();
    /// Emitted when a payment is requested that has a refund which was not given back after all.
    void refundRequested(const QString &accountId, const QString &transactionId);
    /// Emitted when the merchant goes on with promotion codes that are not all made.
    void resumeRequested(const tilldeck::ledger::CodeBatch &batch);
    /// Emitted when an import is requested of which rows were not sent.
    void showImports();
    void showSession(const QString &accountId, const QString &sessionId);
    void keyNeeded(const QString &accountId);
    /// Emitted when the figures were read from the ledger and are shown.
    void loaded();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildConversion();
    void read();
    void readExpiring();
    void scrollToOther();
    void showFigures(const desk::Overview &figures);
    void placeCharts();
    void saveChart(VolumeChart *chart);
    void openPayments(money::Currency currency, QDate day);

    desk::Desk &m_desk;
    QStringList m_accountIds;
    SegmentedControl *m_period;
    Label *m_dates;
    InlineMessage *m_message;
    QScrollArea *m_scroll = nullptr;
    bool m_showsOthers = false; ///< Once the figures are read.
    QWidget *m_canvas = nullptr;
    QBoxLayout *m_columns = nullptr;
    QGridLayout *m_charts;
    Label *m_noPayments;
    QWidget *m_conversion = nullptr; ///< What became of the sessions of the period.
    Label *m_created;
    Label *m_rate;
    ShareBar *m_share;
    QList<ShareLegend *> m_legend;
    AttentionPanel *m_panel;
    QList<VolumeChart *> m_shown;
    QTimer m_soon;        ///< Runs while a change of the ledger waits to be read.
    ShownTimer *m_minute; ///< Updates the remaining times.
    TaskScope m_tasks{this};
    quint64 m_generation = 0;
    bool m_isRead = false;    ///< The figures of these accounts were read once.
    desk::Overview m_figures; ///< Those that are shown.
    QString m_whyNotLoaded;
};

} // namespace tilldeck::ui
