// SPDX-License-Identifier: GPL-3.0-or-later
// Schedules of files of rows.
#include "faults/dice.h"
#include "faults/schedule.h"

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 9;

QByteArray faultFor(Dice &dice, const Step &step, const QString &provider)
{
    const bool dies = step.end == Step::End::DiesAtFault;
    if (!dies && dice.chance(20))
        return {};
    QByteArray what;
    const int kind = dice.below(100);
    if (dies)
        what = holding(dice);
    else if (kind < 40)
        what = endingFault(dice);
    else if (kind < 70)
        what = statusFault(dice);
    else if (kind < 80)
        what = redirectFault(dice);
    else
        what = strangeFault(dice);
    return R"({"provider":")" + provider.toUtf8() + R"(","operation":")" + operationFor(provider, step.kind) +
           R"(","skip":)" + QByteArray::number(dice.below(step.codes)) + R"(,"count":)" +
           QByteArray::number(dice.of({1, 1, 2, 4})) + ',' + what + '}';
}

Step importStep(Dice &dice, const QString &provider, bool isFirst)
{
    Step step;
    step.kind = Step::Kind::Import;
    step.codes = 2 + dice.below(mostRows - 1);
    step.actor = dice.chance(65) ? Step::Actor::CommandLine : Step::Actor::Desk;
    const bool isCli = step.actor == Step::Actor::CommandLine;
    const int end = dice.below(100);
    if (isCli)
        step.end = end < 40   ? Step::End::DiesAtFault
                   : end < 75 ? Step::End::DiesInTime
                   : end < 88 ? Step::End::DiesAtJournal
                              : Step::End::Waits;
    else
        step.end = end < 25 ? Step::End::DiesAtFault : Step::End::Waits;
    // It takes longer than other commands do.
    step.part = dice.part() * 2;
    step.isRepeated = !isFirst && dice.chance(60);
    step.isMeant = step.isRepeated && dice.chance(40);
    step.isKilledAgain = isCli && step.end != Step::End::Waits && dice.chance(40);
    if (step.end != Step::End::DiesAtJournal)
        step.fault = faultFor(dice, step, provider);
    return step;
}

} // namespace

Schedule Schedule::imported(quint64 seed)
{
    Dice dice(seed * 0x9E3779B97F4A7C15ULL + 1);
    Schedule schedule;
    schedule.seed = seed;
    schedule.provider = dice.of<QString>({u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s});
    if (dice.chance(30))
        schedule.clockOffset = dice.of({-4000, -400, 400, 4000});
    const int steps = 1 + dice.below(3);
    for (int i = 0; i < steps; ++i)
        schedule.steps << importStep(dice, schedule.provider, i == 0);
    return schedule;
}

} // namespace tilldeck::faults
