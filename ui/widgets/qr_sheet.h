// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>

class QPainter;

namespace tilldeck::ui {

/// A page with a QR code, to be printed for a counter or a parcel.
struct QrSheet
{
    QString url;     ///< The code's content, also written below it.
    QString account; ///< Name of the account.
    QString amount;  ///< As text; may be empty.
};

/// Returns @p text as a code, black on white with a margin of 4 modules of @p moduleSize pixels; null if it is too
/// long.
QImage qrImage(const QString &text, int moduleSize);

/// Returns the code for a file: at least 512 pixels wide, every module a whole number of pixels.
QImage qrPicture(const QString &text);

/// Paints @p sheet on @p page and returns where the code is, its margin included; nothing if the URL is too long.
QRectF paintQrSheet(QPainter &painter, const QRectF &page, const QrSheet &sheet);

} // namespace tilldeck::ui
