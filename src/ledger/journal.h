// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "ledger/code_batch.h"
#include "ledger/file_check.h"
#include "ledger/import_batch.h"
#include "ledger/intent.h"
#include "ledger/key_mark.h"
#include "ledger/pair.h"
#include "ledger/reported_refunds.h"
#include "ledger/salvage_report.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace tilldeck::ledger {

/// Says whether an earlier draft asks for what is to be created now. Called on a thread of the journal's.
using AsksForTheSame = std::function<bool(const checkout::SessionDraft &earlier)>;

/// Says what time it is, UTC.
struct Clocks
{
    QDateTime here;
    QHash<QString, QDateTime> there; ///< By the clocks of the providers, as far as they are known; by account.
};

/// Says what Journal::beginOnce() found.
struct Begun
{
    Begun(Intent intent, bool isEarlier)
        : intent(std::move(intent))
        , isEarlier(isEarlier)
    {
    }

    Intent intent;
    bool isEarlier; ///< The same was asked for before: this is that intent, and nothing was written.
};

/// Says what Journal::planCodesOnce() did.
struct PlannedCodes
{
    explicit PlannedCodes(std::vector<Intent> rows)
        : rows(std::move(rows))
    {
    }
    explicit PlannedCodes(CodeBatch earlier)
        : earlier(std::move(earlier))
    {
    }

    std::vector<Intent> rows;         ///< Empty when there is an earlier batch.
    std::optional<CodeBatch> earlier; ///< Of the same, unfinished or made a moment ago: nothing was written.
};

struct BegunIntent;
class OwnerLock;

/// Remembers, in another file than the journal, which intents were begun. Both are called on a thread of the journal's,
/// and may block.
struct IntentWitness
{
    std::function<checkout::Result<QString>()> newest; ///< Returns the id of the newest one; may be empty.
    std::function<checkout::Result<void>(const std::vector<BegunIntent> &begun)> note;
};

/// The intent journal, `journal.sqlite` of the data directory: a file of its own, synced on every commit, never deleted
/// by the program. Order of writes: begin() has answered before the request is sent; close() after the answer is known.
class Journal
{
public:
    /// Says what beginRefund() does about what the merchant may not know to be a repeatedRefund().
    enum class Repeat { Refuse, Allow };

    /// Opens or creates the file (0600). Intents that an earlier run left Open become Unknown before this returns; one
    /// whose process still lives (a second program on the same data) is left alone. A file of a newer program, and one
    /// that cannot be written, are read-only: begin() and close() return the reason. Error: Storage for a file that
    /// cannot be read either. @p clocks: see setClocks().
    static checkout::Result<std::unique_ptr<Journal>> open(const QString &dataDirectory,
                                                           std::function<Clocks()> clocks = {});
    /// Returns a journal that returns @p why from every call, in the place of one that could not be opened.
    static std::unique_ptr<Journal> unreadable(const QString &dataDirectory, checkout::Error why);
    ~Journal();

    /// Returns why nothing may be written, in a sentence; empty when it may.
    QString readOnlyReason() const;
    /// Returns which ledger the file belongs to, as it was found when it was opened.
    const PairMark &pairMark() const;
    /// Makes the file one of the pair @p id, unless it is one of another pair and @p replace is false. Returns the id
    /// of the pair that it belongs to then.
    QFuture<checkout::Result<QString>> pairAs(QString id, bool replace);
    /// Keeps the file under another name beside it and begins a new one, as Ledger::startAnew() does.
    QFuture<checkout::Result<Salvage>> startAnew();
    /// Goes on after startAnew(), as Ledger::openAnew() does.
    checkout::Result<Salvage> openAnew(checkout::Result<Salvage> started);
    /// Looks the whole file over with every index, as Ledger::check() does.
    QFuture<checkout::Result<FileCheck>> check();
    /// Returns the stamp that the file has now, to tell whether it is the one that check() found whole.
    FileStamp stamp() const;
    /// Says what has the path of the file now, without reading it through; see Ledger::look(). A file that lacks the
    /// newest intent, as this program or the witness knows it, has been exchanged.
    QFuture<checkout::Result<FileLook>> look();
    /// Lets the file go, until takeFileOf(). Blocks until what was asked for is done. Intents of this program stay
    /// those of one that lives.
    void close();
    /// Goes on with the file that @p other has opened.
    void takeFileOf(std::unique_ptr<Journal> other);
    /// Returns whether the file lacks the newest intent that this program knew before takeFileOf(), until pairAs() has
    /// replaced its pair.
    QFuture<checkout::Result<bool>> lacksNewest();
    /// Returns whether a newer program wrote the file, so that this one may not replace it.
    bool isNewer() const;
    /// Returns the ids of the intents that are open and whose program lives. In a file that cannot be written, others
    /// may stand as open whose program has ended.
    QFuture<checkout::Result<QStringList>> underWay();
    /// Makes every write, and startAnew(), return @p reason from now on, because another program works on the file.
    void leaveToOthers(const QString &reason);
    /// Makes begin(), beginOnce(), reopen() and beginRefund() return @p sentence until it is set to an empty one.
    void holdBack(const QString &sentence);

    /// Sets what remembers each intent before begin(), beginOnce(), reopen() or beginRefund() has answered. They return
    /// Storage, and write nothing, while the file does not hold the newest intent that the witness knows: it is a copy
    /// of an earlier time.
    void setWitness(IntentWitness witness);
    /// Returns the intents that were begun after that of @p id, or all when the file does not hold it: the newest
    /// thousand, oldest first.
    QFuture<checkout::Result<std::vector<BegunIntent>>> begunAfter(QString id);
    /// Writes down intents that another file remembers, those that are Open as of unknown outcome; those that the file
    /// holds stay as they are. Returns how many are new.
    QFuture<checkout::Result<int>> addRemembered(std::vector<Intent> intents);

    /// Commits a new open intent to the disk, with @p id, which is a randomId(), and the mark of @p key, which it is
    /// sent with. When this fails, nothing may be sent. What was sent and could be made once more is never opened to
    /// be sent again with another key, under which the provider may not remember it: reopen() returns Rejected then.
    QFuture<checkout::Result<Intent>> begin(QString id, QString accountId, QByteArray bodyHash,
                                            checkout::SessionDraft draft, QDateTime openedAt, QDateTime deadlineAt,
                                            QDateTime providerOpenedAt = {}, KeyMark key = {},
                                            std::optional<checkout::Quote> quote = {}, QString draftId = {});
    /// Commits a new open intent as begin() does, unless the same was asked for before: a creation of that account (see
    /// setOtherAccounts()) with this hash or this draft, or of which @p isSame says so, that is Open or Unknown, or
    /// that is Confirmed and was opened, ended or confirmed at @p confirmedSince or later, by either clock; and one of
    /// the same kept draft whenever it was. Looks and writes in one transaction, so that two programs never begin the
    /// same at once.
    QFuture<checkout::Result<Begun>> beginOnce(QString id, QString accountId, QByteArray bodyHash,
                                               checkout::SessionDraft draft, QDateTime openedAt, QDateTime deadlineAt,
                                               QDateTime confirmedSince, QDateTime providerOpenedAt = {},
                                               KeyMark key = {}, std::optional<checkout::Quote> quote = {},
                                               QString draftId = {}, AsksForTheSame isSame = {});
    /// Returns those of the kept drafts @p ids of which a creation is Confirmed or Unknown: they were sent.
    QFuture<checkout::Result<QStringList>> draftsSent(QStringList ids);
    /// Opens a creation or refund of unknown outcome again, to send it once more under its id. Looks and writes in one
    /// transaction, so that two programs never send it at once. Errors: NotFound for an id that is no intent of @p kind
    /// of this very account (a creation may be that of one that may be the same: the caller proves that it is), and
    /// Rejected, with the reason, for any other state, for one whose session or refund is
    /// known, and for a refund that was closed before (Intent::wasClosed) or beside which an equal one was begun later;
    /// see whyNotBesideOthers().
    QFuture<checkout::Result<Intent>> reopen(QString accountId, Intent::Kind kind, QString intentId,
                                             QDateTime deadlineAt, KeyMark key = {});
    /// Commits a new open intent to refund @p amount of a payment of @p paid, of which the provider reported @p
    /// reported. Returns InvalidInput, and writes nothing, when @p amount would be more than
    /// leftToRefund(): also when two refunds race, in one program or in two. Returns UnknownOutcome, and writes
    /// nothing, for a @p repeat that is refused.
    QFuture<checkout::Result<Intent>> beginRefund(QString id, QString accountId, QByteArray bodyHash,
                                                  QString transactionId, money::Money amount, money::Money paid,
                                                  ReportedRefunds reported, QDateTime openedAt, QDateTime deadlineAt,
                                                  QDateTime providerOpenedAt = {}, Repeat repeat = Repeat::Allow,
                                                  QString reason = {}, KeyMark key = {});
    /// Commits a new open intent to write @p entry into the catalog. Where the same was sent before and its outcome is
    /// unknown, a write that can be repeated without harm (a change of a route, switching off) opens that intent again
    /// and returns it, with its own id: no request of such a write has a key. Another one returns Rejected, with what
    /// to do.
    QFuture<checkout::Result<Intent>> beginEntry(QString id, QString accountId, QByteArray bodyHash, Intent::Kind kind,
                                                 CatalogEntry entry, QDateTime openedAt, QDateTime deadlineAt,
                                                 QDateTime providerOpenedAt = {}, KeyMark key = {},
                                                 std::optional<QStringList> listedBefore = {});
    /// Commits a Planned intent for each of @p codes, all of them or none. They are a batch that this process makes
    /// until it calls releaseBatch() or ends.
    QFuture<checkout::Result<std::vector<Intent>>>
    planCodes(QString accountId, std::vector<checkout::PromotionCode> codes, QDateTime plannedAt);
    /// Commits codes as planCodes() does, in one transaction unless an unfinished batch of that account (see
    /// setOtherAccounts()) has only such codes that are Planned, Open or Unknown, as @p isSame says on a thread of the
    /// journal; or as many to the same terms were made, in part at least, less than @p window ago by one of the clocks.
    QFuture<checkout::Result<PlannedCodes>>
    planCodesOnce(QString accountId, std::vector<checkout::PromotionCode> codes, QDateTime plannedAt,
                  std::function<bool(const checkout::PromotionCode &code)> isSame, std::chrono::seconds window = {});
    /// Makes this process the one that goes on with a batch, and returns its codes in their order. Errors: NotFound,
    /// and Rejected while it is being made already, here or in another program.
    QFuture<checkout::Result<std::vector<Intent>>> takeBatch(QString accountId, QString batchId);
    /// Lets any process go on with what is still Planned of a batch. Until then what is planned again stays this one's.
    QFuture<checkout::Result<void>> releaseBatch(QString batchId);
    /// Opens the intent of a promotion code that is Planned, or whose outcome is unknown, to send it under its id in a
    /// body that has this hash. One that was sent before keeps the times and the @p listedBefore of its first request.
    /// Error: Rejected, with the reason, for any other state.
    QFuture<checkout::Result<Intent>> openCode(QString intentId, QByteArray bodyHash, QDateTime openedAt,
                                               QDateTime deadlineAt, QDateTime providerOpenedAt = {}, KeyMark key = {},
                                               std::optional<QStringList> listedBefore = {});
    /// Ends a batch: what is Planned becomes Rejected with the note @p notSent, what is unknown becomes Abandoned with
    /// @p undecided. Errors: those of takeBatch().
    QFuture<checkout::Result<void>> leaveBatch(QString accountId, QString batchId, QString notSent, QString undecided);
    /// Returns the batches of which something is Planned or unknown, oldest first, also those that are being made.
    QFuture<checkout::Result<std::vector<CodeBatch>>> unfinishedBatches();
    /// Commits a Planned creation for each of @p rows of the file @p source, all of them or none, in one transaction.
    /// They are a batch that this process makes until it calls releaseBatch() or ends. Unless @p confirmedSince is
    /// invalid, nothing is written where one of them asks for the same as a creation of that account (see
    /// setOtherAccounts()) that is Planned, Open or Unknown, or Confirmed and of that time or later.
    QFuture<checkout::Result<PlannedImport>> planImport(QString accountId, QString source, std::vector<ImportRow> rows,
                                                        QDateTime plannedAt, QDateTime confirmedSince);
    /// Makes this process the one that goes on with an import, and returns its rows in their order. Errors: those of
    /// takeBatch().
    QFuture<checkout::Result<std::vector<Intent>>> takeImport(QString accountId, QString batchId);
    /// Opens a row that is Planned, to send it under its id in a body that has this hash. Looks and writes in one
    /// transaction, so that two programs never send it. Error: Rejected, with the reason, for any other state.
    QFuture<checkout::Result<Intent>> openPlanned(QString intentId, QByteArray bodyHash, QDateTime openedAt,
                                                  QDateTime deadlineAt, QDateTime providerOpenedAt = {},
                                                  KeyMark key = {}, std::optional<checkout::Quote> quote = {});
    /// Closes a row that is Planned, of which nothing is sent now. Looks and writes in one transaction: one that
    /// another program has opened meanwhile stays as it is. Error: that of openPlanned().
    QFuture<checkout::Result<void>> closePlanned(QString intentId, Intent::State state, QString sessionId, QString note,
                                                 HandedOut handedOut = {});
    /// Closes what is Planned of an import as Rejected, with @p note: it is never sent. What is unknown stays so.
    /// Returns how many rows that were. Errors: those of takeBatch().
    QFuture<checkout::Result<int>> cancelImport(QString accountId, QString batchId, QString note);
    /// Returns the rows of an import in their order. Error: NotFound.
    QFuture<checkout::Result<std::vector<Intent>>> rowsOfImport(QString accountId, QString batchId);
    /// Returns the imports of an account, newest first, also those that are over.
    QFuture<checkout::Result<std::vector<ImportBatch>>> imports(QString accountId);
    /// Returns the imports of every account that have rows which are Planned, and that no living process makes; newest
    /// first.
    QFuture<checkout::Result<std::vector<ImportBatch>>> unsentImports();
    /// Returns the writes into catalogs, apart from those of a batch, whose outcome is unknown, oldest first.
    QFuture<checkout::Result<std::vector<Intent>>> unknownEntries();
    /// Returns the refunds of a payment that this computer began, oldest first; see setOtherAccounts().
    QFuture<checkout::Result<std::vector<Intent>>> refundsOf(QString accountId, QString transactionId);
    /// Closes an intent of unknown outcome, or a refund that is Accepted or Failed, as Abandoned, because the merchant
    /// decided that it was not made. Looks and writes in one transaction, so that two programs never decide about
    /// different states. One that is Abandoned already stays so without an error. Errors: NotFound as in intentOf(),
    /// and Rejected, with the reason, for any other state.
    QFuture<checkout::Result<void>> abandon(QString accountId, Intent::Kind kind, QString intentId, QString note);
    /// Makes open intents whose program has ended Unknown, as open() does.
    QFuture<checkout::Result<void>> closeOrphaned();
    /// Writes how an intent ended. Confirmed is final (but see failRefundByTotal()), an Accepted refund can only
    /// become Confirmed or Failed, and a Failed one Confirmed: any other call changes nothing and returns Storage. The
    /// state that it has already is written again, with the id and the note of this call. What is empty in @p handedOut
    /// keeps what stands there, and so does no @p remark while the state stays.
    QFuture<checkout::Result<void>> close(QString intentId, Intent::State state, QString sessionId, QString note,
                                          HandedOut handedOut = {}, Intent::Remark remark = Intent::Remark::None);
    /// Takes out what was handed out to these accounts, also where SQLite would leave it behind. Returns how many
    /// intents held something.
    QFuture<checkout::Result<int>> eraseHandedOut(QStringList accountIds);
    /// Does the same for an account that is to be removed. Returns Rejected, and takes out nothing, while an intent of
    /// it is among unsettled(): another program may have begun it a moment ago. Looks and writes in one transaction.
    QFuture<checkout::Result<int>> eraseHandedOutOfSettled(QString accountId);
    /// Writes what the provider's list says of a refund: state, id, note and Intent::reported of @p refund. @p judged
    /// are the refunds of its payment that this was judged by, as refundsOf() with @p accountId returned them, and @p
    /// entries says how many entries of the list have its id. Looks and writes in one transaction, so that no entry is
    /// given to two refunds. Returns whether it was written: it is not where the refunds of the payment are others by
    /// now, and has to be judged again. Error: Rejected, with the reason, where other refunds of the payment have all
    /// entries of an id that this one does not have yet.
    QFuture<checkout::Result<bool>> claimRefund(QString accountId, Intent refund, std::vector<Intent> judged,
                                                int entries);
    /// Writes that a refund that is Accepted or Confirmed failed, by a total that holds it no longer: the one case in
    /// which Confirmed is not final. Sets Intent::failedByTotal. Looks and writes in one transaction. Returns Storage,
    /// and changes nothing, for any other state, or another id than @p refundId, which may be empty.
    QFuture<checkout::Result<void>> failRefundByTotal(QString intentId, QString refundId, QString note);
    /// Writes that the outcome of a refund is unknown after all that was closed as not made, Abandoned, Rejected or
    /// Failed: the provider lists one that may be it, or counts it. It has no id from then on, and Intent::wasClosed is
    /// set. One that is Unknown already stays as it is without an error. Looks and writes in one transaction. Returns
    /// Storage, and changes nothing, for a refund in any other state.
    QFuture<checkout::Result<void>> questionRefund(QString intentId, QString note);
    /// Writes that the outcome of an Abandoned or Rejected creation, or of the row of a file that is Planned, is
    /// unknown after all: the provider lists @p sessionIds, each of which may be it and is among Intent::listedBefore
    /// from then on; a row may have been sent until now. Sets Intent::wasClosed. Looks and writes in one transaction.
    /// Returns whether it was written: it is not in any other state.
    QFuture<checkout::Result<bool>> questionCreation(QString intentId, QStringList sessionIds, QString note);
    /// Adds @p sessionIds to Intent::listedBefore of a creation of unknown outcome: the merchant was told of them.
    QFuture<checkout::Result<void>> noteTold(QString intentId, QStringList sessionIds);
    /// Returns the creations of an account, or of one that may be the same (setOtherAccounts()), that are Abandoned and
    /// were opened or ended at @p since or later, or Rejected and were at @p rejectedSince or later, oldest first.
    QFuture<checkout::Result<std::vector<Intent>>> creationsNotMade(QString accountId, QDateTime since,
                                                                    QDateTime rejectedSince);
    /// Returns the payments of which refunds were begun from here, under the account or one that may be the same.
    QFuture<checkout::Result<QSet<QString>>> paymentsWithRefunds(QString accountId);
    /// Writes Intent::reported of a refund, whatever its state.
    QFuture<checkout::Result<void>> setReported(QString intentId, money::Money reported);
    /// Returns the refund that is known as @p refundId at the provider, of any payment of the account or of one that
    /// may be the same (setOtherAccounts()), without the intent @p exceptIntentId; nothing where there is none.
    QFuture<checkout::Result<std::optional<Intent>>> refundWithId(QString accountId, QString refundId,
                                                                  QString exceptIntentId);
    /// Sets Intent::listedBefore of a refund that is Abandoned or Rejected, to hold the entries, too, that the merchant
    /// decided not to be this one. Changes nothing in another state.
    QFuture<checkout::Result<void>> setApart(QString intentId, QStringList listed);
    QFuture<checkout::Result<std::vector<Intent>>>
    unknown(Intent::Kind kind = Intent::Kind::Create); ///< Returns the oldest first.
    /// Returns those that are Open or Unknown, the oldest first.
    QFuture<checkout::Result<std::vector<Intent>>> unresolved(Intent::Kind kind);
    /// Returns the intents of an account that somebody has to see to still, oldest first: those that are Open, Unknown,
    /// Accepted, Failed or Planned.
    QFuture<checkout::Result<std::vector<Intent>>> unsettled(QString accountId);
    /// Returns the refunds in @p state, with @p since those that were begun from then on, oldest first.
    QFuture<checkout::Result<std::vector<Intent>>> refundsIn(Intent::State state, QDateTime since = {});
    /// Returns every refund of the payments that have one that is Open, Unknown or Accepted, the oldest first.
    QFuture<checkout::Result<std::vector<Intent>>> refundsBesideOpen();
    /// Returns the intents whose session, refund or entry exists at the provider, oldest first. With @p after, the id
    /// of an intent that the file holds, those that were begun after it.
    QFuture<checkout::Result<std::vector<Intent>>> confirmed(Intent::Kind kind, QString after = {});
    /// Returns the writes of @p kind under an account, or one that may be the same (setOtherAccounts()), that may have
    /// reached the provider: all but those that are Planned or Rejected. Oldest first by when each was sent last.
    QFuture<checkout::Result<std::vector<Intent>>> sent(Intent::Kind kind, QString accountId);
    /// Confirms that a creation of an account made the session @p sessionId, unless another one of it, or of one that
    /// may be the same (setOtherAccounts()), is known to have made it, whoever writes that at the same moment. Returns
    /// false then, and changes nothing. Errors: those of close().
    QFuture<checkout::Result<bool>> confirmAlone(QString accountId, QString intentId, QString sessionId);
    /// Returns the ids of the sessions that creations of an account, or of one that may be the same
    /// (setOtherAccounts()), are known to have made, without that of @p exceptIntentId.
    QFuture<checkout::Result<QSet<QString>>> sessionsMade(QString accountId, QString exceptIntentId);
    /// Returns whether sessionsMade() has @p sessionId.
    QFuture<checkout::Result<bool>> isMadeByAnother(QString accountId, QString exceptIntentId, QString sessionId);
    /// Returns the keys that the newest hundred intents of each account were sent with, and those of the newest hundred
    /// that the provider refused.
    QFuture<checkout::Result<std::vector<MarkedKey>>> markedKeys();
    QFuture<checkout::Result<std::optional<Intent>>> intent(QString id);
    /// Returns the intent of @p kind that belongs to an account, or to one that may be the same (setOtherAccounts()).
    /// Error: NotFound, with what to do, where there is none; an id of another account or of the other kind is one of
    /// those.
    QFuture<checkout::Result<Intent>> intentOf(QString accountId, Intent::Kind kind, QString intentId);

    /// Sets what returns the ids of the accounts that are known to be others at the provider than that of an id.
    /// Refunds, creations and writes into catalogs are looked for under every other id, so that an account that is
    /// connected again under a new id gives nothing back and creates nothing twice. Until it is set, they are looked
    /// for under their own id only. It returns nothing for an id that no account has: that one has no other than its
    /// own.
    void setOtherAccounts(std::function<std::optional<QStringList>(const QString &accountId)> others);
    /// Sets what says the time, for Intent::endedAt and Intent::confirmedAt. It is called on the threads that call the
    /// journal. Without it the clock of this computer is taken, and none of a provider is known.
    void setClocks(std::function<Clocks()> clocks);

private:
    class Store;
    Journal(std::unique_ptr<Store> store, std::function<Clocks()> clocks);
    std::vector<std::unique_ptr<OwnerLock>> m_formerOwners; ///< Of files that were let go.
    std::unique_ptr<Store> m_store;
    std::function<std::optional<QStringList>(const QString &)> m_others;
    std::function<Clocks()> m_clocks; ///< Never empty.
};

} // namespace tilldeck::ledger
