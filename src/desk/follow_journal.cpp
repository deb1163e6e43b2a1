// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/follow_journal.h"

#include "desk/account_of_intent.h"
#include "desk/labels.h"
#include "ledger/begun_intents.h"
#include "providers/registry.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <algorithm>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using ledger::Intent;
using ledger::SessionRecord;

namespace {

struct FollowJournalText
{
    // The name under which these texts were translated first.
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RebuildLedger)
};

/// Returns whether a row stands for the session of @p intent.
checkout::Result<bool> isListed(ledger::Ledger &ledger, const Intent &intent)
{
    const auto byIntent = ledger.sessionByIntent(intent.id).result();
    if (!byIntent)
        return std::unexpected(byIntent.error());
    if (byIntent->has_value())
        return true;
    const auto byId = ledger.session(intent.accountId, intent.sessionId).result();
    if (!byId)
        return std::unexpected(byId.error());
    return byId->has_value();
}

/// Makes @p ledger remember the intents that were begun after that of @p newest.
std::expected<void, RepairFailure> rememberSince(ledger::Ledger &ledger, ledger::Journal &journal,
                                                 const QString &newest)
{
    auto begun = journal.begunAfter(newest).result();
    if (!begun)
        return std::unexpected(RepairFailure(true, begun.error()));
    const auto noted = begun->empty() ? checkout::Result<void>() : ledger.noteBegun(std::move(*begun)).result();
    if (!noted)
        return std::unexpected(RepairFailure(false, noted.error()));
    return {};
}

/// Returns the first of @p ids, as many as can be read in one sentence.
QString namedIds(const QStringList &ids)
{
    constexpr qsizetype most = 5;
    const QString named = ids.first(std::min(most, ids.size())).join(u", "_s);
    return ids.size() > most ? named + u", …"_s : named;
}

/// Returns the ids of the writes into catalogs that are not settled, and of the batches, whose account is not
/// connected.
QStringList writesWithoutAccount(ledger::Journal &journal, const accounts::AccountStore &accounts)
{
    QStringList ids;
    const auto entries = journal.unknownEntries().result();
    const auto batches = journal.unfinishedBatches().result();
    if (!entries || !batches)
        return ids; // It is said elsewhere that the journal cannot be read.
    for (const Intent &entry : *entries) {
        if (isWithoutAccount(accounts, entry.accountId))
            ids << entry.id;
    }
    for (const ledger::CodeBatch &batch : *batches) {
        if (isWithoutAccount(accounts, batch.accountId) && !batch.isRunning)
            ids << batch.id;
    }
    return ids;
}

} // namespace

QString notAskedText()
{
    return FollowJournalText::tr("Not asked yet", "status of a session");
}

void takeHandedOut(checkout::Session &session, const Intent &intent)
{
    if (session.secureToken.isEmpty())
        session.secureToken = intent.handedOut.secureToken;
    if (session.url.isEmpty())
        session.url = intent.handedOut.url;
    if (session.handover == checkout::GatewayHandover())
        session.handover = intent.handedOut.handover;
}

SessionRecord rowOfCreation(const Intent &intent, const QString &flow)
{
    SessionRecord record;
    record.accountId = intent.accountId;
    record.intentId = intent.id;
    record.session.id = intent.sessionId;
    record.session.flow = flow;
    record.session.customer = intent.draft.customer;
    record.session.status = checkout::SessionStatus::NotAsked;
    record.draft = intent.draft;
    record.quote = intent.quote;
    if (intent.quote)
        record.amount = intent.quote->customerPays;
    record.customerLabel = customerLabel(intent.draft, {});
    record.itemsLabel = itemsLabel(intent.draft, {});
    record.createdAt = intent.openedAt;
    takeHandedOut(record.session, intent);
    return record;
}

checkout::Result<void> putRows(ledger::Ledger &ledger, const std::vector<SessionRecord> &rows)
{
    constexpr size_t most = 500;
    const std::span all(rows);
    for (size_t at = 0; at < all.size(); at += most) {
        const auto part = all.subspan(at, std::min(most, all.size() - at));
        const auto put = ledger.putAll(std::vector<SessionRecord>(part.begin(), part.end())).result();
        if (!put)
            return put;
    }
    return {};
}

checkout::Result<RestoredSessions> restoreConfirmed(ledger::Ledger &ledger, const accounts::AccountStore &accounts,
                                                    std::span<const Intent> confirmed)
{
    RestoredSessions sessions;
    std::vector<SessionRecord> rows;
    QSet<std::pair<QString, QString>> ids; // an id that two creations were answered with has one row
    for (const Intent &intent : confirmed) {
        const auto account = accounts.byId(intent.accountId);
        sessions.ofOtherAccounts += account ? 0 : 1;
        if (!account || intent.sessionId.isEmpty() || ids.contains({intent.accountId, intent.sessionId}))
            continue;
        const auto listed = isListed(ledger, intent);
        if (!listed)
            return std::unexpected(listed.error());
        if (*listed)
            continue;
        const auto can = providers::capabilities(accounts::providerId(account->provider), intent.draft.flow);
        rows.push_back(rowOfCreation(intent, can ? can->flow : intent.draft.flow));
        sessions.withoutTokens += intent.handedOut.isEmpty() ? 1 : 0;
        ids.insert({intent.accountId, intent.sessionId});
    }
    const auto put = putRows(ledger, rows);
    if (!put)
        return std::unexpected(put.error());
    sessions.restored = static_cast<int>(rows.size());
    return sessions;
}

std::expected<int, RepairFailure> followJournal(ledger::Ledger &ledger, ledger::Journal &journal,
                                                const accounts::AccountStore &accounts)
{
    const auto newest = ledger.newestBegun().result();
    if (!newest)
        return std::unexpected(RepairFailure(false, newest.error()));
    const auto confirmed = journal.confirmed(Intent::Kind::Create, *newest).result();
    if (!confirmed)
        return std::unexpected(RepairFailure(true, confirmed.error()));
    const auto restored = restoreConfirmed(ledger, accounts, *confirmed);
    if (!restored)
        return std::unexpected(RepairFailure(false, restored.error()));
    if (const auto noted = rememberSince(ledger, journal, *newest); !noted)
        return std::unexpected(noted.error());
    return restored->restored;
}

checkout::Result<void> rememberJournal(ledger::Ledger &ledger, ledger::Journal &journal)
{
    const auto remembered = rememberSince(ledger, journal, {});
    if (!remembered)
        return std::unexpected(remembered.error().error);
    return {};
}

StorageTrouble restoredTrouble(const QString &dataDirectory, int sessions)
{
    const QString path = QDir::toNativeSeparators(QDir(dataDirectory).absoluteFilePath(u"ledger.sqlite"_s));
    return {StorageTrouble::Kind::Restored,
            FollowJournalText::tr("%1 may be of an earlier time: it lacked %n session(s) that the journal knows. They "
                                  "are in the list again; tokens and checkout URLs that the journal does not have come "
                                  "back where the provider reports them.",
                                  nullptr, sessions)
                .arg(path),
            false};
}

std::optional<StorageTrouble> unknownWithoutAccount(ledger::Journal &journal, const accounts::AccountStore &accounts)
{
    QStringList ids;
    const auto creations = journal.unknown(Intent::Kind::Create).result();
    const auto refunds = journal.unknown(Intent::Kind::Refund).result();
    const auto accepted = journal.refundsIn(Intent::State::Accepted).result();
    if (!creations || !refunds || !accepted)
        return std::nullopt; // It is said elsewhere that the journal cannot be read.
    for (const std::vector<Intent> *intents : {&*creations, &*refunds, &*accepted}) {
        for (const Intent &intent : *intents) {
            if (isWithoutAccount(accounts, intent.accountId))
                ids << intent.id;
        }
    }
    const QStringList writes = writesWithoutAccount(journal, accounts);
    QStringList sentences;
    if (!ids.isEmpty())
        sentences << FollowJournalText::tr(
                         "It is not known what became of %n creation(s) or refund(s) whose account is not "
                         "connected here: %1. Connect it again, then look each of them up under its new name: "
                         "tilldeck-cli session resolve, or transaction resolve.",
                         nullptr, static_cast<int>(ids.size()))
                         .arg(namedIds(ids));
    if (!writes.isEmpty())
        sentences << FollowJournalText::tr(
                         "It is not known what became of %n coupon(s), route(s) or batch(es) of promotion codes "
                         "whose account is not connected here: %1. Connect it again, then see what is left under its "
                         "new name: tilldeck-cli promotion unfinished.",
                         nullptr, static_cast<int>(writes.size()))
                         .arg(namedIds(writes));
    if (sentences.isEmpty())
        return std::nullopt;
    return StorageTrouble(StorageTrouble::Kind::NoAccount, sentences.join(u' '), false);
}

} // namespace tilldeck::desk
