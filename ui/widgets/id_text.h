// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTextLayout>

namespace tilldeck::ui {

/// Returns the font of IDs for each ID in @p text, such as "re_4x2": the other font makes “×” of an x between digits.
QList<QTextLayout::FormatRange> idFormats(const QString &text);

/// Returns whether @p text is an ID and nothing else.
bool isId(const QString &text);

} // namespace tilldeck::ui
