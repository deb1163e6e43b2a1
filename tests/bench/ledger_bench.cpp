// SPDX-License-Identifier: GPL-3.0-or-later
// Reads of the ledger beside the same in plain SQLite, one after the other: prints the milliseconds of each as JSON.
//   ledger_bench a folder a number of turns
#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <functional>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace tilldeck;

namespace {

constexpr int pageRows = 100;

/// Reads as a program would that is written for nothing else.
class PlainFile
{
public:
    explicit PlainFile(const QString &path)
    {
        if (sqlite3_open_v2(path.toUtf8().constData(), &m_file, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            qFatal("%s cannot be opened.", qPrintable(path));
    }
    ~PlainFile() { sqlite3_close(m_file); }
    Q_DISABLE_COPY_MOVE(PlainFile)

    /// Runs @p statement and reads every column of every row. Returns how many there were.
    qint64 read(const char *statement) const
    {
        sqlite3_stmt *prepared = nullptr;
        if (sqlite3_prepare_v2(m_file, statement, -1, &prepared, nullptr) != SQLITE_OK)
            qFatal("%s: %s", statement, sqlite3_errmsg(m_file));
        qint64 rows = 0;
        qint64 bytes = 0;
        while (sqlite3_step(prepared) == SQLITE_ROW) {
            ++rows;
            for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
                (void)sqlite3_column_text(prepared, column);
                bytes += sqlite3_column_bytes(prepared, column);
            }
        }
        sqlite3_finalize(prepared);
        m_bytes += bytes;
        return rows;
    }

    qint64 number(const char *statement) const
    {
        sqlite3_stmt *prepared = nullptr;
        sqlite3_prepare_v2(m_file, statement, -1, &prepared, nullptr);
        const qint64 answer = sqlite3_step(prepared) == SQLITE_ROW ? sqlite3_column_int64(prepared, 0) : 0;
        sqlite3_finalize(prepared);
        return answer;
    }
    QString text(const char *statement) const
    {
        sqlite3_stmt *prepared = nullptr;
        sqlite3_prepare_v2(m_file, statement, -1, &prepared, nullptr);
        QString answer;
        if (sqlite3_step(prepared) == SQLITE_ROW)
            answer = QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(prepared, 0)));
        sqlite3_finalize(prepared);
        return answer;
    }

private:
    sqlite3 *m_file = nullptr;
    mutable qint64 m_bytes = 0;
};

double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

template <class T> T valueOf(const QFuture<checkout::Result<T>> &future)
{
    auto answer = future.result();
    if (!answer)
        qFatal("%s", qPrintable(answer.error().sentence));
    return std::move(*answer);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    const int repeats = argc > 2 ? QByteArray(argv[2]).toInt() : 15;
    const auto ledger = ledger::Ledger::open(folder);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().sentence));
    const PlainFile plain(folder + u"/ledger.sqlite"_s);
    const QString account = plain.text("SELECT account_id FROM session LIMIT 1");
    const qint64 rows = plain.number("SELECT max(key) FROM session");
    const qint64 deepKey = rows / 10;
    const QDateTime deepAt = QDateTime::fromMSecsSinceEpoch(
        plain.number(
            QByteArray("SELECT created_at FROM session WHERE key = " + QByteArray::number(deepKey)).constData()),
        Qt::UTC);
    const QByteArray columns = "key, status, customer_label, items_label, amount, currency, account_id, created_at, "
                               "expires_at, session_id";
    const QByteArray plainPage = "SELECT " + columns + " FROM session WHERE account_id = '" + account.toUtf8() +
                                 "' ORDER BY created_at DESC, key DESC LIMIT " + QByteArray::number(pageRows);
    ledger::SessionFilter all;
    all.accountIds = QStringList(account);
    all.now = QDateTime::currentDateTimeUtc();
    const auto searched = [&](const QString &text) {
        ledger::SessionFilter filter = all;
        filter.text = text;
        return filter;
    };
    const auto read = [&](const ledger::SessionFilter &filter, const ledger::PageKey &after = {}) {
        return valueOf((*ledger)->sessions(filter, after, pageRows)).rows.size();
    };
    const auto at = [&](const ledger::SessionFilter &filter, qint64 first) {
        return valueOf((*ledger)->sessionsAt(filter, {}, {.first = first, .limit = pageRows})).rows.size();
    };
    ledger::SessionFilter attention = all;
    attention.status = ledger::SessionFilter::Status::NeedsAttention;
    ledger::SessionFilter month = all;
    month.createdSince = all.now.addDays(-30);
    ledger::TransactionFilter payments;
    payments.accountIds = all.accountIds;
    ledger::TransactionFilter refunded = payments;
    refunded.status = checkout::TransactionStatus::Refunded;
    const auto paymentsAt = [&](const ledger::TransactionFilter &filter, qint64 first) {
        return valueOf((*ledger)->transactionsAt(filter, {}, {.first = first, .limit = pageRows})).rows.size();
    };
    const std::vector<std::pair<QString, std::function<void()>>> works{
        {u"plain page"_s, [&] { (void)plain.read(plainPage.constData()); }},
        {u"first page"_s, [&] { (void)read(all); }},
        {u"deep page"_s, [&] { (void)read(all, {deepAt, deepKey}); }},
        {u"counts"_s, [&] { (void)valueOf((*ledger)->counts(all)); }},
        {u"counts of a month"_s, [&] { (void)valueOf((*ledger)->counts(month)); }},
        {u"first position"_s, [&] { (void)at(all, 0); }},
        {u"deep position"_s, [&] { (void)at(all, rows / 10 * 9); }},
        {u"position of a row"_s, [&] { (void)valueOf((*ledger)->positionOf(all, {}, deepKey)); }},
        {u"position in a chip"_s, [&] { (void)at(attention, rows / 20); }},
        {u"first payments"_s, [&] { (void)paymentsAt(payments, 0); }},
        {u"deep payments"_s, [&] { (void)paymentsAt(payments, rows / 2); }},
        {u"payments of a status"_s, [&] { (void)paymentsAt(refunded, 100); }},
        {u"plain scan"_s,
         [&] {
             (void)plain.read("SELECT key FROM session JOIN session_detail ON session_key = key WHERE search LIKE '%no "
                              "such text anywhere%'");
         }},
        {u"search prefix"_s, [&] { (void)read(searched(u"amélie"_s)); }},
        {u"search substring"_s, [&] { (void)read(searched(u"onsultati"_s)); }},
        {u"search no hit"_s, [&] { (void)read(searched(u"no such text anywhere"_s)); }},
    };
    QJsonObject measured;
    QJsonArray rounds;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        QJsonObject round;
        for (const auto &[name, work] : works)
            round.insert(name, millisecondsOf(work));
        rounds.append(round);
    }
    measured.insert(u"rows"_s, rows);
    measured.insert(u"rounds"_s, rounds);
    std::printf("%s\n", QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    return 0;
}
