// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/schedule.h"

#include "faults/dice.h"

#include <QStringList>

#include <algorithm>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

/// Returns the moment and length of a fault that gives time to kill the program.
QByteArray holding(Dice &dice)
{
    const QByteArray at = dice.of<QByteArray>({"before_commit", "after_commit", "half_answered"});
    const QByteArray abandoned = at == "before_commit" && dice.chance(30) ? R"(,"abandoned":true)" : "";
    return R"("fault":"delay","ms":20000,"at":")" + at + '"' + abandoned;
}

QByteArray statusFault(Dice &dice)
{
    // A provider that refuses has done nothing; one that is overloaded may have.
    const int status = dice.of({401, 403, 404, 409, 422, 429, 500, 502, 503, 504});
    const QByteArray at = status >= 500 && dice.chance(50) ? "after_commit" : "before_commit";
    const QByteArray retry = dice.of<QByteArray>(
        {"", R"(,"retry_after":"0")", R"(,"retry_after":"900")", R"(,"retry_after":"soon")",
         R"(,"retry_after":"Sun, 06 Nov 1994 08:49:37 GMT")", R"(,"retry_after":"Sun Nov  6 08:49:37 1994")"});
    return R"("fault":"status","at":")" + at + R"(","status":)" + QByteArray::number(status) + retry;
}

QByteArray redirectFault(Dice &dice)
{
    const int status = dice.of({301, 302, 303, 307, 308});
    const bool mayFollowSuccess = status == 302 || status == 303;
    const QByteArray at = mayFollowSuccess && dice.chance(50) ? "after_commit" : "before_commit";
    return R"("fault":"redirect","at":")" + at + R"(","status":)" + QByteArray::number(status);
}

QByteArray endingFault(Dice &dice)
{
    return R"("fault":")" + dice.of<QByteArray>({"drop", "reset"}) + R"(","at":")" +
           dice.of<QByteArray>({"before_commit", "after_commit", "half_answered"}) + '"' +
           dice.of<QByteArray>({"", R"(,"chunked":true)"});
}

QByteArray strangeFault(Dice &dice)
{
    return dice.of<QByteArray>({R"("fault":"content_type","content_type":"text/html")",
                                R"("fault":"html","at":"before_commit")", R"("fault":"html","at":"after_commit")",
                                R"("fault":"empty","at":"before_commit")", R"("fault":"empty","at":"after_commit")",
                                R"("fault":"invalid_utf8")", R"("fault":"wrong_types")", R"("fault":"deep")",
                                R"("fault":"endless")", R"("fault":"gzip_bomb","size":32)",
                                R"("fault":"drip","ms":1,"size":200)", R"("fault":"delay","ms":80)",
                                R"("fault":"delay","ms":80,"at":"before_commit")", R"("fault":"date","seconds":-90000)",
                                R"("fault":"date","seconds":90000)"});
}

namespace {

bool isWriting(Step::Kind kind)
{
    return kind != Step::Kind::List && kind != Step::Kind::Resolve;
}

QByteArray lyingFault(Dice &dice)
{
    return dice.of<QByteArray>(
        {R"("fault":"duplicate_keys")", R"("fault":"duplicate_keys","first":true)", R"("fault":"huge_numbers")"});
}

void addFault(Dice &dice, Step &step, const QString &provider, bool isWide)
{
    const bool dies = step.end == Step::End::DiesAtFault;
    if (!dies && dice.chance(step.end == Step::End::DiesInTime ? 70 : 10))
        return;
    const QByteArray operation = operationFor(provider, step.kind);
    // The command line asks for a quote first, by the same operation.
    const bool quotesFirst = operation == "createCharge" && step.actor == Step::Actor::CommandLine;
    const int skip = operation == "*" ? dice.below(4) : quotesFirst ? 1 : step.codes > 1 ? dice.below(step.codes) : 0;
    QByteArray what;
    const int kind = dice.below(100);
    if (dies)
        what = holding(dice);
    // Of Ikawaari, which calls a refund succeeded at once, those that are counted fail later: a seed keeps its meaning.
    else if (isWide && step.kind == Step::Kind::Refund && provider != "ikawaari"_L1 && dice.chance(30))
        what = R"("fault":"refund","ms":20)";
    else if (kind < 35)
        what = endingFault(dice);
    else if (kind < 55)
        what = statusFault(dice);
    else if (kind < 65)
        what = redirectFault(dice);
    else if (kind < 92)
        what = strangeFault(dice);
    else
        what = lyingFault(dice);
    step.isLying = kind >= 92 && !dies;
    const QByteArray count = !dies && operation == "*" && dice.chance(30) ? R"(,"count":3)" : "";
    step.fault = R"({"provider":")" + provider.toUtf8() + R"(","operation":")" + operation + R"(","skip":)" +
                 QByteArray::number(skip) + count + ',' + what + '}';
}

Step stepFrom(Dice &dice, const QString &provider, bool isFirst, bool isWide)
{
    Step step;
    const int kind = dice.below(100);
    if (isFirst || kind < 45)
        step.kind = dice.chance(60) ? Step::Kind::Create : Step::Kind::Refund;
    else if (kind < 60)
        step.kind = Step::Kind::Refund;
    else if (kind < 70)
        step.kind = provider == "paymentkit"_L1 ? Step::Kind::Expire : Step::Kind::List;
    else if (kind < 82)
        step.kind = Step::Kind::List;
    else
        step.kind = Step::Kind::Resolve;
    // The command line has no command that expires a session.
    const bool isCli = step.kind != Step::Kind::Expire && dice.chance(30);
    step.actor = isCli ? Step::Actor::CommandLine : Step::Actor::Desk;
    const int end = dice.below(100);
    if (isCli)
        step.end = end < 50 ? Step::End::DiesAtFault : end < 90 ? Step::End::DiesInTime : Step::End::Waits;
    else
        step.end = end < 15 && isWriting(step.kind) ? Step::End::DiesAtFault : Step::End::Waits;
    step.part = dice.part() * 1.05;
    step.isDeskOpenBeside = isCli && dice.chance(40);
    // A fault of any operation would be the refresh's.
    step.isRefreshedBeside = isCli ? step.isDeskOpenBeside && isWriting(step.kind) && dice.chance(50)
                                   : step.kind != Step::Kind::List && dice.chance(20);
    step.isRepeated = isWide && !isFirst && dice.chance(40);
    addFault(dice, step, provider, isWide);
    return step;
}

/// Adds a fault of what the provider lists, for a refresh that goes on beside the step.
void addSyncFault(Dice &dice, Step &step, const QString &provider)
{
    const QByteArray operation = provider == "paymentkit"_L1
                                     ? dice.of<QByteArray>({"listTransactions", "listCheckoutSessions"})
                                     : QByteArray(provider == "ikawaari"_L1 ? "listPayments" : "listTransactions");
    const int kind = dice.below(100);
    const QByteArray what = kind < 40   ? endingFault(dice)
                            : kind < 60 ? statusFault(dice)
                            : kind < 70 ? redirectFault(dice)
                                        : strangeFault(dice);
    step.syncFault = R"({"provider":")" + provider.toUtf8() + R"(","operation":")" + operation + "\"," + what + '}';
}

Step::Kind presentKind(Dice &dice, const QString &provider, bool isFirst)
{
    using Kind = Step::Kind;
    const int kind = dice.below(100);
    if (provider != "paymentkit"_L1) {
        if (isFirst || kind < 60)
            return dice.chance(60) ? Kind::Create : Kind::Refund;
        return kind < 78 ? Kind::List : Kind::Resolve;
    }
    if (isFirst || kind < 35)
        return dice.of(
            {Kind::Create, Kind::Create, Kind::Refund, Kind::Codes, Kind::Codes, Kind::Coupon, Kind::Expire});
    if (kind < 60)
        return dice.of({Kind::Expire, Kind::Expire, Kind::CodeOff, Kind::CouponOff, Kind::Coupon});
    return kind < 80 ? Kind::List : Kind::Resolve;
}

Step::Actor presentActor(Dice &dice, Step::Kind kind)
{
    // The command line has no command for these.
    const bool isWithoutCommand =
        kind == Step::Kind::Expire || kind == Step::Kind::Coupon || kind == Step::Kind::CouponOff;
    const int actor = dice.below(100);
    if (actor < 16)
        return Step::Actor::Window;
    return isWithoutCommand || actor < 60 ? Step::Actor::Desk : Step::Actor::CommandLine;
}

Step::End presentEnd(Dice &dice, const Step &step)
{
    const int end = dice.below(100);
    switch (step.actor) {
    case Step::Actor::CommandLine:
        return end < 50 ? Step::End::DiesAtFault : end < 85 ? Step::End::DiesInTime : Step::End::Waits;
    case Step::Actor::Window:
        return end < 45   ? isWriting(step.kind) ? Step::End::DiesAtFault : Step::End::Waits
               : end < 70 ? Step::End::DiesInTime
                          : Step::End::Waits;
    case Step::Actor::Desk:
        break;
    }
    const bool mayBeClosed =
        step.kind == Step::Kind::Create || step.kind == Step::Kind::Refund || step.kind == Step::Kind::Expire;
    return end < 15 && mayBeClosed ? Step::End::DiesAtFault : Step::End::Waits;
}

Step presentStep(Dice &dice, const QString &provider, bool isFirst)
{
    Step step;
    step.kind = presentKind(dice, provider, isFirst);
    step.actor = presentActor(dice, step.kind);
    step.end = presentEnd(dice, step);
    step.part = dice.part() * 1.05;
    step.codes = step.kind == Step::Kind::Codes ? 1 + dice.below(4) : 0;
    const bool isCli = step.actor == Step::Actor::CommandLine;
    const int beside = dice.below(100);
    step.isWindowOpenBeside = isCli && beside < 7;
    step.isDeskOpenBeside = isCli && beside >= 7 && beside < 45;
    step.isRefreshedBeside = isCli ? step.isDeskOpenBeside && isWriting(step.kind) && dice.chance(50)
                                   : isWriting(step.kind) && dice.chance(30);
    step.isRepeated = !isFirst && dice.chance(40);
    step.isMeant = step.isRepeated && dice.chance(50);
    addFault(dice, step, provider, true);
    const bool isListedBeside = step.isRefreshedBeside || step.isWindowOpenBeside || step.actor == Step::Actor::Window;
    if (isListedBeside && step.end != Step::End::DiesAtFault && dice.chance(60))
        addSyncFault(dice, step, provider);
    return step;
}

/// Kills the program where chance seldom does, has the next start killed, and has the same written by two programs.
Step aimedStep(Dice &dice, const QString &provider, bool isFirst)
{
    Step step = presentStep(dice, provider, isFirst);
    const int aim = dice.below(100);
    const bool isProgram = step.actor != Step::Actor::Desk;
    const bool isJournaled = isWriting(step.kind) && step.kind != Step::Kind::Expire;
    const bool isAlone = !step.isDeskOpenBeside && !step.isWindowOpenBeside;
    if (isProgram && isJournaled && isAlone && aim < 35) {
        const bool isAtAnswer = step.kind == Step::Kind::Create && aim < 20;
        step.end = isAtAnswer ? Step::End::DiesAtAnswer : Step::End::DiesAtJournal;
        step.syncFault.clear();
        step.fault.clear();
        step.isLying = false;
    }
    step.isKilledAgain = isProgram && isAlone && step.end != Step::End::Waits && dice.chance(60);
    step.isWrittenBeside = !isAlone && isJournaled && dice.chance(60);
    if (step.isWrittenBeside) {
        step.isRefreshedBeside = false;
        // A fault that holds an answer up until the program is killed would hold up the other one.
        if (step.end == Step::End::DiesAtFault) {
            step.end = Step::End::DiesInTime;
            step.fault.clear();
        }
    }
    if (step.end == Step::End::DiesAtAnswer) {
        const bool quotesFirst = provider == "khaime"_L1 && step.actor == Step::Actor::CommandLine;
        step.fault = R"({"provider":")" + provider.toUtf8() + R"(","operation":")" + operationFor(provider, step.kind) +
                     R"(","skip":)" + (quotesFirst ? "1" : "0") + R"(,"fault":"delay","ms":60,"at":"after_commit"})";
    }
    return step;
}

/// A step at a provider whose certificate may be wrong.
Step encryptedStep(Dice &dice, const QString &provider, bool isFirst)
{
    Step step = aimedStep(dice, provider, isFirst);
    // The command line trusts the authorities of this computer only, and the sandbox's is none of them.
    if (step.actor != Step::Actor::CommandLine && dice.chance(25))
        return step;
    step.fault = R"({"operation":"*","fault":"certificate","count":0,"certificate":")" +
                 dice.of<QByteArray>({"self-signed", "expired", "wrong-host"}) + R"("})";
    step.syncFault.clear();
    step.isLying = false;
    step.isDeskOpenBeside = step.isWindowOpenBeside = step.isWrittenBeside = false;
    // No fault of a call is reached, and no answer comes.
    if (step.end == Step::End::DiesAtFault || step.end == Step::End::DiesAtAnswer)
        step.end = Step::End::Waits;
    step.isKilledAgain = step.isKilledAgain && step.end != Step::End::Waits;
    return step;
}

Step stepOf(Dice &dice, const Schedule &schedule, bool isFirst)
{
    if (schedule.seed < firstOfThePresent)
        return stepFrom(dice, schedule.provider, isFirst, schedule.seed >= firstOfTheWider);
    if (schedule.seed < firstOfTheAimed)
        return presentStep(dice, schedule.provider, isFirst);
    Step step = schedule.isEncrypted ? encryptedStep(dice, schedule.provider, isFirst)
                                     : aimedStep(dice, schedule.provider, isFirst);
    step.isRecoveredByWindow = schedule.seed >= firstOfTheEncrypted && step.isKilledAgain &&
                               (step.actor == Step::Actor::Window || dice.chance(20));
    return step;
}

} // namespace

QByteArray operationFor(const QString &provider, Step::Kind kind, const QString &flow)
{
    switch (kind) {
    case Step::Kind::Create:
    case Step::Kind::Import:
        if (!flow.isEmpty())
            return flow == "khaime.session"_L1 ? "createPaymentSession" : "initializeCheckout";
        return provider == "khaime"_L1 ? "createCharge" : "createCheckoutSession";
    case Step::Kind::Refund:
        return provider == "ikawaari"_L1 ? "refundPayment" : "createRefund";
    case Step::Kind::Expire:
        return "expireCheckoutSession";
    case Step::Kind::Codes:
        return "createPromotionCode";
    case Step::Kind::CodeOff:
        return "updatePromotionCode";
    case Step::Kind::Coupon:
        return "createCoupon";
    case Step::Kind::CouponOff:
        return "updateCoupon";
    case Step::Kind::List:
    case Step::Kind::Resolve:
        break;
    }
    return "*";
}

Schedule Schedule::from(quint64 seed)
{
    if (seed >= firstOfTheImports)
        return imported(seed);
    if (seed >= firstOfTheCounted)
        return counted(seed);
    Dice dice(seed * 0x9E3779B97F4A7C15ULL + 1);
    Schedule schedule;
    schedule.seed = seed;
    schedule.provider = dice.of<QString>({u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s});
    const bool isAimed = seed >= firstOfTheAimed;
    const bool isWide = seed >= firstOfTheWider;
    if (isWide && dice.chance(30))
        schedule.clockOffset = dice.of({-4000, -400, 400, 4000});
    if (seed >= firstOfTheEncrypted)
        schedule.isEncrypted = dice.chance(12);
    const int steps = 1 + dice.below(isAimed ? 2 : 3);
    for (int i = 0; i < steps; ++i)
        schedule.steps << stepOf(dice, schedule, i == 0);
    return schedule;
}

bool Schedule::failsLater() const
{
    return std::ranges::any_of(steps, [](const Step &step) { return step.fault.contains(R"("fault":"refund")"); });
}

const Step *Schedule::triedAgain() const
{
    const auto found = std::ranges::find_if(steps, &Step::isTriedAgain);
    return found == steps.end() ? nullptr : &*found;
}

} // namespace tilldeck::faults
