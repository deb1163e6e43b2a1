// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export_rows.h"

#include "desk/stream_rows.h"
#include "files/write_export.h"

#include <utility>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionRecord;
using ledger::TransactionRecord;

namespace {

/// Returns rows that are there as the only page of a list.
template <class Row> QFuture<typename RowStream<Row>::Page> onePage(std::vector<Row> rows)
{
    ledger::RecordPage<Row> page;
    page.rows = std::move(rows);
    return QtFuture::makeReadyFuture(typename RowStream<Row>::Page(std::move(page)));
}

/// Goes through the rows once for the titles of fields, where the table has some, and once to write them.
template <class Row, class Table>
http::Task<checkout::Result<qint64>> writeRows(QPointer<Desk> desk, RowStream<Row> stream, Table table,
                                               ExportTarget target, std::shared_ptr<ExportRun> run)
{
    // On the worker alone from now on.
    const auto shared = std::make_shared<Table>(std::move(table));
    const auto worker = std::make_shared<Worker>();
    if (shared->hasFields()) {
        auto titles = std::make_shared<RowStream<Row>>(stream);
        titles->take = [shared](const std::vector<Row> &rows) {
            shared->takeFields(rows);
            return checkout::Result<void>();
        };
        const auto read = co_await streamRows<Row>(desk, worker, std::move(titles), run);
        if (!read)
            co_return std::unexpected(read.error());
    }
    const auto isBegun = std::make_shared<bool>(false);
    auto lines = std::make_shared<RowStream<Row>>(std::move(stream));
    lines->take = [shared, target, isBegun](const std::vector<Row> &rows) {
        const QByteArray head = std::exchange(*isBegun, true) ? QByteArray() : shared->head();
        return target.write(head + shared->lines(rows));
    };
    const auto written = co_await streamRows<Row>(desk, worker, std::move(lines), run, run->onProgress);
    if (!written)
        co_return std::unexpected(written.error());
    if (run->isCancelled)
        co_return std::unexpected(Error(ErrorKind::Cancelled, QString()));
    using Finished = checkout::Result<void>;
    QFuture<Finished> finishing = worker->run<Finished>([target] { return target.finish(); });
    co_await qCoro(finishing).waitForFinished();
    const Finished finished = finishing.takeResult();
    if (!finished)
        co_return std::unexpected(finished.error());
    co_return checkout::Result<qint64>(*written);
}

} // namespace

checkout::Result<ExportTarget> ExportTarget::file(const QString &path, const QString &sentence)
{
    const auto told = [sentence](const std::expected<void, QString> &done) {
        return done ? checkout::Result<void>() : std::unexpected(Error(ErrorKind::Storage, sentence.arg(done.error())));
    };
    auto opened = files::openExport(path);
    if (!opened)
        return std::unexpected(Error(ErrorKind::Storage, sentence.arg(opened.error())));
    const std::shared_ptr<files::WholeFile> file = std::move(*opened);
    ExportTarget target;
    target.write = [file, told](const QByteArray &bytes) { return told(file->write(bytes)); };
    target.finish = [file, told] { return told(file->commit()); };
    return target;
}

http::Task<checkout::Result<qint64>> exportPayments(QPointer<Desk> desk, PaymentRows rows, PaymentTable table,
                                                    ExportTarget target, std::shared_ptr<ExportRun> run)
{
    RowStream<TransactionRecord> stream;
    stream.read = [desk, rows](ledger::PageKey after, int limit) {
        return rows.given ? onePage(*rows.given) : desk->ledger().transactions(rows.filter, after, limit);
    };
    stream.keyOf = [](const TransactionRecord &row) { return ledger::PageKey{row.transaction.createdAt, row.key}; };
    stream.isMeant = rows.isMeant;
    auto written = co_await writeRows<TransactionRecord>(desk, std::move(stream), std::move(table), std::move(target),
                                                         std::move(run));
    co_return written;
}

http::Task<checkout::Result<qint64>> exportSessionRows(QPointer<Desk> desk, SessionRows rows, SessionTable table,
                                                       ExportTarget target, std::shared_ptr<ExportRun> run)
{
    RowStream<SessionRecord> stream;
    stream.read = [desk, rows](ledger::PageKey after, int limit) {
        return rows.given ? onePage(*rows.given) : desk->ledger().sessions(rows.filter, after, limit);
    };
    stream.keyOf = [](const SessionRecord &row) { return ledger::PageKey{row.createdAt, row.key}; };
    auto written =
        co_await writeRows<SessionRecord>(desk, std::move(stream), std::move(table), std::move(target), std::move(run));
    co_return written;
}

} // namespace tilldeck::desk
