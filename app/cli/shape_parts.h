// SPDX-License-Identifier: GPL-3.0-or-later
// How single values look in JSON and text.
#pragma once

#include "money/money.h"

#include "checkout/quote.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace tilldeck::cli {

QJsonValue moment(const QDateTime &at); ///< ISO 8601 UTC; null when invalid.
QJsonValue orNull(const QString &text);
QJsonValue orNull(const std::optional<bool> &truth);
QJsonValue minor(const std::optional<money::Money> &amount);     ///< Minor units alone.
QJsonValue code(const std::optional<money::Money> &amount);      ///< The currency alone.
QJsonValue moneyJson(const std::optional<money::Money> &amount); ///< {amount, currency}
QString written(const std::optional<money::Money> &amount);

QJsonValue feesJson(const std::optional<checkout::FeeDetails> &fees);
QJsonValue splitJson(const std::optional<checkout::Split> &split);
QJsonValue quoteJson(const std::optional<checkout::Quote> &quote);

} // namespace tilldeck::cli
