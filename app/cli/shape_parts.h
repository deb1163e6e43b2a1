// SPDX-License-Identifier: GPL-3.0-or-later
// Writes single values in JSON and text.
#pragma once

#include "money/money.h"

#include "checkout/quote.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace tilldeck::cli {

/// Returns a time in ISO 8601 UTC; null when it is invalid.
QJsonValue moment(const QDateTime &at);
QJsonValue orNull(const QString &text);
QJsonValue orNull(const std::optional<bool> &truth);
/// Returns the minor units.
QJsonValue minor(const std::optional<money::Money> &amount);
/// Returns the code of the currency.
QJsonValue code(const std::optional<money::Money> &amount);
/// Returns an object with "amount" in minor units and "currency".
QJsonValue moneyJson(const std::optional<money::Money> &amount);
QString written(const std::optional<money::Money> &amount);
/// Returns @p text with blanks behind it up to @p width columns of a terminal, in which emoji and Chinese letters have
/// two and combining marks none. Longer texts stay whole.
QString padded(const QString &text, int width);

QJsonValue feesJson(const std::optional<checkout::FeeDetails> &fees);
QJsonValue splitJson(const std::optional<checkout::Split> &split);
QJsonValue quoteJson(const std::optional<checkout::Quote> &quote);

} // namespace tilldeck::cli
