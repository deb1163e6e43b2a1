// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QString>

#include <vector>

namespace tilldeck::ui {

/// Returns "1,250.00 EUR and 40.00 USD"; empty without amounts.
QString sumsText(const std::vector<money::Money> &sums);

/// Returns "Create 500 live sessions" in the words of the account's mode.
QString createText(desk::Desk &desk, const QString &accountId, int sessions);

} // namespace tilldeck::ui
