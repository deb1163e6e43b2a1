// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace tilldeck::ui {

/// Makes the Tab key follow the order of the layouts below each of @p roots in turn. A widget with the
/// dynamic property "focusLast" comes after its neighbours.
void chainTabs(const QList<QWidget *> &roots);

} // namespace tilldeck::ui
