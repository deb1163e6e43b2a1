// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/unproven.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says what the provider's lists show about a creation whose outcome is unknown.
struct Reconciliation
{
    enum class Finding {
        Found,      ///< Exactly one session at the provider fits: it was created, and is now in the ledger.
        NotListed,  ///< The provider lists its sessions, and none fits; see mayAppearUntil.
        Ambiguous,  ///< Several may be it, or one that is not exactly what was asked for; the merchant decides.
        WithoutUrl, ///< Exactly one fits, so it was created; only the same request sent again would tell its URL.
        CannotTell, ///< There is no list call, the list could not be read to its end, or it proves nothing.
    };

    explicit Reconciliation(Finding finding = Finding::CannotTell)
        : finding(finding)
    {
    }

    Finding finding;
    /// The row of the session, when Found. It may be that of another creation with the same reference; the row of this
    /// creation is gone then.
    std::optional<ledger::SessionRecord> record;
    /// Those that it may be, when Ambiguous; the one that it is, when WithoutUrl.
    std::vector<checkout::Session> candidates;
    /// When Ambiguous: why the one that was chosen may be another, with the risk, in sentences. Unproven::Allow takes
    /// it.
    QString doubt;
    /// When NotListed: until when the session may still appear, by the clock of this computer. Invalid: not any more.
    QDateTime mayAppearUntil;
    bool isCut = false; ///< When CannotTell: the provider has a list, and it could not be read to its end.
    /// When CannotTell: it was not listed in an account that may be another than the lost one that sent it.
    bool isOfAnother = false;
    bool isOfOtherKey = false; ///< When CannotTell: it was not listed with another key than the one it was sent with.
    int unread = 0;            ///< When CannotTell: how many rows of the list could not be read. isCut is set too.
    /// When CannotTell: the id of a session or payment that is known to be there, and that the list did not have.
    QString lacks;

    /// Returns whether there is a list, and it proves nothing.
    bool hasUncertainList() const { return isCut || isOfAnother || isOfOtherKey || !lacks.isEmpty(); }
};

/// Returns what it means that @p looked found the session not listed at @p provider, in sentences: until when it may
/// still appear, or what can be decided.
QString notListedSentence(const Reconciliation &looked, const QString &provider);
/// Returns why @p provider cannot tell, in sentences, where that is what @p looked found.
QString cannotTellSentence(const Reconciliation &looked, const QString &provider);
/// Returns that @p looked found the session at @p provider, and how its URL can still be had, in sentences.
QString withoutUrlSentence(const Reconciliation &looked, const QString &provider);
/// Returns what follows where that session is taken as it is, in a sentence.
QString urlIsLostSentence();

/// Looks for the session of an unknown intent at its provider; sends nothing that creates. A session may be it unless
/// it is the session of another creation, in this account or in one that may be the same at the provider, is surely
/// older than the creation, or is from another time and of another customer or of other prices and quantities. That
/// time is the provider's own: only a session that is older by its clock and by the one here is ruled out, and none
/// where the provider did not say its time, or stamps without a zone or a time of day. A list whose pages do not join
/// was not read to its end. A provider may write everything else in its own way, add to it and change its order: it
/// counts as found only when everything that was asked for is reported and the same, it is from the time of the
/// creation, the ledger did not have it before, and no other creation of unknown outcome may have made it. Where the
/// flow has a reference (Field::Reference), only a charge with the draft's reference, or with the intent's id as one,
/// is found; one that is older or unstamped, or that of another creation, is a question, and so is one of that time
/// without any reference. One that can still be paid, and whose URL the same request would tell while the provider
/// remembers its key (isSentAgainFirst()), stays unknown (WithoutUrl); Unproven::Allow takes it without its URL.
/// Errors, before the provider is asked: NotFound for an id that is no creation of the account, UnknownOutcome while
/// its answer is awaited, Rejected for one that the provider refused; then those of the provider, and UnknownOutcome
/// while another creation that may have made it is under way, and where its session is in the list as that of another
/// one. That it was looked for, and what came of it, is kept in the timeline of the intent.
///
/// With @p chosen, the merchant says which session it is, by its id; the provider is asked again. One that is none of
/// the candidates is looked up by its id where the provider can, and where it contradicts what was asked for, it is
/// taken only with Unproven::Allow (Reconciliation::doubt). Errors, beside those: InvalidInput for the session of
/// another creation, for one that cannot be looked up, and for a charge that is not listed.
http::Task<checkout::Result<Reconciliation>> reconcileCreation(QPointer<Desk> desk, QString accountId, QString intentId,
                                                               QString chosen = {},
                                                               Unproven unproven = Unproven::Refuse);

} // namespace tilldeck::desk
