// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tilldeck::http {

/// Returns whether an object in @p json, a complete JSON text, has two members of one name. Which of them counts
/// differs between programs (RFC 8259, 4), so that such an answer says nothing.
bool hasDuplicateNames(const QByteArray &json);

} // namespace tilldeck::http
