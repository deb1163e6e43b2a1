// SPDX-License-Identifier: GPL-3.0-or-later
// Lists to choose from that come from no provider: countries and currencies of the world.
#pragma once

#include "ui/forms/choices.h"

namespace tilldeck::ui {

/// Returns every country, named and sorted for @p locale, with its two letters as id.
std::vector<Choice> countryChoices(const QLocale &locale);
/// Returns the country's name in the language of @p locale; empty for an unknown code.
QString countryName(const QString &code, const QLocale &locale);

/// Returns @p first in their order, then every other currency in use. The id is the code.
std::vector<Choice> currencyChoices(const QStringList &first, const QLocale &locale);

/// Returns the currency of a new amount: the account's own, else the system's if it is one of @p known or none are
/// known.
QString usualCurrency(const checkout::Catalog &catalog, const QStringList &known);

/// Returns the products of the catalog.
std::vector<Choice> productChoices(const checkout::Catalog &catalog);

} // namespace tilldeck::ui
