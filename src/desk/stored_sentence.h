// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::desk {

/// Returns a sentence that ledger or journal holds, in whatever language the program had when it was written, in the
/// language that it has now. Names and amounts in it stay as they were written. A text that no program of this version
/// writes, and whatever a provider said itself, is returned as it is.
QString inPresentLanguage(const QString &stored);

/// Returns the means of a payment as checkout::Transaction::method holds it ("Visa ending 4242", in the language that
/// an earlier program had when it was written), in the present language.
QString methodInPresentLanguage(const QString &stored);

} // namespace tilldeck::desk
