// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tilldeck::desk {
class Desk;
}

namespace tilldeck::ui {

/// Disables @p button, which nothing else enables or disables, while nothing may be changed at a provider because of
/// the files of this computer. The reason is its tooltip then.
void needWrites(QWidget *button, desk::Desk &desk);

} // namespace tilldeck::ui
