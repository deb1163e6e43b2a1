// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/remove_account.h"

#include "desk/closed_error.h"
#include "desk/labels.h"
#include "desk/refund_amount.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "money/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <optional>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct RemoveAccountText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RemoveAccount)
};

bool isUnsentRow(const ledger::Intent &intent)
{
    return intent.kind == ledger::Intent::Kind::Create && intent.state == ledger::Intent::State::Planned;
}

/// Returns what the merchant finds @p intent by in the window.
QString nameOf(const ledger::Intent &intent)
{
    const QString day = QLocale().toString(intent.openedAt.toLocalTime().date(), QLocale::ShortFormat);
    if (intent.kind == ledger::Intent::Kind::Refund)
        return RemoveAccountText::tr("the refund of %1 of the payment %2, of %3", "amount, payment ID, day")
            .arg(refundAmount(intent, [](const money::Money &money) { return money::format(money, QLocale()); }),
                 intent.transactionId, day);
    if (isUnsentRow(intent))
        return RemoveAccountText::tr("the import of %1, of %2, of which rows were not sent", "name of a file, day")
            .arg(intent.source, day);
    if (intent.kind == ledger::Intent::Kind::Create) {
        const checkout::Catalog noNames;
        const QString customer = customerLabel(intent.draft, noNames);
        const QString items = itemsLabel(intent.draft, noNames);
        return customer.isEmpty()
                   ? RemoveAccountText::tr("the session of %1 without a customer, of %2", "items, day").arg(items, day)
                   : RemoveAccountText::tr("the session for %1, %2, of %3", "customer, items, day")
                         .arg(customer, items, day);
    }
    if (const auto *code = std::get_if<checkout::PromotionCode>(&intent.entry))
        return intent.batchId.isEmpty()
                   ? RemoveAccountText::tr("the promotion code %1, of %2", "code, day").arg(code->code, day)
                   : RemoveAccountText::tr("promotion codes, of %1", "day").arg(day);
    if (const auto *coupon = std::get_if<checkout::Coupon>(&intent.entry))
        return RemoveAccountText::tr("the coupon %1, of %2", "name, day").arg(coupon->name, day);
    if (const auto *route = std::get_if<checkout::ProcessorRoute>(&intent.entry))
        return RemoveAccountText::tr("the processor route %1, of %2", "name, day").arg(route->name, day);
    return intent.id;
}

Error unsettledError(const QString &name, const std::vector<ledger::Intent> &intents)
{
    // The promotion codes of a batch, and the rows of a file that were not sent, are settled at once.
    QStringList ids, names;
    for (const ledger::Intent &intent : intents) {
        const bool isOfBatch =
            !intent.batchId.isEmpty() && (intent.kind != ledger::Intent::Kind::Create || isUnsentRow(intent));
        const QString id = isOfBatch ? intent.batchId : intent.id;
        if (ids.contains(id))
            continue;
        ids << id;
        names << nameOf(intent);
    }
    Error error(ErrorKind::Rejected,
                RemoveAccountText::tr("%n creation(s), refund(s) or change(s) of %1 are not settled yet. Resolve them "
                                      "first, then remove the account.",
                                      nullptr, static_cast<int>(ids.size()))
                    .arg(name));
    error.details = names.join(u"; "_s);
    return error;
}

/// Returns why journal, ledger or accounts.json cannot be written; nothing when they can.
std::optional<Error> whyReadOnly(Desk &desk)
{
    for (const QString &why :
         {desk.journal().readOnlyReason(), desk.ledger().readOnlyReason(), desk.accounts().whyReadOnly()}) {
        if (!why.isEmpty())
            return Error(ErrorKind::Storage, why);
    }
    return std::nullopt;
}

/// Takes the account's tokens out of the journal. While the account is connected: what is unsettled keeps it, and
/// nobody looks for it under one that is gone.
http::Task<checkout::Result<void>> leaveJournal(QPointer<Desk> desk, QString accountId)
{
    auto erasing = desk->journal().eraseHandedOutOfSettled(accountId);
    const auto erased = co_await whileOpen(desk, std::move(erasing));
    if (erased)
        co_return checkout::Result<void>();
    if (erased.error().kind == ErrorKind::Rejected) {
        // Another program has begun something since, and this says what.
        const auto begun = co_await whileOpen(desk, checkRemovable(desk, accountId));
        if (!begun)
            co_return std::unexpected(begun.error());
    }
    co_return std::unexpected(erased.error());
}

/// Takes everything out of the ledger, and the key away, of an account that is not connected any more.
http::Task<checkout::Result<KeyRemoval>> leaveLedger(QPointer<Desk> desk, QString accountId)
{
    const auto forgotten = co_await desk->ledger().removeAccount(accountId);
    if (!desk)
        co_return std::unexpected(closedError());
    const bool keyIsGone = co_await desk->keys().remove(accountId);
    if (!forgotten)
        co_return std::unexpected(forgotten.error());
    if (desk)
        desk->accounts().endRemoval(accountId);
    co_return checkout::Result<KeyRemoval>(keyIsGone ? KeyRemoval::Gone : KeyRemoval::MayBeInKeychain);
}

/// Does what is left to do for an account whose tokens are out of the journal.
http::Task<checkout::Result<KeyRemoval>> leaveRest(QPointer<Desk> desk, QString accountId)
{
    const auto removed = desk->accounts().remove(accountId);
    // Another program may have gone on with it, too.
    if (!removed && desk->accounts().byId(accountId))
        co_return std::unexpected(Error(ErrorKind::Storage, removed.error()));
    auto done = co_await leaveLedger(desk, accountId);
    co_return checkout::Result<KeyRemoval>(std::move(done));
}

http::Task<checkout::Result<KeyRemoval>> removeNoted(QPointer<Desk> desk, QString accountId)
{
    if (desk->accounts().byId(accountId)) {
        const auto left = co_await whileOpen(desk, leaveJournal(desk, accountId));
        if (!left && desk) // it stays, as it is said to
            desk->accounts().endRemoval(accountId);
        if (!left)
            co_return std::unexpected(left.error());
    }
    auto done = co_await leaveRest(desk, accountId);
    co_return checkout::Result<KeyRemoval>(std::move(done));
}

http::Task<checkout::Result<KeyRemoval>> doRemoveAccount(QPointer<Desk> desk, QString accountId)
{
    const auto removable = co_await whileOpen(desk, checkRemovable(desk, accountId));
    if (!removable)
        co_return std::unexpected(removable.error());
    if (const auto noted = desk->accounts().beginRemoval(accountId); !noted)
        co_return std::unexpected(Error(ErrorKind::Storage, noted.error()));
    desk->removalsUnderWay().insert(accountId);
    auto removed = co_await removeNoted(desk, accountId);
    if (desk)
        desk->removalsUnderWay().remove(accountId);
    co_return checkout::Result<KeyRemoval>(std::move(removed));
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
    if (const auto why = whyReadOnly(*desk))
        co_return std::unexpected(*why);
    co_return checkout::Result<void>();
}

http::Task<checkout::Result<KeyRemoval>> removeAccount(QPointer<Desk> desk, QString accountId)
{
    const UseCaseLog log("removeAccount", accountId);
    return log.ending(doRemoveAccount(std::move(desk), std::move(accountId)));
}

http::Task<void> resumeRemovals(QPointer<Desk> desk)
{
    const QStringList noted = desk->accounts().removals();
    for (const QString &accountId : noted) {
        if (whyReadOnly(*desk) || desk->removalsUnderWay().contains(accountId))
            continue;
        desk->removalsUnderWay().insert(accountId);
        // What it could not do yet stays noted, and is tried again.
        (void)co_await removeNoted(desk, accountId);
        if (!desk)
            co_return;
        desk->removalsUnderWay().remove(accountId);
    }
}

} // namespace tilldeck::desk
