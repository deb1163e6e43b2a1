// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reconcile_note.h"

#include "desk/note_tried.h"
#include "desk/use_case_log.h"

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

QString loggedFinding(const checkout::Result<Reconciliation> &result)
{
    if (!result)
        return loggedError(result.error());
    switch (result->finding) {
    case Reconciliation::Finding::Found:
        return u"found"_s;
    case Reconciliation::Finding::NotListed:
        return u"not listed"_s;
    case Reconciliation::Finding::Ambiguous:
        return u"ambiguous, %1 candidates"_s.arg(result->candidates.size());
    case Reconciliation::Finding::WithoutUrl:
        return u"found, to be sent again"_s;
    case Reconciliation::Finding::CannotTell:
        break;
    }
    return u"cannot tell"_s;
}

void noteLookUp(Desk &desk, const QString &accountId, const QString &intentId,
                const checkout::Result<Reconciliation> &result)
{
    if (!result)
        return noteFailedLookUp(desk, accountId, intentId, result.error());
    const auto note = [&](LookUpAnswer answer) {
        noteTried(desk, accountId, intentId, ledger::TimelineEvent::Kind::LookedUp, lookUpWord(answer));
    };
    switch (result->finding) {
    case Reconciliation::Finding::Found:
        return;
    case Reconciliation::Finding::NotListed:
        return note(LookUpAnswer::NotListed);
    case Reconciliation::Finding::Ambiguous:
        return note(LookUpAnswer::Ambiguous);
    case Reconciliation::Finding::WithoutUrl:
        return note(LookUpAnswer::WithoutUrl);
    case Reconciliation::Finding::CannotTell:
        return note(LookUpAnswer::CannotTell);
    }
}

} // namespace tilldeck::desk
