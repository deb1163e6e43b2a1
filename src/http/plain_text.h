// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::http {

/// Returns @p text without what a terminal obeys instead of showing: escape sequences, control characters, and the
/// marks that turn the direction of what follows. Of the control characters, @p kept stay; a tab or line break that
/// does not becomes a space.
QString withoutControls(const QString &text, QStringView kept = {});

} // namespace tilldeck::http
