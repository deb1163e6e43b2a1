// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/refresher.h"
#include "ui/shell/types.h"

#include <vector>

namespace tilldeck::dashboard {

struct AccountNews
{
    QString name;
    desk::Freshness freshness;
};

bool isKeyRefused(const desk::Freshness &freshness);

/// Says in STATE how current the accounts that are shown are: as current as the one that was updated longest ago, and
/// which of them has trouble.
void tellNews(ui::ModeStripState &state, const std::vector<AccountNews> &accounts);

} // namespace tilldeck::dashboard
