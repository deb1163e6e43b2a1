// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Asks the account's provider what DRAFT would be; creates nothing. The answer is stamped with the moment before it
/// was asked for and its end. Errors: Unsupported for a flow without quotes, and those of Provider::quote().
http::Task<checkout::Result<checkout::Quote>> quote(QPointer<Desk> desk, QString accountId,
                                                    checkout::SessionDraft draft);

/// Why a draft whose flow needs a quote cannot be created with QUOTE at NOW, in a sentence; empty: it can.
QString quoteProblem(const checkout::SessionDraft &draft, const std::optional<checkout::Quote> &quote,
                     const QDateTime &now);

} // namespace tilldeck::desk
