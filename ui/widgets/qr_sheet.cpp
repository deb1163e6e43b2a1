// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/qr_sheet.h"

#include <QFont>
#include <QPainter>

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace tilldeck::ui {

namespace {

constexpr int margin = 4;
constexpr int leastPicture = 512;

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code encode(const QString &text)
{
    return {QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free};
}

/// Returns the dark modules as squares with sides of @p size, without the margin.
template <class Rect, class Size>
void paintModules(QPainter &painter, const QRcode &code, Size left, Size top, Size size)
{
    for (int y = 0; y < code.width; ++y) {
        for (int x = 0; x < code.width; ++x) {
            if ((code.data[y * code.width + x] & 1) != 0)
                painter.fillRect(Rect(left + x * size, top + y * size, size, size), Qt::black);
        }
    }
}

} // namespace

QImage qrImage(const QString &text, int moduleSize)
{
    const Code code = encode(text);
    if (!code)
        return {};
    const int modules = code->width + 2 * margin;
    QImage image(modules * moduleSize, modules * moduleSize, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintModules<QRect>(painter, *code, margin * moduleSize, margin * moduleSize, moduleSize);
    return image;
}

QImage qrPicture(const QString &text)
{
    const QImage one = qrImage(text, 1);
    return one.isNull() ? one : qrImage(text, std::max(8, (leastPicture + one.width() - 1) / one.width()));
}

QRectF paintQrSheet(QPainter &painter, const QRectF &page, const QrSheet &sheet)
{
    const Code code = encode(sheet.url);
    if (!code)
        return {};
    painter.save();
    painter.fillRect(page, Qt::white);
    painter.setPen(Qt::black);
    // Every length by the page, so that paper of any size and any printer's dots look the same.
    const double line = std::min(page.width(), page.height()) / 24;
    const auto write = [&painter](const QRectF &rect, double height, bool strong, int flags, const QString &text) {
        QFont font = painter.font();
        font.setPixelSize(std::max(1, qRound(height)));
        font.setBold(strong);
        painter.setFont(font);
        painter.drawText(rect, flags, text);
    };
    QRectF rest = page.adjusted(line, line, -line, -line);
    const auto takeTop = [&rest](double height) {
        const QRectF top(rest.left(), rest.top(), rest.width(), height);
        rest.setTop(rest.top() + height);
        return top;
    };
    write(takeTop(1.6 * line), line, true, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine, sheet.account);
    if (!sheet.amount.isEmpty())
        write(takeTop(1.6 * line), line, false, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine, sheet.amount);
    const int modules = code->width + 2 * margin;
    // Whole dots a module: a scanner reads sharp edges best.
    const int module = std::max(1, int(std::min(rest.width(), rest.height() - 4 * line) / modules));
    const double side = double(module) * modules;
    const QRectF square(qRound(rest.center().x() - side / 2), qRound(rest.top()), side, side);
    paintModules<QRectF>(painter, *code, square.left() + margin * module, square.top() + margin * module,
                         double(module));
    rest.setTop(square.bottom());
    write(rest, 0.55 * line, false, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWrapAnywhere, sheet.url);
    painter.restore();
    return square;
}

} // namespace tilldeck::ui
