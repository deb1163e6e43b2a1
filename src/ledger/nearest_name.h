// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace tilldeck::ledger {

/// Returns the one of @p names that @p written was probably meant to be: it differs by no more than a third of its
/// letters, without regard to case, "-" and "_". Empty when none is near.
QString nearestName(const QString &written, std::span<const QLatin1StringView> names);

} // namespace tilldeck::ledger
