// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "checkout/quote.h"
#include "checkout/session_draft.h"
#include "ledger/handed_out.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <variant>

namespace tilldeck::ledger {

/// Holds what is written into the provider's catalog: as it is wanted, or as it was listed when it is switched off.
using CatalogEntry = std::variant<std::monostate, checkout::Coupon, checkout::PromotionCode, checkout::ProcessorRoute>;

/// Holds what the merchant decided to do, written before a byte of it is sent.
struct Intent
{
    enum class Kind {
        Create,
        Refund,
        // Writes into the catalog, whose contents are `entry`.
        Coupon,
        PromotionCode,
        Route, ///< Of a new route, or of an existing one when the entry has an id.
        DeactivateCoupon,
        DeactivateCode,
    };

    enum class State {
        Open,      ///< Committed; the request may or may not have left.
        Confirmed, ///< The provider has it: a session, a refund, a coupon, a code, a route.
        Rejected,  ///< The provider said no, or nothing was sent.
        Unknown,   ///< Sent without an answer that can be trusted, or the program ended in between.
        Abandoned, ///< Its outcome was unknown, and the merchant closed it.
        Accepted,  ///< A refund that the provider took and has not given back yet.
        Failed,    ///< An accepted refund that was not given back after all; the merchant has not dealt with it yet.
        Planned,   ///< A promotion code of a batch, or the row of a file, that is not sent yet.
    };

    /// Says of a creation what its state does not.
    enum class Remark {
        None,
        Left,    ///< Rejected, because it was left before it was sent, or sent again: never refused.
        Earlier, ///< Confirmed with the session of an earlier creation, and made none: the provider answered with that.
    };

    QString id; ///< Also the idempotency key: a randomId(), drawn before the request is made that has it.
    QString accountId;
    QByteArray bodyHash; ///< SHA-256 of the body that is sent.
    checkout::SessionDraft draft;
    std::optional<checkout::Quote> quote; ///< What the provider quoted for a creation: a part of what is sent.
    QDateTime openedAt;                   ///< UTC
    QDateTime deadlineAt;                 ///< UTC: the moment after which no answer is awaited.
    QDateTime providerOpenedAt; ///< UTC: openedAt by the provider's clock. Invalid when it had not said its time.
    /// UTC: the moment at which the request ended, with or without an answer, or was found to have ended with its
    /// program. Invalid while it is under way. A computer that slept meanwhile has sent it long after openedAt.
    QDateTime endedAt;
    QDateTime providerEndedAt; ///< UTC: endedAt by the provider's clock. Invalid where that was not known.
    QDateTime confirmedAt;     ///< UTC: the moment at which it became Confirmed. Invalid before.
    State state = State::Open;
    QString sessionId; ///< The provider's id of the session, refund or entry; empty while it is not known.
    Kind kind = Kind::Create;
    QString transactionId;              ///< Set for a refund.
    std::optional<money::Money> amount; ///< Set for a refund.
    /// Of a refund: what its amount is as the provider says, where that is another one than was asked for.
    std::optional<money::Money> reported;
    std::optional<money::Money> refundedBefore; ///< Set for a refund: what was reported as refunded before.
    /// The ids of what is known not to be this one. Of a refund: the entries that were listed right before it was sent,
    /// or when the merchant decided that it was not made. Of a new entry of the catalog: those like it right before. Of
    /// a creation: those known when it was closed as not created. Nothing where there is no list, or not known.
    std::optional<QStringList> listedBefore;
    QString reason; ///< Of a refund, as it was sent with it; may be empty.
    /// What is known, in a sentence, when Unknown, Rejected or Failed; the provider's word for its status when
    /// Accepted.
    QString note;
    CatalogEntry entry; ///< Set for a write into the catalog, unless the file holds one that cannot be read.
    QString
        batchId; ///< Common to the promotion codes, or rows of a file, that were asked for at once; empty for others.
    QString source;     ///< Of the row of a file: the name of the file.
    int sourceLine = 0; ///< Of the row of a file: its line there, from 1.
    Remark remark = Remark::None;
    /// Of the key that it was sent with first, see newMark(). Empty where it was not sent, or by an earlier version.
    QByteArray keyMark;
    /// Of a creation that was answered: also where the ledger is lost its session can be handed out again. Empty where
    /// its account keeps that out of files, and where it was answered to an earlier version.
    HandedOut handedOut;
    QString draftId; ///< Of the kept draft that a creation was sent from; empty for others.
    /// It was closed as not made before it became a question; see Journal::questionRefund() and questionCreation().
    /// Also set of a refund where that is not known: of an earlier version, or read from a damaged file. It is never
    /// sent again: the key of a refund may stand for one that failed, which a provider may carry out once more.
    bool wasClosed = false;
    /// Of a refund that failed: only a total, which held it and holds it no more, says so; see repeatedRefund().
    bool failedByTotal = false;

    friend bool operator==(const Intent &, const Intent &) = default;
};

} // namespace tilldeck::ledger
