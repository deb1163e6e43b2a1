// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/counts.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

namespace {

const QStringList columns{u"create"_s,  u"refund"_s, u"expire"_s,  u"codes"_s,
                          u"coupons"_s, u"list"_s,   u"resolve"_s, u"sync"_s};

/// Returns the column of a call. A call that only reads is one of the step, or of a refresh in the background.
QString columnOf(const QString &operation, Step::Kind kind)
{
    static const QHash<QString, QString> writes{
        {u"createCharge"_s, u"create"_s},          {u"createCheckoutSession"_s, u"create"_s},
        {u"createPaymentSession"_s, u"create"_s},  {u"initializeCheckout"_s, u"create"_s},
        {u"createRefund"_s, u"refund"_s},          {u"refundPayment"_s, u"refund"_s},
        {u"expireCheckoutSession"_s, u"expire"_s}, {u"createPromotionCode"_s, u"codes"_s},
        {u"updatePromotionCode"_s, u"codes"_s},    {u"createCoupon"_s, u"coupons"_s},
        {u"updateCoupon"_s, u"coupons"_s}};
    if (const auto write = writes.constFind(operation); write != writes.cend())
        return *write;
    if (kind == Step::Kind::List)
        return u"list"_s;
    return kind == Step::Kind::Resolve ? u"resolve"_s : u"sync"_s;
}

QString columnOf(Step::Kind kind)
{
    using Kind = Step::Kind;
    const bool isOfCodes = kind == Kind::Codes || kind == Kind::CodeOff;
    const bool isOfCoupons = kind == Kind::Coupon || kind == Kind::CouponOff;
    if (kind == Kind::Import)
        return u"create"_s;
    return isOfCodes ? u"codes"_s : isOfCoupons ? u"coupons"_s : nameOf(kind);
}

void addCells(QMap<QString, Counts::Cells> &into, const QJsonObject &rows)
{
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        const QJsonObject cells = row.value().toObject();
        for (auto cell = cells.begin(); cell != cells.end(); ++cell)
            into[row.key()][cell.key()] += cell.value().toInt();
    }
}

QJsonObject cellsJson(const QMap<QString, Counts::Cells> &rows)
{
    QJsonObject json;
    for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
        QJsonObject cells;
        for (auto cell = row->cbegin(); cell != row->cend(); ++cell)
            cells.insert(cell.key(), cell.value());
        json.insert(row.key(), cells);
    }
    return json;
}

/// Returns the rows of cells that stand alone, with their names in JSON.
QList<std::pair<QString, Counts::Cells Counts::*>> singleCells()
{
    return {{u"resolved"_s, &Counts::resolved},    {u"expiries"_s, &Counts::expiries},
            {u"wholes"_s, &Counts::wholes},        {u"looked_up"_s, &Counts::lookedUpAtOnce},
            {u"sent_again"_s, &Counts::sentAgain}, {u"tried_again"_s, &Counts::triedAgain}};
}

/// Where a program can be killed in a write that is in the journal.
constexpr std::array placesOfAWrite{KillPoint::BeforeJournal, KillPoint::AfterJournal, KillPoint::MidSend,
                                    KillPoint::AfterCommit,   KillPoint::MidAnswer,    KillPoint::BeforeLocalCommit};

QString tableLine(const QString &name, const Counts::Cells &cells)
{
    QStringList line{name};
    for (const QString &column : columns)
        line << (cells.value(column) > 0 ? QString::number(cells.value(column)) : QString());
    line << QString::number(std::accumulate(cells.cbegin(), cells.cend(), 0));
    return u"| "_s + line.join(" | "_L1) + u" |"_s;
}

Counts::Cells sumOf(const QMap<QString, Counts::Cells> &rows)
{
    Counts::Cells sum;
    for (const Counts::Cells &row : rows) {
        for (auto cell = row.cbegin(); cell != row.cend(); ++cell)
            sum[cell.key()] += cell.value();
    }
    return sum;
}

} // namespace

void Counts::note(const sandbox::FaultStep &fault, Step::Kind kind)
{
    ++faults;
    const bool isWhen =
        fault.kind == "delay"_L1 || fault.kind == "drop"_L1 || fault.kind == "reset"_L1 || fault.kind == "status"_L1;
    const QString name = isWhen ? u"%1, %2"_s.arg(fault.kind, QString(fault.at).replace(u'_', u' ')) : fault.kind;
    // A connection is not yet that of an operation.
    const bool isOfConnection = fault.kind == "certificate"_L1;
    ++happened[name][isOfConnection ? columnOf(kind) : columnOf(fault.operation, kind)];
}

void Counts::add(const QJsonObject &other)
{
    const auto plus = [&other](int &into, const QString &name) { into += other[name].toInt(); };
    plus(schedules, u"schedules"_s);
    plus(violations, u"violations"_s);
    plus(faults, u"faults"_s);
    plus(kills, u"kills"_s);
    plus(windowKills, u"window_kills"_s);
    plus(windowRecoveries, u"window_recoveries"_s);
    plus(closed, u"closed"_s);
    plus(besides, u"besides"_s);
    plus(actions, u"actions"_s);
    plus(refundCalls, u"refund_calls"_s);
    plus(windows, u"windows"_s);
    plus(watched, u"watched"_s);
    plus(computed, u"computed"_s);
    plus(syncs, u"syncs"_s);
    stall = std::max(stall, other[u"stall"_s].toInt());
    wallStall = std::max(wallStall, other[u"wall_stall"_s].toInt());
    addCells(points, other[u"points"_s].toObject());
    addCells(windowPoints, other[u"window_points"_s].toObject());
    const QJsonObject single = other[u"single"_s].toObject();
    for (const auto &[name, cells] : singleCells()) {
        QMap<QString, Cells> row{{name, this->*cells}};
        addCells(row, {{name, single[name]}});
        this->*cells = row.value(name);
    }
    addCells(happened, other[u"happened"_s].toObject());
}

void Counts::note(KillPoint point, Step::Kind kind, Step::Actor actor)
{
    ++points[nameOf(point)][columnOf(kind)];
    if (actor == Step::Actor::Window)
        ++windowPoints[nameOf(point)][columnOf(kind)];
}

QJsonObject Counts::json() const
{
    QMap<QString, Cells> single;
    for (const auto &[name, cells] : singleCells())
        single.insert(name, this->*cells);
    return {{u"schedules"_s, schedules},
            {u"violations"_s, violations},
            {u"faults"_s, faults},
            {u"kills"_s, kills},
            {u"window_kills"_s, windowKills},
            {u"window_recoveries"_s, windowRecoveries},
            {u"closed"_s, closed},
            {u"besides"_s, besides},
            {u"points"_s, cellsJson(points)},
            {u"window_points"_s, cellsJson(windowPoints)},
            {u"single"_s, cellsJson(single)},
            {u"refund_calls"_s, refundCalls},
            {u"actions"_s, actions},
            {u"windows"_s, windows},
            {u"watched"_s, watched},
            {u"computed"_s, computed},
            {u"syncs"_s, syncs},
            {u"stall"_s, stall},
            {u"wall_stall"_s, wallStall},
            {u"happened"_s, cellsJson(happened)}};
}

QString Counts::table() const
{
    QStringList lines{u"| | "_s + columns.join(" | "_L1) + u" | all |"_s,
                      u"|---|"_s + u"--:|"_s.repeated(columns.size() + 1)};
    for (auto fault = happened.cbegin(); fault != happened.cend(); ++fault)
        lines << tableLine(fault.key(), *fault);
    lines << tableLine(u"**faults that happened**"_s, sumOf(happened));
    for (int i = 0; i < killPoints; ++i)
        lines << tableLine(u"killed "_s + nameOf(KillPoint(i)), points.value(nameOf(KillPoint(i))));
    lines << tableLine(u"**kills**"_s, sumOf(points));
    for (const KillPoint point : placesOfAWrite)
        lines << tableLine(u"the window "_s + nameOf(point), windowPoints.value(nameOf(point)));
    const auto total = [&lines](const QString &what, int count) {
        lines << u"| **"_s + what + u"** |"_s + u"  |"_s.repeated(columns.size()) + u" %1 |"_s.arg(count);
    };
    total(u"kills of the window's program in recovery"_s, windowRecoveries);
    total(u"two programs write the same at once"_s, besides);
    lines << tableLine(u"two programs look up the same at once"_s, lookedUpAtOnce);
    lines << tableLine(u"sent again under its key"_s, sentAgain);
    lines << tableLine(u"unknown outcomes that became known"_s, resolved);
    total(u"steps"_s, actions);
    total(u"schedules"_s, schedules);
    total(u"violations"_s, violations);
    return lines.join(u'\n');
}

QStringList Counts::missing(int leastKills) const
{
    QStringList missing;
    const auto want = [&missing](int least, int count, const QString &what) {
        if (count < least)
            missing << u"%1 %2, and at least %3 are wanted"_s.arg(count).arg(what).arg(least);
    };
    want(leastKills, kills + windowKills, u"kills"_s);
    want(leastKills, faults, u"faults"_s);
    want(1, windowKills, u"kills of the window's program"_s);
    want(std::max(1, leastKills / 10), windowRecoveries, u"kills of the window's program in recovery"_s);
    want(1, besides, u"steps in which two programs write the same"_s);
    // Without one beside a window, nobody has counted them.
    want(1, syncs, u"synced files"_s);
    const Cells certificates = happened.value(u"certificate"_s);
    for (const QString &column : {u"create"_s, u"refund"_s})
        want(1, certificates.value(column), u"wrong certificates in %1"_s.arg(column));
    for (const QString &point : missingPoints())
        missing << u"nothing was killed "_s + point;
    return missing + missingOfWindow() + missingCounted();
}

QStringList Counts::missingCounted() const
{
    QStringList missing;
    constexpr int leastCreations = 20, leastRefunds = 10;
    if (resolved.value(u"create"_s) < leastCreations || resolved.value(u"refund"_s) < leastRefunds)
        missing << u"too few unknown outcomes became known"_s;
    for (const QString &action : {u"create"_s, u"refund"_s}) {
        if (lookedUpAtOnce.value(action) == 0)
            missing << u"no two programs looked up the same at once: "_s + action;
        if (sentAgain.value(action) == 0)
            missing << u"nothing was sent again: "_s + action;
    }
    for (const NamedFault &fault : faultsOfRefunds()) {
        if (happened.value(fault.name).value(u"refund"_s) == 0)
            missing << u"no refund met the fault: "_s + fault.name;
    }
    for (const NamedFault &fault : faultsOfCreations()) {
        if (happened.value(fault.name).value(u"create"_s) == 0)
            missing << u"no creation met the fault: "_s + fault.name;
    }
    for (int kind = 0; kind <= int(sandbox::Fault::Kind::Certificate); ++kind) {
        const QString name = sandbox::nameOf(sandbox::Fault::Kind(kind));
        if (std::ranges::none_of(happened.keys(),
                                 [&](const QString &each) { return each.section(u',', 0, 0) == name; }))
            missing << u"nothing met the fault: "_s + name;
    }
    for (const Action::Told told : {Action::Told::Made, Action::Told::Refused, Action::Told::Unknown}) {
        if (expiries.value(nameOf(told)) == 0)
            missing << u"no expiry was said to be: "_s + nameOf(told);
    }
    for (const Action::Told told : {Action::Told::Refused, Action::Told::Unknown}) {
        if (wholes.value(nameOf(told)) == 0)
            missing << u"no refund of all that is left was said to be: "_s + nameOf(told);
    }
    for (const QString &provider : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s}) {
        if (triedAgain.value(provider) == 0)
            missing << u"no refund that failed was made once more: "_s + provider;
    }
    if (refundCalls == 0)
        missing << u"nobody has counted the refunds that the sandbox made"_s;
    return missing;
}

QStringList Counts::missingOfWindow() const
{
    QStringList missing;
    for (const KillPoint point : placesOfAWrite) {
        for (const QString &action : {u"create"_s, u"refund"_s}) {
            if (windowPoints.value(nameOf(point)).value(action) == 0)
                missing << u"the window was not killed %1 of %2"_s.arg(nameOf(point), action);
        }
    }
    return missing;
}

QStringList Counts::missingPoints() const
{
    QStringList missing;
    for (const KillPoint point :
         {KillPoint::BeforeJournal, KillPoint::AfterJournal, KillPoint::MidSend, KillPoint::AfterCommit,
          KillPoint::MidAnswer, KillPoint::BeforeLocalCommit, KillPoint::InRecovery}) {
        if (!points.contains(nameOf(point)))
            missing << nameOf(point);
    }
    // Chance decides about the others. An expiry is in no journal.
    const auto want = [&](KillPoint point, const QStringList &actions) {
        for (const QString &action : actions) {
            if (points.value(nameOf(point)).value(action) == 0)
                missing << nameOf(point) + u" of "_s + action;
        }
    };
    want(KillPoint::AfterJournal, {u"create"_s, u"refund"_s, u"codes"_s});
    for (const KillPoint point :
         {KillPoint::MidSend, KillPoint::AfterCommit, KillPoint::MidAnswer, KillPoint::BeforeLocalCommit})
        want(point, {u"create"_s, u"refund"_s, u"expire"_s, u"codes"_s});
    return missing;
}

} // namespace tilldeck::faults
