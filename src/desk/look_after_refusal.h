// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Reads what @p provider lists as newest where it refused the same as @p draft in the last hour. What it made all the
/// same makes that creation a question (questionAbandoned()), before the same is sent once more. A provider without
/// such a list shows nothing. Errors: those of journal and ledger, and where the provider could not be asked.
http::Task<checkout::Result<void>> lookAfterRefusal(QPointer<Desk> desk, ProviderHandle provider, QString accountId,
                                                    checkout::SessionDraft draft);

} // namespace tilldeck::desk
