// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/catalog.h"
#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Asks the account's provider what DRAFT would be; creates nothing. The answer is stamped with the moment before it
/// was asked for and its end. Errors: Unsupported for a flow without quotes, and those of Provider::quote().
http::Task<checkout::Result<checkout::Quote>> quote(QPointer<Desk> desk, QString accountId,
                                                    checkout::SessionDraft draft);

/// What DRAFT would cost, in one go: what is known here, with the provider's quote or why there is none. Asks only
/// where the flow has quotes.
http::Task<checkout::Preview> previewOnce(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                          checkout::Catalog catalog);

/// Why a draft whose flow needs a quote cannot be created with QUOTE at NOW, in a sentence; empty: it can.
QString quoteProblem(const checkout::SessionDraft &draft, const std::optional<checkout::Quote> &quote,
                     const QDateTime &now);

} // namespace tilldeck::desk
