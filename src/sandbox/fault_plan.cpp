// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/fault_plan.h"

#include <algorithm>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

Fault FaultPlan::arm(Fault fault)
{
    fault.id = ++m_lastId;
    const std::array<quint32, 2> seed{quint32(fault.seed), quint32(fault.seed >> 32)};
    m_armed.append(Armed{fault, QRandomGenerator(seed.data(), qsizetype(seed.size())), 0, 0});
    return fault;
}

void FaultPlan::clear()
{
    m_armed.clear();
    m_steps = {};
}

bool FaultPlan::fires(Armed &armed)
{
    const Fault &fault = armed.fault;
    if (fault.count > 0 && armed.fired >= fault.count)
        return false;
    ++armed.seen;
    // Drawn for every call that is looked at, so that the same seed means the same calls.
    const bool isDrawn = fault.probability >= 1 || armed.chance.generateDouble() < fault.probability;
    if (armed.seen <= fault.skip || !isDrawn)
        return false;
    ++armed.fired;
    return true;
}

FaultPlan::Taken FaultPlan::take(const QString &provider, const QString &operation)
{
    Taken taken;
    for (Armed &armed : m_armed) {
        const Fault &fault = armed.fault;
        const bool isMeant = fault.kind != Fault::Kind::Certificate &&
                             (fault.provider.isEmpty() || fault.provider == provider) &&
                             (fault.operation == "*"_L1 || fault.operation == operation);
        const bool isDate = fault.kind == Fault::Kind::Date;
        if (!isMeant || (!isDate && taken.fault) || !fires(armed))
            continue;
        if (isDate) {
            taken.dateSeconds += fault.seconds;
            note(fault, fault.at, provider, operation);
        } else {
            taken.fault = fault;
        }
    }
    return taken;
}

std::optional<Fault> FaultPlan::takeConnection()
{
    const auto first = std::ranges::find_if(
        m_armed, [](Armed &armed) { return armed.fault.kind == Fault::Kind::Certificate && fires(armed); });
    return first == m_armed.end() ? std::nullopt : std::optional(first->fault);
}

void FaultPlan::note(const Fault &fault, Fault::At at, const QString &provider, const QString &operation)
{
    const FaultStep step{fault.id, nameOf(fault.kind), nameOf(at), provider, operation};
    constexpr qsizetype mostSteps = 1000;
    if (m_steps.size() >= mostSteps)
        m_steps.removeFirst();
    m_steps << QJsonObject{{u"id"_s, step.fault},
                           {u"fault"_s, step.kind},
                           {u"at"_s, step.at},
                           {u"provider"_s, step.provider},
                           {u"operation"_s, step.operation}};
    if (m_listener)
        m_listener(step);
}

QJsonObject FaultPlan::view() const
{
    QJsonArray armed;
    for (const Armed &each : m_armed)
        armed << QJsonObject{{u"id"_s, each.fault.id},
                             {u"fault"_s, nameOf(each.fault.kind)},
                             {u"operation"_s, each.fault.operation},
                             {u"seen"_s, each.seen},
                             {u"happened"_s, each.fired}};
    return {{u"armed"_s, armed}, {u"happened"_s, m_steps}};
}

} // namespace tilldeck::sandbox
