// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/open_write.h"

#include "desk/repeat_entry.h"
#include "desk/while_open.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <algorithm>
#include <variant>

namespace tilldeck::desk {

using ledger::Intent;

namespace {

struct OpenWriteText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::OpenWrite)
};

QString whyBatchNotLookedUp(const ledger::CodeBatch &batch)
{
    if (batch.unknown == 0)
        return OpenWriteText::tr("No code of it is of unknown outcome.");
    return canGoOn(batch) ? QString()
                          : OpenWriteText::tr("It is not known any more which codes they are. Look in the provider's "
                                              "own dashboard.");
}

QString whyNotGoneOn(const Desk &desk, const ledger::CodeBatch &batch)
{
    return canGoOn(batch) ? desk.whyNoWrites() : OpenWriteText::tr("It is not known any more which codes they are.");
}

QString riskOfRepeating(const UnsettledWrite &write)
{
    if (write.batch)
        return OpenWriteText::tr("Nothing is made twice: a code that exists is not sent again, and another one goes "
                                 "out as the code that it was.");
    return OpenWriteText::tr("It is the same change of the same entry: sent twice, it changes nothing more.");
}

std::vector<OutcomeOffer> offersOf(const Desk &desk, const UnsettledWrite &write, const std::vector<Intent> &sent)
{
    const QString nothing = desk.whyNoDecisions();
    const auto why = [&nothing](const QString &reason) { return nothing.isEmpty() ? reason : nothing; };
    const bool isLost = !write.batch && std::holds_alternative<std::monostate>(write.intent.entry);
    const QString notLookedUp =
        isLost ? OpenWriteText::tr("What it contained is not known any more. Look in the provider's own dashboard.")
               : QString();
    return {
        {OutcomeAction::LookUp, why(write.batch ? whyBatchNotLookedUp(*write.batch) : notLookedUp)},
        {OutcomeAction::SendAgain,
         why(write.batch ? whyNotGoneOn(desk, *write.batch) : whyNotRepeated(desk, write.intent, sent)),
         riskOfRepeating(write)},
        {OutcomeAction::NotMade, nothing, riskOfClosing(write)},
    };
}

} // namespace

http::Task<checkout::Result<std::optional<OpenWrite>>> openWrite(QPointer<Desk> desk, QString accountId, QString id)
{
    auto writes = co_await whileOpen(desk, unsettledWrites(desk, QStringList(accountId)));
    if (!writes)
        co_return std::unexpected(writes.error());
    const auto found = std::ranges::find(*writes, id, &UnsettledWrite::id);
    std::optional<OpenWrite> open;
    if (found == writes->end())
        co_return std::move(open);
    auto tried = co_await whileOpen(desk, desk->ledger().timeline(accountId, id));
    if (!tried)
        co_return std::unexpected(tried.error());
    open.emplace(std::move(*found));
    open->tried = std::move(*tried);
    if (!open->write.batch) {
        ledger::TimelineEvent sent;
        sent.kind = ledger::TimelineEvent::Kind::OutcomeUnknown;
        sent.at = open->write.intent.openedAt;
        open->tried.push_back(sent);
    }
    const auto sent = co_await whileOpen(desk, desk->journal().sent(open->write.intent.kind, accountId));
    if (!sent)
        co_return std::unexpected(sent.error());
    open->offers = offersOf(*desk, open->write, *sent);
    co_return std::move(open);
}

} // namespace tilldeck::desk
