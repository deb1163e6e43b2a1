// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ui {

/// What is odd about the session id's placeholder in URL, in a sentence: there twice, or misspelt. Empty: nothing.
QString placeholderWarning(const QString &url);

/// "…/thanks?session_id=cs_7Hq2": how the customer arrives at URL, without scheme and host. Empty without the
/// placeholder.
QString arrivalHint(const QString &url);

} // namespace tilldeck::ui
