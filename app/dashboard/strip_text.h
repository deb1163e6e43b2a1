// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/refresh.h"
#include "ui/shell/types.h"

#include <vector>

namespace tilldeck::dashboard {

struct AccountFreshness
{
    QString name;
    desk::Freshness freshness;
};

bool isKeyRefused(const desk::Freshness &freshness);

/// Says in STATE how current the accounts that are shown are: as current as the one that was updated longest ago, and
/// which of them has trouble.
void showFreshness(ui::ModeStripState &state, const std::vector<AccountFreshness> &accounts);

} // namespace tilldeck::dashboard
