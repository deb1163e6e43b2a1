// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite connection on a thread of its own. Private to the ledger: nothing above it knows SQL.
#pragma once

#include "checkout/error.h"
#include "ledger/file_check.h"
#include "ledger/file_lock.h"

#include <QFuture>
#include <QPromise>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThreadPool>
#include <QVariant>

#include <any>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace tilldeck::ledger {

/// Thrown by Connection, caught where a job ends; it never leaves the ledger.
struct SqlFailure : std::exception
{
    explicit SqlFailure(checkout::Error error, int code = 0, bool isInIndex = false)
        : error(std::move(error))
        , code(code)
        , isInIndex(isInIndex)
    {
    }

    checkout::Error error;
    int code;       ///< SQLite's primary result code; 0 for what SQLite did not say.
    bool isInIndex; ///< It was met in an index of words.

    /// Returns whether it is not what is around the file but what stands in it.
    bool isDamage() const;
};

/// Returns whether a program may have given a file the @p version of its schema; any other one is damage.
bool isPlausibleVersion(int version);

/// Returns whether @p error, of opening or reading the file @p path, lies in what is around the file (a full disk,
/// permissions, another program) and not in the file.
bool isAroundFile(const checkout::Error &error, const QString &path);

/// Runs the statements of a job on its thread. Values are bound, never written into the statement.
class Connection
{
public:
    QSqlQuery exec(const QString &statement, const QVariantList &values = {}) const;
    /// Returns @p statement ready for run(), which may be called often.
    QSqlQuery prepared(const QString &statement) const;
    void run(QSqlQuery &query, const QVariantList &values) const;
    /// Moves @p query to its next row. Returns false after the last one; rows that a damaged page keeps back are no end
    /// but a failure.
    bool next(QSqlQuery &query) const;
    [[noreturn]] void fail(const QSqlError &error, const QString &statement = {}) const;
    /// Has what Database::mendWith() names look for damage, or mend that which was met in an index of words
    /// (@p isInIndex); returns whether it mended something.
    bool mend(bool isInIndex = false) const;
    /// Returns what @p make returned for @p name since the file was changed last. For connections that only read: their
    /// own writes change nothing here.
    template <class T, class Make> T kept(const QString &name, Make make) const
    {
        forgetKeptOfBefore();
        std::any &value = m_kept[name];
        if (!value.has_value())
            value = T(make());
        return std::any_cast<const T &>(value);
    }

private:
    friend class Database;
    friend class Snapshot;
    QSqlDatabase m_database;
    QString m_path;
    QString m_keepSentence;
    std::function<bool(const Connection &, bool isInIndex)> m_mend;
    void forgetKeptOfBefore() const;
    mutable std::map<QString, std::any> m_kept;
    mutable int m_keptVersion = 0; ///< Of the data, as this connection sees it.
};

/// Makes several reads of one job see one state of the file.
class Snapshot
{
public:
    explicit Snapshot(const Connection &connection);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    const Connection &m_connection;
};

class Database
{
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        ReadOnlyFolder, ///< For reading, where nobody can write beside the file.
    };

    /// Says how to open a file.
    struct Setup
    {
        QString path;
        Access access = Access::ReadWrite;
        QStringList pragmas;             ///< "journal_mode=WAL", …
        std::vector<QStringList> schema; ///< Statements that lead from one version to the next; ReadWrite only.
        QString damagedSentence;         ///< What to do with a damaged file. Empty: what can be read of it is wanted.
        /// The lock that a program holds while it writes or checkpoints, so that no two do so at once. Empty: none.
        QString turnPath = {};
    };

    Database();
    ~Database(); ///< Finishes every job that was asked for, then closes.
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Blocks until the file is open and migrated.
    checkout::Result<void> open(const Setup &setup);
    /// Sets what may mend a damaged file and returns whether it did, on the thread: within a transaction after a write
    /// failed because of damage, which is done once more if it says so; and by Connection::mend(). To be called before
    /// any job.
    void mendWith(std::function<bool(const Connection &, bool isInIndex)> mend)
    {
        m_connection.m_mend = std::move(mend);
    }
    /// Opens the file once it is first read. To be called before any job.
    void openLater(Setup setup) { m_later = std::move(setup); }

    /// Returns whether the file's schema is newer than the program's, so that nothing may be written.
    bool isNewer() const { return m_isNewer; }
    /// Returns the version of the file's schema before it was migrated; 0 for a file that had no content.
    int foundVersion() const { return m_foundVersion; }

    /// Opens the file @p path for reading on the thread, looks it over, and closes it. It is damaged in the
    /// words of @p damagedSentence. With @p thorough every index is compared with its table.
    QFuture<checkout::Result<FileCheck>> check(const QString &path, const QString &damagedSentence, bool thorough,
                                               Access access = Access::ReadOnly);

    /// Runs @p work on the thread. It is called with a const Connection & and returns T, or throws SqlFailure. Once the
    /// future is cancelled it ends without an answer, also in the middle of a statement.
    template <class T, class Work> QFuture<checkout::Result<T>> read(Work work)
    {
        auto promise = std::make_shared<QPromise<checkout::Result<T>>>();
        promise->start();
        m_pool.start([this, promise, work = std::move(work)]() mutable {
            m_isUnwanted = [promise] { return promise->isCanceled(); };
            if (!m_isUnwanted())
                promise->addResult(guarded<T>([&](const Connection &connection) {
                    if (m_later)
                        openLeft();
                    return work(connection);
                }));
            m_isUnwanted = {};
            promise->finish();
        });
        return promise->future();
    }

    /// Runs @p work inside one transaction that holds the write lock from its start; a failure leaves nothing behind.
    /// @p committed runs on the thread, after the commit and before the future is finished, with the answer of @p work
    /// unless that is void.
    template <class T, class Work, class Committed> QFuture<checkout::Result<T>> write(Work work, Committed committed)
    {
        return start<T>([this, work = std::move(work), committed = std::move(committed)]() mutable {
            auto result = writeHere<T>(work);
            if constexpr (std::is_void_v<T>) {
                if (result)
                    committed();
            } else if (result) {
                committed(*result);
            }
            return result;
        });
    }

    /// Runs @p work as write() does. When it returns more than 0, the file is rewritten after the commit, so that what
    /// was overwritten or deleted stands neither in it nor in its log any more. Where that fails, as on a full disk,
    /// the next call does it, whatever its work returns.
    /// @p committed runs on the thread, after the commit, whether the file could be rewritten or not.
    template <class Work, class Committed> QFuture<checkout::Result<int>> erase(Work work, Committed committed)
    {
        return start<int>([this, work = std::move(work), committed = std::move(committed)]() mutable {
            return guarded<int>([&](const Connection &) {
                const int rows = again(
                    [this](Work &job) {
                        const Transaction transaction(*this);
                        const int erased = job(m_connection);
                        if (erased > 0)
                            noteRewriteDue();
                        transaction.commit();
                        return erased;
                    },
                    work);
                committed();
                if (isRewriteDue())
                    rewrite();
                return rows;
            });
        });
    }

    /// Runs @p job on the thread: it returns a Result<T>, and may call writeHere().
    template <class T, class Job> QFuture<checkout::Result<T>> run(Job job) { return start<T>(std::move(job)); }

    /// Does what write() does, for a job that is on the thread already.
    template <class T, class Work> checkout::Result<T> writeHere(Work &&work) const
    {
        return guarded<T>([&](const Connection &) -> T {
            return again(
                [this](std::remove_cvref_t<Work> &job) {
                    const Transaction transaction(*this);
                    if constexpr (std::is_void_v<T>) {
                        job(m_connection);
                        transaction.commit();
                    } else {
                        T answer = job(m_connection);
                        transaction.commit();
                        return answer;
                    }
                },
                work);
        });
    }

    /// Says, for a job that is on the thread already, what has the path of the file now. @p isKnown says whether the
    /// content is still that of the file that was opened.
    checkout::Result<FileLook> lookHere(const std::function<bool(const Connection &)> &isKnown) const;
    /// Notes, on the thread, that the file was found whole as @p stamp says.
    void noteWhole(const FileStamp &stamp);

    /// Returns the error for a file that another one has taken the place of while it was open.
    static checkout::Error replacedError(const QString &path);

private:
    class Transaction
    {
    public:
        explicit Transaction(const Database &database);
        ~Transaction();
        Transaction(const Transaction &) = delete;
        Transaction &operator=(const Transaction &) = delete;
        void commit() const;

    private:
        const Database &m_database;
        std::unique_ptr<FileLock> m_turn;
        mutable bool m_done = false;
    };

    // Not QtConcurrent::run: whoever waits for its future runs a job that has not begun on their own thread.
    template <class T, class Job> QFuture<checkout::Result<T>> start(Job job)
    {
        auto promise = std::make_shared<QPromise<checkout::Result<T>>>();
        promise->start();
        m_pool.start([promise, job = std::move(job)]() mutable {
            promise->addResult(job());
            promise->finish();
        });
        return promise->future();
    }

    template <class T, class Work> checkout::Result<T> guarded(Work &&work) const
    {
        try {
            if constexpr (std::is_void_v<T>) {
                work(m_connection);
                return {};
            } else {
                return work(m_connection);
            }
        } catch (const SqlFailure &failure) {
            return std::unexpected(failure.error);
        }
    }

    /// Calls @p write with @p work; once more, with a copy of it, where damage let it fail that could be mended.
    template <class Write, class Work> auto again(const Write &write, Work &work) const
    {
        if (!m_connection.m_mend)
            return write(work);
        auto untouched = work;
        try {
            return write(work);
        } catch (const SqlFailure &failure) {
            if (!isMended(failure))
                throw;
        }
        return write(untouched);
    }
    bool isMended(const SqlFailure &failure) const;
    void openHere(const Setup &setup);
    void openLeft(); ///< Opens what openLater() named.
    /// Lets SQLite ask, on the thread, whether somebody waits for what it does.
    void watchQuestions();
    /// Returns once no other program writes; nothing where there is no turn to wait for.
    std::unique_ptr<FileLock> takeTurn() const;
    /// Throws when another file, or none, has the path of the one that is open.
    void mustBeInPlace() const;
    /// Notes that the file is now as this program left it.
    void noteWritten() const;
    /// Throws when the file is of another version than the one that was opened.
    void mustBeOfItsVersion() const;
    void connectTo(const QString &name, const QString &options);
    int version() const;
    void migrate(const std::vector<QStringList> &schema);
    /// Returns whether the file holds what was taken out of it, since rewrite() failed or has not run yet.
    bool isRewriteDue() const;
    void noteRewriteDue() const;
    void rewrite() const;
    void closeHere();

    QThreadPool m_pool;
    Connection m_connection; ///< Touched on the pool's one thread only.
    QString m_turnPath;
    // Touched on the pool's thread only.
    mutable FileStamp m_seen;                 ///< After the last write of this program, whatever has the path by now.
    mutable bool m_isChangedByOthers = false; ///< Since the file was found whole.
    mutable bool m_isCutOff = false;          ///< The file was shorter than this program had left it.
    std::function<bool()> m_isUnwanted;       ///< While something is read: whether nobody waits for it any more.
    std::optional<Setup> m_later;             ///< To open before the first read.
    std::optional<int> m_version;             ///< Of the schema, once it is migrated.
    bool m_isNewer = false;
    int m_foundVersion = 0;
};

} // namespace tilldeck::ledger
