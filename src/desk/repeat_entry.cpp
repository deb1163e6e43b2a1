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
#include <QCoroFuture>

#include <algorithm>
#include <iterator>
#include <variant>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using checkout::ProcessorRoute;
using ledger::Intent;

namespace {

struct RepeatEntryText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RepeatEntry)
};

/// Returns the provider's id of the entry that @p write changes, or that it made.
QString entryId(const Intent &write)
{
    const auto idOf = [](const auto &entry) -> QString {
        if constexpr (requires { entry.id; })
            return entry.id;
        else
            return {};
    };
    const QString id = std::visit(idOf, write.entry);
    return id.isEmpty() ? write.sessionId : id;
}

/// Returns why the change @p write of a route would undo one that was made elsewhere, in a sentence; empty when it
/// would not. The provider lists @p routes, and @p sent may have reached it.
QString whyRouteIsOther(const checkout::CatalogList<ProcessorRoute> &routes, const Intent &write,
                        const std::vector<Intent> &sent)
{
    const ProcessorRoute wanted = std::get<ProcessorRoute>(write.entry);
    const auto listed = std::ranges::find(routes.items, wanted.id, &ProcessorRoute::id);
    if (!routes.available || listed == routes.items.end())
        return RepeatEntryText::tr("The provider does not list this route now, so it is not known what it contains.");
    ProcessorRoute there = *listed;
    there.createdAt = wanted.createdAt; // no part of what it contains
    if (there == wanted)
        return {};
    std::optional<ProcessorRoute> before;
    for (const Intent &other : sent) {
        const auto *route = std::get_if<ProcessorRoute>(&other.entry);
        if (other.id == write.id)
            break;
        if (route && other.state == Intent::State::Confirmed && entryId(other) == wanted.id)
            before = *route;
    }
    if (!before)
        return RepeatEntryText::tr("The provider lists this route with other contents, and it is not known here what "
                                   "it contained before this change. Look it up, then save it again if you still want "
                                   "the change.");
    before->id = wanted.id;
    before->createdAt = there.createdAt;
    return there == *before
               ? QString()
               : RepeatEntryText::tr("The route contains neither what it did before this change nor what this change "
                                     "wanted: somebody else has changed it. Sent again, this would undo that.");
}

/// Returns why @p write is not sent again, in a sentence; empty when it can be. Asks the provider about a route.
http::Task<checkout::Result<QString>> askWhyNotRepeated(QPointer<Desk> desk, Intent write)
{
    const auto sent = co_await whileOpen(desk, desk->journal().sent(write.kind, write.accountId));
    if (!sent)
        co_return std::unexpected(sent.error());
    QString why = whyNotRepeated(*desk, write, *sent);
    if (why.isEmpty() && write.state != Intent::State::Unknown)
        why = RepeatEntryText::tr("Its outcome is known by now.");
    if (!why.isEmpty() || write.kind != Intent::Kind::Route)
        co_return QString(why);
    const auto provider = co_await whileOpen(desk, desk->provider(write.accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const auto catalog = co_await whileOpen(desk, asked->catalog());
    if (!catalog)
        co_return std::unexpected(catalog.error());
    co_return whyRouteIsOther(catalog->routes, write, *sent);
}

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

QString whyNotRepeated(const Desk &desk, const Intent &write, const std::vector<Intent> &sent)
{
    if (std::holds_alternative<std::monostate>(write.entry))
        return RepeatEntryText::tr("What it contained is not known any more.");
    if (!ledger::isRepeatable(write))
        return RepeatEntryText::tr("%1 documents no key under which this is made once. Sent again, there could be two "
                                   "of it.")
            .arg(desk.capabilities(write.accountId).providerName);
    const QString id = entryId(write);
    const auto isOfEntry = [&id](const Intent &other) { return !id.isEmpty() && entryId(other) == id; };
    const auto own = std::ranges::find(sent, write.id, &Intent::id);
    if (own != sent.end() && std::any_of(std::next(own), sent.end(), isOfEntry))
        return RepeatEntryText::tr("The same entry was changed once more after this was sent. Sent again, this would "
                                   "undo the later change.");
    return desk.whyNoWrites();
}

http::Task<checkout::Result<void>> repeatEntry(QPointer<Desk> desk, QString accountId, QString intentId)
{
    auto found = co_await whileOpen(desk, entryIntent(desk, accountId, intentId));
    if (!found)
        co_return std::unexpected(found.error());
    Intent write = std::move(*found);
    write.accountId = accountId; // its own may be lost, and this one may be the same
    const auto why = co_await whileOpen(desk, askWhyNotRepeated(desk, write));
    if (!why)
        co_return std::unexpected(why.error());
    if (!why->isEmpty())
        co_return std::unexpected(Error(ErrorKind::Rejected, *why));
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
