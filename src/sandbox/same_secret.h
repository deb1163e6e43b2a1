// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tilldeck::sandbox {

/// Returns whether @p given is @p secret. The time that it takes says nothing about how much of it is right.
bool isSameSecret(const QByteArray &given, const QByteArray &secret);

} // namespace tilldeck::sandbox
