// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/unsettled_writes.h"

#include "desk/account_of_intent.h"
#include "desk/while_open.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QLocale>

#include <variant>

namespace tilldeck::desk {

using ledger::CodeBatch;
using ledger::Intent;

namespace {

struct UnsettledText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::UnsettledWrites)
};

/// Returns what a merchant calls the entry.
QString entryName(const Intent &intent)
{
    if (const auto *coupon = std::get_if<checkout::Coupon>(&intent.entry)) {
        if (coupon->name.isEmpty())
            return coupon->id.isEmpty() ? UnsettledText::tr("without a name", "coupon") : coupon->id;
        return coupon->name;
    }
    if (const auto *code = std::get_if<checkout::PromotionCode>(&intent.entry))
        return code->code;
    const auto *route = std::get_if<checkout::ProcessorRoute>(&intent.entry);
    return route ? route->name : intent.id;
}

bool isChangeOfRoute(const Intent &intent)
{
    const auto *route = std::get_if<checkout::ProcessorRoute>(&intent.entry);
    return route && !route->id.isEmpty();
}

/// Returns what is not known of an intent whose contents are lost, because they stood in a journal that is gone.
QString lostEntrySentence(const Intent &intent)
{
    switch (intent.kind) {
    case Intent::Kind::Coupon:
        return UnsettledText::tr("It is not known whether a coupon was created, or which one.");
    case Intent::Kind::DeactivateCoupon:
        return UnsettledText::tr("It is not known whether a coupon was switched off, or which one.");
    case Intent::Kind::DeactivateCode:
        return UnsettledText::tr("It is not known whether a promotion code was switched off, or which one.");
    case Intent::Kind::Route:
        return UnsettledText::tr("It is not known whether a processor route was created or changed, or which one.");
    default:
        return UnsettledText::tr("It is not known whether a promotion code was created, or which one.");
    }
}

} // namespace

http::Task<checkout::Result<std::vector<UnsettledWrite>>> unsettledWrites(QPointer<Desk> desk, QStringList accountIds)
{
    auto entries = co_await whileOpen(desk, desk->journal().unknownEntries());
    if (!entries)
        co_return std::unexpected(entries.error());
    auto batches = co_await whileOpen(desk, desk->journal().unfinishedBatches());
    if (!batches)
        co_return std::unexpected(batches.error());
    std::vector<UnsettledWrite> writes;
    writes.reserve(entries->size() + batches->size());
    for (Intent &entry : *entries) {
        entry.accountId = accountOfIntent(desk->accounts(), entry.accountId, accountIds);
        if (!entry.accountId.isEmpty())
            writes.emplace_back(std::move(entry));
    }
    for (CodeBatch &batch : *batches) {
        batch.accountId = accountOfIntent(desk->accounts(), batch.accountId, accountIds);
        if (!batch.accountId.isEmpty() && !batch.isRunning)
            writes.emplace_back(std::move(batch));
    }
    co_return std::move(writes);
}

QString batchSentence(const CodeBatch &batch)
{
    QString sentence =
        UnsettledText::tr("%1 of %Ln promotion code(s) were made", "how many; the sentence goes on", batch.all)
            .arg(QLocale().toString(batch.made));
    const auto add = [&sentence](const QString &part) {
        sentence = UnsettledText::tr("%1, %2", "parts of a sentence").arg(sentence, part);
    };
    if (batch.refused > 0)
        add(UnsettledText::tr("%Ln were refused", nullptr, batch.refused));
    if (batch.unknown > 0)
        add(UnsettledText::tr("%Ln have an unknown outcome", nullptr, batch.unknown));
    if (batch.notSent > 0)
        add(UnsettledText::tr("%Ln were not sent", nullptr, batch.notSent));
    return UnsettledText::tr("%1.", "ends a sentence").arg(sentence);
}

bool canGoOn(const CodeBatch &batch)
{
    return !batch.firstCode.isEmpty();
}

bool hasUnknownOutcome(const UnsettledWrite &write)
{
    return !write.batch || write.batch->unknown > 0;
}

QString unsettledName(const UnsettledWrite &write)
{
    if (!write.batch)
        return std::holds_alternative<std::monostate>(write.intent.entry) ? lostEntrySentence(write.intent)
                                                                          : entryName(write.intent);
    if (!canGoOn(*write.batch))
        return batchSentence(*write.batch);
    return write.batch->all == 1
               ? write.batch->firstCode
               : UnsettledText::tr("%1 and %Ln more", "first promotion code, how many others", write.batch->all - 1)
                     .arg(write.batch->firstCode);
}

QString unsettledSentence(const UnsettledWrite &write)
{
    if (write.batch && !canGoOn(*write.batch))
        return UnsettledText::tr("%1 It is not known any more which ones they are.", "what became of all")
            .arg(batchSentence(*write.batch));
    if (write.batch && write.batch->all > 1)
        return UnsettledText::tr("%1 and %Ln more: %2", "first promotion code, how many others, what became of all",
                                 write.batch->all - 1)
            .arg(write.batch->firstCode, batchSentence(*write.batch));
    if (write.batch)
        return UnsettledText::tr("%1: %2", "first promotion code, what became of all")
            .arg(write.batch->firstCode, batchSentence(*write.batch));
    if (std::holds_alternative<std::monostate>(write.intent.entry))
        return lostEntrySentence(write.intent);
    const QString name = entryName(write.intent);
    switch (write.intent.kind) {
    case Intent::Kind::Coupon:
        return UnsettledText::tr("It is not known whether the coupon “%1” was created.").arg(name);
    case Intent::Kind::DeactivateCoupon:
        return UnsettledText::tr("It is not known whether the coupon “%1” was switched off.").arg(name);
    case Intent::Kind::DeactivateCode:
        return UnsettledText::tr("It is not known whether the promotion code %1 was switched off.").arg(name);
    case Intent::Kind::Route:
        return isChangeOfRoute(write.intent)
                   ? UnsettledText::tr("It is not known whether the processor route “%1” was changed.").arg(name)
                   : UnsettledText::tr("It is not known whether the processor route “%1” was created.").arg(name);
    default:
        return UnsettledText::tr("It is not known whether the promotion code %1 was created.").arg(name);
    }
}

QString riskOfClosing(const UnsettledWrite &write)
{
    if (write.batch) {
        QString unsent = UnsettledText::tr("What was not sent stays unsent.");
        const QString unknown = UnsettledText::tr("A code of unknown outcome may exist and can be used; look for it in "
                                                  "the provider's own dashboard.");
        if (write.batch->unknown == 0)
            return unsent;
        return write.batch->notSent == 0 ? unknown : UnsettledText::tr("%1 %2", "two sentences").arg(unsent, unknown);
    }
    switch (write.intent.kind) {
    case Intent::Kind::DeactivateCoupon:
    case Intent::Kind::DeactivateCode:
        return UnsettledText::tr("If it was not switched off, customers can still use it.");
    case Intent::Kind::Route:
        return UnsettledText::tr("If it was saved all the same and you save it again, there may be two of it, or an "
                                 "older order of processors.");
    default:
        return UnsettledText::tr("If it was created all the same and you create it again, there are two of it.");
    }
}

} // namespace tilldeck::desk
