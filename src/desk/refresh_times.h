// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace tilldeck::desk {

/// Notes in @p dataDirectory that the lists of an account were brought up to date at @p at. What cannot be written is
/// not noted: then the lists are taken for older than they are.
void noteRefreshed(const QString &dataDirectory, const QString &accountId, const QDateTime &at);

/// Returns when the lists of an account were brought up to date last, by any program, UTC; invalid where that is not
/// known.
QDateTime refreshedAt(const QString &dataDirectory, const QString &accountId);

} // namespace tilldeck::desk
