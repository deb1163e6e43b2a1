// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/recovery.h"

#include "faults/import_checks.h"
#include "faults/stored_rows.h"

#include "desk/promotion_batch.h"
#include "desk/reconcile_creation.h"
#include "desk/reconcile_entry.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_account.h"

#include <QCoroTask>
#include <QEventLoop>

#include <algorithm>

namespace tilldeck::faults {

namespace {

/// Returns why a write into the catalog could not be looked up; empty when it was.
http::Task<QString> lookUpEntry(QPointer<desk::Desk> desk, QString accountId, QString intentId)
{
    const auto found = co_await desk::reconcileEntry(desk, accountId, intentId);
    const QString why = found ? QString() : found.error().sentence;
    co_return why;
}

/// Returns the text that marks what an intent asked for.
QString intentTag(const ledger::Intent &intent)
{
    for (const QString &text :
         {intent.draft.description, intent.draft.productName, intent.draft.customer.email.section(u'@', 0, 0),
          intent.draft.customFields.empty() ? QString() : std::get<QString>(intent.draft.customFields.front().value),
          intent.draft.lineItems.empty() ? QString() : intent.draft.lineItems.front().name}) {
        if (text.startsWith("tag-"_L1))
            return text;
    }
    return u"no tag"_s;
}

/// Looks up what became of each write into the catalog that is unknown, and goes on with each batch of codes. Returns
/// what did not work.
QStringList recoverCatalog(desk::Desk &desk, const QString &account)
{
    QStringList problems;
    const auto batches = desk.journal().unfinishedBatches().result();
    for (const ledger::CodeBatch &unfinished : *batches) {
        desk::PromotionBatch batch(desk);
        QEventLoop loop;
        QObject::connect(&batch, &desk::PromotionBatch::finished, &loop,
                         [&](const std::optional<checkout::Error> &error) {
                             if (error)
                                 problems << u"a batch cannot be gone on with: "_s + error->sentence;
                             loop.quit();
                         });
        batch.resume(account, unfinished.id);
        if (batch.isRunning())
            loop.exec();
    }
    const auto entries = desk.journal().unknownEntries().result();
    for (const ledger::Intent &intent : *entries) {
        if (const QString why = QCoro::waitFor(lookUpEntry(&desk, account, intent.id)); !why.isEmpty())
            problems << u"a write into the catalog cannot be looked up: "_s + why;
    }
    const auto left = desk.journal().unfinishedBatches().result();
    if (!left->empty())
        problems << u"%1 batches of codes are not finished"_s.arg(left->size());
    return problems;
}

/// Returns the intents whose outcome is not known, with the column of the counts that they are in.
QHash<QString, QString> unknownIn(const QList<JournalRow> &journal)
{
    QHash<QString, QString> unknown;
    for (const JournalRow &row : journal) {
        if (row.state == "unknown"_L1 || row.state == "planned"_L1)
            unknown.insert(row.id, row.kind == "create"_L1 || row.kind == "refund"_L1 ? row.kind
                                   : row.kind.contains("coupon"_L1)                   ? u"coupons"_s
                                                                                      : u"codes"_s);
    }
    return unknown;
}

/// Returns what the journal says of one intent.
QString stateOf(const World &world, const QString &intentId)
{
    const QList<JournalRow> rows = journalRowsOf(world.dataFolder());
    const auto row = std::ranges::find(rows, intentId, &JournalRow::id);
    return row == rows.cend() ? u"lost"_s : row->state;
}

/// Returns what a look-up says of a refund and the journal does not; empty when they agree.
QString lookUpRefund(const World &world, desk::Desk &desk, const QString &account, const QString &intentId)
{
    using End = desk::RefundOutcome::End;
    const auto said = QCoro::waitFor(desk::reconcileRefund(&desk, account, intentId));
    const QString state = stateOf(world, intentId);
    const bool isSo = said.end == End::Confirmed  ? state == "confirmed"_L1
                      : said.end == End::Accepted ? state == "accepted"_L1
                      : said.end == End::Rejected ? state == "rejected"_L1 || state == "failed"_L1
                      : said.end == End::Unknown  ? state == "unknown"_L1
                                                  : false;
    if (!isSo)
        return u"a look-up says of the refund %1 that it ended as %2, and the journal that it is %3"_s.arg(intentId)
            .arg(int(said.end))
            .arg(state);
    const bool saysWhy = said.end != End::Unknown || (said.error && !said.error->sentence.isEmpty());
    return saysWhy ? QString() : u"a look-up leaves the refund %1 open and does not say why"_s.arg(intentId);
}

/// Returns why it is wrong that a refund of @p amount is said not to be given back; empty when it is right.
QString wronglyNotGivenBack(const World &world, const QString &provider, qint64 amount)
{
    const QList<JournalRow> rows = journalRowsOf(world.dataFolder());
    const auto mayBeMade = std::ranges::count_if(rows, [amount](const JournalRow &row) {
        return row.kind == "refund"_L1 && row.amount == amount && row.state != "rejected"_L1 &&
               row.state != "failed"_L1;
    });
    return world.truth(provider).refunds.count(amount) > mayBeMade
               ? u"a refund of %1 is said not to be given back, and it was"_s.arg(amount)
               : QString();
}

/// Returns what a look-up says of a creation and the journal does not; empty when they agree. Adds one of @p notListed
/// by its tag.
QString lookUpCreation(const World &world, desk::Desk &desk, const QString &account, const ledger::Intent &intent,
                       QHash<QString, int> &notListed)
{
    using Finding = desk::Reconciliation::Finding;
    const auto found = QCoro::waitFor(desk::reconcileCreation(&desk, account, intent.id));
    if (!found)
        return u"a creation cannot be looked up: "_s + found.error().sentence;
    if (found->finding == Finding::NotListed)
        ++notListed[intentTag(intent)];
    const QString state = stateOf(world, intent.id);
    const bool isSo = state == (found->finding == Finding::Found ? "confirmed"_L1 : "unknown"_L1);
    return isSo ? QString()
                : u"a look-up says of the creation %1 that it ended as %2, and the journal that it is %3"_s
                      .arg(intentTag(intent))
                      .arg(int(found->finding))
                      .arg(state);
}

/// Returns which of the creations that were not listed, by their tag, are there.
QStringList wronglyNotListed(const World &world, const QString &provider, const QHash<QString, int> &notListed)
{
    QStringList problems;
    const Truth truth = world.truth(provider);
    const QList<JournalRow> journal = journalRowsOf(world.dataFolder());
    for (auto it = notListed.cbegin(); it != notListed.cend(); ++it) {
        QStringList unclaimed = truth.madeWith(it.key());
        qsizetype unknown = 0;
        for (const JournalRow &row : journal) {
            unclaimed.removeAll(row.madeId);
            unknown += row.state == "unknown"_L1 && row.draft.contains(it.key()) ? 1 : 0;
        }
        if (unclaimed.size() > unknown - it.value())
            problems << u"%1 is said not to be listed, and is there"_s.arg(unclaimed.first());
    }
    return problems;
}

/// Returns why what the provider says of the account could not be asked; empty when it was.
QString refreshFully(desk::Desk &desk, const QString &account)
{
    const auto refreshed = QCoro::waitFor(desk::refreshAccount(&desk, account, checkout::Catalog(), desk::Depth::Full));
    return refreshed ? QString() : u"the refresh failed: "_s + refreshed.error().sentence;
}

/// Lets the provider fail the refund of the schedule and make it once more. Returns what did not work.
QStringList tryOnceMore(World &world, const Schedule &schedule, const QString &account, Counts &counts)
{
    QStringList problems;
    const Step *refund = schedule.triedAgain();
    if (!refund)
        return problems;
    world.failRefund(schedule.provider);
    if (refund->isSeenFailed)
        problems << refreshFully(world.openDesk(), account);
    world.tryRefundAgain(schedule.provider);
    ++counts.triedAgain[schedule.provider];
    return problems;
}

} // namespace

QStringList recover(World &world, const Schedule &schedule, Counts &counts)
{
    // Nothing is awaited any more: every deadline, and what clocks may differ by, has passed.
    constexpr int longAfter = 900;
    world.putForward(longAfter);
    desk::Desk &desk = world.openDesk();
    const QString account = world.accountId(schedule.provider);
    QStringList problems = tryOnceMore(world, schedule, account, counts);
    const QHash<QString, QString> before = unknownIn(journalRowsOf(world.dataFolder()));
    QHash<QString, int> notListed; // by tag
    const auto creations = desk.journal().unknown(ledger::Intent::Kind::Create).result();
    for (const ledger::Intent &intent : *creations)
        problems << lookUpCreation(world, desk, account, intent, notListed);
    const auto refunds = desk.journal().unknown(ledger::Intent::Kind::Refund).result();
    for (const ledger::Intent &intent : *refunds) {
        problems << lookUpRefund(world, desk, account, intent.id);
        // A refresh may make it a question again.
        if (intent.amount)
            problems << wronglyNotGivenBack(world, schedule.provider, intent.amount->minorUnits());
    }
    problems += wronglyNotListed(world, schedule.provider, notListed);
    problems += recoverCatalog(desk, account);
    problems += recoverImports(desk, account);
    const QHash<QString, QString> after = unknownIn(journalRowsOf(world.dataFolder()));
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!after.contains(it.key()))
            ++counts.resolved[it.value()];
    }
    problems << refreshFully(desk, account);
    problems.removeAll(QString());
    return problems;
}

} // namespace tilldeck::faults
