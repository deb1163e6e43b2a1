// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QObject>

#include <expected>
#include <optional>
#include <vector>

namespace tilldeck::accounts {

/// The accounts of this machine, in `accounts.json` of the data directory (mode 0600, written by rename). No keys.
class AccountStore : public QObject
{
    Q_OBJECT

public:
    explicit AccountStore(QString dataDirectory, QObject *parent = nullptr);

    /// Reads the file. Error: a sentence, and nothing is overwritten from then on, so a damaged file is not lost.
    std::expected<void, QString> load();

    const std::vector<Account> &accounts() const { return m_accounts; }
    std::optional<Account> byId(const QString &id) const;
    std::optional<Account> byName(const QString &name) const; ///< Without regard to case.

    /// Adds ACCOUNT under a new id, which it returns. Errors: sentences for an empty or taken name, an address that is
    /// not https (http only for loopback), a template without {token}, or a file that cannot be written.
    std::expected<Account, QString> add(Account account);
    std::expected<void, QString> update(const Account &account);
    std::expected<void, QString> remove(const QString &id);

Q_SIGNALS:
    void changed();

private:
    std::expected<Account, QString> checked(Account account) const;
    std::expected<void, QString> replace(std::vector<Account> accounts);

    QString m_path;
    std::vector<Account> m_accounts;
    bool m_damaged = false;
};

} // namespace tilldeck::accounts
