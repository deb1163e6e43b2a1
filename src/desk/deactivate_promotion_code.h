// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Switches a promotion code off: its intent is committed to the journal, then it is sent once. Returns the code as the
/// provider has it now, or the errors of Desk::writer(), Journal::beginEntry() and
/// Provider::prepareSwitchOff(), or Storage when the disk has no room for the answer.
http::Task<checkout::Result<checkout::PromotionCode>> deactivatePromotionCode(QPointer<Desk> desk, QString accountId,
                                                                              checkout::PromotionCode code);

} // namespace tilldeck::desk
