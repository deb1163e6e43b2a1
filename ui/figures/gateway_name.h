// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ui {

/// "StartButton" for "startbutton": how the gateway that takes a payment writes its own name. A word that is not known
/// stays as it came.
QString gatewayName(const QString &word);

} // namespace tilldeck::ui
