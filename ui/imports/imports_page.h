// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/session_import.h"

#include <QWidget>

#include <functional>

class QStackedWidget;

namespace tilldeck::ui {

class GuardDialog;
class ImportFileView;
class ImportList;
class ImportRunView;

/// Creates a checkout session for each row of a CSV file: the list of imports, one file that is looked over, one import
/// that runs or ran. One import runs at a time, also while another page or account is shown.
class ImportsPage : public QWidget
{
    Q_OBJECT

public:
    ImportsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);
    ~ImportsPage() override;

    /// A file that is looked over becomes one of this account; an import stays with its own.
    void setAccount(const QString &accountId);
    /// Looks a file over; sends nothing.
    void openFile(const QString &path);
    /// Asks which file.
    void chooseFile();
    /// Shows the list of imports.
    void showList();

    bool isRunning() const;
    /// Returns why what is shown is lost when the window closes, in sentences; empty when nothing is.
    QString whatIsLost() const;
    /// Returns "120 of 500 created, …" while an import runs.
    QString progressText() const;
    /// Sends no further row; ended() is emitted once those under way have ended.
    void stop();

signals:
    void ended();
    void sessionRequested(const QString &accountId, const QString &sessionId, const QString &intentId);
    void attentionRequested();

private:
    void showFile();
    void showRun();
    /// Shows a step, with the focus on its table.
    void showStep(QWidget *step);
    void showBatch(const ledger::ImportBatch &batch);
    void ask();
    void askToCreate();
    void begin();
    void start(desk::SessionImport::Order order, desk::Repeat repeat);
    void notBegun(const checkout::Error &error, const std::optional<ledger::EarlierRows> &earlier);
    void askRunning();
    /// Calls @p then where nothing that stands nowhere else is lost by it, or the merchant says so.
    void whenTokensMayGo(const std::function<void()> &then);

    desk::Desk &m_desk;
    QString m_accountId;
    QStackedWidget *m_steps;
    ImportList *m_list;
    ImportFileView *m_file;
    ImportRunView *m_run;
    QPointer<GuardDialog> m_question;   ///< At most one is open.
    desk::SessionImport::Order m_begun; ///< What was asked for last.
};

} // namespace tilldeck::ui
