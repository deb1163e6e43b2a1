// SPDX-License-Identifier: GPL-3.0-or-later
// How long a request may be sent again under its key.
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Returns why it is not known whether the provider remembers the key under which @p intent was sent, in a sentence;
/// empty when it does. No provider states for how long; an hour is less than any is known to forget in. The hour is
/// over once the provider's clock, counted from Intent::providerOpenedAt, or that of this computer says so. Where the
/// provider's time then or now is not known, it is not known either.
QString whyKeyForgotten(const Desk &desk, const ledger::Intent &intent);

/// Asks the provider for its time, where that can tell, and returns what whyKeyForgotten() says by it.
http::Task<QString> askWhyKeyForgotten(QPointer<Desk> desk, ledger::Intent intent);

} // namespace tilldeck::desk
