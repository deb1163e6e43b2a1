// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/quote_rows.h"
#include "ui/imports/file_reading.h"
#include "ui/widgets/task_scope.h"

#include <QElapsedTimer>
#include <QWidget>

class QCheckBox;

namespace tilldeck::ui {

class AmountDelegate;
class Button;
class FileSettings;
class ImportHeader;
class InlineMessage;
class Label;
class ReviewModel;
class Table;

/// One file before it is imported: how it is read, each of its rows, and what has to be mended. Nothing is created
/// here; where the provider quotes prices, it is asked for them on request.
class ImportFileView : public QWidget
{
    Q_OBJECT

public:
    ImportFileView(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);
    ~ImportFileView() override;

    /// Reads @p path as a file of the account.
    void open(const QString &accountId, const QString &path);
    /// Reads it anew, as a file of another account.
    void setAccount(const QString &accountId);
    /// Forgets the file.
    void close();

    const QString &accountId() const { return m_accountId; }
    const QString &path() const { return m_path; }
    /// Returns what would be created.
    const desk::ImportReview &review() const { return m_review; }
    const checkout::Catalog &catalog() const { return m_catalog; }
    /// Returns whether everything was read, and nothing has to be mended.
    bool isWhole() const;
    FileSettings *settings() const { return m_settings; }

signals:
    void backRequested();
    /// Emitted when the rows are to be created; they are isWhole().
    void importRequested();

private:
    void build();
    void loadCatalog();
    void read();
    void opened(const desk::ImportReview &review);
    void sizeColumns();
    void finished(const desk::ImportReview &review);
    void askForQuotes();
    void stopQuotes();
    void showNextProblem();
    void showProblem();
    void showState();
    void showMessage();
    QString countText() const;

    desk::Desk &m_desk;
    desk::CatalogCache &m_catalogs;
    QString m_accountId;
    QString m_path;
    checkout::Catalog m_catalog;
    desk::ImportReview m_review;
    std::optional<checkout::Error> m_failure;   ///< The file cannot be read.
    std::optional<checkout::Error> m_noCatalog; ///< Its rows cannot be judged without it.
    std::optional<checkout::Error> m_noQuotes;
    bool m_hasCatalog = false; ///< It is that of this account.
    bool m_isReviewed = false;
    bool m_isQuoted = false;
    int m_shownAmounts = 0; ///< The first of the columns that are painted as amounts; 0 while there is none.
    bool m_isSized = false; ///< The columns have the room that the first rows need.
    std::shared_ptr<desk::QuoteRun> m_quotes; ///< Under way.
    ImportHeader *m_header;
    FileReading *m_reading;
    ReviewModel *m_model;
    FileSettings *m_settings;
    InlineMessage *m_message;
    QCheckBox *m_onlyProblems;
    Button *m_next;
    Label *m_problem;
    Table *m_table;
    AmountDelegate *m_amounts;
    Label *m_count;
    Label *m_sums;
    Button *m_ask;
    Button *m_create;
    QElapsedTimer m_since; ///< Of reading or asking.
    QElapsedTimer m_shown; ///< Since the state was shown last.
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
