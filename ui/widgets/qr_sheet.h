// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>

class QPainter;

namespace tilldeck::ui {

/// A page with a QR code to lay on a counter or into a parcel.
struct QrSheet
{
    QString url;     ///< What the code holds; written below it too.
    QString account; ///< Whose it is.
    QString amount;  ///< As text; may be empty.
};

/// Black on white with a margin of 4 modules, MODULE_SIZE pixels a module. Null when TEXT is too long for a QR code.
QImage qrImage(const QString &text, int moduleSize);

/// For a file: at least 512 pixels wide, every module a whole number of pixels.
QImage qrPicture(const QString &text);

/// Paints SHEET on PAGE and answers where the code is, its margin included; nothing when the URL is too long for one.
QRectF paintQrSheet(QPainter &painter, const QRectF &page, const QrSheet &sheet);

} // namespace tilldeck::ui
