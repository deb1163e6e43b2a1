// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/checks.h"

#include "faults/import_checks.h"
#include "faults/list_checks.h"
#include "faults/promotion_checks.h"
#include "faults/recovery.h"
#include "faults/stored_rows.h"

#include "desk/refundable_now.h"

#include <QCoroTask>

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
            else if (action.kind == Kind::Expire && !m_lies.ofAllSessions)
                checkExpiry(action);
        }
        for (const QString &wrong : wrongPromotions(m_truth, m_actions, m_journal, !m_isEarly))
            expect(false, wrong);
        for (const QString &wrong : wrongImports(m_truth, m_actions, m_journal, !m_isEarly))
            expect(false, wrong);
        for (const QString &wrong : missingInLists(m_desk, m_account, m_journal))
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

    /// Compares how many were made with what was told of them, and with what the journal says of them. @p failed were
    /// made, and failed later.
    void checkNumbers(const Action &action, const QString &name, qsizetype made, const QList<JournalRow> &rows,
                      qsizetype failed = 0)
    {
        const auto in = [&](const QString &state) {
            return std::ranges::count(rows, state, [](const JournalRow &row) { return row.state; });
        };
        const QString times = u" (made: %1)"_s.arg(made);
        const qsizetype all = told(action);
        expect(made <= all, name + u": more was made than was asked for"_s + times);
        expect(made <= all - told(action, Told::Refused), name + u": said to be refused, and was made"_s + times);
        expect(made + failed >= told(action, Told::Made), name + u": said to be made, and was not"_s + times);
        expect(rows.size() >= made, name + u": was made without an intent in the journal"_s + times);
        expect(rows.size() >= told(action, Told::Made) + told(action, Told::Unknown), name + u": an intent is lost"_s);
        // That it failed is known once somebody has asked.
        expect(in(u"confirmed"_s) <= made + (m_isEarly ? failed : 0),
               name + u": the journal says that it was made, and it was not"_s + times);
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
                     rowsOf(action), m_truth.failedRefunds.count(action.amount));
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

    /// What was told of an expiry is so at the provider and in the list.
    void checkExpiry(const Action &action)
    {
        const bool isExpired = m_truth.sessions.value(action.code) == "expired"_L1;
        expect(action.told != Told::Made || isExpired,
               u"session %1 was said to have ended, and is %2"_s.arg(action.code, m_truth.sessions.value(action.code)));
        const bool isOnlyRefused = std::ranges::all_of(m_actions, [&](const Action &other) {
            return other.kind != Kind::Expire || other.code != action.code || other.told == Told::Refused;
        });
        expect(!isOnlyRefused || !isExpired, u"session %1 was said not to have ended, and has"_s.arg(action.code));
        const auto known = m_desk.ledger().session(m_account, action.code).result();
        if (action.told == Told::Made)
            expect(known && known->has_value() && (*known)->session.status == checkout::SessionStatus::Expired,
                   u"session %1 was said to have ended, and the list does not say so"_s.arg(action.code));
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

} // namespace

QStringList violationsAfterRestart(World &world, const Schedule &schedule, const QList<Action> &actions,
                                   const Lies &lies, const Programs &programs)
{
    world.closeDesk();
    QStringList wrong = Checker(world, schedule, actions, lies, true).violations();
    for (const QString &list : missingAtCommandLine(world, schedule.provider, programs.commandLine))
        wrong << u"after a restart: "_s + list;
    return wrong;
}

QStringList violationsAfterRecovery(World &world, const Schedule &schedule, const QList<Action> &actions,
                                    const Lies &lies, Counts &counts)
{
    QStringList problems;
    for (const QString &problem : recover(world, schedule, counts))
        problems << u"after recovery: "_s + problem;
    world.closeDesk();
    const RefundCalls calls = World::refundCalls();
    counts.refundCalls += calls.made;
    // Nothing else gives money back there, so that what is left is known here before anything is sent.
    if (calls.refused > 0)
        problems << u"the provider had to refuse %1 refunds"_s.arg(calls.refused);
    return problems + Checker(world, schedule, actions, lies, false).violations();
}

} // namespace tilldeck::faults
