// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "checkout/session_draft.h"

#include <QDateTime>
#include <QFuture>

#include <memory>
#include <vector>

namespace tilldeck::ledger {

/// What the merchant decided to do, written before a byte of it is sent.
struct Intent
{
    enum class Kind { Create, Refund };

    enum class State {
        Open,      ///< Committed; the request may or may not have left.
        Confirmed, ///< The provider answered with a session.
        Rejected,  ///< The provider said no, or nothing was sent.
        Unknown,   ///< Sent without an answer that can be trusted, or the program ended in between.
        Abandoned, ///< Unknown, and the merchant settled it.
    };

    QString id; ///< Also the idempotency key: 128 random bits.
    QString accountId;
    QByteArray bodyHash; ///< SHA-256 of the body; of a refund with the id of the payment before it.
    checkout::SessionDraft draft;
    QDateTime openedAt;   ///< UTC
    QDateTime deadlineAt; ///< UTC: after it no answer is waited for.
    State state = State::Open;
    QString sessionId; ///< Confirmed: the provider's id, of the session or of the refund.
    Kind kind = Kind::Create;
    QString transactionId;                      ///< Refund
    std::optional<money::Money> amount;         ///< Refund
    std::optional<money::Money> refundedBefore; ///< Refund: what the provider had told as given back by then.
    QString note;                               ///< Unknown or rejected: what is known, in a sentence.

    friend bool operator==(const Intent &, const Intent &) = default;
};

/// What may still be given back of a payment of PAID, of which the provider told REFUNDED as given back, beside REFUNDS
/// (refundsOf()): those that were confirmed and are not told yet count, and those whose outcome is open or unknown. All
/// in one currency; never below zero.
money::Money leftToRefund(money::Money paid, money::Money refunded, const std::vector<Intent> &refunds);

/// What is known to be given back, told or confirmed here.
money::Money givenBack(money::Money refunded, const std::vector<Intent> &refunds);

/// The intent journal, `journal.sqlite` of the data directory: a file of its own, synced on every commit, never deleted
/// by the program. Order of writes: open() has answered before the request is sent; close() after the answer is known.
class Journal
{
public:
    /// Opens or creates the file (0600). Intents that an earlier run left Open become Unknown here, before anything
    /// else can be asked; one whose process still lives (a second program on the same data) is left alone. A file of
    /// a newer program is read-only: begin() and close() answer why.
    static checkout::Result<std::unique_ptr<Journal>> open(const QString &dataDirectory);
    ~Journal();

    /// Commits a new open intent to the disk. When this fails nothing may be sent.
    QFuture<checkout::Result<Intent>> begin(QString accountId, QByteArray bodyHash, checkout::SessionDraft draft,
                                            QDateTime openedAt, QDateTime deadlineAt);
    /// The same for a refund of AMOUNT, of a payment of PAID of which the provider told REFUNDED as given back. Answers
    /// InvalidInput, and writes nothing, when AMOUNT and what was given back (told, or confirmed here and not told yet)
    /// and every refund whose outcome is open or unknown would be more than PAID: also when two refunds race, in one
    /// program or in two.
    QFuture<checkout::Result<Intent>> beginRefund(QString accountId, QByteArray bodyHash, QString transactionId,
                                                  money::Money amount, money::Money paid, money::Money refunded,
                                                  QDateTime openedAt, QDateTime deadlineAt);
    /// Refunds of a payment that this computer began, oldest first.
    QFuture<checkout::Result<std::vector<Intent>>> refundsOf(QString accountId, QString transactionId);
    /// Confirmed is final: what a slower path believes later changes nothing.
    QFuture<checkout::Result<void>> close(QString intentId, Intent::State state, QString sessionId, QString note);
    QFuture<checkout::Result<std::vector<Intent>>> unknown(Intent::Kind kind = Intent::Kind::Create); ///< Oldest first.
    QFuture<checkout::Result<std::optional<Intent>>> intent(QString id);

private:
    class Store;
    explicit Journal(std::unique_ptr<Store> store);
    std::unique_ptr<Store> m_store;
};

} // namespace tilldeck::ledger
