// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ui {

/// https, or http on this computer; with a host and without a user name.
bool isGoodAddress(const QString &address);
QString withoutSlash(QString address);

} // namespace tilldeck::ui
