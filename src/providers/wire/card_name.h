// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::providers {

/// Returns "Visa ending 4242", with the brand as it spells itself. Either part may be empty.
/// It is kept, so it is the same in every language; desk::methodInPresentLanguage() translates it.
QString cardName(const QString &brand, const QString &last4);

} // namespace tilldeck::providers
