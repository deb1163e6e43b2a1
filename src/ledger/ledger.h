// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/error.h"
#include "checkout/session.h"
#include "checkout/transaction.h"

#include <QFuture>
#include <QObject>
#include <QTimeZone>

#include <memory>

namespace tilldeck::ledger {

/// What this machine knows of one checkout session. Also stands for a creation that is under way or whose outcome is
/// unknown: then `session.id` is empty and `intentId` says which.
struct SessionRecord
{
    enum class State {
        Known,          ///< The provider has answered; `session` is its word.
        Creating,       ///< The intent is open in this run.
        OutcomeUnknown, ///< Sent, no answer that can be trusted. Neither created nor refused.
    };

    qint64 key = 0; ///< Ours, grows with time; pages go by it. 0: not stored yet.
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
    QDateTime checkedAt;                  ///< UTC: the provider's last answer; invalid: never.

    friend bool operator==(const SessionRecord &, const SessionRecord &) = default;
};

struct TransactionRecord
{
    TransactionRecord(qint64 key, QString accountId, checkout::Transaction transaction)
        : key(key)
        , accountId(std::move(accountId))
        , transaction(std::move(transaction))
    {
    }

    qint64 key; ///< Ours; pages go by (createdAt, key).
    QString accountId;
    checkout::Transaction transaction;
    QString customerLabel;
    QString itemsLabel;

    friend bool operator==(const TransactionRecord &, const TransactionRecord &) = default;
};

struct DraftRecord
{
    QString id; ///< Ours.
    QString accountId;
    checkout::SessionDraft draft;
    QDateTime savedAt; ///< UTC

    friend bool operator==(const DraftRecord &, const DraftRecord &) = default;
};

/// One line of a session's timeline on this machine.
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
        ExpiredByMerchant
    };
    Kind kind = Kind::Created;
    QString word; ///< StatusChanged: the provider's word.
    QDateTime at; ///< UTC

    friend bool operator==(const TimelineEvent &, const TimelineEvent &) = default;
};

/// The filters of the sessions list. Statuses are the effective ones at `now`: an open session whose time is over is
/// expired.
struct SessionFilter
{
    enum class Status { All, Open, Completed, Expired, Failed, OutcomeUnknown, Creating, NeedsAttention, ExpiringSoon };
    QStringList accountIds;      ///< Empty: none, so that live and test never mix by accident.
    Status status = Status::All; ///< Open includes Unrecognised; ExpiringSoon: open and over within an hour.
    QString text;                ///< Customer, item, id, URL; substring without case.
    QString discount;            ///< Promotion code or coupon id that was asked for, without case; empty: any.
    QDateTime createdSince;      ///< UTC; invalid: any.
    QDateTime now;               ///< UTC

    friend bool operator==(const SessionFilter &, const SessionFilter &) = default;
};

struct TransactionFilter
{
    QStringList accountIds;
    std::optional<checkout::TransactionStatus> status;
    QString text; ///< Customer, item, id, decline code; an amount as typed ("29.00").
    QString sessionId;
    QDateTime createdSince;                     ///< UTC; invalid: any.
    QDateTime createdBefore;                    ///< UTC; invalid: any.
    QString currency;                           ///< ISO code; empty: any.
    std::optional<qint64> amountFrom, amountTo; ///< Minor units, both included; only with a currency.

    friend bool operator==(const TransactionFilter &, const TransactionFilter &) = default;
};

/// What the payments of a filter come to in one currency. Refused and pending ones are counted, not added.
struct CurrencyTotal
{
    explicit CurrencyTotal(money::Currency currency)
        : currency(currency)
    {
    }

    money::Currency currency;
    qint64 payments = 0;  ///< All that the filter lets through.
    qint64 succeeded = 0; ///< Those that were taken, also when they were given back later.
    qint64 taken = 0;     ///< Minor units of those.
    qint64 refunded = 0;  ///< Minor units given back.
    qint64 withFee = 0;   ///< Those of `succeeded` whose fee is known, in this currency.
    qint64 net = 0;       ///< Minor units that are left of those after their fees.

    friend bool operator==(const CurrencyTotal &, const CurrencyTotal &) = default;
};

/// A filter of the transactions list that the merchant gave a name. A range of days is kept as days and as the zone
/// they were chosen in, so that it means the same after a restart.
struct SavedFilter
{
    QString id; ///< Ours; empty: not saved yet.
    QString name;
    TransactionFilter filter;
    int lastDays = 0; ///< Above 0: the days before now instead of the filter's own range.

    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};

/// What was taken in one currency on one day.
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
    qint64 taken = 0; ///< Minor units.

    friend bool operator==(const DayVolume &, const DayVolume &) = default;
};

/// Where the next page begins: the last row of the page before. Default: the first page.
struct PageKey
{
    QDateTime createdAt;
    qint64 key = 0;
};

template <class Row> struct RecordPage
{
    std::vector<Row> rows; ///< Newest first.
    bool more = false;
};

/// An event that a provider told of, or would have told: one call of a webhook.
struct WebhookEvent
{
    enum class Delivery {
        Kept,      ///< There is no address to send it to.
        Pending,   ///< Tried, and will be tried again.
        Delivered, ///< Answered with 2xx.
        Failed,    ///< The last try failed.
    };

    qint64 key = 0; ///< Ours; pages go by (at, key).
    QString accountId;
    QString eventId; ///< The provider's; repeats have the same.
    QString type;    ///< The provider's word: "payment.successful".
    QString about;   ///< Id of the session or charge; may be empty.
    QByteArray body; ///< As signed.
    QByteArray signatureHeader;
    QByteArray signature;
    QString url; ///< Where it was sent; empty: nowhere.
    Delivery delivery = Delivery::Kept;
    int attempts = 0;
    int httpStatus = 0; ///< Of the last try; 0: no answer.
    QDateTime at;       ///< UTC: when it happened.

    friend bool operator==(const WebhookEvent &, const WebhookEvent &) = default;
};

struct WebhookFilter
{
    QStringList accountIds;
    std::optional<WebhookEvent::Delivery> delivery;
    QString text;    ///< Type, event id or what it is about; substring without case.
    QDateTime since; ///< UTC; invalid: any.

    friend bool operator==(const WebhookFilter &, const WebhookFilter &) = default;
};

/// Counts for chips and sidebar, by effective status.
struct SessionCounts
{
    qint64 all = 0, open = 0, completed = 0, expired = 0, failed = 0, outcomeUnknown = 0, expiringSoon = 0,
           needsAttention = 0;

    friend bool operator==(const SessionCounts &, const SessionCounts &) = default;
};

/// Sessions, transactions, drafts and timelines in `ledger.sqlite` of the data directory: a copy that can be rebuilt
/// from the providers, except drafts. SQL runs on the ledger's own threads (one writer, one reader); every call returns
/// at once, and a read sees every write whose future has finished. Use the futures with .then(context, …) or co_await.
/// Errors are ErrorKind::Storage.
class Ledger : public QObject
{
    Q_OBJECT

public:
    /// Opens or creates the file (0600) and migrates it forward. A file of a newer program is opened read-only:
    /// `readOnlyReason()` is then a sentence and every write answers it.
    static checkout::Result<std::unique_ptr<Ledger>> open(const QString &dataDirectory);
    ~Ledger() override;

    QString readOnlyReason() const;

    /// Inserts or updates by (accountId, session.id), or by intentId while the session has no id. Answers the row as
    /// stored: the first createdAt stays, what RECORD leaves empty stays, a session id is never lost, and a word of the
    /// provider that was heard earlier (checkedAt) than the stored one is ignored.
    QFuture<checkout::Result<SessionRecord>> put(SessionRecord record);
    /// Takes over the provider's word on sessions it listed or that were looked up: known ones are updated (draft and
    /// labels stay), new ones are added; older words are ignored as in put(). Answers how many rows changed; signals
    /// only when one did. A later checkedAt alone is stored but is no change.
    QFuture<checkout::Result<int>> merge(QString accountId, std::vector<SessionRecord> records);
    QFuture<checkout::Result<std::optional<SessionRecord>>> session(QString accountId, QString sessionId);
    /// The session that was paid, or tried, with a payment (Session::transactionId); the newest where several name it.
    QFuture<checkout::Result<std::optional<SessionRecord>>> sessionByTransaction(QString accountId,
                                                                                 QString transactionId);
    QFuture<checkout::Result<std::optional<SessionRecord>>> sessionByIntent(QString intentId);
    QFuture<checkout::Result<RecordPage<SessionRecord>>> sessions(SessionFilter filter, PageKey after, int limit);
    QFuture<checkout::Result<SessionCounts>> counts(SessionFilter filter); ///< `status` of the filter is ignored.
    /// Sessions whose end is not known (open or unrecognised, also when their time is over here), those that were
    /// checked longest ago first; without those of EXCEPT_FLOWS (Session::flow).
    QFuture<checkout::Result<std::vector<SessionRecord>>> unsettled(QString accountId, int limit,
                                                                    QStringList exceptFlows = {});
    /// Removes a row whose outcome the merchant has settled as "was not created".
    QFuture<checkout::Result<void>> removeByIntent(QString intentId);

    /// Takes over the provider's word on payments. What a look-up told stays where a list leaves it out: so does a
    /// refund that was told, where a list calls the payment succeeded and has no figure of what was given back.
    QFuture<checkout::Result<int>> mergeTransactions(QString accountId, std::vector<TransactionRecord> records);
    QFuture<checkout::Result<RecordPage<TransactionRecord>>> transactions(TransactionFilter filter, PageKey after,
                                                                          int limit);
    QFuture<checkout::Result<qint64>> countTransactions(TransactionFilter filter);

    QFuture<checkout::Result<std::optional<TransactionRecord>>> transaction(QString accountId, QString transactionId);
    /// One for each currency, in the order of their codes.
    QFuture<checkout::Result<std::vector<CurrencyTotal>>> totals(TransactionFilter filter);
    /// Days without payments are left out. Oldest first.
    QFuture<checkout::Result<std::vector<DayVolume>>> volume(TransactionFilter filter, QTimeZone zone);

    /// Answers it with its id.
    QFuture<checkout::Result<SavedFilter>> saveFilter(SavedFilter filter);
    QFuture<checkout::Result<void>> removeFilter(QString id);
    QFuture<checkout::Result<std::vector<SavedFilter>>> savedFilters(); ///< By name.

    QFuture<checkout::Result<void>> saveDraft(DraftRecord draft);
    QFuture<checkout::Result<void>> removeDraft(QString id);
    QFuture<checkout::Result<std::vector<DraftRecord>>> drafts(QStringList accountIds); ///< Newest first.

    /// Signals sessionsChanged, so that a timeline on screen follows.
    QFuture<checkout::Result<void>> addEvent(QString accountId, QString sessionId, TimelineEvent event);
    QFuture<checkout::Result<std::vector<TimelineEvent>>> timeline(QString accountId,
                                                                   QString sessionId); ///< Newest first.

    /// Inserts or updates by (accountId, eventId).
    QFuture<checkout::Result<void>> putWebhookEvent(WebhookEvent event);
    QFuture<checkout::Result<RecordPage<WebhookEvent>>> webhookEvents(WebhookFilter filter, PageKey after, int limit);
    QFuture<checkout::Result<qint64>> countWebhookEvents(WebhookFilter filter);

    /// Forgets everything of an account that was removed (drafts too).
    QFuture<checkout::Result<void>> removeAccount(QString accountId);

Q_SIGNALS:
    void sessionsChanged(const QStringList &accountIds);
    void transactionsChanged(const QStringList &accountIds);
    void draftsChanged();
    void savedFiltersChanged();
    void webhookEventsChanged(const QStringList &accountIds);

private:
    class Store;
    explicit Ledger(std::unique_ptr<Store> store);
    std::unique_ptr<Store> m_store;
};

} // namespace tilldeck::ledger
