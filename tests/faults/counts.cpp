// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/counts.h"

#include <algorithm>

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

} // namespace

void Counts::note(const sandbox::FaultStep &fault, Step::Kind kind)
{
    ++faults;
    const bool isWhen =
        fault.kind == "delay"_L1 || fault.kind == "drop"_L1 || fault.kind == "reset"_L1 || fault.kind == "status"_L1;
    const QString name = isWhen ? u"%1, %2"_s.arg(fault.kind, QString(fault.at).replace(u'_', u' ')) : fault.kind;
    ++happened[name][columnOf(fault.operation, kind)];
}

void Counts::add(const QJsonObject &other)
{
    const auto plus = [&other](int &into, const QString &name) { into += other[name].toInt(); };
    plus(schedules, u"schedules"_s);
    plus(violations, u"violations"_s);
    plus(faults, u"faults"_s);
    plus(kills, u"kills"_s);
    plus(windowKills, u"window_kills"_s);
    plus(closed, u"closed"_s);
    plus(actions, u"actions"_s);
    plus(resolved, u"resolved"_s);
    plus(windows, u"windows"_s);
    plus(watched, u"watched"_s);
    plus(syncs, u"syncs"_s);
    stall = std::max(stall, other[u"stall"_s].toInt());
    wallStall = std::max(wallStall, other[u"wall_stall"_s].toInt());
    const QJsonObject faultsOfOther = other[u"happened"_s].toObject();
    for (auto fault = faultsOfOther.begin(); fault != faultsOfOther.end(); ++fault) {
        const QJsonObject row = fault.value().toObject();
        for (auto cell = row.begin(); cell != row.end(); ++cell)
            happened[fault.key()][cell.key()] += cell.value().toInt();
    }
}

QJsonObject Counts::json() const
{
    QJsonObject rows;
    for (auto fault = happened.cbegin(); fault != happened.cend(); ++fault) {
        QJsonObject row;
        for (auto cell = fault->cbegin(); cell != fault->cend(); ++cell)
            row.insert(cell.key(), cell.value());
        rows.insert(fault.key(), row);
    }
    return {{u"schedules"_s, schedules},
            {u"violations"_s, violations},
            {u"faults"_s, faults},
            {u"kills"_s, kills},
            {u"window_kills"_s, windowKills},
            {u"closed"_s, closed},
            {u"actions"_s, actions},
            {u"resolved"_s, resolved},
            {u"windows"_s, windows},
            {u"watched"_s, watched},
            {u"syncs"_s, syncs},
            {u"stall"_s, stall},
            {u"wall_stall"_s, wallStall},
            {u"happened"_s, rows}};
}

QString Counts::table() const
{
    QStringList lines{u"| fault | "_s + columns.join(" | "_L1) + u" |"_s,
                      u"|---|"_s + u"--:|"_s.repeated(columns.size())};
    QMap<QString, int> sums;
    const auto line = [](const QString &name, const QMap<QString, int> &row) {
        QStringList cells{name};
        for (const QString &column : columns)
            cells << (row.value(column) > 0 ? QString::number(row.value(column)) : QString());
        return u"| "_s + cells.join(" | "_L1) + u" |"_s;
    };
    for (auto fault = happened.cbegin(); fault != happened.cend(); ++fault) {
        lines << line(fault.key(), *fault);
        for (auto cell = fault->cbegin(); cell != fault->cend(); ++cell)
            sums[cell.key()] += cell.value();
    }
    lines << line(u"all"_s, sums);
    return lines.join(u'\n');
}

} // namespace tilldeck::faults
