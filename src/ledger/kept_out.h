// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the ledger.
#pragma once

#include "ledger/ledger.h"

#include <QHash>
#include <QMutex>
#include <QSet>

namespace tilldeck::ledger {

/// Holds the secrets of sessions whose accounts keep them out of the file: in memory, until the program ends. Every
/// thread of the ledger uses it.
class KeptOut
{
public:
    /// Sets the accounts that keep secrets out of the file.
    void setAccounts(const QStringList &accountIds);
    bool isFor(const QString &accountId) const;

    /// Takes the secrets out of @p record, which is about to be written, and remembers those that it has, where its
    /// account keeps them out. Returns whether one was not known before.
    bool takeOut(SessionRecord &record);
    /// Puts into @p record, which was read, what is remembered of its session.
    void putBack(SessionRecord &record) const;
    /// Returns the id of the session whose token or URL @p text is, else @p text itself.
    QString idFor(const QString &text) const;
    void forgetAccount(const QString &accountId);

private:
    struct Secrets
    {
        QString token, url, clientSecret, publishableKey;

        friend bool operator==(const Secrets &, const Secrets &) = default;
    };
    using Name = std::pair<QString, QString>; ///< Account and session.

    mutable QMutex m_mutex;
    QSet<QString> m_accounts;
    QHash<Name, Secrets> m_secrets;
};

} // namespace tilldeck::ledger
