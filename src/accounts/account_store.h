// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <expected>
#include <functional>
#include <optional>
#include <vector>

namespace tilldeck::accounts {

/// Says what is known elsewhere of an account that accounts.json does not have, as after it was lost.
struct LostAccount
{
    Account account;
    bool isWhole = false; ///< Else only its provider is known, and whether it was one of the sandbox's (mode).
};

/// Says which shops each account is, by its id, in words without a meaning.
using Shops = QHash<QString, QSet<QString>>;

/// Keeps the accounts of this machine, without keys, in `accounts.json` of the data directory (mode 0600, replaced by
/// rename). Several processes may share the directory: a change is made under a lock to the file as it is by then, and
/// the changes of other processes are noticed while an event loop runs.
class AccountStore : public QObject
{
    Q_OBJECT

public:
    explicit AccountStore(QString dataDirectory, QObject *parent = nullptr);

    /// Reads the file, or returns a sentence why not. A file that is not understood completely is never overwritten.
    std::expected<void, QString> load();

    const std::vector<Account> &accounts() const { return m_accounts; }
    std::optional<Account> byId(const QString &id) const;
    /// Returns a sentence while the folder cannot be written, so that no account can be added or changed; else an empty
    /// text.
    QString whyReadOnly() const;
    /// Returns a sentence while the file is gone that had accounts when this program looked before; else an empty text.
    QString whyMissing() const;
    std::optional<Account> byName(const QString &name) const; ///< Ignores case, spelling and marks.

    /// Adds @p account under a new id and number, and returns it with them. Errors are sentences: the name is empty or
    /// used by another account, the address is not https (or http to this machine), the template has no {token}, a
    /// field holds what begins like a key, the file cannot be read or written.
    std::expected<Account, QString> add(Account account);
    /// Replaces the account of that id; its number stays. Beside the errors of add(), in sentences: it would be another
    /// account (isAnother()), or be at another address while something of it is unsettled.
    std::expected<void, QString> update(const Account &account);
    /// Replaces the account of the built-in sandbox, which is the same one at whatever port it is served.
    std::expected<void, QString> updateServed(const Account &account);
    std::expected<void, QString> remove(const QString &id);

    /// Notes that the account of @p id, connected or not, is being removed from this computer, until endRemoval(): what
    /// a program that is ended, or a full disk, leaves of it is then known to be left. Error: a sentence.
    std::expected<void, QString> beginRemoval(const QString &id);
    /// Notes that nothing of the account is left, or that it stays. Where that cannot be written, what is left is
    /// looked for once more.
    void endRemoval(const QString &id);
    /// Returns the ids of the accounts that are being removed.
    const QStringList &removals() const { return m_removals; }

    /// Returns whether ledger and journal stood beside accounts of this folder before, as accounts.json says. One of an
    /// earlier version does not say it until noteFiles(), and of one without accounts nothing is said.
    bool hadFiles() const { return m_hasFiles; }
    /// Notes in accounts.json, now or with the first account, that ledger and journal stand beside it. What cannot be
    /// written is noted with the next change.
    void noteFiles();

    /// Returns the connected account that @p account is for sure, under another id than its own; see sameAs(). That one
    /// of them has a key of the other counts once @p account is added.
    std::optional<Account> connectedAs(const Account &account) const;

    /// Sets what returns whether something that an account has sent is not settled.
    void setUnsettled(std::function<bool(const QString &id)> isUnsettled) { m_isUnsettled = std::move(isUnsettled); }

    /// Takes each account that is another one (isAnother()) than that of its id in @p former for a new one with an id
    /// of its own, and the former one for removed: accounts.json is of another time, or was changed by hand. Where it
    /// cannot be written, this holds for the program that runs.
    void part(const std::vector<Account> &former);

    /// Sets which shop each account is by its keys: one, or several that an account which is gone had keys of. One that
    /// has no key in common with another may be left out. Emits changed() where that is new.
    void setShops(const Shops &shops);
    /// Returns the ids of the other accounts, connected or not, of the provider of @p account that move real money as
    /// it does, or do not: those that may have a key in common with it.
    QStringList akin(const Account &account) const;

    /// Returns the ids of the accounts that are known to be others at their provider than the account of @p id, among
    /// those that are connected and those that were. An account that is connected a second time, beside the first or
    /// after its removal, is the same one under another id. One that has a key in common with it (setShops()) is not
    /// another.
    QStringList othersThan(const QString &id) const;
    /// Sets what is known of accounts that are neither connected nor noted as removed. Such a one may be a connected
    /// one of the same mode as maybeSame() says; where only the provider is known, any of it that is not the sandbox's.
    void setLost(std::vector<LostAccount> lost);
    /// Returns the ids of the accounts of which something is known: that are connected, were removed, or are lost.
    QSet<QString> told() const;
    /// Returns the ids of those that are the account of @p id for sure: of the same provider and mode, with the same id
    /// of the provider's own at the same place, or with a key in common (setShops()). Without either two merchants'
    /// accounts look alike.
    QStringList sameAs(const QString &id) const;

signals:
    void changed();
    /// Emitted before changed() when another program has given an account another address.
    void addressChanged(const QString &id);

private:
    struct Stored
    {
        std::vector<Account> accounts;
        std::vector<Account> removed; ///< Only what says which account at a provider each id was.
        QStringList removals;         ///< Ids.
        bool hasFiles = false;        ///< See hadFiles().
    };
    using Work = std::function<std::expected<void, QString>(Stored &stored)>;

    std::expected<Account, QString> checked(Account account) const;
    std::expected<Stored, QString> read() const;
    /// Makes @p stored what is known.
    void hold(Stored stored);
    std::expected<void, QString> change(const Work &work);
    std::expected<void, QString> write(const Stored &stored) const;
    std::expected<void, QString> replace(const Account &account, bool isServed);
    void follow();
    /// Notes the numbers of the accounts that @p before had and that are gone.
    void noteFreedNumbers(const std::vector<Account> &before);
    /// Replaces what is known by what another program has written. Returns the accounts before.
    std::vector<Account> takeOver(Stored stored);
    QString cannotBeWritten() const;
    QString shownPath() const;
    /// Returns whether both are one shop by their keys.
    bool haveOneKey(const Account &one, const Account &other) const;
    bool areSurelySame(const Account &one, const Account &other) const;

    QString m_path;
    bool m_isMissing = false;
    bool m_hasFiles = false;
    bool m_isBesideFiles = false; ///< In this run.
    QFileSystemWatcher m_watcher;
    std::vector<Account> m_accounts;
    std::vector<Account> m_removed;
    QStringList m_removals;
    std::vector<LostAccount> m_lost;
    Shops m_shops;
    std::function<bool(const QString &id)> m_isUnsettled;
    /// Lead to no other account in this run: the merchant's fingers still know what they led to. An account to which
    /// another program has given one has no number here.
    QSet<int> m_freedNumbers;
};

} // namespace tilldeck::accounts
