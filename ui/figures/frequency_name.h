// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ui {

/// Returns "Every month" for a provider's "monthly"; an unknown frequency is returned as it is.
QString frequencyName(const QString &frequency);

} // namespace tilldeck::ui
