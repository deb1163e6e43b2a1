// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "checkout/session_draft.h"

namespace tilldeck::checkout {

/// Returns @p draft as it is previewed, validated and sent: without invisible marks around ids, the e-mail address and
/// URLs, with the scheme of a URL in small letters, and with the promotion code as @p catalog writes it. Names and
/// other texts for people stay as they are.
SessionDraft tidied(SessionDraft draft, const Catalog &catalog);

/// Returns @p code in letters of the usual width, without blanks and invisible marks.
QString plainCode(const QString &code);

/// Returns @p typed as @p catalog writes the code, where it lists exactly one that differs by nothing but case, width,
/// blanks and invisible marks; else its plainCode().
QString codeAsListed(const QString &typed, const Catalog &catalog);

} // namespace tilldeck::checkout
