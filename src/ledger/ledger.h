// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/error.h"
#include "checkout/session.h"
#include "checkout/transaction.h"
#include "ledger/asked_amount.h"
#include "ledger/connected_accounts.h"
#include "ledger/convert_ledger.h"
#include "ledger/file_check.h"
#include "ledger/key_mark.h"
#include "ledger/known_account.h"
#include "ledger/listed_rows.h"
#include "ledger/paced_changes.h"
#include "ledger/page.h"
#include "ledger/pair.h"
#include "ledger/salvage_report.h"
#include "ledger/session_filter.h"
#include "ledger/transaction_filter.h"
#include "ledger/webhook_event.h"

#include <QFuture>
#include <QObject>
#include <QSet>
#include <QTimeZone>
#include <QTimer>

#include <functional>
#include <memory>

namespace tilldeck::ledger {

struct BegunIntent;
class KeptOut;
class RowsInstead;
struct SampleRow;

/// Holds what this computer knows of one checkout session, or of a creation that is under way or whose outcome is
/// unknown: then `session.id` is empty and `intentId` names the creation.
struct SessionRecord
{
    using State = SessionState;

    qint64 key = 0; ///< The row, which grows with time; 0 when it is not stored yet.
    QString accountId;
    QString intentId; ///< Empty for sessions made elsewhere.
    State state = State::Known;
    checkout::Session session;
    checkout::SessionDraft draft;         ///< What was asked for; empty for sessions made elsewhere.
    QString customerLabel;                ///< For reading and searching: name, else e-mail, else id.
    QString itemsLabel;                   ///< For reading and searching: "Annual membership × 2, Onboarding call".
    std::optional<money::Money> amount;   ///< What the customer pays: reported, else as previewed.
    std::optional<checkout::Quote> quote; ///< What the merchant saw when it was created, where the provider quoted.
    QDateTime createdAt;                  ///< UTC
    QDateTime checkedAt;                  ///< UTC, of the provider's last answer; invalid when there was none.

    friend bool operator==(const SessionRecord &, const SessionRecord &) = default;
};

class AskedByPayment;

struct TransactionRecord
{
    TransactionRecord(qint64 key, QString accountId, checkout::Transaction transaction)
        : key(key)
        , accountId(std::move(accountId))
        , transaction(std::move(transaction))
    {
    }

    qint64 key; ///< The row; pages go by (createdAt, key).
    QString accountId;
    checkout::Transaction transaction;
    QString customerLabel;
    QString itemsLabel;
    std::optional<AskedRefunds> asked; ///< As Ledger::setAskedRefunds() knows of them; not written to the file.

    friend bool operator==(const TransactionRecord &, const TransactionRecord &) = default;
};

/// Writes what a payment says of its session to the row of that session. It is called on a thread of the ledger.
using ApplyPayment = std::function<void(SessionRecord &session, const checkout::Transaction &payment)>;

struct DraftRecord
{
    QString id; ///< Made on this computer.
    QString accountId;
    checkout::SessionDraft draft;
    QDateTime savedAt; ///< UTC

    friend bool operator==(const DraftRecord &, const DraftRecord &) = default;
};

/// Holds one event of a session's timeline on this computer.
struct TimelineEvent
{
    enum class Kind {
        Created,
        Checked,
        UrlCopied,
        TokenCopied,
        Opened,
        StatusChanged,
        OutcomeUnknown,
        Resolved,
        ExpiredByMerchant,
        SentAgain, ///< Of an intent: the same request, under the same key.
        LookedUp   ///< Of an intent: the provider was asked what became of it.
    };
    Kind kind = Kind::Created;
    /// The provider's name of the status (StatusChanged), its answer (LookedUp), as what it was copied (UrlCopied).
    QString rawStatus;
    QDateTime at; ///< UTC

    friend bool operator==(const TimelineEvent &, const TimelineEvent &) = default;
};

/// Sums up the payments of a filter in one currency. Refused and pending ones are counted, not added.
struct CurrencyTotal
{
    explicit CurrencyTotal(money::Currency currency)
        : currency(currency)
    {
    }

    money::Currency currency;
    qint64 payments = 0;       ///< All payments of the filter.
    qint64 succeeded = 0;      ///< Those that were paid, also when they were refunded later.
    qint64 paid = 0;           ///< Minor units of those.
    qint64 refunded = 0;       ///< Minor units that were refunded, without the next three.
    qint64 asked = 0;          ///< Minor units that were asked for from here and are not known to be given back.
    qint64 unknown = 0;        ///< Minor units of refunds from here whose outcome is not known.
    qint64 underWay = 0;       ///< Minor units of refunds from here whose answer is awaited.
    qint64 withoutRefunds = 0; ///< Those of `succeeded` of which the provider has not said what was refunded.
    qint64 withFee = 0;        ///< Those of `succeeded` whose fee is known, in this currency.
    qint64 net = 0;            ///< Minor units that are left of those after their fees.
    bool isTooLarge = false;   ///< One of the sums does not fit into 64 bits; none of them is to be shown then.

    friend bool operator==(const CurrencyTotal &, const CurrencyTotal &) = default;
};

/// Sums up what was paid in one currency on one day.
struct DayVolume
{
    DayVolume(QDate day, money::Currency currency)
        : day(day)
        , currency(currency)
    {
    }

    QDate day; ///< In the zone that was asked for.
    money::Currency currency;
    qint64 payments = 0;
    qint64 paid = 0;         ///< Minor units; the largest number there is, when isTooLarge.
    bool isTooLarge = false; ///< The sum does not fit into 64 bits.

    friend bool operator==(const DayVolume &, const DayVolume &) = default;
};

/// Counts sessions by effective status, for chips and sidebar.
struct SessionCounts
{
    qint64 all = 0, open = 0, completed = 0, expired = 0, failed = 0, outcomeUnknown = 0, expiringSoon = 0,
           needsAttention = 0, notAsked = 0;

    /// Returns 0 for SessionFilter::Status::Creating: those sessions are not counted.
    qint64 of(SessionFilter::Status status) const;

    friend bool operator==(const SessionCounts &, const SessionCounts &) = default;
};

/// Keeps sessions, transactions, drafts and timelines in `ledger.sqlite` of the data directory. What can be rebuilt of
/// it is in desk/rebuild_ledger.h. SQL runs on the ledger's own threads (one writer, one reader, one for questions that
/// may take long); every call returns at once, and a read sees every write whose future has finished. Use the futures
/// with .then(context, …) or co_await. Errors are ErrorKind::Storage.
class Ledger : public QObject
{
    Q_OBJECT

public:
    /// Brings a large file of an earlier version to the form of this one, which takes a minute for a million rows, and
    /// says meanwhile how far it is; see convertLargeLedger(). open() does the same without a word. Blocks.
    static checkout::Result<bool> convert(const QString &dataDirectory, ConversionProgress progress);
    /// Opens or creates the file (0600) and migrates it forward. A file of a newer program, and one that cannot be
    /// written, are opened read-only: `readOnlyReason()` is then a sentence and every write returns it. Error: Storage
    /// for a file that cannot be read either.
    static checkout::Result<std::unique_ptr<Ledger>> open(const QString &dataDirectory);
    /// Returns a ledger that returns @p why from every call, in the place of one that could not be opened.
    static std::unique_ptr<Ledger> unreadable(const QString &dataDirectory, checkout::Error why);
    ~Ledger() override;

    QString readOnlyReason() const;
    /// Returns a number that changes when another program writes to the file.
    QFuture<checkout::Result<int>> dataVersion();
    /// Emits every signal, for @p accountIds, because another program may have changed anything.
    void announce(const QStringList &accountIds);
    /// Makes every write return @p reason from now on.
    void setReadOnly(const QString &reason);
    /// Makes every write, and startAnew(), return @p reason from now on, because another program works on the file.
    void leaveToOthers(const QString &reason);
    /// Fills a new file of the pair @p mark with what can be read of this one, and keeps this one under another name,
    /// on a thread of its own. Nothing can be read or written until openAnew(). However the program ends meanwhile, the
    /// next one finds the old file or all of the new one. Error: Storage, also for a full disk and for a newer file.
    QFuture<checkout::Result<Salvage>> startAnew(const QString &mark);
    /// Goes on after startAnew() said @p started. Returns that, or why the new file cannot be written.
    checkout::Result<Salvage> openAnew(checkout::Result<Salvage> started);
    /// Looks the whole file over on a thread of its own; with @p thorough every index too, which takes longer.
    QFuture<checkout::Result<FileCheck>> check(bool thorough);
    /// Returns which journal the file belongs to, as it was found when it was opened.
    const PairMark &pairMark() const;
    /// Makes the file one of the pair @p id, as Journal::pairAs() does.
    QFuture<checkout::Result<QString>> pairAs(QString id, bool replace);

    /// Says what has the path of the file now, without reading it through.
    QFuture<checkout::Result<FileLook>> look();
    /// Notes that check() found the file whole as @p stamp says, so that look() finds it as it was.
    void noteWhole(const FileStamp &stamp);
    /// Lets the file go, until takeFileOf(). Blocks until what was asked for is done.
    void close();
    /// Goes on with the file that @p other has opened.
    void takeFileOf(std::unique_ptr<Ledger> other);

    /// Sets what says which accounts are connected. Sessions, payments, their counts and sums, timelines and drafts of
    /// an account that is lost are read under the connected one that ConnectedAccounts::shownUnder() names, and have
    /// its id; those that a connected account has as well are left out. A row of theirs that an answer for the
    /// connected one lists becomes that one's: merge(), mergeTransactions(). Until it is set, every account stands
    /// for itself.
    void setConnectedAccounts(std::function<ConnectedAccounts()> connected);
    ConnectedAccounts connected() const { return m_connected ? m_connected() : ConnectedAccounts(); }
    /// Keeps what accounts are at their providers; those that it has under the same id are replaced.
    QFuture<checkout::Result<void>> noteAccounts(std::vector<KnownAccount> accounts);
    QFuture<checkout::Result<std::vector<KnownAccount>>> knownAccounts();
    /// Keeps which keys are those of accounts, beside those that it knows; one that was answered stays one. They stay
    /// when an account is removed. Forgets those of @p mistyped that were not answered meanwhile.
    QFuture<checkout::Result<void>> noteKeys(std::vector<MarkedKey> keys, std::vector<MarkedKey> mistyped = {});
    QFuture<checkout::Result<std::vector<MarkedKey>>> markedKeys();
    /// Keeps that the lists of an account were brought up to date at @p at. It stands with the rows that were read
    /// then, so that a backup says the time that it is of.
    QFuture<checkout::Result<void>> noteRefreshed(QString accountId, QDateTime at);
    /// Returns when that was last, by any program, UTC; invalid where nobody knows.
    QFuture<checkout::Result<QDateTime>> refreshedAt(QString accountId);
    /// Returns what the rows of all accounts but @p accountIds tell.
    QFuture<checkout::Result<std::vector<AccountTrace>>> tracesOfOthers(QStringList accountIds);
    /// Remembers intents of the journal; see IntentWitness. This and newestBegun() may be called on any thread.
    QFuture<checkout::Result<void>> noteBegun(std::vector<BegunIntent> begun);
    /// Returns the id of the newest intent that was remembered; empty when there is none.
    QFuture<checkout::Result<QString>> newestBegun();
    QFuture<checkout::Result<std::vector<BegunIntent>>> begun(); ///< Returns what was remembered, oldest first.
    /// Returns the rows, of any account, of creations that are under way or whose outcome is unknown, oldest first.
    QFuture<checkout::Result<std::vector<SessionRecord>>> undecided();

    /// Inserts or updates by (accountId, session.id), or by intentId while the session has no id. Returns the row as
    /// stored: the first createdAt stays, what @p record leaves empty stays, a session id is never lost, and an answer
    /// of the provider that is older (checkedAt) than the stored one is ignored. A completed session never becomes open
    /// again, and a status that is not known ends no status that is final: only its name is taken.
    QFuture<checkout::Result<SessionRecord>> put(SessionRecord record);
    /// Writes rows as put() does, all of them or none.
    QFuture<checkout::Result<void>> putAll(std::vector<SessionRecord> records);
    /// Writes the provider's answer on sessions that it listed or that were looked up: known ones are updated (draft
    /// and labels stay), new ones are added; older answers are ignored as in put(). Returns how many rows changed;
    /// signals only when one did. A later checkedAt alone is stored but is no change.
    QFuture<checkout::Result<int>> merge(QString accountId, std::vector<SessionRecord> records);
    QFuture<checkout::Result<std::optional<SessionRecord>>> session(QString accountId, QString sessionId);
    /// Returns the session that was paid, or tried, with a payment (Session::transactionId); the newest where several
    /// name it.
    QFuture<checkout::Result<std::optional<SessionRecord>>> sessionByTransaction(QString accountId,
                                                                                 QString transactionId);
    QFuture<checkout::Result<std::optional<SessionRecord>>> sessionByIntent(QString intentId);
    QFuture<checkout::Result<RecordPage<SessionRecord>>> sessions(SessionFilter filter, PageKey after, int limit);
    /// Returns the rows of a list that stand at some positions, and how many the filter lets through; none beyond the
    /// end. A question that nobody waits for any more ends when its future is cancelled.
    QFuture<checkout::Result<RowWindow<SessionRow>>> sessionsAt(SessionFilter filter, SessionOrder order,
                                                                RowRange range);
    /// Returns the whole of rows that a list of @p accountIds has shown, in their order; those that are gone are left
    /// out.
    QFuture<checkout::Result<std::vector<SessionRecord>>> sessionsByKey(QStringList accountIds,
                                                                        std::vector<qint64> keys);
    /// Returns where in the list the row of a key stands; nothing where the filter leaves it out.
    QFuture<checkout::Result<std::optional<qint64>>> positionOf(SessionFilter filter, SessionOrder order, qint64 key);
    QFuture<checkout::Result<SessionCounts>> counts(SessionFilter filter); ///< `status` of the filter is ignored.
    /// Makes the list of sessions and its counts show @p row in the place of the one of its intent, because the file
    /// cannot be written; none where it has no value. No other call does, and a row that is not in the file is in no
    /// list. Emits sessionsChanged for @p accountId, and so does showAsStored().
    void showInstead(const QString &intentId, std::optional<SessionRecord> row, const QString &accountId);
    void showAsStored(const QString &intentId, const QString &accountId); ///< Ends showInstead().
    /// Returns sessions whose end is not known (open, unrecognised or not asked about, also when their time is over by
    /// the clock of this computer), those that were checked longest ago first; without those of @p exceptFlows
    /// (Session::flow).
    QFuture<checkout::Result<std::vector<SessionRecord>>> unfinished(QString accountId, int limit,
                                                                     QStringList exceptFlows = {});
    /// Keeps tokens, checkout URLs and what a gateway hands over of @p accountIds out of the file, from now on, and
    /// takes out those that stand there, also where SQLite would leave them behind. They are in memory until the
    /// program ends, and every call that returns a session returns them as before. Returns how many rows had some;
    /// where it fails, what is written from now on is kept out all the same. Accounts that are not named keep theirs in
    /// the file.
    QFuture<checkout::Result<int>> keepSecretsOutOf(QStringList accountIds);

    /// Removes the row of a creation that made no session.
    QFuture<checkout::Result<void>> removeByIntent(QString intentId);

    /// Writes the provider's answer on payments, and what it says of their sessions, in one transaction. @p askedAt is
    /// the moment before the request; an answer that is older than the stored one changes nothing and adds what was
    /// not known yet. What a look-up reported stays where a list leaves it out: so does a refund, where a list calls
    /// the payment succeeded and has no figure of what was refunded. A payment that was paid or refunded never becomes
    /// pending again. The session of a payment (the one that it names, else the one that names it) gives it its labels,
    /// and @p apply is called with both, as stored, on a thread of the ledger; a status that it changes is an event of
    /// the timeline. What was given back stays for a day while answers lack it (checkout::lacksRefunds()), but for the
    /// payments @p judged, whose refunds from here say whether it failed. Returns how many payments changed.
    QFuture<checkout::Result<int>> mergeTransactions(QString accountId, std::vector<TransactionRecord> records,
                                                     QDateTime askedAt = {}, ApplyPayment apply = {},
                                                     QSet<QString> judged = {});
    QFuture<checkout::Result<RecordPage<TransactionRecord>>> transactions(TransactionFilter filter, PageKey after,
                                                                          int limit);
    /// Like sessionsAt(), sessionsByKey() and positionOf() of sessions.
    QFuture<checkout::Result<RowWindow<PaymentRow>>> transactionsAt(TransactionFilter filter, TransactionOrder order,
                                                                    RowRange range);
    QFuture<checkout::Result<std::vector<TransactionRecord>>> transactionsByKey(QStringList accountIds,
                                                                                std::vector<qint64> keys);
    QFuture<checkout::Result<std::optional<qint64>>> positionOf(TransactionFilter filter, TransactionOrder order,
                                                                qint64 key);
    /// Returns whether a list had the payment before @p at, by the clock of this computer, as far as that is known.
    QFuture<checkout::Result<bool>> wasSeenBefore(QString accountId, QString transactionId, QDateTime at);
    QFuture<checkout::Result<qint64>> countTransactions(TransactionFilter filter);

    /// Makes every call that returns payments or their sums tell the refunds that were asked for, and those of unknown
    /// outcome, from those that are given back. Emits transactionsChanged for the accounts of which others are than
    /// before.
    void setAskedRefunds(AskedByPayment asked);
    QFuture<checkout::Result<std::optional<TransactionRecord>>> transaction(QString accountId, QString transactionId);
    /// Returns the rows that the provider refunds by one Transaction::paymentId: more than one where it lists a payment
    /// as several.
    QFuture<checkout::Result<std::vector<TransactionRecord>>> rowsOfPayment(QString accountId, QString paymentId);
    /// Returns one for each currency, in the order of their codes.
    QFuture<checkout::Result<std::vector<CurrencyTotal>>> totals(TransactionFilter filter);
    /// Returns the days with payments, oldest first.
    QFuture<checkout::Result<std::vector<DayVolume>>> volume(TransactionFilter filter, QTimeZone zone);

    /// Returns the filter with its id.
    QFuture<checkout::Result<SavedFilter>> saveFilter(SavedFilter filter);
    QFuture<checkout::Result<void>> removeFilter(QString id);
    QFuture<checkout::Result<std::vector<SavedFilter>>> savedFilters(); ///< Returns them by name.

    QFuture<checkout::Result<void>> saveDraft(DraftRecord draft);
    QFuture<checkout::Result<void>> removeDraft(QString id);
    QFuture<checkout::Result<std::vector<DraftRecord>>> drafts(QStringList accountIds); ///< Returns the newest first.

    /// Adds an event to the timeline of a session, or of an intent that has no session, by its id. Emits
    /// sessionsChanged, so that a timeline on screen follows.
    QFuture<checkout::Result<void>> addEvent(QString accountId, QString sessionId, TimelineEvent event);
    QFuture<checkout::Result<std::vector<TimelineEvent>>> timeline(QString accountId,
                                                                   QString sessionId); ///< Newest first.

    /// Inserts or updates by (accountId, eventId).
    QFuture<checkout::Result<void>> putWebhookEvent(WebhookEvent event);
    QFuture<checkout::Result<RecordPage<WebhookEvent>>> webhookEvents(WebhookFilter filter, PageKey after, int limit);
    /// Like sessionsAt() and positionOf() of sessions.
    QFuture<checkout::Result<RowWindow<WebhookEvent>>> webhookEventsAt(WebhookFilter filter, WebhookOrder order,
                                                                       RowRange range);
    QFuture<checkout::Result<std::optional<qint64>>> positionOf(WebhookFilter filter, WebhookOrder order, qint64 key);
    QFuture<checkout::Result<qint64>> countWebhookEvents(WebhookFilter filter);

    /// Takes up to @p rows more rows into the index of the words of sessions and payments; returns about how many are
    /// left. The ledger does so by itself while nothing else is written, and finds what is not in the index without it.
    QFuture<checkout::Result<qint64>> indexWords(int rows);
    /// Looks that index over. A damaged one is emptied, and filled again while nothing else is written. A write or a
    /// search that meets the damage does so by itself. Returns whether it was damaged.
    QFuture<checkout::Result<bool>> mendIndex();
    /// Returns how many bytes of the file that index takes.
    QFuture<checkout::Result<qint64>> sizeOfIndex();

    /// Adds rows that are not in the file, and signals nothing: for a new ledger to measure on.
    QFuture<checkout::Result<void>> addSamples(std::vector<SampleRow> rows);
    /// Forgets everything of an account that was removed (drafts too). Its tokens stand nowhere in the file any more.
    QFuture<checkout::Result<int>> removeAccount(QString accountId);

signals:
    /// Emitted while words are taken into the index: how many rows are left.
    void wordsIndexed(qint64 left);
    void sessionsChanged(const QStringList &accountIds);
    void transactionsChanged(const QStringList &accountIds);
    void draftsChanged();
    void savedFiltersChanged();
    void webhookEventsChanged(const QStringList &accountIds);

private:
    class Store;
    explicit Ledger(std::unique_ptr<Store> store);
    void indexInQuiet();
    void indexSoon(); ///< Also of another store.
    std::unique_ptr<Store> m_store;
    std::function<ConnectedAccounts()> m_connected;
    std::shared_ptr<const AskedByPayment> m_asked;
    std::shared_ptr<const RowsInstead> m_instead;
    const std::shared_ptr<KeptOut> m_keptOut; ///< Jobs of the store use it, too.
    PacedChanges m_sessionChanges, m_paymentChanges, m_eventChanges;
    QTimer m_quiet; ///< Runs while there may be words to index.
};

} // namespace tilldeck::ledger
