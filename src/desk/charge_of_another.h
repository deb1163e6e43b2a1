// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Returns, in sentences, why @p charge, with which @p provider answered the creation @p record, is another's: under a
/// reference that was used before, a provider answers with the charge of that, which only its list of payments tells
/// apart. Asks for its newest page, and only where the merchant gave the reference. Empty where nothing contradicts.
http::Task<QString> whyChargeOfAnother(QPointer<Desk> desk, ProviderHandle provider, ledger::SessionRecord record,
                                       checkout::Session charge);

} // namespace tilldeck::desk
