// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/csv.h"

#include <QComboBox>

namespace tilldeck::ui {

/// The choice whom a CSV file is for. Spreadsheets stand first, because a merchant opens most exports in one.
class CsvChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit CsvChoice(QWidget *parent = nullptr);

    /// Returns what writes the file, with times of this computer's zone.
    desk::Csv csv() const;
    /// Says in sentences what the choice does to texts and numbers, and which times are written.
    QString note() const;
};

} // namespace tilldeck::ui
