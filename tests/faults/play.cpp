// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/play.h"

#include "desk/refresh_account.h"
#include "faults/desk_steps.h"
#include "faults/import_checks.h"
#include "faults/stall_watch.h"
#include "ledger/draft_document.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QJsonDocument>

#include <cmath>

namespace tilldeck::faults {

using Kind = Step::Kind;
using Told = Action::Told;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int longestStall = 400; // milliseconds of computing: a sanitized program computes for four times as long
#else
constexpr int longestStall = 100; // milliseconds of computing
#endif

/// How long a program usually takes, in milliseconds: the mean of those that ended by themselves.
struct UsualTime
{
    int milliseconds;

    void add(qint64 time) { milliseconds = (milliseconds * 3 + int(time)) / 4; }
    int part(double of) const { return int(of * milliseconds); }
};

UsualTime commandLineTime{400}, windowStart{1000}, windowStep{300};

} // namespace

Play::Play(World &world, const Schedule &schedule, Programs programs, Counts &counts)
    : m_world(world)
    , m_schedule(schedule)
    , m_programs(std::move(programs))
    , m_counts(counts)
{
    QObject::connect(&world, &World::faultHappened, &m_faultWatch, [this](const sandbox::FaultStep &fault) {
        m_counts.note(fault, m_asked.kind);
        m_isCertificateShown = m_isCertificateShown || fault.kind == "certificate"_L1;
        if (fault.kind == "duplicate_keys"_L1 || fault.kind == "huge_numbers"_L1)
            noteLie(fault.operation);
    });
}

QList<Action> Play::run()
{
    for (qsizetype i = 0; i < m_schedule.steps.size(); ++i)
        perform(m_schedule.steps.at(i), int(i));
    m_world.settle();
    m_world.disarm();
    m_counts.actions += int(m_schedule.steps.size());
    return m_actions;
}

Action Play::actionFor(const Step &step, int number)
{
    Action action;
    action.kind = step.kind;
    action.provider = m_schedule.provider;
    action.accountId = accountId();
    action.flow = step.flow;
    action.tag = u"tag-%1-%2-end"_s.arg(m_schedule.seed).arg(number);
    constexpr qint64 leastAmount = 1013;
    action.amount = leastAmount + 17 * number;
    action.codes = step.codes;
    action.code = step.kind == Kind::CodeOff ? u"SAVE20"_s : u"coupon_five_eur"_s;
    action.isMeant = step.isMeant;
    action.isSentAgain = step.isSentAgain;
    action.isRefreshedBeside = step.isRefreshedBeside && step.kind != Kind::List && step.kind != Kind::Resolve;
    if (m_schedule.seed < firstOfThePresent && step.kind == Kind::Expire)
        action.isRefreshedBeside = false;
    action.isRefreshedFully = !step.fault.isEmpty();
    if (step.kind == Kind::Refund)
        choosePayment(action, step.isOfAllLeft);
    for (const Action &earlier : std::as_const(m_actions)) {
        if (step.isRepeated && earlier.kind == step.kind) {
            action.tag = earlier.tag;
            action.amount = earlier.amount;
            action.transactionId = earlier.transactionId;
            action.codes = step.kind == Kind::Import ? earlier.codes : action.codes;
        }
    }
    return action;
}

void Play::perform(const Step &step, int number)
{
    Action action = actionFor(step, number);
    m_asked = action;
    m_isKilled = m_isCertificateShown = false;
    QSet<QString> intents;
    if (step.isShownWrongCertificate()) {
        // What is connected already would send a request on that.
        m_world.closeDesk();
        const QList<JournalRow> rows = journalRowsOf(m_world.dataFolder());
        for (const JournalRow &row : rows)
            intents << row.id;
    }
    if (step.actor == Step::Actor::CommandLine)
        atCommandLine(step, action);
    else if (step.actor == Step::Actor::Window)
        atWindow(step, action);
    else
        atDesk(step, action);
    m_deathWatch.reset();
    m_world.settle();
    m_world.disarm();
    if (step.isSentAgain)
        m_counts.sentAgain[nameOf(m_schedule.steps.front().kind)] += sentAgainIn(m_world.dataFolder());
    m_actions << action;
    if (step.kind == Kind::Expire)
        ++m_counts.expiries[nameOf(action.told)];
    if (step.isOfAllLeft)
        ++m_counts.wholes[nameOf(action.told)];
    if (step.isShownWrongCertificate() && !m_isKilled)
        checkNothingSent(action, intents);
    if (step.isKilledAgain && m_isKilled) {
        if (step.isRecoveredByWindow)
            killWindowRecovery();
        else
            killRecovery();
    }
}

void Play::noteLie(const QString &operation)
{
    if (operation == "createCharge"_L1 || operation == "createCheckoutSession"_L1) {
        m_lies.tags << m_asked.tag;
    } else if (operation == "createRefund"_L1 || operation == "refundPayment"_L1) {
        m_lies.payments << m_asked.transactionId;
    } else {
        // A payment says what became of its session, too.
        const bool isOfPayments =
            operation.contains("Transaction"_L1) || operation.contains("Payment"_L1) || operation.contains("Refund"_L1);
        const bool isOfSessions = operation.contains("Session"_L1) || operation.contains("Order"_L1) ||
                                  operation.contains("Charge"_L1) || operation.contains("Checkout"_L1);
        m_lies.ofAllPayments = m_lies.ofAllPayments || isOfPayments;
        m_lies.ofAllSessions = m_lies.ofAllSessions || isOfPayments || isOfSessions;
    }
}

void Play::armFor(const Step &step)
{
    for (const QByteArray &fault : {step.syncFault, step.fault}) {
        if (!fault.isEmpty())
            m_world.arm(fault);
    }
    if (step.actor == Step::Actor::Desk && step.end == Step::End::DiesAtFault) {
        m_deathWatch = std::make_unique<QObject>();
        QObject::connect(&m_world, &World::faultHappened, m_deathWatch.get(), [this] {
            if (m_world.desk())
                ++m_counts.closed;
            m_world.closeDesk();
        });
    }
}

void Play::checkStall(const Action &action, const char *where)
{
    ++m_counts.watched;
    m_counts.stall = std::max(m_counts.stall, action.stall);
    m_counts.wallStall = std::max(m_counts.wallStall, action.wallStall);
    if (action.stall > longestStall)
        m_problems << u"the %1 computed for %2 ms between two turns of its event loop"_s.arg(QString::fromLatin1(where))
                          .arg(action.stall);
    if (action.syncsShown > 0)
        m_problems << u"the thread of the %1 waited for the disk %2 times"_s.arg(QString::fromLatin1(where))
                          .arg(action.syncsShown);
}

void Play::atDesk(const Step &step, Action &action)
{
    desk::Desk &desk = m_world.openDesk();
    std::unique_ptr<StallWatch> watch;
    performAt(&desk, action, [&] {
        armFor(step);
        watch = std::make_unique<StallWatch>();
    });
    // A desk that is closed waits for its threads, as the end of the program does.
    if (!watch || !m_world.desk())
        return;
    action.stall = watch->longest();
    action.wallStall = watch->longestByWall();
    action.syncsShown = watch->syncsOfThisThread();
    checkStall(action, "desk");
}

void Play::choosePayment(Action &action, bool isOfAllLeft)
{
    ledger::TransactionFilter filter;
    filter.accountIds = QStringList{accountId()};
    const auto page = m_world.openDesk().ledger().transactions(filter, {}, 200).result();
    if (!page)
        return;
    for (const ledger::TransactionRecord &row : page->rows) {
        const auto left = row.transaction.refundable();
        constexpr qint64 enoughForAll = 10'000;
        if (!left || left->minorUnits() < enoughForAll)
            continue;
        // Refunds are told apart by their amounts.
        if (isOfAllLeft && m_world.truth(m_schedule.provider).refunds.contains(left->minorUnits()))
            continue;
        action.transactionId = row.transaction.id;
        if (isOfAllLeft)
            action.amount = left->minorUnits();
        return;
    }
    m_problems << u"there is no payment to give back"_s;
}

std::unique_ptr<Program> Play::startWindow(const Action &action, bool isAlone)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    auto window = std::make_unique<Program>(m_world);
    window->start(m_programs.window, {}, environment);
    const QJsonObject order{{u"folder"_s, m_world.dataFolder()},
                            {u"keys"_s, QJsonObject{{accountId(), m_world.key(m_schedule.provider)}}},
                            {u"is_alone"_s, isAlone},
                            {u"action"_s, action.json()}};
    window->write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
    return window;
}

void Play::endWindow(Program &window, Action &action)
{
    const Program::Ended ended = window.wait();
    if (ended.isKilled)
        return;
    const QByteArrayList lines = ended.out.trimmed().split('\n');
    const QJsonObject said = QJsonDocument::fromJson(lines.last()).object();
    if (!ended.problem.isEmpty() || said.isEmpty()) {
        m_problems << u"the window ended with %1: %2"_s.arg(ended.code).arg(ended.problem);
        return;
    }
    action = Action::from(said);
    if (!action.problem.isEmpty())
        m_problems << u"at the window: "_s + action.problem;
    ++m_counts.windows;
    m_counts.syncs += action.syncs;
    checkStall(action, "window");
}

void Play::atWindow(const Step &step, Action &action)
{
    m_world.closeDesk();
    const Action asked = action;
    const KillScene scene(m_world, asked, false);
    QElapsedTimer watch;
    watch.start();
    const auto window = startWindow(action, step.end == Step::End::Waits);
    // A few die while they start: files are opened, and what an earlier run left open is closed.
    constexpr double ofStart = 0.2;
    const bool dies = step.end == Step::End::DiesInTime;
    if (dies && step.part < ofStart)
        window->killIn(windowStart.part(step.part / ofStart));
    const bool isReady = window->waitForLine("ready");
    if (isReady && !window->isKilled()) {
        windowStart.add(watch.restart());
        armFor(step);
        aim(step, *window, scene);
        window->write("go\n");
        if (dies)
            window->killIn(windowStep.part(step.part));
    }
    endWindow(*window, action);
    if (window->wait().isKilled) {
        ++m_counts.windowKills;
        noteKill(*window, scene, Step::Actor::Window);
    }
    m_held.reset();
    if (isReady && !dies && step.fault.isEmpty())
        windowStep.add(watch.elapsed());
}

QStringList Play::argumentsFor(const Action &action, QByteArray &input)
{
    QStringList arguments;
    const auto intentOf = [&](ledger::Intent::Kind kind) {
        return action.kind == Kind::Resolve ? unknownIntent(m_world.openDesk(), kind) : QString();
    };
    if (action.kind == Kind::Create) {
        input = ledger::encodeDraft(draftOf(action));
        arguments = {u"session"_s, u"create"_s, u"--from"_s, u"-"_s};
        if (action.isMeant)
            arguments << u"--another"_s;
    } else if (action.kind == Kind::Refund) {
        const auto row = m_world.openDesk().ledger().transaction(accountId(), action.transactionId).result();
        const int digits = row && row->has_value() ? (*row)->transaction.amount.currency().exponent() : 2;
        const QString amount = QString::number(double(action.amount) / std::pow(10, digits), 'f', digits);
        arguments = {u"transaction"_s, u"refund"_s, action.transactionId, u"--amount"_s, amount, u"--yes"_s};
        if (action.isMeant)
            arguments << u"--again"_s;
    } else if (action.kind == Kind::Import) {
        arguments = {u"import"_s, writeRows(m_world, action), u"--yes"_s};
        if (action.isMeant)
            arguments << u"--another"_s;
    } else if (action.kind == Kind::Codes) {
        arguments = {u"promotion"_s,   u"create"_s,  action.codePrefix() + u"####"_s, u"--coupon"_s,
                     u"coupon_half"_s, u"--count"_s, QString::number(action.codes)};
    } else if (action.kind == Kind::CodeOff) {
        arguments = {u"promotion"_s, u"deactivate"_s, action.code};
    } else if (const QString creation = intentOf(ledger::Intent::Kind::Create); !creation.isEmpty()) {
        arguments = {u"session"_s, u"resolve"_s, creation};
        if (action.isSentAgain)
            arguments << u"--send-again"_s;
    } else if (const QString refund = intentOf(ledger::Intent::Kind::Refund); !refund.isEmpty()) {
        arguments = {u"transaction"_s, u"resolve"_s, refund};
        if (action.isSentAgain)
            arguments << u"--send-again"_s;
    } else {
        arguments = {u"transaction"_s, u"list"_s, u"--refresh"_s};
    }
    return arguments << u"--account"_s << m_schedule.provider << u"--json"_s;
}

void Play::atCommandLine(const Step &step, Action &action)
{
    QByteArray input;
    const QStringList arguments = argumentsFor(action, input);
    if (step.isDeskOpenBeside)
        m_world.openDesk();
    else
        m_world.closeDesk();
    std::unique_ptr<Program> window;
    Action other = action;
    if (!step.isWrittenBeside)
        other.kind = Kind::List;
    if (step.isWindowOpenBeside) {
        window = startWindow(other, false);
        window->waitForLine("ready");
    }
    const KillScene scene(m_world, action, step.isWrittenBeside);
    armFor(step);
    std::optional<decltype(desk::refreshAccount({}, {}, {}, desk::Depth::Full))> beside;
    if (step.isDeskOpenBeside && step.isRefreshedBeside)
        beside = desk::refreshAccount(m_world.desk(), accountId(), checkout::Catalog(), desk::Depth::Incremental);
    Program program(m_world);
    aim(step, program, scene);
    QElapsedTimer watch;
    watch.start();
    program.start(m_programs.commandLine, arguments, commandLineEnvironment(m_world, m_schedule.provider));
    program.write(input);
    program.closeInput();
    if (step.end == Step::End::DiesInTime)
        program.killIn(commandLineTime.part(step.part));
    if (window)
        window->write("go\n");
    if (step.isWrittenBeside && step.isDeskOpenBeside && step.kind == Kind::Resolve)
        lookUpBeside(program, other);
    else if (step.isWrittenBeside && step.isDeskOpenBeside)
        performAt(m_world.desk(), other, [] {});
    const Program::Ended ended = program.wait();
    if (ended.isKilled) {
        ++m_counts.kills;
        noteKill(program, scene, Step::Actor::CommandLine);
    } else if (!program.isKilled() && step.fault.isEmpty()) {
        commandLineTime.add(watch.elapsed());
    }
    m_held.reset();
    if (beside)
        (void)QCoro::waitFor(std::move(*beside));
    if (window)
        endWindow(*window, other);
    if (step.isWrittenBeside && step.kind != Kind::Resolve) {
        m_actions << other;
        ++m_counts.besides;
    }
    readAnswer(step, ended, action);
}

} // namespace tilldeck::faults
