// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refresh_account.h"

#include "desk/flows_without_look_up.h"
#include "desk/list_sessions.h"
#include "desk/list_transactions.h"
#include "desk/question_abandoned.h"
#include "desk/refresh_text.h"
#include "desk/session_record.h"
#include "desk/settle_not_asked.h"
#include "desk/settle_refunds.h"
#include "desk/unread_rows.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionRecord;

namespace {

/// The most sessions that are asked for one by one in one refresh; those that waited longest come first.
constexpr int mostLookUps = 50;

/// Returns whether to go on without this call: the provider does not have it, or one answer of it could not be read.
bool goesOn(const Error &error)
{
    return error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Malformed;
}

/// Asks for each session that the ledger does not know the end of and that the list did not give: also one whose time
/// is over by the clock of this computer, for it may have been paid before.
http::Task<checkout::Result<void>> lookUpUnfinished(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                    checkout::Catalog catalog, ListedSessions listed)
{
    const QStringList except = flowsWithoutLookUp(*desk, accountId);
    const auto unfinished = co_await whileOpen(desk, desk->ledger().unfinished(accountId, mostLookUps, except));
    if (!unfinished)
        co_return std::unexpected(unfinished.error());
    std::optional<Error> unreadable;
    for (const SessionRecord &row : *unfinished) {
        const QString id = row.session.id;
        if (listed.ids.contains(id))
            continue;
        const QDateTime asked = desk->now();
        auto answer = co_await whileOpen(desk, provider->session(row.session));
        if (!answer) {
            if (answer.error().kind == ErrorKind::NotFound)
                continue;
            if (!goesOn(answer.error()))
                co_return std::unexpected(answer.error());
            // One that could not be read in the list is counted already.
            if (answer.error().kind != ErrorKind::Malformed || !listed.seen.contains(id))
                unreadable = answer.error();
            continue;
        }
        std::vector<SessionRecord> records{recordOf(accountId, *answer, catalog, asked)};
        const auto merged = co_await whileOpen(desk, desk->ledger().merge(accountId, std::move(records)));
        if (!merged)
            co_return std::unexpected(merged.error());
    }
    if (unreadable)
        co_return std::unexpected(*unreadable);
    co_return checkout::Result<void>();
}

/// Returns what was not read, where only the newest sessions or payments were; 0 stands for all of them.
QString cutSentences(int sessions, int payments)
{
    QStringList sentences;
    if (sessions > 0)
        sentences << RefreshText::tr("The provider lists more than the newest %L1 sessions. Older ones were not read.")
                         .arg(sessions);
    if (payments > 0)
        sentences << RefreshText::tr("The provider lists more than the newest %L1 payments. Older ones were not read.")
                         .arg(payments);
    return sentences.join(u' ');
}

http::Task<checkout::Result<Refreshed>> doRefreshAccount(QPointer<Desk> desk, QString accountId,
                                                         checkout::Catalog catalog, Depth depth)
{
    auto provider = co_await whileOpen(desk, desk->provider(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const QDateTime began = desk->now();
    // One answer that cannot be read does not keep the others from arriving; it is returned at the end.
    std::optional<Error> unreadable;
    const auto remember = [&unreadable](const Error &error) {
        if (error.kind == ErrorKind::Malformed && !unreadable)
            unreadable = error;
    };

    auto listed = co_await whileOpen(desk, listSessions(desk, accountId, asked, catalog, depth));
    if (!listed && !goesOn(listed.error()))
        co_return std::unexpected(listed.error());
    if (!listed)
        remember(listed.error());
    const ListedSessions sessions = listed.value_or(ListedSessions());
    const auto questioned = co_await whileOpen(desk, questionAbandoned(desk, accountId, sessions.sessions));
    if (!questioned)
        co_return std::unexpected(questioned.error());
    auto lookedUp = co_await whileOpen(desk, lookUpUnfinished(desk, accountId, asked, std::move(catalog), sessions));
    if (!lookedUp && !goesOn(lookedUp.error()))
        co_return std::unexpected(lookedUp.error());
    if (!lookedUp)
        remember(lookedUp.error());
    auto paid = co_await whileOpen(desk, listTransactions(desk, accountId, asked, depth));
    if (!paid && paid.error().kind != ErrorKind::Unsupported)
        co_return std::unexpected(paid.error());
    const ListedPayments payments = paid.value_or(ListedPayments());
    if (payments.isWhole) {
        const auto known = co_await whileOpen(desk, settleNotAsked(desk, accountId));
        if (!known)
            co_return std::unexpected(known.error());
    }
    const auto charged = co_await whileOpen(desk, questionAbandonedCharges(desk, accountId, payments.charges));
    if (!charged)
        co_return std::unexpected(charged.error());
    auto settled = co_await settleTakenRefunds(desk, accountId, asked, depth);
    if (!settled && !goesOn(settled.error()))
        co_return std::unexpected(settled.error());
    if (!settled)
        remember(settled.error());
    if (unreadable)
        co_return std::unexpected(*unreadable);
    Refreshed refreshed;
    refreshed.cut = cutSentences(sessions.isCut ? static_cast<int>(sessions.ids.size()) : 0, payments.cutAfter);
    refreshed.unread.sessions = sessions.unread;
    refreshed.unread.payments = payments.unread;
    refreshed.unread.refunds = payments.unreadRefunds;
    refreshed.unread.seen = sessions.seen + payments.seen;
    const auto noted = co_await whileOpen(desk, desk->ledger().noteRefreshed(accountId, began));
    if (!noted)
        co_return std::unexpected(noted.error());
    co_return Refreshed(refreshed);
}

} // namespace

http::Task<checkout::Result<Refreshed>> refreshAccount(QPointer<Desk> desk, QString accountId,
                                                       checkout::Catalog catalog, Depth depth)
{
    const UseCaseLog log("refreshAccount", accountId);
    return log.ending(doRefreshAccount(std::move(desk), std::move(accountId), std::move(catalog), depth));
}

} // namespace tilldeck::desk
