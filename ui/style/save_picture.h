// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace tilldeck::ui {

/// Saves @p image as a PNG file, as files::writeExport() writes. Returns whether it could.
bool savePicture(const QImage &image, const QString &path);

} // namespace tilldeck::ui
