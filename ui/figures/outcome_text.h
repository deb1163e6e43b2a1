// SPDX-License-Identifier: GPL-3.0-or-later
// What an outcome that is not known is said to be, and what its actions are called.
#pragma once

#include "desk/open_outcomes.h"

#include <QList>

namespace tilldeck::ui {

/// Returns the actions in the order of their buttons.
QList<desk::OutcomeAction> outcomeActions();
/// Returns the object name of an action's button.
QString outcomeActionName(desk::OutcomeAction action);
QString outcomeActionText(desk::OutcomeAction action, bool isRefund, const QString &providerName);

/// Returns the first of @p offers that leads out of the doubt without a decision of the merchant; nothing where none
/// does.
std::optional<desk::OutcomeAction> firstToDo(const std::vector<desk::OutcomeOffer> &offers);

/// Returns what to do first about @p intent, of @p offers, in a sentence; empty where nothing is left to be done but to
/// decide. What a screen offers first is what this says.
QString firstToDoText(const ledger::Intent &intent, const std::vector<desk::OutcomeOffer> &offers,
                      const QString &providerName);

/// Returns what is known of @p intent, a creation or a refund, and what it means.
QString outcomeKnownText(const ledger::Intent &intent, const QString &providerName);

} // namespace tilldeck::ui
