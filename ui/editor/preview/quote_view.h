// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/quote.h"

#include <QLocale>
#include <QWidget>

namespace tilldeck::ui {

/// Returns the figures of a provider's own preview as it reported them: the customer's side, the merchant's side,
/// conversion, gateway. @p provider is named where its figures do not fit each other.
QWidget *makeQuoteView(const checkout::Quote &quote, const QString &provider, const QLocale &locale);

} // namespace tilldeck::ui
