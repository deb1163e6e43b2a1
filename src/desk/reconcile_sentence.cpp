// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reconcile_creation.h"
#include "desk/reconcile_text.h"

namespace tilldeck::desk {

QString notListedSentence(const Reconciliation &looked, const QString &provider)
{
    if (!looked.mayAppearUntil.isValid())
        return ReconcileText::tr("%1 lists no session that fits, and the time in which it could appear is over.")
            .arg(provider);
    const QDateTime until = looked.mayAppearUntil.toLocalTime();
    return ReconcileText::tr("%1 lists no session that fits at the moment. It may still appear until %2: check again "
                             "then.",
                             "provider, a clock time with its zone")
        .arg(provider, ReconcileText::tr("%1 %2", "a clock time, its zone")
                           .arg(QLocale().toString(until.time(), QLocale::ShortFormat), until.timeZoneAbbreviation()));
}

QString mayStillAppearSentence(const QDateTime &until)
{
    const QDateTime local = until.toLocalTime();
    return ReconcileText::tr("It may still appear at the provider until %1. If you create it again before that, there "
                             "may be two. Look it up again then.")
        .arg(ReconcileText::tr("%1 %2", "a clock time, its zone")
                 .arg(QLocale().toString(local.time(), QLocale::ShortFormat), local.timeZoneAbbreviation()));
}

QString withoutUrlSentence(const Reconciliation &looked, const QString &provider)
{
    return ReconcileText::tr("%1 lists it as %2, so it was created. Only the answer to the same request has its URL: "
                             "send it again under the same idempotency key, then %1 makes no second one.",
                             "provider, ID")
        .arg(provider, looked.candidates.front().id);
}

QString urlIsLostSentence()
{
    return ReconcileText::tr("Taken as it is, its URL is lost: the session cannot be handed out from here.");
}

QString cannotTellSentence(const Reconciliation &looked, const QString &provider)
{
    if (looked.isOfAnother)
        return ReconcileText::tr(
                   "It is not in the list of %1, but the account that it was sent by is not connected "
                   "any more, and this one may be another, so that proves nothing. Look in the dashboard of "
                   "the account that sent it.")
            .arg(provider);
    if (looked.isOfOtherKey)
        return ReconcileText::tr("It is not in the list of %1, but it was sent with another key than the one that the "
                                 "account has now, so that proves nothing. Look in the dashboard of the shop whose "
                                 "key it was.")
            .arg(provider);
    if (looked.unread > 0)
        return ReconcileText::tr("%Ln row(s) in the list of %1 could not be read, and the session may be one of them. "
                                 "Look in its dashboard.",
                                 nullptr, looked.unread)
            .arg(provider);
    if (!looked.lacks.isEmpty())
        return ReconcileText::tr(
                   "The list of %1 lacks %2, which is known to be there, so the session may be missing in "
                   "it as well. Look again later, or in its dashboard.",
                   "provider, ID")
            .arg(provider, looked.lacks);
    return looked.isCut
               ? ReconcileText::tr("The list of %1 could not be read to its end, so the session may be in it. Look in "
                                   "its dashboard.")
                     .arg(provider)
               : ReconcileText::tr("%1 offers no list of sessions. Look in its dashboard.").arg(provider);
}

} // namespace tilldeck::desk
