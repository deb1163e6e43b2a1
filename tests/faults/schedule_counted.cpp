// SPDX-License-Identifier: GPL-3.0-or-later
// Schedules whose seed is a number that is counted, so that each thing that has to happen does in each run.
#include "faults/schedule.h"

#include <array>
#include <initializer_list>
#include <iterator>
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

/// A write of this kind with one of the @p faults after the other.
void addFaulty(Schedule &schedule, Kind kind, const QList<NamedFault> &faults, int number)
{
    const NamedFault &fault = faults.at(number % faults.size());
    schedule.provider = providers.at(size_t(number) % providers.size());
    Step step;
    step.kind = kind;
    const bool quotesFirst = kind == Kind::Create && schedule.provider == "khaime"_L1;
    step.fault = faultOf(schedule.provider, step.kind, fault.json, quotesFirst ? 1 : 0);
    step.isLying = fault.name == "duplicate_keys"_L1 || fault.name == "huge_numbers"_L1;
    schedule.steps << step;
}

void addRefund(Schedule &schedule, int number)
{
    addFaulty(schedule, Kind::Refund, faultsOfRefunds(), number);
}

void addCreation(Schedule &schedule, int number)
{
    addFaulty(schedule, Kind::Create, faultsOfCreations(), number);
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

/// A refund that the provider takes and that fails later.
void addFailing(Schedule &schedule, int number)
{
    schedule.provider = providers.at(size_t(number) % providers.size());
    Step step;
    step.kind = Kind::Refund;
    step.actor = std::array{Actor::Desk, Actor::CommandLine, Actor::Window}.at(size_t(number) / providers.size() % 3);
    step.fault = faultOf(schedule.provider, step.kind, R"("fault":"refund","ms":20)");
    schedule.steps << step;
}

/// A refund whose answer arrives or is lost, that fails afterwards, and that its provider makes once more later.
void addTriedAgain(Schedule &schedule, int number)
{
    constexpr std::array<const char *, 3> lostAt{nullptr, "after_commit", "half_answered"};
    // Ikawaari lists its refunds, so that it is the one in which an entry that failed may prove too much.
    schedule.provider = providers.at(number % 2 == 0 ? 2 : size_t(number) / 2 % 2);
    const int turn = number / 4;
    Step step;
    step.kind = Kind::Refund;
    step.actor = std::array{Actor::Desk, Actor::CommandLine, Actor::Window}.at(size_t(turn) % 3);
    const char *at = lostAt.at(size_t(number) % lostAt.size());
    if (at)
        step.fault = faultOf(schedule.provider, step.kind, R"("fault":"drop","at":")" + QByteArray(at) + '"');
    step.isTriedAgain = true;
    step.isSeenFailed = turn % 2 == 1;
    schedule.steps << step;
}

/// All that is left of a payment, which is given back once more when the answer was lost, or by two programs at once;
/// and what seems to be left when the answer to a part was lost.
void addWhole(Schedule &schedule, int number)
{
    struct Turn
    {
        Actor first, then;
        const char *at; ///< Where the first answer is lost; null: two write at once.
        bool isPartFirst;
    };
    constexpr std::array<Turn, 5> turns{{{Actor::Desk, Actor::CommandLine, "after_commit", false},
                                         {Actor::CommandLine, Actor::Desk, "before_commit", false},
                                         {Actor::Window, Actor::Desk, "half_answered", false},
                                         {Actor::CommandLine, Actor::CommandLine, nullptr, false},
                                         {Actor::Desk, Actor::CommandLine, "after_commit", true}}};
    const Turn &turn = turns.at(size_t(number) / providers.size() % turns.size());
    schedule.provider = providers.at(size_t(number) % providers.size());
    Step first;
    first.kind = Kind::Refund;
    first.actor = turn.first;
    first.isOfAllLeft = !turn.isPartFirst;
    first.isWrittenBeside = first.isDeskOpenBeside = !turn.at;
    if (turn.at)
        first.fault = faultOf(schedule.provider, first.kind, R"("fault":"drop","at":")" + QByteArray(turn.at) + '"');
    Step then;
    then.kind = Kind::Refund;
    then.actor = turn.then;
    then.isOfAllLeft = true;
    then.isRepeated = then.isMeant = !turn.isPartFirst;
    schedule.steps << first << then;
    if (turn.first == Actor::Window || !turn.at)
        return;
    Step again;
    again.kind = Kind::Resolve;
    again.isSentAgain = true;
    schedule.steps << again;
}

/// The window, killed at each place of a creation and of a refund.
void addWindowKill(Schedule &schedule, int number)
{
    constexpr int places = 6;
    const int turn = number / 2;
    const QByteArray holds = R"("fault":"delay","ms":20000,"at":)";
    schedule.provider = providers.at(size_t(turn + turn / places) % providers.size());
    Step step;
    step.kind = number % 2 == 0 ? Kind::Create : Kind::Refund;
    step.actor = Actor::Window;
    const int place = turn % places;
    step.end = std::array{Step::End::DiesBeforeJournal, Step::End::DiesAtJournal, Step::End::DiesAtFault,
                          Step::End::DiesAtFault,       Step::End::DiesAtFault,   Step::End::DiesAtAnswer}
                   .at(size_t(place));
    const std::array<QByteArray, places> faults{QByteArray(),
                                                holds + R"("before_commit","abandoned":true)",
                                                holds + R"("before_commit")",
                                                holds + R"("after_commit")",
                                                holds + R"("half_answered")",
                                                R"("fault":"delay","ms":60,"at":"after_commit")"};
    if (place > 0)
        step.fault = faultOf(schedule.provider, step.kind, faults.at(size_t(place)));
    schedule.steps << step;
}

/// A creation whose answer is lost, and whose session the provider keeps as it writes sessions itself.
void addRewritten(Schedule &schedule, int number)
{
    schedule.provider = providers.front();
    Step lost;
    lost.actor = std::array{Actor::Desk, Actor::CommandLine, Actor::Window}.at(size_t(number) % 3);
    lost.fault = faultOf(schedule.provider, lost.kind, R"("fault":"drop","at":"after_commit","rewritten":true)");
    Step then;
    then.kind = Kind::Resolve;
    then.actor = Actor::CommandLine;
    schedule.steps << lost << then;
}

/// A creation in one of the flows of Khaime that have no reference and no list, whose answer is lost, and that is
/// looked up then.
void addFlow(Schedule &schedule, int number)
{
    constexpr std::array<const char *, 3> lostAt{"before_commit", "after_commit", "half_answered"};
    schedule.provider = providers.at(1);
    Step lost;
    lost.flow = number % 2 == 0 ? u"khaime.session"_s : u"khaime.checkout"_s;
    lost.actor = std::array{Actor::Desk, Actor::CommandLine, Actor::Window}.at(size_t(number) / 2 % 3);
    const char *at = lostAt.at(size_t(number) % lostAt.size());
    lost.fault = R"({"provider":"khaime","operation":")" + operationFor(schedule.provider, lost.kind, lost.flow) +
                 R"(","fault":"drop","at":")" + at + R"("})";
    Step then;
    then.kind = Kind::Resolve;
    then.actor = Actor::CommandLine;
    schedule.steps << lost << then;
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

const QList<NamedFault> &faultsOfCreations()
{
    static const QList<NamedFault> faults = [] {
        QList<NamedFault> all = faultsOfRefunds();
        all.removeIf([](const NamedFault &fault) { return fault.name == "refund"_L1; });
        return all;
    }();
    return faults;
}

Schedule Schedule::counted(quint64 seed)
{
    Schedule schedule;
    schedule.seed = seed;
    int number = int(seed - firstOfTheCounted);
    struct Part
    {
        void (*add)(Schedule &, int);
        int count;
    };
    constexpr int lost = 25, killed = 25, failing = 9, whole = 15, windows = 24, rewritten = 3, tried = 24, flows = 6;
    static const std::array<Part, 10> parts{{{&addRefund, int(faultsOfRefunds().size())},
                                             {&addLost, lost},
                                             {&addAnswered, killed},
                                             {&addFailing, failing},
                                             {&addWhole, whole},
                                             {&addWindowKill, windows},
                                             {&addRewritten, rewritten},
                                             {&addTriedAgain, tried},
                                             {&addFlow, flows},
                                             {&addCreation, int(faultsOfCreations().size())}}};
    auto part = parts.begin();
    // Those after the last go on with it.
    while (number >= part->count && std::next(part) != parts.end())
        number -= (part++)->count;
    part->add(schedule, number);
    return schedule;
}

} // namespace tilldeck::faults
