// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tilldeck::ui {

class SessionSelection;

/// Shows in the panel how many sessions are selected and what can be done with all of them.
class SelectionBox : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBox(SessionSelection *selection, QWidget *parent = nullptr);
};

} // namespace tilldeck::ui
