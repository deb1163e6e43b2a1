// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace tilldeck::ui {

/// Returns a scroll area that shows @p content on the background of its parent, without a frame and as wide as there
/// is room: it scrolls up and down only, and takes no focus.
QScrollArea *makeScrollArea(QWidget *content);

} // namespace tilldeck::ui
