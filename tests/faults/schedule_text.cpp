// SPDX-License-Identifier: GPL-3.0-or-later
// Says what happens in a schedule.
#include "faults/schedule.h"

#include <QStringList>

#include <array>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

QString nameOf(Step::Kind kind)
{
    constexpr std::array names = {
        "create", "refund", "expire", "list", "resolve", "codes", "switch a code off", "coupon", "switch a coupon off",
        "import"};
    return QString::fromLatin1(names.at(size_t(kind)));
}

QString Schedule::text() const
{
    constexpr std::array actors = {"desk", "command line", "window"};
    QStringList lines;
    if (clockOffset != 0)
        lines << u"  the provider's clock is %1 s ahead"_s.arg(clockOffset);
    if (isEncrypted)
        lines << u"  the provider's address is https"_s;
    for (const Step &step : steps) {
        QString line = u"  %1 at %2 by the %3"_s.arg(nameOf(step.kind), provider,
                                                     QString::fromLatin1(actors.at(size_t(step.actor))));
        if (step.codes > 0)
            line += u", %1 of them"_s.arg(step.codes);
        if (step.end == Step::End::DiesAtFault)
            line += u", which dies at the fault"_s;
        else if (step.end == Step::End::DiesInTime)
            line += u", which is killed after %1 of its time"_s.arg(step.part, 0, 'f', 2);
        else if (step.end == Step::End::DiesBeforeJournal)
            line += u", which is killed before the intent is in the journal"_s;
        else if (step.end == Step::End::DiesAtJournal)
            line += u", which is killed when the intent is in the journal"_s;
        else if (step.end == Step::End::DiesAtAnswer)
            line += u", which is killed when it has the answer"_s;
        if (step.isKilledAgain)
            line += step.isRecoveredByWindow ? u", and so is the window, which starts next, while it recovers"_s
                                             : u", and so is the next start while it recovers"_s;
        if (step.isOfAllLeft)
            line += u", all that is left"_s;
        if (step.isRepeated)
            line += step.isMeant ? u", the same again, and it is meant"_s : u", the same again"_s;
        if (step.isSentAgain)
            line += u", by sending it again"_s;
        if (step.isTriedAgain)
            line += step.isSeenFailed ? u", which fails afterwards, is asked about, and is made once more"_s
                                      : u", which fails afterwards and is made once more"_s;
        if (step.isDeskOpenBeside)
            line += u", with a desk open beside it"_s;
        if (step.isWindowOpenBeside)
            line += u", with a window open beside it"_s;
        if (step.isWrittenBeside)
            line += u", which does the same"_s;
        if (step.isRefreshedBeside)
            line += u", with a refresh beside it"_s;
        for (const QByteArray &fault : {step.fault, step.syncFault})
            line += fault.isEmpty() ? QString() : u"\n    "_s + QString::fromUtf8(fault);
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace tilldeck::faults
