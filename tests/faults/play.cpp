// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/play.h"

#include "desk/create_session.h"
#include "desk/expire_session.h"
#include "desk/preview_once.h"
#include "desk/reconcile_creation.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_account.h"
#include "desk/refund_payment.h"
#include "ledger/draft_document.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

#include <cmath>

namespace tilldeck::faults {

using Kind = Step::Kind;
using Told = Action::Told;

namespace {

money::Currency currencyOf(const char *code)
{
    return *money::Currency::fromCode(QString::fromLatin1(code));
}

/// Returns how long the command line usually takes, in milliseconds: the mean of those that ended by themselves.
int &usualTime()
{
    static int milliseconds = 400;
    return milliseconds;
}

} // namespace

Play::Play(World &world, const Schedule &schedule, const QString &commandLine, Counts &counts)
    : m_world(world)
    , m_schedule(schedule)
    , m_commandLine(commandLine)
    , m_counts(counts)
{
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

void Play::perform(const Step &step, int number)
{
    Action action;
    action.kind = step.kind;
    action.tag = u"tag-%1-%2-end"_s.arg(m_schedule.seed).arg(number);
    constexpr qint64 leastAmount = 1013;
    action.amount = leastAmount + 17 * number;
    if (step.kind == Kind::Refund)
        choosePayment(action);
    for (const Action &earlier : std::as_const(m_actions)) {
        if (step.isRepeated && earlier.kind == step.kind) {
            action.tag = earlier.tag;
            action.amount = earlier.amount;
            action.transactionId = earlier.transactionId;
        }
    }
    if (step.actor == Step::Actor::CommandLine)
        action.told = atCommandLine(step, action);
    else if (step.kind == Kind::Create)
        action.told = createAtDesk(step, action);
    else if (step.kind == Kind::Refund)
        action.told = refundAtDesk(step, action);
    else
        otherAtDesk(step);
    m_deathWatch.reset();
    m_world.settle();
    m_world.disarm();
    m_actions << action;
}

void Play::armFor(const Step &step)
{
    if (!step.fault.isEmpty())
        m_world.arm(step.fault);
    if (step.actor == Step::Actor::Desk && step.end == Step::End::DiesAtFault) {
        m_deathWatch = std::make_unique<QObject>();
        QObject::connect(&m_world, &World::faultHappened, m_deathWatch.get(), [this] {
            if (m_world.desk())
                ++m_counts.closed;
            m_world.closeDesk();
        });
    }
}

checkout::SessionDraft Play::draftWith(const QString &tag) const
{
    checkout::SessionDraft draft;
    if (m_schedule.provider == "khaime"_L1) {
        draft.flow = u"khaime.charge"_s;
        draft.pricing = money::Money(9000, currencyOf("USD"));
        draft.chargeCurrency = currencyOf("NGN");
        draft.description = tag;
        draft.customer.email = u"jane@example.com"_s;
        draft.customer.country = u"NG"_s;
        return draft;
    }
    draft.successUrl = u"https://example.com/thanks"_s;
    if (m_schedule.provider == "ikawaari"_L1) {
        checkout::LineItem item;
        item.name = tag;
        item.unitAmount = money::Money(7500, currencyOf("XOF"));
        draft.lineItems = {item};
        draft.mode = u"payment"_s;
        draft.returnUrl = u"https://example.com/basket"_s;
        return draft;
    }
    draft.customer.id = u"cus_abc123"_s;
    draft.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
    draft.customFields = {checkout::CustomField(u"order"_s, tag)};
    return draft;
}

Told Play::createAtDesk(const Step &step, Action &action)
{
    desk::Desk &desk = m_world.openDesk();
    const checkout::SessionDraft draft = draftWith(action.tag);
    const auto seen = QCoro::waitFor(desk::previewOnce(&desk, accountId(), draft, checkout::Catalog()));
    armFor(step);
    std::optional<http::Task<checkout::Result<void>>> beside;
    if (step.isRefreshedBeside)
        beside = desk::refreshAccount(&desk, accountId(), checkout::Catalog(), desk::Depth::Incremental);
    const auto outcome =
        QCoro::waitFor(desk::createSession(&desk, accountId(), draft, checkout::Catalog(), std::nullopt, seen.quote));
    if (beside)
        (void)QCoro::waitFor(std::move(*beside));
    using End = desk::CreateOutcome::End;
    if (!m_world.desk() && outcome.end != End::Confirmed)
        return outcome.end == End::Rejected ? Told::Refused : Told::Nothing;
    if (outcome.end == End::Rejected)
        return Told::Refused;
    if (outcome.end == End::Unknown)
        return Told::Unknown;
    if (outcome.end != End::Confirmed)
        return Told::Nothing;
    action.id = outcome.record.session.id;
    return Told::Made;
}

void Play::choosePayment(Action &action)
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
        action.transactionId = row.transaction.id;
        return;
    }
    m_problems << u"there is no payment to give back"_s;
}

Told Play::refundAtDesk(const Step &step, Action &action)
{
    desk::Desk &desk = m_world.openDesk();
    const auto row = desk.ledger().transaction(accountId(), action.transactionId).result();
    if (!row || !row->has_value())
        return Told::Nothing;
    const money::Money amount(action.amount, (*row)->transaction.amount.currency());
    armFor(step);
    std::optional<http::Task<checkout::Result<void>>> beside;
    if (step.isRefreshedBeside)
        beside = desk::refreshAccount(&desk, accountId(), checkout::Catalog(), desk::Depth::Incremental);
    const auto outcome =
        QCoro::waitFor(desk::refundPayment(&desk, accountId(), action.transactionId, amount, u"campaign"_s));
    if (beside)
        (void)QCoro::waitFor(std::move(*beside));
    using End = desk::RefundOutcome::End;
    if (outcome.end == End::Rejected)
        return Told::Refused;
    if (outcome.end != End::Confirmed)
        return m_world.desk() ? Told::Unknown : Told::Nothing;
    action.id = outcome.refund ? outcome.refund->id : QString();
    return Told::Made;
}

QString Play::unknownIntent(ledger::Intent::Kind kind)
{
    const auto unknown = m_world.openDesk().journal().unknown(kind).result();
    return unknown && !unknown->empty() ? unknown->front().id : QString();
}

void Play::otherAtDesk(const Step &step)
{
    desk::Desk &desk = m_world.openDesk();
    const QString creation = step.kind == Kind::Resolve ? unknownIntent(ledger::Intent::Kind::Create) : QString();
    const QString refund = step.kind == Kind::Resolve ? unknownIntent(ledger::Intent::Kind::Refund) : QString();
    if (step.kind == Kind::Expire) {
        ledger::SessionFilter filter;
        filter.accountIds = QStringList{accountId()};
        filter.status = ledger::SessionFilter::Status::Open;
        filter.now = desk.now();
        const auto page = desk.ledger().sessions(filter, {}, 10).result();
        if (!page || page->rows.empty() || page->rows.front().session.id.isEmpty())
            return;
        armFor(step);
        (void)QCoro::waitFor(desk::expireSession(&desk, accountId(), page->rows.front().session.id));
    } else if (!creation.isEmpty()) {
        armFor(step);
        (void)QCoro::waitFor(desk::reconcileCreation(&desk, accountId(), creation));
    } else if (!refund.isEmpty()) {
        armFor(step);
        (void)QCoro::waitFor(desk::reconcileRefund(&desk, accountId(), refund));
    } else {
        armFor(step);
        const auto depth = step.fault.isEmpty() ? desk::Depth::Incremental : desk::Depth::Full;
        (void)QCoro::waitFor(desk::refreshAccount(&desk, accountId(), checkout::Catalog(), depth));
    }
}

QStringList Play::argumentsFor(const Step &step, const Action &action, QByteArray &input)
{
    QStringList arguments;
    const auto intentOf = [this](ledger::Intent::Kind kind) { return unknownIntent(kind); };
    if (step.kind == Kind::Create) {
        input = ledger::encodeDraft(draftWith(action.tag));
        arguments = {u"session"_s, u"create"_s, u"--from"_s, u"-"_s};
    } else if (step.kind == Kind::Refund) {
        const auto row = m_world.openDesk().ledger().transaction(accountId(), action.transactionId).result();
        const int digits = row && row->has_value() ? (*row)->transaction.amount.currency().exponent() : 2;
        const QString amount = QString::number(double(action.amount) / std::pow(10, digits), 'f', digits);
        arguments = {u"transaction"_s, u"refund"_s, action.transactionId, u"--amount"_s, amount, u"--yes"_s};
    } else if (const QString creation = intentOf(ledger::Intent::Kind::Create);
               step.kind == Kind::Resolve && !creation.isEmpty()) {
        arguments = {u"session"_s, u"resolve"_s, creation};
    } else if (const QString refund = intentOf(ledger::Intent::Kind::Refund);
               step.kind == Kind::Resolve && !refund.isEmpty()) {
        arguments = {u"transaction"_s, u"resolve"_s, refund};
    } else {
        arguments = {u"transaction"_s, u"list"_s};
    }
    return arguments << u"--account"_s << m_schedule.provider << u"--json"_s;
}

Told Play::atCommandLine(const Step &step, Action &action)
{
    QByteArray input;
    const QStringList arguments = argumentsFor(step, action, input);
    if (step.isDeskOpenBeside)
        m_world.openDesk();
    else
        m_world.closeDesk();
    armFor(step);
    std::optional<http::Task<checkout::Result<void>>> beside;
    if (step.isDeskOpenBeside && step.isRefreshedBeside)
        beside = desk::refreshAccount(m_world.desk(), accountId(), checkout::Catalog(), desk::Depth::Incremental);
    const Ended ended = runCommandLine(step, arguments, input);
    if (beside)
        (void)QCoro::waitFor(std::move(*beside));
    if (ended.isKilled)
        return Told::Nothing;
    const bool isWrite = step.kind == Kind::Create || step.kind == Kind::Refund;
    const QJsonDocument said = QJsonDocument::fromJson(ended.out);
    switch (ended.code) {
    case 0:
        action.id = said[step.kind == Kind::Create ? u"id"_s : u"refund_id"_s].toString();
        // A refund may have been accepted only.
        if (step.kind == Kind::Refund && said[u"outcome"_s].toString() != "refunded"_L1)
            return Told::Unknown;
        return isWrite ? Told::Made : Told::Nothing;
    case 1:
    case 4:
    case 5:
        return isWrite ? Told::Refused : Told::Nothing;
    case 3:
        return isWrite ? Told::Unknown : Told::Nothing;
    default:
        m_problems
            << u"the command line ended with %1: %2"_s.arg(ended.code).arg(QString::fromUtf8(ended.out.right(400)));
        return Told::Nothing;
    }
}

Play::Ended Play::runCommandLine(const Step &step, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TILLDECK_DATA_DIR"_s, m_world.dataFolder());
    environment.insert(u"TILLDECK_KEY"_s, m_world.key(m_schedule.provider));
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    process.setProcessEnvironment(environment);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, [&](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            loop.quit();
    });
    bool wasKilled = false;
    const auto kill = [&] {
        if (process.state() != QProcess::NotRunning) {
            wasKilled = true;
            process.kill();
        }
    };
    QTimer inTime;
    inTime.setSingleShot(true);
    QObject::connect(&inTime, &QTimer::timeout, &process, kill);
    if (step.end == Step::End::DiesAtFault)
        QObject::connect(&m_world, &World::faultHappened, &process, kill);
    QElapsedTimer watch;
    watch.start();
    process.start(m_commandLine, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (step.end == Step::End::DiesInTime)
        inTime.start(int(step.part * usualTime()));
    loop.exec();
    Ended ended;
    ended.out = process.readAllStandardOutput();
    ended.code = process.exitCode();
    ended.isKilled = process.exitStatus() == QProcess::CrashExit && wasKilled;
    if (ended.isKilled)
        ++m_counts.kills;
    else if (process.exitStatus() == QProcess::CrashExit || process.error() == QProcess::FailedToStart)
        m_problems << u"the command line crashed: %1"_s.arg(
            QString::fromUtf8(process.readAllStandardError().right(2000)));
    else if (!wasKilled && step.fault.isEmpty())
        usualTime() = (usualTime() * 3 + int(watch.elapsed())) / 4;
    return ended;
}

} // namespace tilldeck::faults
