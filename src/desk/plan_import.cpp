// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/plan_import.h"

#include "desk/account_of_intent.h"
#include "desk/ask_provider_time.h"
#include "desk/send_code.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using namespace std::chrono_literals;

namespace {

/// How long ago a creation of the same contents is likely to be the one that is meant: a file is taken up again hours
/// later, when its result is missed.
constexpr std::chrono::seconds sameRowsWindow = 24h;

} // namespace

http::Task<checkout::Result<ledger::PlannedImport>> planRows(QPointer<Desk> desk, SessionImport::Order order,
                                                             Repeat repeat)
{
    // What was made minutes ago is so by either clock. Without an answer, this computer's is all there is.
    if (!desk->providerTime(order.accountId).isValid())
        co_await askProviderTime(desk, order.accountId);
    if (!desk)
        co_return std::unexpected(closedError());
    const QDateTime now = desk->now();
    const QDateTime since = repeat == Repeat::Ask ? now.addSecs(-sameRowsWindow.count()) : QDateTime();
    auto planning = desk->journal().planImport(order.accountId, order.source, std::move(order.rows), now, since);
    auto planned = co_await planning;
    co_return std::move(planned);
}

http::Task<checkout::Result<ledger::PlannedImport>> takeRows(QPointer<Desk> desk, QString accountId, QString batchId)
{
    const auto taken = co_await whileOpen(desk, desk->journal().takeImport(accountId, batchId));
    if (!taken)
        co_return std::unexpected(taken.error());
    const QString own = taken->front().accountId;
    const auto planner = desk->accounts().byId(own);
    if (planner && !isSurelyOf(desk->accounts(), own, accountId)) {
        co_await releaseBatch(desk, batchId);
        co_return std::unexpected(
            Error(ErrorKind::Rejected,
                  SessionImport::tr("This import was begun with “%1”, which is connected. Go on with it there.",
                                    "name of an account")
                      .arg(planner->name)));
    }
    co_return ledger::PlannedImport(*taken);
}

Error earlierRowsError(const ledger::EarlierRows &earlier)
{
    if (earlier.batch.id.isEmpty())
        return {ErrorKind::Rejected,
                SessionImport::tr("%Ln row(s) ask for the same as a session that was created or sent a moment ago, or "
                                  "whose outcome is unknown.",
                                  nullptr, earlier.rows)};
    const QString sentence =
        earlier.batch.isRunning ? SessionImport::tr("%Ln row(s) are in an import of %1 that runs at this moment: %2",
                                                    "name of a file, how many were created …", earlier.rows)
        : earlier.batch.isFinished() ? SessionImport::tr("%Ln row(s) were imported from %1 minutes ago: %2",
                                                         "name of a file, how many were created …", earlier.rows)
                                     : SessionImport::tr("%Ln row(s) are in an import of %1 that is not over: %2",
                                                         "name of a file, how many were created …", earlier.rows);
    return {ErrorKind::Rejected, sentence.arg(earlier.batch.source, importSentence(earlier.batch))};
}

} // namespace tilldeck::desk
