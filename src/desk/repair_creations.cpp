// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/repair_creations.h"

#include "desk/close_intent.h"
#include "desk/follow_journal.h"
#include "desk/keep_tokens_out.h"
#include "desk/labels.h"
#include "desk/sent_drafts.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <QSet>

#include <array>

namespace tilldeck::desk {

using ledger::Intent;
using ledger::SessionRecord;

namespace {

/// More creations than that are not under way at once.
constexpr int mostCreating = 1000;

/// Says what makes a row agree with its intent.
struct Repair
{
    enum class What { Nothing, Remove, Put, PutAndConfirm, Confirm };

    explicit Repair(What what)
        : what(what)
    {
    }

    What what;
    SessionRecord record; ///< What to put, or whose session confirms the intent.
};

Repair repairOf(const Intent &intent, const std::optional<SessionRecord> &listed)
{
    const bool isKnown = listed && listed->state == SessionRecord::State::Known && !listed->session.id.isEmpty();
    const bool isUnknown = intent.state == Intent::State::Unknown;
    switch (intent.state) {
    case Intent::State::Open:
    case Intent::State::Accepted: // a refund's alone
    case Intent::State::Failed:
    case Intent::State::Planned: // it has no row before it is sent
        break;
    case Intent::State::Rejected:
    case Intent::State::Abandoned:
        return Repair(listed && !isKnown ? Repair::What::Remove : Repair::What::Nothing);
    case Intent::State::Confirmed:
    case Intent::State::Unknown:
        Repair repair(Repair::What::Nothing);
        if (isKnown) {
            // The answer was kept; only closing the intent was cut off.
            repair.what = isUnknown ? Repair::What::Confirm : Repair::What::Nothing;
            repair.record = *listed;
        } else if (isUnknown || !intent.sessionId.isEmpty()) {
            const bool confirms = isUnknown && !intent.sessionId.isEmpty();
            repair.what = confirms ? Repair::What::PutAndConfirm : Repair::What::Put;
            repair.record = rowFor(intent, listed.value_or(SessionRecord()));
            // Most rows of unknown outcome say so already, at every start.
            if (repair.what == Repair::What::Put && listed == repair.record)
                repair.what = Repair::What::Nothing;
        }
        return repair;
    }
    return Repair(Repair::What::Nothing);
}

std::optional<RepairFailure> failureOf(bool isOfJournal, const checkout::Result<void> &result)
{
    return result ? std::nullopt : std::optional(RepairFailure(isOfJournal, result.error()));
}

/// Makes rows agree with their intents, many in one transaction.
class RepairAtStart
{
public:
    RepairAtStart(ledger::Ledger &ledger, ledger::Journal &journal, const accounts::AccountStore &accounts)
        : m_ledger(ledger)
        , m_journal(journal)
        , m_accounts(accounts)
    {
    }

    bool hasSeen(const QString &intentId) const { return m_seen.contains(intentId); }

    std::optional<RepairFailure> add(const Intent &intent)
    {
        m_seen.insert(intent.id);
        const auto listed = m_ledger.sessionByIntent(intent.id).result();
        if (!listed)
            return RepairFailure(false, listed.error());
        const Repair repair = repairOf(intent, *listed);
        if (repair.what == Repair::What::Remove)
            return failureOf(false, m_ledger.removeByIntent(intent.id).result());
        if (repair.what == Repair::What::Put || repair.what == Repair::What::PutAndConfirm)
            m_rows.push_back(repair.record);
        if (repair.what == Repair::What::Confirm || repair.what == Repair::What::PutAndConfirm)
            m_confirmed.push_back(repair.record);
        return std::nullopt;
    }

    /// Writes what was added: an intent is closed once its row is there.
    std::optional<RepairFailure> write()
    {
        if (const auto put = putRows(m_ledger, m_rows); !put)
            return RepairFailure(false, put.error());
        for (const SessionRecord &row : m_confirmed) {
            auto handedOut = keptInJournal(m_accounts, row.accountId, row.session);
            const auto closed =
                m_journal.close(row.intentId, Intent::State::Confirmed, row.session.id, {}, std::move(handedOut))
                    .result();
            if (!closed)
                return failureOf(true, closed);
        }
        return std::nullopt;
    }

private:
    ledger::Ledger &m_ledger;
    ledger::Journal &m_journal;
    const accounts::AccountStore &m_accounts;
    QSet<QString> m_seen; ///< Ids of intents.
    std::vector<SessionRecord> m_rows;
    std::vector<SessionRecord> m_confirmed;
};

/// Does what RepairAtStart does with one row, without waiting.
http::Task<void> repairRow(QPointer<Desk> desk, Intent intent, std::optional<SessionRecord> row)
{
    const Repair repair = repairOf(intent, row);
    if (repair.what == Repair::What::Remove) {
        co_await desk->ledger().removeByIntent(intent.id);
        co_return;
    }
    if (repair.what == Repair::What::Put || repair.what == Repair::What::PutAndConfirm) {
        const auto put = co_await whileOpen(desk, desk->ledger().put(repair.record));
        if (!put)
            co_return;
    }
    if (repair.what == Repair::What::Confirm || repair.what == Repair::What::PutAndConfirm) {
        const IntentEnd end(repair.record, Intent::State::Confirmed, QString());
        co_await closeIntent(desk, end);
    }
}

/// Gives every creation of unknown outcome its row: a program may have ended between the journal and the list.
http::Task<void> repairMissingRows(QPointer<Desk> desk)
{
    const auto unknown = co_await whileOpen(desk, desk->journal().unknown());
    if (!unknown)
        co_return;
    for (const Intent &intent : *unknown) {
        if (!desk->accounts().byId(intent.accountId))
            continue;
        const auto listed = co_await whileOpen(desk, desk->ledger().sessionByIntent(intent.id));
        if (!listed)
            co_return;
        if (listed->has_value())
            continue;
        const auto repaired = co_await whileOpen(desk, repairRow(desk, intent, std::nullopt));
        if (!repaired)
            co_return;
    }
}

/// Lets go of batches of promotion codes that could not be let go of before.
http::Task<void> releaseHeldBatches(QPointer<Desk> desk)
{
    const QList<QString> held = desk->heldBatches().values();
    for (const QString &batchId : held) {
        const auto released = co_await whileOpen(desk, desk->journal().releaseBatch(batchId));
        if (!released)
            co_return;
        desk->heldBatches().remove(batchId);
    }
}

/// Closes what nobody awaits an answer of any more: of refunds too, which have no rows.
http::Task<void> closeOrphaned(QPointer<Desk> desk)
{
    co_await desk->journal().closeOrphaned();
}

/// Repairs the rows of creations that are listed as under way.
http::Task<void> repairCreating(QPointer<Desk> desk)
{
    ledger::SessionFilter filter;
    filter.status = ledger::SessionFilter::Status::Creating;
    filter.now = desk->now();
    for (const accounts::Account &account : desk->accounts().accounts())
        filter.accountIds << account.id;
    const ledger::PageKey first;
    const auto creating = co_await whileOpen(desk, desk->ledger().sessions(filter, first, mostCreating));
    if (!creating)
        co_return;
    for (const SessionRecord &row : creating->rows) {
        const auto intent = co_await whileOpen(desk, desk->journal().intent(row.intentId));
        if (!intent)
            co_return;
        if (!*intent)
            continue;
        const auto repaired = co_await whileOpen(desk, repairRow(desk, **intent, row));
        if (!repaired)
            co_return;
    }
}

using Step = http::Task<void> (*)(QPointer<Desk> desk);

constexpr std::array<Step, 6> steps{&writeEnds,         &releaseHeldBatches, &closeOrphaned,
                                    &repairMissingRows, &repairCreating,     &removeSentDrafts};

} // namespace

SessionRecord rowFor(const Intent &intent, SessionRecord record)
{
    record.accountId = intent.accountId;
    record.intentId = intent.id;
    record.draft = intent.draft;
    if (!record.quote)
        record.quote = intent.quote;
    record.state = SessionRecord::State::OutcomeUnknown;
    if (!intent.sessionId.isEmpty()) {
        // The provider did answer; only keeping the answer failed. Nothing can have happened to it when it was made.
        record.state = SessionRecord::State::Known;
        record.session.id = intent.sessionId;
        record.session.flow = intent.draft.flow;
        takeHandedOut(record.session, intent);
    }
    if (!record.createdAt.isValid()) {
        record.createdAt = intent.openedAt;
        record.customerLabel = customerLabel(intent.draft, {});
        record.itemsLabel = itemsLabel(intent.draft, {});
    }
    return record;
}

http::Task<void> repairCreations(QPointer<Desk> desk)
{
    for (const Step step : steps) {
        const auto done = co_await whileOpen(desk, step(desk));
        if (!done)
            co_return;
    }
}

std::optional<RepairFailure> repairCreationsAtStart(ledger::Ledger &ledger, ledger::Journal &journal,
                                                    const accounts::AccountStore &accounts)
{
    const auto unknown = journal.unknown().result();
    if (!unknown)
        return RepairFailure(true, unknown.error());
    RepairAtStart repair(ledger, journal, accounts);
    for (const Intent &intent : *unknown) {
        if (!accounts.byId(intent.accountId))
            continue; // Its account was disconnected: there is no list to show it in.
        if (const auto failure = repair.add(intent))
            return failure;
    }
    // A row that says unknown may be of an earlier time than its intent.
    const auto rows = ledger.undecided().result();
    if (!rows)
        return RepairFailure(false, rows.error());
    for (const SessionRecord &row : *rows) {
        if (!accounts.byId(row.accountId) || repair.hasSeen(row.intentId))
            continue;
        const auto intent = journal.intent(row.intentId).result();
        if (!intent)
            return RepairFailure(true, intent.error());
        if (const auto failure = *intent ? repair.add(**intent) : std::nullopt)
            return failure;
    }
    const auto failure = repair.write();
    if (!failure)
        removeSentDraftsAtStart(ledger, journal, accounts);
    return failure;
}

void showRepairs(ledger::Ledger &ledger, ledger::Journal &journal)
{
    const auto rows = ledger.undecided().result();
    if (!rows)
        return; // There is no list to show anything in.
    const auto underWay = journal.underWay().result();
    for (const SessionRecord &row : *rows) {
        const auto intent = journal.intent(row.intentId).result();
        const bool isKnown = intent && intent->has_value();
        Intent known = isKnown ? **intent : Intent();
        if (!isKnown) {
            // Nobody can say what became of it.
            known.id = row.intentId;
            known.accountId = row.accountId;
            known.draft = row.draft;
            known.state = Intent::State::Unknown;
        } else if (known.state == Intent::State::Open && underWay && !underWay->contains(known.id)) {
            known.state = Intent::State::Unknown;
        }
        const Repair repair = repairOf(known, row);
        if (repair.what == Repair::What::Remove)
            ledger.showInstead(row.intentId, std::nullopt, row.accountId);
        else if (repair.what == Repair::What::Put || repair.what == Repair::What::PutAndConfirm)
            ledger.showInstead(row.intentId, repair.record, row.accountId);
    }
}

} // namespace tilldeck::desk
