// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icon.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

constexpr int iconCount = int(Icon::StatusUnrecognised) + 1;

constexpr std::array<const char *, iconCount> fileNames = {
    "overview",
    "session",
    "transactions",
    "customer",
    "price",
    "draft",
    "attention",
    "clock",
    "settings",
    "search",
    "filter",
    "plus",
    "minus",
    "close",
    "check",
    "chevron-up",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "up-down",
    "copy",
    "eye",
    "eye-off",
    "open-external",
    "qr",
    "refresh",
    "more",
    "key",
    "link",
    "grip",
    "trash",
    "export",
    "bolt",
    "info",
    "lock",
    "sandbox",
    "undo",
    "card",
    "offline",
    "sidebar",
    "panel-right",
    "code",
    "text",
    "globe",
    "status-open",
    "status-pending",
    "status-completed",
    "status-expired",
    "status-failed",
    "status-unknown",
    "status-refunded",
    "status-part-refunded",
    "status-refund-asked",
    "status-draft",
    "status-creating",
    "status-unrecognised",
};

bool isMirrored(Icon icon)
{
    return icon == Icon::ChevronLeft || icon == Icon::ChevronRight || icon == Icon::Undo || icon == Icon::Export ||
           icon == Icon::StatusRefunded || icon == Icon::StatusPartRefunded || icon == Icon::StatusRefundAsked ||
           icon == Icon::Sidebar || icon == Icon::PanelRight;
}

QByteArray source(const QString &name)
{
    QFile file(u":/tilldeck/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap rendered(Icon icon, QSize pixels, const QColor &color, bool mirrored)
{
    const QString key = u"tilldeck-icon-%1-%2-%3-%4-%5"_s.arg(int(icon))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba())
                            .arg(mirrored);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (mirrored) {
        painter.translate(pixels.width(), 0);
        painter.scale(-1, 1);
    }
    QSvgRenderer(source(QString::fromLatin1(fileNames[size_t(icon)]))).render(&painter, QRectF(QPointF(), pixels));
    painter.resetTransform();
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    painter.end();
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class SymbolicEngine : public QIconEngine
{
public:
    SymbolicEngine(Icon icon, Tone tone)
        : m_icon(icon)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_icon, colorFor(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_icon, size, colorFor(mode), isMirrored(m_icon) && QApplication::isRightToLeft());
    }
    QIconEngine *clone() const override { return new SymbolicEngine(*this); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        switch (mode) {
        case QIcon::Disabled:
            return tokens().disabled;
        case QIcon::Selected: // the style asks for this one on the accent colour
            return tokens().onAccent;
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return color(m_tone);
    }

    Icon m_icon;
    Tone m_tone;
};

} // namespace

QIcon icon(Icon icon, Tone tone)
{
    return QIcon(new SymbolicEngine(icon, tone));
}

void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize pixels(int(std::lround(rect.width() * ratio)), int(std::lround(rect.height() * ratio)));
    const QPixmap pixmap =
        rendered(icon, pixels, color, isMirrored(icon) && painter.layoutDirection() == Qt::RightToLeft);
    // On whole device pixels: half a pixel would blur the strokes.
    const QPointF corner(std::round(rect.x() * ratio) / ratio, std::round(rect.y() * ratio) / ratio);
    painter.drawPixmap(QRectF(corner, QSizeF(pixels) / ratio), pixmap, pixmap.rect());
}

void paintReceipts(QPainter &painter, const QRectF &rect)
{
    const Tokens &t = tokens();
    QByteArray svg = source(u"welcome-receipts"_s);
    const std::pair<const char *, QColor> colours[] = {{"#text", t.text},   {"#base", t.base},
                                                       {"#panel", t.panel}, {"#frame", t.control},
                                                       {"#heavy", t.text3}, {"#line", t.lineStrong}};
    for (const auto &[name, value] : colours)
        svg.replace(name, value.name().toLatin1());
    QSvgRenderer(svg).render(&painter, rect);
}

QIcon applicationIcon()
{
    return QIcon(u":/tilldeck/icons/org.tilldeck.Tilldeck.svg"_s);
}

} // namespace tilldeck::ui
