// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::ui {

/// Reads the account's catalog with @p key, or its payments where the provider has no catalog call; changes nothing at
/// the provider. Succeeds where it has neither. Returns the errors of the read.
http::Task<checkout::Result<void>> checkKey(QPointer<desk::Desk> desk, accounts::Account account, http::Secret key);

} // namespace tilldeck::ui
