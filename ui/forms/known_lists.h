// SPDX-License-Identifier: GPL-3.0-or-later
// Lists to choose from that no provider tells: countries and currencies of the world.
#pragma once

#include "ui/forms/choices.h"

namespace tilldeck::ui {

/// Every country by its name in the language of LOCALE and in its order, with its two letters as id.
std::vector<Choice> countryChoices(const QLocale &locale);
/// The name for two letters in the language of LOCALE; empty: no country.
QString countryName(const QString &code, const QLocale &locale);

/// FIRST in their order, then every other currency that is in use somewhere. The id is the code.
std::vector<Choice> currencyChoices(const QStringList &first, const QLocale &locale);

/// What an amount without a currency of its own is in until one is chosen: the account's own, else the usual one here
/// if it is one of KNOWN or none are known.
QString usualCurrency(const checkout::Catalog &catalog, const QStringList &known);

/// Products of the catalog.
std::vector<Choice> productChoices(const checkout::Catalog &catalog);

} // namespace tilldeck::ui
