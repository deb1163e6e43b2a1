// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Returns the time by the clock of the account's provider, as an answer says it that was asked for now, with a call
/// that changes nothing: what was known of that clock before does not count, since this computer may have stood still.
/// Errors: those of Desk::provider(), why no answer came, and Malformed where no answer says its time.
http::Task<checkout::Result<QDateTime>> askProviderTime(QPointer<Desk> desk, QString accountId);

} // namespace tilldeck::desk
