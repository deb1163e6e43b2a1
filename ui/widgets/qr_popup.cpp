// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/qr_popup.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QFileDialog>
#include <QScreen>
#include <QVBoxLayout>

#include <qrencode.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

QImage qrImage(const QString &text, int moduleSize)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (code == nullptr)
        return {};
    constexpr int margin = 4;
    const int modules = code->width + 2 * margin;
    QImage image(modules * moduleSize, modules * moduleSize, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                painter.fillRect((x + margin) * moduleSize, (y + margin) * moduleSize, moduleSize, moduleSize,
                                 Qt::black);
    return image;
}

QrPopup::QrPopup(const QString &text, const QString &caption, const QString &fileName, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_text(text)
    , m_fileName(fileName)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("QR code of the checkout URL"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(11), px(11), px(11), px(11));
    column->setSpacing(px(8));
    // Drawn at whole device pixels a module, so that no module is blurred.
    const qreal ratio = devicePixelRatioF();
    const QImage one = qrImage(text, 1);
    const int module = one.isNull() ? 1 : std::max(1, int(px(200) * ratio) / one.width());
    QPixmap pixmap = QPixmap::fromImage(qrImage(text, module));
    pixmap.setDevicePixelRatio(ratio);
    auto *picture = new QLabel;
    picture->setPixmap(pixmap);
    picture->setAlignment(Qt::AlignCenter);
    picture->setAccessibleName(accessibleName());
    auto *save = new Button(tr("Save PNG…"));
    save->setAutoDefault(true);
    save->setEnabled(!one.isNull());
    auto *note =
        new Label(one.isNull() ? tr("The URL is too long for a QR code.") : caption, TextStyle::Secondary, Tone::Text3);
    note->setWordWrap(true);
    column->addWidget(picture);
    column->addWidget(save, 0, Qt::AlignLeading);
    column->addWidget(note);
    save->setFocus(Qt::OtherFocusReason);
    connect(save, &QPushButton::clicked, this, &QrPopup::chooseFile);
}

void QrPopup::openAt(QWidget *anchor)
{
    adjustSize();
    const QRect screen = anchor->screen()->availableGeometry();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPoint corner = anchor->mapToGlobal(QPoint(mirrored ? 0 : anchor->width() - width(), anchor->height() + px(4)));
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    if (corner.y() + height() > screen.bottom())
        corner.setY(std::max(screen.top(), anchor->mapToGlobal(QPoint(0, -px(4))).y() - height()));
    move(corner);
    show();
}

void QrPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
    painter.setPen(tokens().control);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void QrPopup::chooseFile()
{
    // The popup closes as soon as another window opens: the dialog belongs to the window, the picture goes along.
    auto *dialog = new QFileDialog(parentWidget() != nullptr ? parentWidget()->window() : nullptr, tr("Save QR code"),
                                   m_fileName, tr("PNG pictures (*.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    const QImage image = qrImage(m_text, 8);
    connect(dialog, &QFileDialog::fileSelected, dialog, [image, report = m_report](const QString &path) {
        const bool done = image.save(path, "PNG");
        if (report)
            report(done ? tr("QR code saved in %1").arg(path)
                        : tr("The QR code could not be saved in %1. Choose another folder.").arg(path));
    });
    dialog->open();
    close();
}

} // namespace tilldeck::ui
