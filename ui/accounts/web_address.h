// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ui {

/// Returns whether @p address has a host and no user name, and is https, or http on this computer.
bool isGoodAddress(const QString &address);
/// Returns @p address without a slash at its end.
QString withoutSlash(QString address);

} // namespace tilldeck::ui
