// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/remove_account.h"

#include "desk/closed_error.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct RemoveAccountText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RemoveAccount)
};

Error unsettledError(const QString &name, const std::vector<ledger::Intent> &intents)
{
    // The promotion codes of a batch are settled at once.
    QStringList ids;
    for (const ledger::Intent &intent : intents)
        ids << (intent.batchId.isEmpty() ? intent.id : intent.batchId);
    ids.removeDuplicates();
    Error error(ErrorKind::Rejected,
                RemoveAccountText::tr("%n creation(s), refund(s) or change(s) of %1 are not settled yet. Resolve them "
                                      "first, then remove the account.",
                                      nullptr, static_cast<int>(ids.size()))
                    .arg(name));
    error.details = ids.join(u", "_s);
    return error;
}

http::Task<checkout::Result<KeyRemoval>> doRemoveAccount(QPointer<Desk> desk, QString accountId)
{
    const auto removable = co_await whileOpen(desk, checkRemovable(desk, accountId));
    if (!removable)
        co_return std::unexpected(removable.error());
    if (const auto removed = desk->accounts().remove(accountId); !removed)
        co_return std::unexpected(Error(ErrorKind::Storage, removed.error()));
    const auto forgotten = co_await desk->ledger().removeAccount(accountId);
    if (!desk)
        co_return std::unexpected(closedError());
    auto erasing = desk->journal().eraseHandedOut(QStringList(accountId));
    const auto erased = co_await erasing;
    if (!desk)
        co_return std::unexpected(closedError());
    const bool keyIsGone = co_await desk->keys().remove(accountId);
    if (!forgotten)
        co_return std::unexpected(forgotten.error());
    if (!erased)
        co_return std::unexpected(erased.error());
    co_return checkout::Result<KeyRemoval>(keyIsGone ? KeyRemoval::Gone : KeyRemoval::MayBeInKeychain);
}

} // namespace

http::Task<checkout::Result<void>> checkRemovable(QPointer<Desk> desk, QString accountId)
{
    const auto unsettled = co_await whileOpen(desk, desk->journal().unsettled(accountId));
    if (!unsettled)
        co_return std::unexpected(unsettled.error());
    const auto account = desk->accounts().byId(accountId);
    if (account && !unsettled->empty())
        co_return std::unexpected(unsettledError(account->name, *unsettled));
    co_return checkout::Result<void>();
}

http::Task<checkout::Result<KeyRemoval>> removeAccount(QPointer<Desk> desk, QString accountId)
{
    const UseCaseLog log("removeAccount", accountId);
    return log.ending(doRemoveAccount(std::move(desk), std::move(accountId)));
}

} // namespace tilldeck::desk
