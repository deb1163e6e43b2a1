// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/repeat.h"
#include "desk/send_planned.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace tilldeck::desk {

/// Creates the sessions of a file's rows, several at a time. All of them are in the journal before the first is sent:
/// what was stopped, or cut off by a crash, is gone on with from there and never from the file, and each row is sent
/// once. A row of unknown outcome is never sent again by this; it is looked up like any other creation. Where the
/// provider asks to be left alone, the run waits and goes on.
class SessionImport : public QObject
{
    Q_OBJECT

public:
    using End = PlannedEnd::End;

    struct Order
    {
        QString accountId;
        QString source;                      ///< The name of the file.
        std::vector<ledger::ImportRow> rows; ///< Validated; see reviewFile().
        checkout::Catalog catalog;           ///< For what lists call them.
    };

    struct Row
    {
        QString intentId;
        int line = 0;
        QString reference;
        End end = End::NotSent;
        bool isCancelled = false;     ///< When NotSent: it never will be.
        ledger::SessionRecord record; ///< When Created, NotKept or Unknown.
        QString note;                 ///< A sentence.
    };

    struct Progress
    {
        int all = 0;
        int made = 0;
        int earlier = 0; ///< Answered with what an earlier creation had made: nothing was made.
        int refused = 0;
        int unknown = 0;
        int underWay = 0; ///< Prepared or sent, also while it pauses.
        bool isPaused = false;
        double perSecond = 0;                         ///< Rows, in this run.
        std::optional<std::chrono::seconds> timeLeft; ///< By that.
        std::chrono::seconds rests{0};                ///< How long the provider is still left alone.

        int done() const { return made + earlier + refused + unknown; }
    };

    explicit SessionImport(Desk &desk, QObject *parent = nullptr);
    ~SessionImport() override;

    /// Sends nothing where a row asks for the same as a creation that is not over, or was made minutes ago, of this
    /// account or of one that may be the same, here or in another program: earlier() says so then, and the merchant is
    /// asked. @p repeat says that others are meant.
    void start(Order order, Repeat repeat = Repeat::Ask);
    /// Sends what is planned still of an import. rows() then holds those that ended before, too. Where the provider
    /// does not act once on a key, what it lists since the rows were planned is looked at first: the files of this
    /// computer may be of an earlier time. A row that may be listed becomes one of unknown outcome. Where no list can
    /// tell that, asks() says so and nothing is sent, unless @p repeat says that it is meant.
    void resume(const QString &accountId, const QString &batchId, checkout::Catalog catalog,
                Repeat repeat = Repeat::Ask);
    /// Sends no further row; those under way still end.
    void stop();
    /// Sends no further row while @p isPaused.
    void pause(bool isPaused);
    bool isRunning() const { return m_isRunning; }
    bool isPaused() const;

    /// Returns the id of the import; empty while it is not planned.
    const QString &batchId() const { return m_batchId; }
    /// Returns every row of the file that is to be created, in its order.
    const std::vector<Row> &rows() const { return m_rows; }
    Progress progress() const;
    /// Returns the creations because of which start() sent nothing.
    const std::optional<ledger::EarlierRows> &earlier() const { return m_earlier; }
    /// Returns whether rows were not sent because it is not known whether the provider has them: the error of
    /// finished() says why, and resume() sends them with Repeat::Another.
    bool asks() const { return m_asks; }

signals:
    /// Emitted once all rows are in the journal.
    void planned();
    void progressed();
    /// Emitted at the end. @p error ended it early; it is empty when all rows were tried, and after stop().
    void finished(const std::optional<tilldeck::checkout::Error> &error);

private:
    struct Run;
    static http::Task<void> sendRows(std::shared_ptr<Run> run);
    static void leave(const std::shared_ptr<Run> &run);
    static http::Task<void> lookForUnsure(std::shared_ptr<Run> run);
    static http::Task<void> goOn(std::shared_ptr<Run> run);
    static http::Task<void> runAll(std::shared_ptr<Run> run, Order order, QString batchId);
    static http::Task<void> endRun(std::shared_ptr<Run> run);
    void begin(Order order, const QString &batchId, Repeat repeat);
    void take(size_t at, PlannedEnd end);
    void takeRow(size_t at, Row row);
    void finish(const std::optional<checkout::Error> &error);

    QPointer<Desk> m_desk;
    std::shared_ptr<Run> m_run;
    std::vector<Row> m_rows;
    QString m_batchId;
    std::optional<ledger::EarlierRows> m_earlier;
    bool m_isRunning = false;
    bool m_asks = false;
};

/// Returns the rows of an import as the files know them; sends nothing. Errors: those of Journal::rowsOfImport().
http::Task<checkout::Result<std::vector<SessionImport::Row>>> rowsOfImport(QPointer<Desk> desk, QString accountId,
                                                                           QString batchId);

/// Closes what is not sent of an import, so that it never is. Returns how many rows that were. Errors: those of
/// Journal::cancelImport().
http::Task<checkout::Result<int>> cancelImport(QPointer<Desk> desk, QString accountId, QString batchId);

/// Returns "320 of 500 were created, 1 has an unknown outcome, 179 were not sent."
QString importSentence(const ledger::ImportBatch &batch);

} // namespace tilldeck::desk
