// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_source.h"

namespace tilldeck::ui {

FigureSource sourceOf(const std::optional<checkout::Figure> &figure)
{
    if (!figure || figure->certainty == checkout::Certainty::Exact)
        return FigureSource::Reported;
    return figure->certainty == checkout::Certainty::Quote ? FigureSource::Quote : FigureSource::Estimate;
}

std::optional<money::Money> figureAmount(const std::optional<checkout::Figure> &figure)
{
    return figure ? std::optional(figure->amount) : std::nullopt;
}

std::optional<money::Money> negatedFigure(const std::optional<checkout::Figure> &figure)
{
    return figure ? figure->amount.times(-1) : std::nullopt;
}

} // namespace tilldeck::ui
