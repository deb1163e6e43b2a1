// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Checks @p key by reading the catalog of @p account, or its payments where the provider has no catalog; changes
/// nothing there. Succeeds unchecked where the provider has neither. Returns the errors of the read.
http::Task<checkout::Result<void>> checkKey(QPointer<Desk> desk, accounts::Account account, http::Secret key);

} // namespace tilldeck::desk
