// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/refresher.h"
#include "ui/shell/types.h"

#include <chrono>
#include <vector>

namespace tilldeck::dashboard {

struct AccountFreshness
{
    QString name;
    desk::Freshness freshness;
    std::chrono::minutes clockAhead{0}; ///< How far the clock of this computer is ahead of the provider's.
};

/// Returns whether another key has to be entered: it was refused, not used, or there is none.
bool isKeyRefused(const desk::Freshness &freshness);

/// Adds to @p state how current the accounts are that are shown, which is as current as the one that was updated
/// longest ago, and which of them cannot be updated. Where all can, it says whether the clock of this computer is
/// wrong.
void addFreshness(ui::ModeStripState &state, const std::vector<AccountFreshness> &accounts);

/// Says @p remark in @p state while there is nothing worse to say; an empty one is nothing.
void addRemark(ui::ModeStripState &state, const QString &remark);

/// Says in @p state, in the place of all else, that the files of this computer keep it from creating anything.
void addStorage(ui::ModeStripState &state, const desk::Desk &desk);

} // namespace tilldeck::dashboard
