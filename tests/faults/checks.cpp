// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/checks.h"

#include "faults/promotion_checks.h"
#include "faults/stored_rows.h"

#include "desk/promotion_batch.h"
#include "desk/reconcile_creation.h"
#include "desk/reconcile_entry.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_account.h"
#include "desk/refundable_now.h"

#include <QCoroTask>
#include <QEventLoop>

#include <algorithm>

namespace tilldeck::faults {

using Kind = Step::Kind;
using Told = Action::Told;

namespace {

http::Task<qint64> refundableInto(QPointer<desk::Desk> desk, QString accountId, QString transactionId)
{
    const auto left = co_await desk::refundableNow(desk, accountId, transactionId);
    const qint64 minorUnits = left ? left->left.minorUnits() : 0;
    co_return minorUnits;
}

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
         {intent.draft.description,
          intent.draft.customFields.empty() ? QString() : std::get<QString>(intent.draft.customFields.front().value),
          intent.draft.lineItems.empty() ? QString() : intent.draft.lineItems.front().name}) {
        if (text.startsWith("tag-"_L1))
            return text;
    }
    return u"no tag"_s;
}

class Checker
{
public:
    Checker(World &world, const Schedule &schedule, const QList<Action> &actions, const Lies &lies, bool isEarly)
        : m_isEarly(isEarly)
        , m_lies(lies)
        , m_schedule(schedule)
        , m_actions(actions)
        , m_when(isEarly ? u"after a restart"_s : u"after recovery"_s)
        , m_account(world.accountId(schedule.provider))
        , m_desk(world.openDesk())
        , m_truth(world.truth(schedule.provider))
        , m_journal(journalRowsOf(world.dataFolder()))
    {
    }

    QStringList violations()
    {
        for (const Action &action : m_actions) {
            if (action.kind == Kind::Create)
                checkCreation(action);
            else if (action.kind == Kind::Refund)
                checkRefund(action);
        }
        for (const QString &wrong : wrongPromotions(m_truth, m_actions, m_journal, !m_isEarly))
            expect(false, wrong);
        for (const JournalRow &row : m_journal)
            expect(row.state != "open"_L1, u"intent %1 is open, and nobody waits for it"_s.arg(row.id));
        for (auto it = m_truth.payments.begin(); it != m_truth.payments.end(); ++it)
            expect(it->refunded <= it->amount, u"more of %1 was given back than was paid"_s.arg(it.key()));
        checkOneIntentEach();
        // What fails later shows as it was until it is asked about again.
        const bool isStale = m_isEarly && m_schedule.failsLater();
        // Only PaymentKit lists sessions, which puts right what was forged before.
        const bool isPutRight = !m_isEarly && m_schedule.provider == "paymentkit"_L1;
        if (!m_lies.ofAllSessions || isPutRight)
            checkSessionsShown();
        if (!isStale && !(m_isEarly && m_lies.ofAllPayments))
            checkPaymentsShown();
        return m_violations;
    }

private:
    void expect(bool holds, const QString &otherwise)
    {
        if (!holds)
            m_violations << m_when + ": "_L1 + otherwise;
    }

    /// What exists at the provider is that of one intent.
    void checkOneIntentEach()
    {
        QHash<QString, int> intents;
        for (const JournalRow &row : m_journal) {
            if (row.state == "confirmed"_L1 && !row.madeId.isEmpty() && !row.kind.startsWith("deactivate"_L1))
                ++intents[row.kind + u' ' + row.madeId];
        }
        for (auto it = intents.cbegin(); it != intents.cend(); ++it)
            expect(it.value() == 1, u"%1 intents say that they made %2"_s.arg(it.value()).arg(it.key()));
    }

    /// Returns whether the provider's answer to the creation of @p sessionId was forged, so that nobody can tell.
    bool isLiedAboutSession(const QString &sessionId) const
    {
        return std::ranges::any_of(m_lies.tags,
                                   [&](const QString &tag) { return m_truth.madeWith(tag).contains(sessionId); });
    }

    bool isLiedAboutPayment(const QString &paymentId) const
    {
        return m_isEarly && (m_lies.ofAllPayments || m_lies.payments.contains(paymentId));
    }

    QList<JournalRow> rowsOf(const Action &action) const
    {
        QList<JournalRow> rows;
        for (const JournalRow &row : m_journal) {
            const bool isCreation = row.kind == "create"_L1;
            if (action.kind == Kind::Create ? isCreation && row.draft.contains(action.tag)
                                            : row.kind == "refund"_L1 && row.amount == action.amount)
                rows << row;
        }
        return rows;
    }

    /// Returns how many of the actions like @p action were told to have ended as @p told.
    qsizetype told(const Action &action, std::optional<Told> told = std::nullopt) const
    {
        return std::ranges::count_if(m_actions, [&](const Action &other) {
            const bool isLike = action.kind == other.kind &&
                                (action.kind == Kind::Create ? action.tag == other.tag : action.amount == other.amount);
            return isLike && (!told || other.told == *told);
        });
    }

    /// Compares how many were made with what was told of them, and with what the journal says of them.
    void checkNumbers(const Action &action, const QString &name, qsizetype made, const QList<JournalRow> &rows)
    {
        const auto in = [&](const QString &state) {
            return std::ranges::count(rows, state, [](const JournalRow &row) { return row.state; });
        };
        const QString times = u" (made: %1)"_s.arg(made);
        const qsizetype all = told(action);
        expect(made <= all, name + u": more was made than was asked for"_s + times);
        expect(made <= all - told(action, Told::Refused), name + u": said to be refused, and was made"_s + times);
        expect(made >= told(action, Told::Made), name + u": said to be made, and was not"_s + times);
        expect(rows.size() >= made, name + u": was made without an intent in the journal"_s + times);
        expect(rows.size() >= told(action, Told::Made) + told(action, Told::Unknown), name + u": an intent is lost"_s);
        expect(in(u"confirmed"_s) <= made, name + u": the journal says that it was made, and it was not"_s + times);
        expect(made <= rows.size() - in(u"rejected"_s) - in(u"failed"_s),
               name + u": the journal says that it was not made, and it was"_s + times);
    }

    void checkCreation(const Action &action)
    {
        const QStringList made = m_truth.madeWith(action.tag);
        const auto rows = rowsOf(action);
        checkNumbers(action, action.tag, made.size(), rows);
        expect(action.told != Told::Made || made.contains(action.id),
               u"%1 was said to be created as %2, and is %3"_s.arg(action.tag, action.id, made.join(u' ')));
        for (const JournalRow &row : rows) {
            expect(row.state != "confirmed"_L1 || made.contains(row.madeId),
                   u"the intent of %1 is confirmed as %2, and it is %3"_s.arg(action.tag, row.madeId, made.join(u' ')));
            checkListed(action, row);
        }
        const bool isListedUnknown =
            std::ranges::any_of(rows, [&](const JournalRow &row) { return showsUnknown(row); });
        for (const QString &id : made) {
            const auto known = m_desk.ledger().session(m_account, id).result();
            expect((known && known->has_value()) || isListedUnknown,
                   u"%1 exists, and the list shows neither it nor that an outcome is unknown"_s.arg(id));
        }
    }

    bool showsUnknown(const JournalRow &row)
    {
        const auto byIntent = m_desk.ledger().sessionByIntent(row.id).result();
        return byIntent && byIntent->has_value() && (*byIntent)->state == ledger::SessionRecord::State::OutcomeUnknown;
    }

    /// What is unknown is in the list, as a creation of unknown outcome or as the session that it became.
    void checkListed(const Action &action, const JournalRow &row)
    {
        const auto byIntent = m_desk.ledger().sessionByIntent(row.id).result();
        const bool isListed = byIntent && byIntent->has_value();
        expect(row.state != "unknown"_L1 || (isListed && (showsUnknown(row) || !(*byIntent)->session.id.isEmpty())),
               u"the outcome of %1 is unknown, and the list does not show it"_s.arg(action.tag));
    }

    void checkRefund(const Action &action)
    {
        checkNumbers(action, u"the refund of %1"_s.arg(action.amount), m_truth.refunds.count(action.amount),
                     rowsOf(action));
        const auto paid = m_truth.payments.constFind(action.transactionId);
        if (paid == m_truth.payments.cend())
            return;
        // What a provider says of a payment is believed, until it says something else.
        if (isLiedAboutPayment(action.transactionId))
            return;
        const qint64 offered = QCoro::waitFor(refundableInto(&m_desk, m_account, action.transactionId));
        expect(offered <= paid->amount - paid->refunded,
               u"%1 are offered to be given back of %2, and %3 are left"_s.arg(offered)
                   .arg(action.transactionId)
                   .arg(paid->amount - paid->refunded));
    }

    void checkSessionsShown()
    {
        ledger::SessionFilter sessions;
        sessions.accountIds = QStringList{m_account};
        sessions.now = m_desk.now();
        const auto listed = m_desk.ledger().sessions(sessions, {}, 1000).result();
        for (const ledger::SessionRecord &row : listed ? listed->rows : std::vector<ledger::SessionRecord>()) {
            const QString really = m_truth.sessions.value(row.session.id);
            if (row.session.id.isEmpty() || really.isEmpty() || isLiedAboutSession(row.session.id))
                continue;
            using Status = checkout::SessionStatus;
            const bool isPaid = really == "completed"_L1 || really == "complete"_L1 || really == "paid"_L1;
            expect(row.session.status != Status::Completed || isPaid,
                   u"session %1 shows as paid, and is %2"_s.arg(row.session.id, really));
            expect(row.session.status != Status::Failed || really == "failed"_L1,
                   u"session %1 shows as failed, and is %2"_s.arg(row.session.id, really));
            expect(row.session.status != Status::Expired || really == "expired"_L1,
                   u"session %1 shows as expired, and is %2"_s.arg(row.session.id, really));
        }
    }

    void checkPaymentsShown()
    {
        ledger::TransactionFilter payments;
        payments.accountIds = QStringList{m_account};
        const auto paid = m_desk.ledger().transactions(payments, {}, 1000).result();
        for (const ledger::TransactionRecord &row : paid ? paid->rows : std::vector<ledger::TransactionRecord>()) {
            const auto really = m_truth.payments.constFind(row.transaction.id);
            if (really == m_truth.payments.cend() || isLiedAboutPayment(row.transaction.id))
                continue;
            using Status = checkout::TransactionStatus;
            const Status shown = row.transaction.status;
            const bool isFailed = really->status == "failed"_L1;
            const bool isGivenBack = shown == Status::Refunded || shown == Status::PartlyRefunded;
            expect((shown != Status::Succeeded && !isGivenBack) || !isFailed,
                   u"payment %1 shows as paid, and is %2"_s.arg(row.transaction.id, really->status));
            expect(shown != Status::Failed || isFailed,
                   u"payment %1 shows as failed, and is %2"_s.arg(row.transaction.id, really->status));
            expect(!isGivenBack || really->refunded > 0,
                   u"payment %1 shows as refunded, and is not"_s.arg(row.transaction.id));
            expect(!row.transaction.refunded || row.transaction.refunded->minorUnits() <= really->refunded,
                   u"payment %1 shows more as refunded than was"_s.arg(row.transaction.id));
        }
    }

    bool m_isEarly;
    const Lies &m_lies;
    const Schedule &m_schedule;
    const QList<Action> &m_actions;
    QString m_when;
    QString m_account;
    desk::Desk &m_desk;
    Truth m_truth;
    QList<JournalRow> m_journal;
    QStringList m_violations;
};

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
                                 problems << u"after recovery: a batch cannot be gone on with: "_s + error->sentence;
                             loop.quit();
                         });
        batch.resume(account, unfinished.id);
        if (batch.isRunning())
            loop.exec();
    }
    const auto entries = desk.journal().unknownEntries().result();
    for (const ledger::Intent &intent : *entries) {
        if (const QString why = QCoro::waitFor(lookUpEntry(&desk, account, intent.id)); !why.isEmpty())
            problems << u"after recovery: a write into the catalog cannot be looked up: "_s + why;
    }
    const auto left = desk.journal().unfinishedBatches().result();
    if (!left->empty())
        problems << u"after recovery: %1 batches of codes are not finished"_s.arg(left->size());
    return problems;
}

qsizetype unknownIn(const QList<JournalRow> &journal)
{
    return std::ranges::count_if(
        journal, [](const JournalRow &row) { return row.state == "unknown"_L1 || row.state == "planned"_L1; });
}

} // namespace

QStringList violationsAfterRestart(World &world, const Schedule &schedule, const QList<Action> &actions,
                                   const Lies &lies)
{
    world.closeDesk();
    return Checker(world, schedule, actions, lies, true).violations();
}

QStringList violationsAfterRecovery(World &world, const Schedule &schedule, const QList<Action> &actions,
                                    const Lies &lies, Counts &counts)
{
    // Nothing is awaited any more: every deadline, and what clocks may differ by, has passed.
    constexpr int longAfter = 900;
    world.putForward(longAfter);
    desk::Desk &desk = world.openDesk();
    const QString account = world.accountId(schedule.provider);
    QStringList problems;
    const qsizetype before = unknownIn(journalRowsOf(world.dataFolder()));
    QHash<QString, int> notListed; // by tag
    for (const auto kind : {ledger::Intent::Kind::Create, ledger::Intent::Kind::Refund}) {
        const auto unknown = desk.journal().unknown(kind).result();
        for (const ledger::Intent &intent : *unknown) {
            if (kind == ledger::Intent::Kind::Refund) {
                (void)QCoro::waitFor(desk::reconcileRefund(&desk, account, intent.id));
                continue;
            }
            const auto found = QCoro::waitFor(desk::reconcileCreation(&desk, account, intent.id));
            if (found && found->finding == desk::Reconciliation::Finding::NotListed)
                ++notListed[intentTag(intent)];
        }
    }
    const Truth truth = world.truth(schedule.provider);
    const QList<JournalRow> journal = journalRowsOf(world.dataFolder());
    for (auto it = notListed.cbegin(); it != notListed.cend(); ++it) {
        QStringList unclaimed = truth.madeWith(it.key());
        qsizetype unknown = 0;
        for (const JournalRow &row : journal) {
            unclaimed.removeAll(row.madeId);
            unknown += row.state == "unknown"_L1 && row.draft.contains(it.key()) ? 1 : 0;
        }
        if (unclaimed.size() > unknown - it.value())
            problems << u"after recovery: %1 is said not to be listed, and is there"_s.arg(unclaimed.first());
    }
    problems += recoverCatalog(desk, account);
    counts.resolved += int(before - unknownIn(journalRowsOf(world.dataFolder())));
    const auto refreshed = QCoro::waitFor(desk::refreshAccount(&desk, account, checkout::Catalog(), desk::Depth::Full));
    if (!refreshed)
        problems << u"after recovery: the refresh failed: "_s + refreshed.error().sentence;
    world.closeDesk();
    return problems + Checker(world, schedule, actions, lies, false).violations();
}

} // namespace tilldeck::faults
