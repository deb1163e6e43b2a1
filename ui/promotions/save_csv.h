// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/csv.h"

#include <functional>

class QWidget;

namespace tilldeck::ui {

/// Asks for a file, named @p name unless another name is typed, and writes what @p rows returns for programs or for
/// Excel, whichever is chosen there. @p saved gets the path of the file, @p failed a sentence when it could not be
/// written.
void saveCsv(QWidget *parent, const QString &title, const QString &name,
             std::function<QByteArray(const desk::Csv &)> rows, std::function<void(const QString &path)> saved,
             std::function<void(const QString &)> failed);
/// Returns that so many promotion codes were saved in @p path.
QString codesSaved(qsizetype codes, const QString &path);

} // namespace tilldeck::ui
