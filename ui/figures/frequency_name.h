// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ui {

/// "Every month" for a provider's "monthly"; a word that is not known stays as it is.
QString frequencyName(const QString &word);

} // namespace tilldeck::ui
