// SPDX-License-Identifier: GPL-3.0-or-later
// Says which parts of a draft a flow supports. The editor keeps all that was typed; only the supported part is sent.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/session_draft.h"

#include <QStringList>

namespace tilldeck::ui {

/// Returns @p draft without the parts that @p can does not support.
checkout::SessionDraft supportedPart(checkout::SessionDraft draft, const checkout::Capabilities &can);

/// Returns the names of the parts that @p draft has and @p can does not support.
QStringList unsupportedFields(checkout::SessionDraft draft, const checkout::Capabilities &can);

/// Returns the names of the usual parts that @p can does not support.
QStringList missingParts(const checkout::Capabilities &can);

} // namespace tilldeck::ui
