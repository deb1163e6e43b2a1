// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/known_accounts.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace tilldeck::desk {

using accounts::Account;
using accounts::LostAccount;
using ledger::AccountTrace;
using ledger::KnownAccount;

namespace {

KnownAccount knownOf(const Account &account)
{
    return {account.id,
            accounts::providerId(account.provider),
            accounts::modeId(account.mode),
            account.baseUrl,
            account.accountId,
            account.merchantId};
}

std::optional<LostAccount> lostFrom(const KnownAccount &known)
{
    const auto provider = accounts::providerFromId(known.provider);
    if (!provider)
        return std::nullopt;
    LostAccount lost;
    lost.account.id = known.id;
    lost.account.provider = *provider;
    lost.account.mode = accounts::modeFromId(known.mode);
    lost.account.baseUrl = known.baseUrl;
    lost.account.accountId = known.accountId;
    lost.account.merchantId = known.merchantId;
    lost.isWhole = true;
    return lost;
}

std::optional<LostAccount> lostFrom(const AccountTrace &trace)
{
    const auto provider = accounts::providerFromId(ledger::providerOfFlow(trace.flow));
    if (!provider)
        return std::nullopt;
    LostAccount lost;
    lost.account.id = trace.id;
    lost.account.provider = *provider;
    lost.account.mode = trace.isOfSandbox ? accounts::Mode::Sandbox : accounts::Mode::Live;
    return lost;
}

/// Adds what the creations of unknown outcome tell of accounts whose rows tell nothing.
void addFromJournal(std::vector<AccountTrace> &traces, ledger::Journal &journal, const QStringList &known)
{
    const auto creations = journal.unresolved(ledger::Intent::Kind::Create).result();
    if (!creations)
        return; // It is said elsewhere that the journal cannot be read.
    for (const ledger::Intent &creation : *creations) {
        const QString &id = creation.accountId;
        const auto told = std::ranges::find(traces, id, &AccountTrace::id);
        if (known.contains(id) || creation.draft.flow.isEmpty() || (told != traces.end() && !told->flow.isEmpty()))
            continue;
        if (told == traces.end())
            traces.push_back({id, creation.draft.flow});
        else
            told->flow = creation.draft.flow;
    }
}

} // namespace

void partOthers(ledger::Ledger &ledger, accounts::AccountStore &accounts)
{
    const auto known = ledger.knownAccounts().result();
    std::vector<Account> former;
    for (const KnownAccount &one : known ? *known : std::vector<KnownAccount>()) {
        const auto now = accounts.byId(one.id);
        const auto before = now ? lostFrom(one) : std::nullopt;
        if (before && isAnother(*now, before->account))
            former.push_back(before->account);
    }
    if (!former.empty())
        accounts.part(former);
}

void noteConnected(ledger::Ledger &ledger, accounts::AccountStore &accounts)
{
    partOthers(ledger, accounts);
    if (!ledger.readOnlyReason().isEmpty())
        return; // It has been said that it cannot be written.
    const auto known = ledger.knownAccounts().result();
    if (!known)
        return;
    std::vector<KnownAccount> fresh;
    for (const Account &account : accounts.accounts()) {
        if (KnownAccount now = knownOf(account); std::ranges::find(*known, now) == known->end())
            fresh.push_back(std::move(now));
    }
    if (!fresh.empty())
        ledger.noteAccounts(std::move(fresh));
}

void tellLostAccounts(ledger::Ledger &ledger, ledger::Journal &journal, accounts::AccountStore &accounts)
{
    accounts.setLost({});
    std::vector<LostAccount> lost;
    QStringList ids; // of accounts of which more is known than their rows tell
    const auto known = ledger.knownAccounts().result();
    for (const KnownAccount &one : known ? *known : std::vector<KnownAccount>()) {
        if (auto account = lostFrom(one)) {
            lost.push_back(std::move(*account));
            ids << one.id;
        }
    }
    for (const Account &account : accounts.accounts())
        ids << account.id;
    const auto read = ledger.tracesOfOthers(ids).result();
    std::vector<AccountTrace> traces = read ? *read : std::vector<AccountTrace>();
    addFromJournal(traces, journal, ids);
    for (const AccountTrace &trace : traces) {
        if (auto account = lostFrom(trace))
            lost.push_back(std::move(*account));
    }
    accounts.setLost(std::move(lost));
}

} // namespace tilldeck::desk
