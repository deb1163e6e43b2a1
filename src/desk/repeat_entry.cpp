// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/repeat_entry.h"

#include "desk/deactivate_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/note_tried.h"
#include "desk/reconcile_entry.h"
#include "desk/save_route.h"
#include "desk/while_open.h"
#include "ledger/is_repeatable.h"

#include <QCoreApplication>

#include <variant>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

struct RepeatEntryText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RepeatEntry)
};

/// Sends @p entry by @p send and forgets what the provider says of it.
template <class T>
http::Task<checkout::Result<void>> sendAgain(QPointer<Desk> desk, QString accountId, T entry,
                                             http::Task<checkout::Result<T>> (*send)(QPointer<Desk> desk,
                                                                                     QString accountId, T entry))
{
    const auto sent = co_await send(std::move(desk), std::move(accountId), std::move(entry));
    if (!sent)
        co_return std::unexpected(sent.error());
    co_return checkout::Result<void>();
}

} // namespace

QString whyNotRepeated(const Desk &desk, const Intent &write)
{
    if (std::holds_alternative<std::monostate>(write.entry))
        return RepeatEntryText::tr("What it contained is not known any more.");
    if (!ledger::isRepeatable(write))
        return RepeatEntryText::tr("%1 documents no key under which this is made once. Sent again, there could be two "
                                   "of it.")
            .arg(desk.capabilities(write.accountId).providerName);
    return desk.whyNoWrites();
}

http::Task<checkout::Result<void>> repeatEntry(QPointer<Desk> desk, QString accountId, QString intentId)
{
    auto found = co_await whileOpen(desk, entryIntent(desk, accountId, intentId));
    if (!found)
        co_return std::unexpected(found.error());
    Intent write = std::move(*found);
    write.accountId = accountId; // its own may be lost, and this one may be the same
    QString why = whyNotRepeated(*desk, write);
    if (why.isEmpty() && write.state != Intent::State::Unknown)
        why = RepeatEntryText::tr("Its outcome is known by now.");
    if (!why.isEmpty())
        co_return std::unexpected(Error(ErrorKind::Rejected, why));
    noteTried(*desk, accountId, intentId, ledger::TimelineEvent::Kind::SentAgain, sentAgainWord(SentAs::SameChange));
    if (write.kind == Intent::Kind::DeactivateCoupon) {
        auto coupon = std::get<checkout::Coupon>(write.entry);
        auto sent = co_await sendAgain(desk, accountId, std::move(coupon), &deactivateCoupon);
        co_return sent;
    }
    if (write.kind == Intent::Kind::DeactivateCode) {
        auto code = std::get<checkout::PromotionCode>(write.entry);
        auto sent = co_await sendAgain(desk, accountId, std::move(code), &deactivatePromotionCode);
        co_return sent;
    }
    auto route = std::get<checkout::ProcessorRoute>(write.entry);
    auto sent = co_await sendAgain(desk, accountId, std::move(route), &saveRoute);
    co_return sent;
}

} // namespace tilldeck::desk
