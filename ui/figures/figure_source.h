// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure of a breakdown says: its amount, and where it comes from.
#pragma once

#include "checkout/breakdown.h"
#include "ui/widgets/badge.h"

#include <optional>

namespace tilldeck::ui {

/// Returns the tag of @p figure: reported, quoted or estimated.
FigureSource sourceOf(const std::optional<checkout::Figure> &figure);
std::optional<money::Money> figureAmount(const std::optional<checkout::Figure> &figure);
/// Returns the amount of a figure that is taken away, a discount or a fee.
std::optional<money::Money> negatedFigure(const std::optional<checkout::Figure> &figure);

} // namespace tilldeck::ui
