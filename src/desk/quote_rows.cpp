// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/quote_rows.h"

#include "desk/closed_error.h"
#include "desk/pace.h"
#include "desk/request_quote.h"

#include <QCoreApplication>
#include <QCoroTimer>

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using std::chrono::milliseconds;

namespace {

struct QuoteRowsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::QuoteRows)
};

} // namespace

http::Task<checkout::Result<void>> quoteRows(QPointer<Desk> desk, QString accountId, std::shared_ptr<QuoteRun> run)
{
    if (!desk)
        co_return std::unexpected(closedError());
    constexpr milliseconds look(100);
    Pace pace(desk->capabilities(accountId).callsPerHour);
    const int all = static_cast<int>(run->review.rows.size());
    for (int i = 0; i < all;) {
        const milliseconds pause = pace.waitAt(Pace::Clock::now());
        if (pause.count() > 0) {
            co_await QCoro::sleepFor(std::min(pause, look));
        } else {
            pace.note(Pace::Clock::now(), 1);
            auto asking = requestQuote(desk, accountId, run->review.rows.at(static_cast<size_t>(i)).draft);
            const auto quote = co_await asking;
            const bool isTooOften = !quote && quote.error().kind == ErrorKind::RateLimited;
            if (isTooOften && pace.rest(Pace::Clock::now(), quote.error()))
                continue;
            const bool isOfRow =
                quote || quote.error().kind == ErrorKind::Rejected || quote.error().kind == ErrorKind::InvalidInput;
            if (!isOfRow)
                co_return std::unexpected(quote.error());
            pace.noteAnswer();
            ImportReview::Row &row = run->review.rows.at(static_cast<size_t>(i));
            ++i;
            if (quote) {
                row.amount = quote->customerPays;
                row.receives = quote->businessReceives;
            } else {
                run->review.refused(row, quote.error());
            }
            if (run->progressed && !run->isCancelled)
                run->progressed(i, all);
        }
        if (!desk)
            co_return std::unexpected(closedError());
        if (run->isCancelled)
            co_return std::unexpected(Error(ErrorKind::Cancelled, QuoteRowsText::tr("No further quote is asked for.")));
    }
    co_return checkout::Result<void>();
}

} // namespace tilldeck::desk
