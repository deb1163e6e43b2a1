// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::checkout {

/// Returns why no provider takes @p quantity of an item, in a sentence; empty where they do. Nothing is priced by a
/// quantity that is refused.
QString quantityProblem(qint64 quantity);

} // namespace tilldeck::checkout
