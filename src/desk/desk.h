// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account_store.h"
#include "accounts/key_store.h"
#include "checkout/capabilities.h"
#include "desk/accepted_files.h"
#include "desk/intent_end.h"
#include "desk/request_log.h"
#include "desk/storage_trouble.h"
#include "http/http_client.h"
#include "ledger/file_lock.h"
#include "ledger/journal.h"
#include "ledger/ledger.h"
#include "providers/provider.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace tilldeck::desk {

using Clock = std::function<QDateTime()>; ///< UTC

/// Keeps a provider alive while somebody holds the handle. It is a type of its own and not a bare shared_ptr: GCC 12.2
/// cannot await an expected of anything that nullptr converts to.
class ProviderHandle
{
public:
    ProviderHandle() = default;
    explicit ProviderHandle(std::shared_ptr<providers::Provider> provider, ledger::KeyMark key = {})
        : m_provider(std::move(provider))
        , m_key(std::move(key))
    {
    }
    providers::Provider *operator->() const { return m_provider.get(); }
    /// Returns what marks an intent as sent with the key that the provider has.
    const ledger::KeyMark &key() const { return m_key; }

private:
    std::shared_ptr<providers::Provider> m_provider;
    ledger::KeyMark m_key;
};

/// Holds the marks of keys that are known while the program runs, see admitKey().
struct KeysOfRun
{
    std::vector<ledger::MarkedKey> kept;     ///< In the ledger, as it could be read last.
    std::vector<ledger::MarkedKey> taken;    ///< Noted in this run, whether they could be written or not.
    std::vector<ledger::MarkedKey> admitted; ///< Of keys of which everything was found out.

    std::vector<ledger::MarkedKey> all() const
    {
        std::vector<ledger::MarkedKey> both = kept;
        both.insert(both.end(), taken.begin(), taken.end());
        return both;
    }
};

/// What is held by who has the files alone.
struct FilesHeld
{
    std::unique_ptr<ledger::FileLock> lock; ///< Null in the window that works on the files.
};
using FilesAlone = std::shared_ptr<FilesHeld>;

/// Says what a program is to the data directory. One window works on it; the command line does beside it.
enum class Role { CommandLine, Window };

/// Holds what the use cases work with, for one data directory: ledger, journal, accounts, keys and the HTTP client.
/// It owns them and decides nothing; the use cases beside it do.
class Desk : public QObject
{
    Q_OBJECT

public:
    /// Opens the files of @p dataDirectory (created with mode 0700). Before this returns, intents that an earlier run
    /// left open are shown as unknown in the ledger, and sessions that it could not keep are listed. A file that cannot
    /// be read or written is a storageTroubles(), and what can be read is there. A second window reads and changes
    /// nothing. Error: Storage where the folder is missing and cannot be made.
    static checkout::Result<std::unique_ptr<Desk>> open(const QString &dataDirectory, Clock clock = {},
                                                        Role role = Role::CommandLine);
    ~Desk() override;

    ledger::Ledger &ledger() { return *m_ledger; }
    ledger::Journal &journal() { return *m_journal; }
    accounts::AccountStore &accounts() { return *m_accounts; }
    accounts::KeyStore &keys() { return *m_keys; }
    const accounts::KeyStore &keys() const { return *m_keys; }
    http::HttpClient &http() { return *m_http; }
    const RequestLog &requests() const { return *m_requests; }
    QDateTime now() const { return m_clock(); }
    const QString &dataDirectory() const { return m_dataDirectory; }

    /// Returns the ends that are not written yet, by the id of their intent.
    const QHash<QString, IntentEnd> &unwritten() const { return m_unwritten; }
    /// Keeps an end until it is written, and shows a creation as it ended meanwhile.
    void keepUnwritten(const IntentEnd &end);
    void forgetUnwritten(const QString &intentId);
    /// Holds when the provider was last asked in this run about the refunds of a payment, by account and payment; see
    /// settleTakenRefunds().
    QHash<QString, QHash<QString, QDateTime>> &refundsAskedAt() { return m_refundsAskedAt; }

    /// Returns the batches of promotion codes that the journal could not let go of yet, see Journal::releaseBatch().
    QSet<QString> &heldBatches() { return m_heldBatches; }

    /// Returns the accounts whose removal goes on at this moment in this program.
    QSet<QString> &removalsUnderWay() { return m_removalsUnderWay; }

    KeysOfRun &keysOfRun() { return m_keysOfRun; }

    /// Returns the provider of an account, with its key. Errors: NotFound for an account that is gone, Unauthorised
    /// when there is no key on this machine (the merchant is asked for it), and for one that may be of another shop
    /// (admitKey()).
    http::Task<checkout::Result<ProviderHandle>> provider(QString accountId);

    /// Returns provider(), for a request that changes something there, once the journal was looked over and is whole.
    /// Error, beside those: Storage while whyNoWrites() holds.
    http::Task<checkout::Result<ProviderHandle>> writer(QString accountId);

    /// Returns the provider that @p account describes, whether it is connected yet or not, with @p key, whosever that
    /// is: for a check of the key alone. Error:
    /// Unsupported for a provider that this version does not speak.
    checkout::Result<ProviderHandle> providerFor(const accounts::Account &account, const http::Secret &key);

    /// Returns the time now by the clock of the account's provider, as the Date headers of its answers say it; invalid
    /// while none of them had one. What a provider stamps is compared with this and never with now().
    QDateTime providerTime(const QString &accountId) const;
    /// Returns now() and the providerTime() of every account.
    ledger::Clocks clocks() const;
    /// Returns how many answers of the account's provider said its time.
    int providerTimeReadings(const QString &accountId) const;

    /// Returns what is wrong with the files of the data directory; empty when nothing is.
    const std::vector<StorageTrouble> &storageTroubles() const { return m_troubles; }
    /// Has the ledger keep the tokens of each account out of its file that says so, and take out those that stand
    /// there. Accounts that change are followed without a call. Error: Storage; then it is one of storageTroubles().
    QFuture<checkout::Result<int>> takeTokensOut();
    /// Has the ledger tell the refunds that are only asked for from those that are given back, as the journal knows
    /// them. A change of the journal is followed without a call.
    http::Task<void> readAskedRefunds();
    /// Returns whether another window works on the same files, so that this one changes nothing.
    bool isSecondWindow() const;
    /// Returns why no decision about what was sent can be kept, in sentences: another window works on the files, or
    /// they cannot be written. Empty when one can.
    QString whyNoDecisions() const;
    /// Returns why nothing may be changed at a provider now, in sentences; empty when it may.
    QString whyNoWrites() const;
    /// Looks ledger and journal over on threads of their own, and adds to storageTroubles() what is damaged. With @p
    /// thorough every index is compared with its table, which takes longer. Errors: those of reading the files.
    http::Task<checkout::Result<void>> checkFiles(bool thorough);
    /// Looks the files over and goes on with them as they are, because the merchant said so: they are one pair from
    /// then on, and a damaged journal is kept under another name. Error: Storage when that cannot be written,
    /// while another program works on them, or when something is wrong that this does not settle.
    http::Task<checkout::Result<AcceptedFiles>> acceptFiles();
    /// Returns what keeps other windows, and other programs that repair the files, away from them while it lives, and
    /// this one from opening them again by itself. Error: Storage, with what to close, while another one works on them,
    /// and while this one repairs them already.
    checkout::Result<FilesAlone> filesAlone();
    /// Gives a damaged ledger a new file with what can be read of it, see Ledger::startAnew(). A program that ends
    /// before ledgerWasRebuilt() leaves a ledger that has to be rebuilt.
    http::Task<checkout::Result<ledger::Salvage>> replaceLedger();
    /// Notes that the ledger holds what the journal knows, see rebuildLedger().
    checkout::Result<void> ledgerWasRebuilt();

    /// Returns whether the merchant has confirmed in this run that real money is meant to move on a live account. An
    /// account that stops being live must be confirmed again.
    bool isRealMoneyConfirmed(const QString &accountId) const { return m_confirmed.contains(accountId); }
    void confirmRealMoney(const QString &accountId) { m_confirmed.insert(accountId); }

    /// Returns what the account's provider supports in @p flow, or in its standard one when that is empty; needs no
    /// key.
    checkout::Capabilities capabilities(const QString &accountId, const QString &flow = {}) const;

signals:
    /// Emitted soon after something was written to the journal, by this program or another one.
    void journalChanged();
    /// Emitted when storageTroubles() changed.
    void storageChanged();

private:
    Desk(const QString &dataDirectory, std::unique_ptr<ledger::Ledger> ledger, std::unique_ptr<ledger::Journal> journal,
         std::unique_ptr<accounts::AccountStore> accounts, Clock clock);
    /// Follows the files that have the paths of ledger and journal now.
    void watchFiles();
    QString journalPath() const;
    /// Keeps what the connected accounts are, and reads what is known of those that are lost.
    void noteAccounts();
    /// Says that accounts.json is gone and what is unknown without it, until it is back or accounts are connected.
    void noteMissingAccounts();
    void setTroubles(std::vector<StorageTrouble> troubles);
    void settle(const std::function<bool(const StorageTrouble &)> &isSettled);
    /// Asks whether another program has written, and announces what may have changed.
    http::Task<void> followOthers();
    /// Goes on with removals that were begun, see resumeRemovals().
    void followRemovals();
    /// Does both, and again after a while: soon where only asking tells when something is free or there again.
    void follow();
    void followSoon();
    bool isWaiting() const;
    /// Announces that the ledger may hold anything by now.
    void announceAll();
    bool hasTrouble(StorageTrouble::Kind kind) const;
    void noteDamage(StorageTrouble::Kind kind, const QString &sentence);
    void noteJournalCheck(const ledger::FileCheck &checked);
    void noteLedgerCheck(const ledger::FileCheck &checked);
    /// Says whether a file was exchanged while the program runs, else what became of the ledger.
    http::Task<checkout::Result<ledger::FileLook>> lookAtFiles();
    /// Looks ledger and journal over as far as they are not as they were when they were found whole. Files that were
    /// exchanged are opened again, as a start does.
    http::Task<checkout::Result<void>> lookFilesOver();
    /// Lets the files go and opens what is there now.
    void reopenFiles();
    /// Opens the files again that could not be written because the disk was full, once there is room.
    void reopenWhenThereIsRoom();
    /// Becomes the window that works on the files once the other one is closed.
    void takeFreeWindow();
    /// Opens the files again when others were put in their place, so that a window says it, or stops saying it, without
    /// a request.
    http::Task<void> followExchange();
    void noteTroubledFiles();
    /// Makes the list show how a creation ended.
    void showUnwritten(const IntentEnd &end);
    /// Returns whether somebody has filesAlone().
    bool isRepairing() const { return !m_repair.expired(); }
    /// Does what acceptFiles() does with files that were looked over.
    http::Task<checkout::Result<AcceptedFiles>> acceptTroubles();

    QString m_dataDirectory;
    std::unique_ptr<ledger::Ledger> m_ledger;
    std::unique_ptr<ledger::Journal> m_journal;
    std::unique_ptr<accounts::AccountStore> m_accounts;
    std::unique_ptr<accounts::KeyStore> m_keys;
    std::unique_ptr<http::HttpClient> m_http;
    std::unique_ptr<RequestLog> m_requests;
    Clock m_clock;
    QFileSystemWatcher m_watch;                  ///< Of the folder and of what is written in it.
    QHash<QString, ledger::FileStamp> m_watched; ///< By path, the files that it follows.
    QTimer m_journalPause;                       ///< Several writes in a row are one change.
    QHash<QString, IntentEnd> m_unwritten;
    QHash<QString, QHash<QString, QDateTime>> m_refundsAskedAt;
    QSet<QString> m_heldBatches;
    QSet<QString> m_removalsUnderWay;
    QElapsedTimer m_sinceRemovals; ///< Since what is left of removed accounts was tried last.
    KeysOfRun m_keysOfRun;
    std::vector<StorageTrouble> m_troubles;
    QString m_missingAccounts;                             ///< That accounts.json is gone, as it was said.
    ledger::FileStamp m_troubledLedger, m_troubledJournal; ///< The files that storageTroubles() is about.
    bool m_wasDiskFull = false;                            ///< When storageTroubles() were found.
    ledger::FileStamp m_wholeJournal;                      ///< Of the journal when it was found whole.
    std::unique_ptr<ledger::FileLock> m_window;            ///< Held by the window that works on the files.
    std::weak_ptr<FilesHeld> m_repair;
    bool m_isWindow = false;
    QTimer m_followTimer; ///< Runs in a window: when it looks next by itself.
    QTimer m_followPause; ///< Several writes in a row are looked at once.
    QElapsedTimer m_sinceFollow;
    int m_dataVersion = 0;
    QSet<QString> m_confirmed; ///< Live accounts that were confirmed in this run.
};

} // namespace tilldeck::desk
