// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/save_picture.h"

#include "files/write_export.h"

#include <QBuffer>

namespace tilldeck::ui {

bool savePicture(const QImage &image, const QString &path)
{
    QByteArray png;
    QBuffer buffer(&png);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") && files::writeExport(path, png).has_value();
}

} // namespace tilldeck::ui
