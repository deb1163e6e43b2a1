// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a provider's pages to committed rows, beside plain C that inserts the same rows, parsed before,
// into a file of the same tables: prints the milliseconds of each as JSON.
//   ingest_bench a folder, a page of PaymentKit's sessions, a number of rows
#include "desk/session_record.h"
#include "http/worker_pool.h"
#include "providers/paymentkit/codec_page.h"
#include "providers/paymentkit/codec_sessions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <memory>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace tilldeck;

namespace {

constexpr int pageRows = 100;
const QString account = u"a"_s;

/// Returns pages of sessions as the one in @p file, of which no two are the same.
std::vector<QByteArray> pagesLike(const QString &file, int rows)
{
    QFile sample(file);
    if (!sample.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(file));
    QJsonObject page = QJsonDocument::fromJson(sample.readAll()).object();
    const QJsonArray samples = page["items"_L1].toArray();
    std::vector<QByteArray> pages;
    const QDateTime newest = QDateTime::fromString(u"2026-11-30T12:00:00Z"_s, Qt::ISODate);
    for (int row = 0; row < rows;) {
        QJsonArray items;
        for (; items.size() < pageRows && row < rows; ++row) {
            QJsonObject item = samples[row % samples.size()].toObject();
            item["id"_L1] = u"cs_%1"_s.arg(row, 9, 10, QChar(u'0'));
            item["secure_token"_L1] = u"st_%1"_s.arg(row, 32, 36, QChar(u'0'));
            item["created_at"_L1] = newest.addSecs(-60 * row).toString(Qt::ISODate);
            items.append(item);
        }
        page["items"_L1] = items;
        pages.push_back(QJsonDocument(page).toJson(QJsonDocument::Compact));
    }
    return pages;
}

std::unique_ptr<ledger::Ledger> openLedger(const QString &folder)
{
    auto opened = ledger::Ledger::open(folder);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().sentence));
    return std::move(*opened);
}

/// Reads and writes a page as a refresh does.
int take(ledger::Ledger &ledger, const QByteArray &body)
{
    auto reading = http::runOn<std::vector<ledger::SessionRecord>>(http::readingThreads(), [body] {
        const auto page = providers::paymentkit::decodePage<checkout::Session>(QJsonDocument::fromJson(body), 0);
        if (!page || !page->unread.empty())
            qFatal("The page cannot be read.");
        std::vector<ledger::SessionRecord> records;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const checkout::Session &session : page->items)
            records.push_back(desk::recordOf(account, session, {}, now));
        return records;
    });
    auto merging = ledger.merge(account, reading.takeResult());
    const auto merged = merging.takeResult();
    if (!merged)
        qFatal("%s", qPrintable(merged.error().sentence));
    return *merged;
}

class PlainFile
{
public:
    explicit PlainFile(const QString &folder)
    {
        const QByteArray path = folder.toUtf8() + "/ledger.sqlite";
        if (sqlite3_open(path.constData(), &m_file) != SQLITE_OK)
            qFatal("%s cannot be opened.", path.constData());
        run("PRAGMA synchronous=NORMAL");
    }
    ~PlainFile() { sqlite3_close(m_file); }
    Q_DISABLE_COPY_MOVE(PlainFile)

    void run(const char *statement) const
    {
        if (sqlite3_exec(m_file, statement, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", statement, sqlite3_errmsg(m_file));
    }
    sqlite3_stmt *prepare(const QByteArray &statement) const
    {
        sqlite3_stmt *prepared = nullptr;
        if (sqlite3_prepare_v2(m_file, statement.constData(), -1, &prepared, nullptr) != SQLITE_OK)
            qFatal("%s: %s", statement.constData(), sqlite3_errmsg(m_file));
        return prepared;
    }

private:
    sqlite3 *m_file = nullptr;
};

using Value = std::unique_ptr<sqlite3_value, void (*)(sqlite3_value *)>;

/// The rows of a table, and what inserts them.
struct Table
{
    QByteArray name;
    QByteArray columns = {}; ///< Without those that the file computes.
    std::vector<std::vector<Value>> rows = {};
    sqlite3_stmt *insert = nullptr;

    void read(const PlainFile &file)
    {
        sqlite3_stmt *named =
            file.prepare("SELECT group_concat(name) FROM pragma_table_xinfo('" + name + "') WHERE hidden = 0");
        sqlite3_step(named);
        columns = reinterpret_cast<const char *>(sqlite3_column_text(named, 0));
        sqlite3_finalize(named);
        sqlite3_stmt *all = file.prepare("SELECT " + columns + " FROM " + name + " ORDER BY rowid");
        while (sqlite3_step(all) == SQLITE_ROW) {
            auto &row = rows.emplace_back();
            for (int column = 0; column < sqlite3_column_count(all); ++column)
                row.emplace_back(sqlite3_value_dup(sqlite3_column_value(all, column)), sqlite3_value_free);
        }
        sqlite3_finalize(all);
    }
    void prepare(const PlainFile &file)
    {
        const QByteArrayList marks(static_cast<qsizetype>(rows.front().size()), "?");
        insert = file.prepare("INSERT INTO " + name + " (" + columns + ") VALUES (" + marks.join(',') + ')');
    }
    void write(size_t row) const
    {
        for (size_t column = 0; column < rows[row].size(); ++column)
            sqlite3_bind_value(insert, static_cast<int>(column) + 1, rows[row][column].get());
        if (sqlite3_step(insert) != SQLITE_DONE)
            qFatal("A row of %s could not be inserted.", name.constData());
        sqlite3_reset(insert);
    }
};

double millisecondsOf(const QElapsedTimer &since)
{
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 4)
        return 2;
    const QTemporaryDir ours(QString::fromLocal8Bit(argv[1]) + u"/ours-XXXXXX"_s);
    const QTemporaryDir plain(QString::fromLocal8Bit(argv[1]) + u"/plain-XXXXXX"_s);
    const int count = QByteArray(argv[3]).toInt();
    const auto pages = pagesLike(QString::fromLocal8Bit(argv[2]), count);

    QElapsedTimer since;
    double program = 0;
    {
        const auto ledger = openLedger(ours.path());
        since.start();
        int taken = 0;
        for (const QByteArray &page : pages)
            taken += take(*ledger, page);
        program = millisecondsOf(since);
        if (taken != count)
            qFatal("%d of %d rows are in the ledger.", taken, count);
    }
    openLedger(plain.path()).reset(); // the same tables, without rows
    std::array tables{Table{"session"}, Table{"session_detail"}};
    {
        const PlainFile read(ours.path());
        for (Table &table : tables)
            table.read(read);
    }
    const PlainFile file(plain.path());
    for (Table &table : tables)
        table.prepare(file);
    since.start();
    for (size_t row = 0; row < tables.front().rows.size(); ++row) {
        if (row % pageRows == 0)
            file.run(row == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE");
        for (const Table &table : tables)
            table.write(row);
    }
    file.run("COMMIT");
    const QJsonObject measured{{u"program"_s, program}, {u"plain"_s, millisecondsOf(since)}};
    for (const Table &table : tables)
        sqlite3_finalize(table.insert);
    std::printf("%s\n", QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    return 0;
}
