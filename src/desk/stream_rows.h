// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through a long list page by page, with memory for a few pages: while one is worked on, the next is read.
#pragma once

#include "desk/export_run.h"
#include "desk/while_open.h"
#include "http/worker_pool.h"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace tilldeck::desk {

/// One thread, on which works are done one after the other, in their order.
class Worker
{
public:
    Worker() { m_pool.setMaxThreadCount(1); }

    /// Does @p work, which returns a T, on the thread. Works that have begun are waited for by the destructor.
    template <class T, class Work> QFuture<T> run(Work work) { return http::runOn<T>(m_pool, std::move(work)); }

private:
    QThreadPool m_pool;
};

/// Says how a list of rows is read and what is done with it.
template <class Row> struct RowStream
{
    using Page = checkout::Result<ledger::RecordPage<Row>>;

    std::function<QFuture<Page>(ledger::PageKey after, int limit)> read;
    std::function<ledger::PageKey(const Row &)> keyOf;
    std::function<bool(const Row &)> isMeant; ///< Called on the worker; rows that are not meant are left out.
    /// Called on the worker with each page, in its order. Error: why it cannot go on.
    std::function<checkout::Result<void>(const std::vector<Row> &)> take;
};

/// Goes through all rows of @p stream. Rows come by their place in time, so that none comes twice, and none that is
/// there all the while is left out, whatever arrives or goes meanwhile; one that arrives further down than what was
/// read comes, too. Returns how many were taken. Errors: those of reading and taking, and Cancelled.
template <class Row>
http::Task<checkout::Result<qint64>> streamRows(QPointer<Desk> desk, std::shared_ptr<Worker> worker,
                                                std::shared_ptr<const RowStream<Row>> stream,
                                                std::shared_ptr<const ExportRun> run, ExportProgress onProgress = {})
{
    constexpr int rowsPerPage = 500; // more do not go faster, and are kept several times
    using Page = typename RowStream<Row>::Page;
    using Taken = checkout::Result<qint64>;
    qint64 done = 0;
    QFuture<Page> next = stream->read({}, rowsPerPage);
    while (next.isValid()) {
        co_await qCoro(next).waitForFinished();
        if (!desk)
            co_return std::unexpected(closedError());
        if (run->isCancelled)
            co_return std::unexpected(checkout::Error(checkout::ErrorKind::Cancelled, {}));
        auto page = std::make_shared<Page>(next.takeResult());
        next = {};
        if (!*page)
            co_return std::unexpected(page->error());
        if ((*page)->more && !(*page)->rows.empty())
            next = stream->read(stream->keyOf((*page)->rows.back()), rowsPerPage);
        QFuture<Taken> taking = worker->run<Taken>([page, stream]() -> Taken {
            std::vector<Row> rows = std::move((*page)->rows);
            if (stream->isMeant)
                std::erase_if(rows, [&stream](const Row &row) { return !stream->isMeant(row); });
            const auto taken = stream->take(rows);
            return taken ? Taken(std::ssize(rows)) : std::unexpected(taken.error());
        });
        page.reset();
        co_await qCoro(taking).waitForFinished();
        const Taken taken = taking.takeResult();
        if (!taken)
            co_return std::unexpected(taken.error());
        if (!desk)
            co_return std::unexpected(closedError());
        done += *taken;
        if (onProgress)
            onProgress(done);
    }
    co_return Taken(done);
}

} // namespace tilldeck::desk
