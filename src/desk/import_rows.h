// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/session_import.h"

namespace tilldeck::desk {

/// Returns what is known of @p intents, the rows of an import, by journal and ledger. Errors: those of the ledger.
http::Task<checkout::Result<std::vector<SessionImport::Row>>> importRows(QPointer<Desk> desk,
                                                                         std::vector<ledger::Intent> intents);

} // namespace tilldeck::desk
