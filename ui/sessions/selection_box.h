// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tilldeck::ui {

class SessionSelection;

/// What the panel shows while several sessions are selected.
class SelectionBox : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBox(SessionSelection *selection, QWidget *parent = nullptr);
};

} // namespace tilldeck::ui
