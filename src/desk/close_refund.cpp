// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/close_refund.h"

#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using ledger::Intent;

namespace {

/// Returns whether the journal says more of the refund than @p end: the provider has answered about it, or somebody has
/// decided. That a provider took it is true whatever was decided.
bool isOvertakenRefund(const UnwrittenRefund &end, Intent::State stored)
{
    const bool isTaken = end.state == Intent::State::Accepted || end.state == Intent::State::Confirmed;
    const bool isUndecided = stored == Intent::State::Open || stored == Intent::State::Unknown;
    return !isUndecided && !(isTaken && stored == Intent::State::Abandoned);
}

/// Writes @p end. What the provider says of the amount comes first: it is true whatever the end.
http::Task<checkout::Result<void>> writeEnd(QPointer<Desk> desk, QString intentId, UnwrittenRefund end)
{
    if (end.reported) {
        const auto reported = co_await whileOpen(desk, desk->journal().setReported(intentId, *end.reported));
        if (!reported)
            co_return std::unexpected(reported.error());
    }
    const auto closed = co_await desk->journal().close(intentId, end.state, end.refundId, end.note);
    co_return checkout::Result<void>(closed);
}

} // namespace

http::Task<checkout::Result<void>> closeRefund(QPointer<Desk> desk, QString intentId, UnwrittenRefund end)
{
    if (!desk)
        co_return std::unexpected(closedError());
    const auto closed = co_await writeEnd(desk, intentId, end);
    if (desk && !closed)
        desk->unwrittenRefunds().insert(intentId, end);
    co_return closed;
}

http::Task<void> writeRefundEnds(QPointer<Desk> desk)
{
    const QStringList ids = desk->unwrittenRefunds().keys();
    for (const QString &id : ids) {
        const auto intent = co_await whileOpen(desk, desk->journal().intent(id));
        if (!intent)
            co_return;
        if (!desk->unwrittenRefunds().contains(id))
            continue;
        const UnwrittenRefund wanted = desk->unwrittenRefunds().value(id);
        if (*intent && !isOvertakenRefund(wanted, (*intent)->state)) {
            const auto closed = co_await whileOpen(desk, writeEnd(desk, id, wanted));
            if (!closed)
                co_return;
        }
        desk->unwrittenRefunds().remove(id);
        qCInfo(deskLog).noquote() << "writeRefundEnds wrote the end of" << id;
    }
}

http::Task<checkout::Result<Intent>> storedRefund(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const auto written = co_await whileOpen(desk, writeRefundEnds(desk));
    if (!written)
        co_return std::unexpected(written.error());
    auto stored = co_await desk->journal().intentOf(accountId, Intent::Kind::Refund, intentId);
    co_return std::move(stored);
}

} // namespace tilldeck::desk
