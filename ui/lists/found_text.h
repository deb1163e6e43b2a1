// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a cell that were searched for.
#pragma once

#include "ledger/search_words.h"

#include <QPainter>

namespace tilldeck::ui {

using FoundParts = std::vector<ledger::FoundPart>;

/// Returns what of @p text a screen reader says to be found; empty where nothing is.
QString foundSpoken(const QString &text, const FoundParts &parts);

/// Draws one line of text at the side of @p rect with the font and pen of @p painter, its found parts on a ground of
/// their own and underlined. @p shown is what of the text has room: it may end with dots.
void drawFound(QPainter &painter, const QRect &rect, Qt::Alignment side, const QString &shown, const FoundParts &parts);

} // namespace tilldeck::ui
