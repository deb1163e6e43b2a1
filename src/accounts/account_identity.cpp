// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account_identity.h"

#include "accounts/account_store.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace tilldeck::accounts {

QString newAccountId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString comparedName(const QString &name)
{
    QString seen;
    for (const char32_t character : name.normalized(QString::NormalizationForm_KC).toUcs4()) {
        const auto category = QChar::category(character);
        if (category != QChar::Other_Format && !(category == QChar::Other_Control && !QChar::isSpace(character)))
            seen += QString::fromUcs4(&character, 1);
    }
    return seen.simplified().toCaseFolded();
}

Account identityOf(const Account &account)
{
    Account identity;
    identity.id = account.id;
    identity.provider = account.provider;
    identity.baseUrl = account.baseUrl;
    identity.accountId = account.accountId;
    identity.merchantId = account.merchantId;
    identity.mode = account.mode;
    return identity;
}

QString whyNotReplaced(const Account &now, const Account &before, bool isHeld)
{
    if (isAnother(now, before))
        return AccountStore::tr("With that, %1 would be another account at %2, with what was sent by this one. Connect "
                                "it as a new account.",
                                "account, provider")
            .arg(before.name, providerName(before.provider));
    return isHeld ? AccountStore::tr("Something that %1 has sent is not settled yet. Resolve it first, then change the "
                                     "address.")
                        .arg(before.name)
                  : QString();
}

void AccountStore::part(const std::vector<Account> &former)
{
    const auto parted = [&former](Stored &stored) -> std::expected<void, QString> {
        for (const Account &before : former) {
            const auto found = std::ranges::find(stored.accounts, before.id, &Account::id);
            if (found == stored.accounts.end() || !isAnother(*found, before))
                continue;
            found->id = newAccountId();
            std::erase_if(stored.removed, [&before](const Account &removed) { return removed.id == before.id; });
            stored.removed.push_back(identityOf(before));
        }
        return {};
    };
    if (change(parted))
        return;
    Stored stored{m_accounts, m_removed, m_removals};
    [[maybe_unused]] const auto done = parted(stored); // of the copy in memory it always succeeds
    m_accounts = std::move(stored.accounts);
    m_removed = std::move(stored.removed);
    emit changed();
}

std::expected<void, QString> AccountStore::beginRemoval(const QString &id)
{
    return change([&id](Stored &stored) -> std::expected<void, QString> {
        if (!stored.removals.contains(id))
            stored.removals.append(id);
        return {};
    });
}

void AccountStore::endRemoval(const QString &id)
{
    [[maybe_unused]] const auto written = change([&id](Stored &stored) -> std::expected<void, QString> {
        stored.removals.removeAll(id);
        return {};
    });
}

void AccountStore::noteFiles()
{
    m_isBesideFiles = true;
    if (m_hasFiles || m_accounts.empty())
        return;
    [[maybe_unused]] const auto written = change([](const Stored &stored) -> std::expected<void, QString> {
        // Another program may have taken the file away in the meantime, and none is made for this.
        if (stored.accounts.empty())
            return std::unexpected(QString());
        return {};
    });
}

void AccountStore::hold(Stored stored)
{
    m_accounts = std::move(stored.accounts);
    m_removed = std::move(stored.removed);
    m_removals = std::move(stored.removals);
    m_hasFiles = stored.hasFiles;
}

} // namespace tilldeck::accounts
