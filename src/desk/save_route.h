// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Creates @p route at the provider when it has no id, else changes it: its intent is committed to the journal, then it
/// is sent once. Returns the route as the provider has it now, or the errors of Desk::writer(), Journal::beginEntry()
/// and Provider::prepareRoute(), or Storage when the disk has no room for the answer; after UnknownOutcome
/// reconcileEntry() looks it up.
http::Task<checkout::Result<checkout::ProcessorRoute>> saveRoute(QPointer<Desk> desk, QString accountId,
                                                                 checkout::ProcessorRoute route);

} // namespace tilldeck::desk
