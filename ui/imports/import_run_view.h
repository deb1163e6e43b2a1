// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/session_import.h"
#include "ui/lists/table_page.h"
#include "ui/widgets/task_scope.h"

#include <QTimer>

class QComboBox;
class QProgressBar;

namespace tilldeck::ui {

class Button;
class ImportHeader;
class ImportRowModel;
class Label;
class SecretClipboard;
class Table;

/// Runs an import, or shows an earlier one: what became of each row, and what can be done with it.
class ImportRunView : public TablePage
{
    Q_OBJECT

public:
    ImportRunView(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);
    ~ImportRunView() override;

    /// Creates the rows that were read from @p path. Does nothing while an import runs.
    void start(desk::SessionImport::Order order, const QString &path, desk::Repeat repeat);
    /// Goes on with an import. Does nothing while one runs.
    void resume(const QString &accountId, const ledger::ImportBatch &batch, desk::Repeat repeat = desk::Repeat::Ask);
    /// Shows an import; sends nothing.
    void show(const QString &accountId, ledger::ImportBatch batch);
    /// Sends no further row; those under way still end.
    void stop();

    bool isRunning() const { return m_import->isRunning(); }
    const QString &accountId() const { return m_accountId; }
    const QString &source() const { return m_source; }
    /// Returns the path of the file where it was read in this run; else empty.
    const QString &sourcePath() const { return m_sourcePath; }
    const QString &batchId() const { return m_batchId; }
    desk::SessionImport::Progress progress() const { return m_import->progress(); }
    /// Returns whether something here stands nowhere else: tokens that are kept out of files and not reported again.
    bool isOnlyCopy() const;

signals:
    void backRequested();
    /// Emitted when a run has ended, or could not begin.
    void ended();
    /// Emitted when nothing was planned: @p earlier asked for the same, where it has rows.
    void notBegun(const tilldeck::checkout::Error &error, const std::optional<tilldeck::ledger::EarlierRows> &earlier);
    void sessionRequested(const QString &accountId, const QString &sessionId, const QString &intentId);
    /// Emitted when the outcomes that are not known are to be looked up.
    void attentionRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void fail(const checkout::Error &error);
    void askUnsure(const checkout::Error &error);
    /// Takes copies: what is shown is forgotten first.
    void begin(QString accountId, QString source);
    void finished(const std::optional<checkout::Error> &error);
    void readBatch();
    void readRows();
    void togglePause();
    void askCancel();
    void askWhere();
    void save(const QString &path, bool forSpreadsheets);
    void copy(bool isToken);
    void showProgress();
    void showActions();

    desk::Desk &m_desk;
    desk::CatalogCache &m_catalogs;
    desk::SessionImport *m_import;
    ledger::ImportBatch m_resumed; ///< That which the run goes on with.
    QString m_accountId;
    QString m_source;     ///< The name of the file.
    QString m_sourcePath; ///< Empty where only its name is known.
    QString m_batchId;
    std::optional<ledger::ImportBatch> m_batch; ///< As the journal has it.
    ImportHeader *m_header;
    ImportRowModel *m_model;
    SecretClipboard *m_clipboard;
    Table *m_table;
    QProgressBar *m_bar;
    Label *m_state;
    QComboBox *m_filter;
    Button *m_pause, *m_stop, *m_goOn, *m_cancel, *m_save, *m_lookUp;
    Button *m_copyUrl, *m_copyToken, *m_copyId, *m_open;
    QTimer m_often; ///< While it runs.
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
