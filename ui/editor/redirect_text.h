// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ui {

/// Returns how the customer arrives at @p url, without scheme and host: "…/thanks?session_id=cs_7Hq2". Empty without
/// the placeholder.
QString arrivalHint(const QString &url);

} // namespace tilldeck::ui
