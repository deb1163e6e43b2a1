// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a draft a flow takes. The editor keeps everything that was typed; only what the flow takes is sent.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/session_draft.h"

#include <QStringList>

namespace tilldeck::ui {

/// DRAFT without the parts that CAN does not take.
checkout::SessionDraft supportedPart(checkout::SessionDraft draft, const checkout::Capabilities &can);

/// The names of the parts that DRAFT asks for and CAN does not take.
QStringList unsupportedFields(checkout::SessionDraft draft, const checkout::Capabilities &can);

/// The names of the usual parts that CAN lacks.
QStringList missingParts(const checkout::Capabilities &can);

} // namespace tilldeck::ui
