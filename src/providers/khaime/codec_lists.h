// SPDX-License-Identifier: GPL-3.0-or-later
// Reads lists and the account. Wire rules: contracts, khaime (listTransactions, listProducts, getAccount). Amounts go
// through minor_units.h.
#pragma once

#include "checkout/catalog.h"
#include "checkout/error.h"
#include "checkout/transaction.h"
#include "providers/wire/lists.h"

#include <QJsonDocument>

#include <optional>

namespace tilldeck::providers::khaime {

/// Reads the page that begins at @p offset of listTransactions or listProducts (see readList()).
template <class T> checkout::Result<Page<T>> decodePage(const QJsonDocument &answer, int offset);
template <> checkout::Result<Page<checkout::Transaction>> decodePage(const QJsonDocument &answer, int offset);
template <> checkout::Result<Page<checkout::Product>> decodePage(const QJsonDocument &answer, int offset);

/// Reads the currency of the business (getAccount); nothing when it is absent or unknown.
std::optional<money::Currency> decodeAccountCurrency(const QJsonDocument &answer);

} // namespace tilldeck::providers::khaime
