// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ui {

/// Returns the gateway's name in its own spelling, "StartButton" for "startbutton"; an unknown one as it is.
QString gatewayName(const QString &gateway);

} // namespace tilldeck::ui
