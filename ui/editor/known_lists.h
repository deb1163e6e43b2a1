// SPDX-License-Identifier: GPL-3.0-or-later
// Lists to choose from that no provider tells: countries and currencies of the world.
#pragma once

#include "ui/editor/choices.h"

namespace tilldeck::ui {

/// Every country by its name, with its two letters as id.
std::vector<Choice> countryChoices();
/// The name for two letters; empty: no country.
QString countryName(const QString &code);

/// FIRST in their order, then every other currency that is in use somewhere. The id is the code.
std::vector<Choice> currencyChoices(const QStringList &first, const QLocale &locale);

/// Products of the catalog.
std::vector<Choice> productChoices(const checkout::Catalog &catalog);

} // namespace tilldeck::ui
