// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::desk {

/// Returns a sentence that ledger or journal holds, in whatever language the program had when it was written, in the
/// language that it has now. Names and amounts in it stay as they were written. A text that no program of this version
/// writes, and whatever a provider said itself, is returned as it is.
QString inPresentLanguage(const QString &stored);

} // namespace tilldeck::desk
