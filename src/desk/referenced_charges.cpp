// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/referenced_charges.h"

#include "desk/apply_payment.h"
#include "desk/creation_fit.h"
#include "desk/page_walk.h"
#include "desk/session_owner.h"
#include "desk/while_open.h"

#include <algorithm>

namespace tilldeck::desk {

using ledger::Intent;

namespace {

/// Returns a charge as a payment describes it, where the charge itself cannot be asked about.
checkout::Session chargeOf(const checkout::Transaction &transaction, const Intent &intent, const QString &flow)
{
    checkout::Session charge;
    charge.id = transaction.sessionId.isEmpty() ? transaction.id : transaction.sessionId;
    charge.flow = flow;
    charge.customer = intent.draft.customer;
    charge.rawStatus = transaction.rawStatus;
    charge.amount = transaction.amount;
    charge.createdAt = transaction.createdAt;
    charge.transactionId = transaction.id;
    charge.fees = transaction.fees;
    applyPayment(charge, transaction);
    return charge;
}

/// Adds @p charge to @p charges unless it is one of them.
void addCharge(std::vector<checkout::Session> &charges, const checkout::Session &charge)
{
    if (std::ranges::find(charges, charge.id, &checkout::Session::id) == charges.end())
        charges.push_back(charge);
}

} // namespace

QString referenceOf(const Intent &intent)
{
    return intent.draft.reference.isEmpty() ? intent.id : intent.draft.reference;
}

bool mayBeWithoutReference(const checkout::Transaction &payment, const Intent &intent, const CreationTime &time)
{
    return (payment.reference.isEmpty() || payment.reference.contains(referenceOf(intent), Qt::CaseInsensitive)) &&
           mayBeChargeOf(payment, intent) && time.fit(payment.createdAt) == Fit::Yes;
}

http::Task<checkout::Result<ReferencedCharges>> findReference(QPointer<Desk> desk, ProviderHandle provider,
                                                              Intent intent, checkout::Capabilities can)
{
    const QString reference = referenceOf(intent);
    ReferencedCharges found;
    std::vector<checkout::Session> unnamed;
    JoinedWalk walk;
    for (int page = 0; page < mostPages && !found.complete; ++page) {
        auto answer = co_await whileOpen(desk, provider->transactions(walk.offset()));
        if (!answer)
            co_return std::unexpected(answer.error());
        const CreationTime time(intent, desk->providerTime(intent.accountId), desk->now());
        for (const checkout::Transaction &transaction : answer->items) {
            found.seen.insert(transaction.id);
            const bool isNamed = transaction.reference == reference;
            if (!isNamed && !mayBeWithoutReference(transaction, intent, time))
                continue;
            if (isNamed && !mayBeChargeOf(transaction, intent))
                found.isOther = true;
            if (isNamed && (!transaction.createdAt.isValid() || time.isBefore(transaction.createdAt)))
                found.isOther = true;
            // Whatever its stamp says.
            auto seeing = desk->ledger().wasSeenBefore(intent.accountId, transaction.id, intent.openedAt);
            const auto wasSeen = co_await whileOpen(desk, std::move(seeing));
            if (!wasSeen)
                co_return std::unexpected(wasSeen.error());
            found.isOther = found.isOther || (isNamed && *wasSeen);
            addCharge(isNamed ? found.charges : unnamed, chargeOf(transaction, intent, can.flow));
        }
        found.unread += newUnread(*answer, walk);
        walk.advance(rowsOf(*answer));
        found.complete = walk.isJoined() && !answer->more;
        if (answer->size() == 0 || !walk.isJoined())
            break;
    }
    found.areNamed = !found.charges.empty();
    if (!found.areNamed)
        found.charges = std::move(unnamed);
    const auto before = co_await whileOpen(desk, listedBefore(desk, intent, found.charges));
    const auto free = co_await whileOpen(desk, sessionsOfNobodyElse(desk, intent, found.charges));
    if (!before || !free)
        co_return std::unexpected(before ? free.error() : before.error());
    found.isOther = found.isOther || !before->empty() || free->size() != found.charges.size();
    // What another creation made needs no question where nothing names this one.
    if (!found.areNamed)
        found.charges = *free;
    co_return found;
}

} // namespace tilldeck::desk
