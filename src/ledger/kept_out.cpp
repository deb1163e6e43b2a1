// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/kept_out.h"

#include <utility>

namespace tilldeck::ledger {

namespace {

/// Calls @p each with every secret of @p session and the place for it in @p secrets.
template <class Secrets, class Session, class Each> void forEachSecret(Secrets &secrets, Session &session, Each each)
{
    each(secrets.token, session.secureToken);
    each(secrets.url, session.url);
    each(secrets.clientSecret, session.handover.clientSecret);
    each(secrets.publishableKey, session.handover.publishableKey);
}

} // namespace

void KeptOut::setAccounts(const QStringList &accountIds)
{
    const QMutexLocker lock(&m_mutex);
    m_accounts = QSet<QString>(accountIds.begin(), accountIds.end());
}

bool KeptOut::isFor(const QString &accountId) const
{
    const QMutexLocker lock(&m_mutex);
    return m_accounts.contains(accountId);
}

bool KeptOut::takeOut(SessionRecord &record)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_accounts.contains(record.accountId))
        return false;
    const Name name(record.accountId, record.session.id);
    const Secrets before = m_secrets.value(name);
    Secrets known = before;
    forEachSecret(known, record.session, [](QString &kept, QString &secret) {
        if (!secret.isEmpty())
            kept = std::exchange(secret, QString());
    });
    const bool isNew = known != before;
    if (isNew && !record.session.id.isEmpty())
        m_secrets.insert(name, known);
    return isNew;
}

void KeptOut::putBack(SessionRecord &record) const
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_secrets.constFind(Name(record.accountId, record.session.id));
    if (known == m_secrets.cend())
        return;
    forEachSecret(*known, record.session, [](const QString &kept, QString &secret) {
        if (secret.isEmpty())
            secret = kept;
    });
}

QString KeptOut::idFor(const QString &text) const
{
    const QMutexLocker lock(&m_mutex);
    const QString searched = text.trimmed();
    for (auto known = m_secrets.cbegin(); !searched.isEmpty() && known != m_secrets.cend(); ++known) {
        if (searched == known->token || searched == known->url)
            return known.key().second;
    }
    return text;
}

void KeptOut::forgetAccount(const QString &accountId)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.removeIf([&](const auto &known) { return known.key().first == accountId; });
}

} // namespace tilldeck::ledger
