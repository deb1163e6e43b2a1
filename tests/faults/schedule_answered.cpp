// SPDX-License-Identifier: GPL-3.0-or-later
// Schedules whose seed is a number that is counted, so that each thing that has to happen does in each run.
#include "faults/schedule.h"

#include <array>
#include <initializer_list>
#include <tuple>
#include <utility>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

namespace {

using Kind = Step::Kind;
using Actor = Step::Actor;

const std::array<QString, 3> providers{u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s};

QByteArray faultOf(const QString &provider, Kind kind, const QByteArray &what, int skip = 0)
{
    return R"({"provider":")" + provider.toUtf8() + R"(","operation":")" + operationFor(provider, kind) +
           R"(","skip":)" + QByteArray::number(skip) + ',' + what + '}';
}

/// A refund with one fault after the other.
void addRefund(Schedule &schedule, int number)
{
    const QList<NamedFault> &faults = faultsOfRefunds();
    const NamedFault &fault = faults.at(number % faults.size());
    // Ikawaari calls a refund succeeded at once.
    const bool failsLater = fault.name == "refund"_L1;
    schedule.provider = failsLater ? providers.front() : providers.at(size_t(number) % providers.size());
    Step step;
    step.kind = Kind::Refund;
    step.fault = faultOf(schedule.provider, step.kind, fault.json);
    step.isLying = fault.name == "duplicate_keys"_L1 || fault.name == "huge_numbers"_L1;
    schedule.steps << step;
}

/// An outcome that is lost, and what is done about it: by two programs at once, or by sending it again.
void addLost(Schedule &schedule, int number)
{
    Step lost;
    lost.kind = number % 2 == 0 ? Kind::Refund : Kind::Create;
    const int what = number / 2 % 3;
    const int turn = number / 6;
    Step then;
    then.kind = Kind::Resolve;
    then.isSentAgain = what > 0;
    then.actor = what == 2 ? Actor::Desk : Actor::CommandLine;
    // PaymentKit names no key of a creation, and Khaime none of a refund.
    const QString keyed = lost.kind == Kind::Refund ? u"paymentkit"_s : u"khaime"_s;
    schedule.provider = !then.isSentAgain ? providers.at(size_t(turn) % providers.size())
                        : turn % 2 == 0   ? keyed
                                          : u"ikawaari"_s;
    const QByteArray at = then.isSentAgain ? "before_commit" : "after_commit";
    lost.fault = faultOf(schedule.provider, lost.kind, R"("fault":"drop","at":")" + at + '"');
    if (!then.isSentAgain) {
        then.isDeskOpenBeside = then.isWrittenBeside = true;
        then.fault = R"({"provider":")" + schedule.provider.toUtf8() +
                     R"(","operation":"*","fault":"delay","ms":500,"at":"after_commit"})";
    }
    schedule.steps << lost << then;
}

/// A program that is killed once it has the answer, and before it has closed the intent.
void addAnswered(Schedule &schedule, int number)
{
    constexpr std::array<std::pair<Kind, Actor>, 6> all{{{Kind::Refund, Actor::CommandLine},
                                                         {Kind::Codes, Actor::CommandLine},
                                                         {Kind::Expire, Actor::Window},
                                                         {Kind::Refund, Actor::Window},
                                                         {Kind::CodeOff, Actor::CommandLine},
                                                         {Kind::Create, Actor::CommandLine}}};
    Step step;
    std::tie(step.kind, step.actor) = all.at(size_t(number) % all.size());
    const bool isOfEach = step.kind == Kind::Refund || step.kind == Kind::Create;
    schedule.provider = providers.at(isOfEach ? size_t(number) / all.size() % providers.size() : 0);
    step.codes = step.kind == Kind::Codes ? 2 : 0;
    step.end = Step::End::DiesAtAnswer;
    step.isKilledAgain = step.actor == Actor::CommandLine && number % 2 == 0;
    const bool quotesFirst = step.kind == Kind::Create && schedule.provider == "khaime"_L1;
    step.fault =
        faultOf(schedule.provider, step.kind, R"("fault":"delay","ms":60,"at":"after_commit")", quotesFirst ? 1 : 0);
    schedule.steps << step;
}

} // namespace

const QList<NamedFault> &faultsOfRefunds()
{
    static const QList<NamedFault> faults = [] {
        QList<NamedFault> all;
        const auto add = [&all](const QByteArray &kind, const QByteArray &at, const QByteArray &more) {
            all << NamedFault{QString::fromLatin1(kind + ", " + QByteArray(at).replace('_', ' ')),
                              R"("fault":")" + kind + R"(","at":")" + at + '"' + more};
        };
        for (const char *at : {"before_commit", "after_commit", "half_answered"}) {
            add("delay", at, R"(,"ms":80)");
            add("drop", at, {});
            add("reset", at, {});
        }
        for (const char *at : {"before_commit", "after_commit"})
            add("status", at, R"(,"status":503)");
        for (const auto &[name, more] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"redirect", R"(,"at":"after_commit","status":303)"},
                 {"content_type", R"(,"content_type":"text/html")"},
                 {"html", R"(,"at":"after_commit")"},
                 {"empty", R"(,"at":"after_commit")"},
                 {"invalid_utf8", ""},
                 {"wrong_types", ""},
                 {"deep", ""},
                 {"endless", ""},
                 {"gzip_bomb", R"(,"size":32)"},
                 {"drip", R"(,"ms":1,"size":200)"},
                 {"date", R"(,"seconds":90000)"},
                 {"duplicate_keys", ""},
                 {"huge_numbers", ""},
                 {"refund", R"(,"ms":20)"}})
            all << NamedFault{QString::fromLatin1(name), QByteArray(R"("fault":")") + name + '"' + more};
        return all;
    }();
    return faults;
}

Schedule Schedule::answered(quint64 seed)
{
    Schedule schedule;
    schedule.seed = seed;
    const int number = int((seed - firstOfTheAnswered) / 3);
    constexpr std::array<void (*)(Schedule &, int), 3> kinds{&addRefund, &addLost, &addAnswered};
    kinds.at(seed % kinds.size())(schedule, number);
    return schedule;
}

} // namespace tilldeck::faults
