// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/target_choices.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using sheets::ColumnTarget;

namespace {

/// More line items are chosen by a template, or by titles as "item_6_name".
constexpr int mostItemChoices = 5;

/// Returns what each flow of an account takes, the usual one first.
std::vector<checkout::Capabilities> allFlows(const desk::Desk &desk, const QString &accountId)
{
    std::vector<checkout::Capabilities> all{desk.capabilities(accountId)};
    const std::vector<checkout::FlowChoice> flows = all.front().flows;
    for (const checkout::FlowChoice &flow : flows) {
        if (flow.id != all.front().flow)
            all.push_back(desk.capabilities(accountId, flow.id));
    }
    return all;
}

/// Returns the names of all targets, of which those that stand for several are written out.
QStringList namesFor(const QString &title)
{
    const auto placeholder = u".NAME"_s;
    QStringList names;
    for (const QString &name : sheets::targetNames()) {
        if (name.endsWith(placeholder)) {
            if (!title.isEmpty())
                names << name.chopped(placeholder.size()) + u'.' + title;
        } else {
            names << name;
        }
    }
    const QStringList ones = names;
    for (int item = 2; item <= mostItemChoices; ++item) {
        for (const QString &name : ones) {
            if (name.startsWith("item_"_L1))
                names << u"item_%1_%2"_s.arg(item).arg(name.mid(5));
        }
    }
    return names;
}

} // namespace

std::vector<TargetChoice> targetChoices(const desk::Desk &desk, const QString &accountId, const QString &title)
{
    const auto flows = allFlows(desk, accountId);
    std::vector<TargetChoice> choices;
    for (const QString &name : namesFor(title)) {
        const auto target = sheets::targetNamed(name);
        const auto takes = [&target](const checkout::Capabilities &can) { return sheets::isTaken(*target, can); };
        // Of amounts that have none beside them, the currency is chosen for the whole file.
        const bool isCurrency = target && (target->part == ColumnTarget::Part::ItemCurrency ||
                                           target->part == ColumnTarget::Part::PricingCurrency);
        if (target && std::ranges::any_of(flows, takes) && !(title.isEmpty() && isCurrency))
            choices.push_back({name, sheets::labelOf(*target)});
    }
    return choices;
}

std::vector<TargetChoice> valueChoices(const desk::Desk &desk, const QString &accountId, const QString &target)
{
    const checkout::Capabilities can = desk.capabilities(accountId);
    std::vector<TargetChoice> values;
    if (target == "flow"_L1) {
        for (const checkout::FlowChoice &flow : can.flows)
            values.push_back({flow.id, flow.name});
    } else if (target == "mode"_L1) {
        for (const QString &mode : can.modes)
            values.push_back({mode, mode});
    } else if (target == "subscription_frequency"_L1) {
        for (const QString &frequency : can.subscriptionFrequencies)
            values.push_back({frequency, frequency});
    } else if (target == "charge_currency"_L1) {
        for (const QString &code : can.chargeCurrencies)
            values.push_back({code, code});
    }
    return values;
}

QStringList neededTargets(const desk::Desk &desk, const QString &accountId)
{
    const checkout::Capabilities can = desk.capabilities(accountId);
    QStringList needed;
    for (const TargetChoice &choice : targetChoices(desk, accountId)) {
        const auto target = sheets::targetNamed(choice.name);
        const bool isText = target->part == ColumnTarget::Part::Text && target->field != checkout::Field::Flow;
        if (isText && sheets::isTaken(*target, can) && can.needs(target->field))
            needed << choice.name;
    }
    if (can.flows.size() > 1)
        needed.prepend(u"flow"_s);
    return needed;
}

} // namespace tilldeck::ui
