// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of "Copy as".
#pragma once

#include "ledger/ledger.h"

#include <QString>

namespace tilldeck::ui {

/// "[Pay 248.00 EUR](https://…)", with the characters that Markdown reads escaped.
QString markdownLink(const QString &url, const QString &label);

/// A link that looks like a button, everything escaped for HTML.
QString htmlPaymentButton(const QString &url, const QString &label);

/// The session as JSON, its token masked in every place.
QString sessionJson(const ledger::SessionRecord &record, const QString &checkoutUrl);

} // namespace tilldeck::ui
