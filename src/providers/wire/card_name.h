// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::providers {

/// Returns "Visa ending 4242", with the brand as it spells itself. Either part may be empty.
QString cardName(const QString &brand, const QString &last4);

} // namespace tilldeck::providers
