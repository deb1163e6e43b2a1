// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/intent_text.h"

#include <QCoreApplication>

namespace tilldeck::ledger {

namespace {

struct JournalText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

QString whyEntryResolved(Intent::State state)
{
    switch (state) {
    case Intent::State::Open:
        return JournalText::tr("This is under way at this moment. Wait for the answer.");
    case Intent::State::Confirmed:
        return JournalText::tr("This was confirmed in the meantime. Look at the provider's list before you do it "
                               "again.");
    case Intent::State::Rejected:
        return JournalText::tr("This was not made, so nothing is left to decide.");
    default:
        return {};
    }
}

} // namespace

QString whyResolved(Intent::Kind kind, Intent::State state)
{
    if (kind != Intent::Kind::Create && kind != Intent::Kind::Refund)
        return whyEntryResolved(state);
    const bool refund = kind == Intent::Kind::Refund;
    switch (state) {
    case Intent::State::Open:
        return refund ? JournalText::tr("This refund is still under way. Wait for its answer.")
                      : JournalText::tr("This session is still being created. Wait for the answer.");
    case Intent::State::Confirmed:
        return refund
                   ? JournalText::tr("This refund was confirmed in the meantime. Look at the payment before you give "
                                     "more back.")
                   : JournalText::tr("This session was found at the provider in the meantime. Look for it in "
                                     "the sessions list before you create another.");
    case Intent::State::Rejected:
        return refund ? JournalText::tr("The provider has refused this refund, so nothing is left to decide.")
                      : JournalText::tr("The provider has refused this session, so nothing is left to decide.");
    case Intent::State::Unknown:
    case Intent::State::Abandoned:
    case Intent::State::Accepted:
    case Intent::State::Failed:
    case Intent::State::Planned:
        break;
    }
    return {};
}

QString whyNotWithThisKey()
{
    return JournalText::tr(
        "It was sent with another key, and nothing says that the provider remembers it for this one: "
        "it could be made once more.");
}

QString whyResolved(const Intent &intent)
{
    if (intent.kind == Intent::Kind::Create && intent.state == Intent::State::Unknown && !intent.sessionId.isEmpty())
        return JournalText::tr("This session was created as %1. Look it up before you create another.")
            .arg(intent.sessionId);
    return whyResolved(intent.kind, intent.state);
}

QString whyNotReopened(const Intent &intent)
{
    const bool isAbandoned = intent.state == Intent::State::Abandoned;
    if (intent.kind == Intent::Kind::Refund) {
        if (isAbandoned)
            return JournalText::tr("This refund was closed as not given back. Refund the payment anew.");
        if (intent.wasClosed && intent.state == Intent::State::Unknown)
            return JournalText::tr("This refund was or may have been closed as not given back before, so its key may "
                                   "stand for one that failed, and the money could be given back twice. Look it up "
                                   "instead.");
        const QString why = whyResolved(intent);
        return why.isEmpty() ? JournalText::tr("The provider has taken this refund. Look it up instead.") : why;
    }
    if (intent.wasClosed && intent.state == Intent::State::Unknown)
        return JournalText::tr(
            "This creation was closed as not created before, so another one may have been made in its "
            "place. Look it up instead.");
    return isAbandoned ? JournalText::tr("This creation was closed as not created. Create it anew.")
                       : whyResolved(intent);
}

} // namespace tilldeck::ledger
