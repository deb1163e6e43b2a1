// SPDX-License-Identifier: GPL-3.0-or-later
// What an account is called. Before something is written at a provider, the merchant reads in which account.
#pragma once

#include "desk/desk.h"

class QDialog;

namespace tilldeck::ui {

class GuardDialog;
class Label;

/// Returns what the account @p id is called in a list of the accounts @p among: the name of its provider where it is
/// the only one, else its own name, with the provider's where several have that. Empty for an account that was removed.
QString accountName(const accounts::AccountStore *accounts, const QStringList &among, const QString &id);
/// Returns the room in a list that the longest accountName() of the accounts @p among needs.
int widestAccountName(const accounts::AccountStore &accounts, const QStringList &among);
/// Returns the name of a mode: "LIVE", "TEST MODE" or "SANDBOX".
QString modeText(accounts::Mode mode);
/// Returns the name and the mode of an account: "Khaime, Shop, LIVE". Says so if the account was removed.
QString accountAndMode(desk::Desk &desk, const QString &accountId);

/// Returns a line of a form that names the account.
Label *makeAccountLine(desk::Desk &desk, const QString &accountId);
/// Closes @p dialog, as Esc does, when one of the accounts is removed or leads elsewhere than it does now: another
/// mode, another address. One in which a request is under way stays until that has ended.
void closeWithAccounts(QDialog &dialog, desk::Desk &desk, const QStringList &accountIds);
/// Names the accounts among the details of @p dialog, which closes with them.
void nameAccounts(GuardDialog &dialog, desk::Desk &desk, const QStringList &accountIds);

} // namespace tilldeck::ui
