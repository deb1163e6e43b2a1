// SPDX-License-Identifier: GPL-3.0-or-later
// Which accounts of the store may be one and the same at their provider.
#include "accounts/account_store.h"

#include <algorithm>
#include <utility>

namespace tilldeck::accounts {

namespace {

bool mayBe(const LostAccount &lost, const Account &account)
{
    if (!lost.isWhole)
        return lost.account.provider == account.provider &&
               (lost.account.mode == Mode::Sandbox) == (account.mode == Mode::Sandbox);
    return lost.account.mode == account.mode && maybeSame(lost.account, account);
}

bool haveOneId(const Account &one, const Account &other)
{
    return one.accountId == other.accountId && one.merchantId == other.merchantId &&
           !(one.accountId.isEmpty() && one.merchantId.isEmpty()) && isSamePlace(one.baseUrl, other.baseUrl);
}

/// Returns whether a key of one could be that of the other.
bool areAkin(const Account &one, const Account &other)
{
    return one.id != other.id && one.provider == other.provider &&
           (one.mode == Mode::Live) == (other.mode == Mode::Live);
}

} // namespace

void AccountStore::setShops(const Shops &shops)
{
    if (std::exchange(m_shops, shops) != shops)
        emit changed();
}

QStringList AccountStore::akin(const Account &account) const
{
    QStringList ids;
    const auto add = [&ids, &account](const Account &other) {
        if (areAkin(account, other))
            ids << other.id;
    };
    std::ranges::for_each(m_accounts, add);
    std::ranges::for_each(m_removed, add);
    std::ranges::for_each(m_lost, add, &LostAccount::account);
    return ids;
}

bool AccountStore::haveOneKey(const Account &one, const Account &other) const
{
    return areAkin(one, other) && m_shops.value(one.id).intersects(m_shops.value(other.id));
}

bool AccountStore::areSurelySame(const Account &one, const Account &other) const
{
    return one.provider == other.provider && one.mode == other.mode &&
           (haveOneId(one, other) || haveOneKey(one, other));
}

QStringList AccountStore::othersThan(const QString &id) const
{
    const auto connected = byId(id);
    const auto removed = std::ranges::find(m_removed, id, &Account::id);
    const auto known = connected || removed == m_removed.end() ? connected : std::optional(*removed);
    QStringList ids;
    for (const std::vector<Account> *list : {&m_accounts, &m_removed}) {
        for (const Account &account : *list) {
            if (known && account.id != id && !maybeSame(*known, account) && !haveOneKey(*known, account))
                ids << account.id;
        }
    }
    for (const LostAccount &lost : m_lost) {
        const bool isOther =
            known && lost.account.id != id && !mayBe(lost, *known) && !haveOneKey(*known, lost.account);
        if (isOther && !ids.contains(lost.account.id))
            ids << lost.account.id;
    }
    return ids;
}

void AccountStore::setLost(std::vector<LostAccount> lost)
{
    std::erase_if(lost, [this](const LostAccount &one) {
        return byId(one.account.id) || std::ranges::find(m_removed, one.account.id, &Account::id) != m_removed.end();
    });
    m_lost = std::move(lost);
}

QSet<QString> AccountStore::told() const
{
    QSet<QString> ids;
    for (const std::vector<Account> *list : {&m_accounts, &m_removed}) {
        for (const Account &account : *list)
            ids << account.id;
    }
    for (const LostAccount &lost : m_lost)
        ids << lost.account.id;
    return ids;
}

std::optional<Account> AccountStore::connectedAs(const Account &account) const
{
    const auto found = std::ranges::find_if(m_accounts, [this, &account](const Account &other) {
        return other.id != account.id && areSurelySame(account, other);
    });
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

QStringList AccountStore::sameAs(const QString &id) const
{
    QStringList ids;
    const auto known = byId(id);
    if (!known)
        return ids;
    const auto add = [this, &ids, &known](const Account &account) {
        if (account.id != known->id && areSurelySame(*known, account))
            ids << account.id;
    };
    std::ranges::for_each(m_accounts, add);
    std::ranges::for_each(m_removed, add);
    for (const LostAccount &lost : m_lost) {
        if (lost.isWhole)
            add(lost.account);
    }
    return ids;
}

} // namespace tilldeck::accounts
