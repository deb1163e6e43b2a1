// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/qr_popup.h"

#include "ui/style/paint.h"
#include "ui/style/save_picture.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QFileDialog>
#include <QPainter>
#include <QScreen>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

QrPopup::QrPopup(const QrSheet &sheet, const QString &caption, const QString &fileName, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_sheet(sheet)
    , m_fileName(fileName)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("QR code of the checkout URL"));
    auto *column = makeColumnLayout(this, px(8), {px(11), px(11), px(11), px(11)});
    // Drawn at whole device pixels a module, so that no module is blurred.
    const qreal ratio = devicePixelRatioF();
    const QImage one = qrImage(sheet.url, 1);
    const int module = one.isNull() ? 1 : std::max(1, int(px(200) * ratio) / one.width());
    QPixmap pixmap = QPixmap::fromImage(qrImage(sheet.url, module));
    pixmap.setDevicePixelRatio(ratio);
    auto *picture = new QLabel;
    picture->setPixmap(pixmap);
    picture->setAlignment(Qt::AlignCenter);
    picture->setAccessibleName(accessibleName());
    auto *save = new Button(tr("Save PNG…"));
    save->setAutoDefault(true);
    save->setEnabled(!one.isNull());
    auto *note = makeWrappedLabel(one.isNull() ? tr("The URL is too long for a QR code.") : caption,
                                  TextStyle::Secondary, Tone::Text3);
    column->addWidget(picture);
    auto *print = new Button(tr("Print…"));
    print->setAutoDefault(true);
    print->setEnabled(!one.isNull());
    auto *buttons = makeRowLayout(px(8));
    addWidgets(*buttons, save, print);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(note);
    save->setFocus(Qt::OtherFocusReason);
    connect(save, &QPushButton::clicked, this, &QrPopup::chooseFile);
    connect(print, &QPushButton::clicked, this, &QrPopup::choosePrinter);
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
    auto *dialog = new QFileDialog(parentWidget() ? parentWidget()->window() : nullptr, tr("Save QR code"), m_fileName,
                                   tr("PNG pictures (*.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    const QImage image = qrPicture(m_sheet.url);
    connect(dialog, &QFileDialog::fileSelected, dialog, [image, report = m_report](const QString &path) {
        const bool done = savePicture(image, path);
        if (report)
            report(done ? tr("QR code saved in %1").arg(path)
                        : tr("The QR code could not be saved in %1. Choose another folder.").arg(path));
    });
    dialog->open();
    close();
}

void QrPopup::choosePrinter()
{
    // For the same reason the sheet goes along.
    auto *printer = new QPrinter(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer, parentWidget() ? parentWidget()->window() : nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, &QObject::destroyed, [printer] { delete printer; });
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), dialog,
            [sheet = m_sheet, report = m_report](QPrinter *chosen) {
                QPainter painter;
                const bool begun = painter.begin(chosen);
                if (begun)
                    paintQrSheet(painter, QRectF({0, 0}, chosen->pageRect(QPrinter::DevicePixel).size()), sheet);
                const bool done = begun && painter.end() && chosen->printerState() != QPrinter::Error;
                if (report)
                    report(!done ? tr("The QR code could not be printed. Choose another printer.")
                           : chosen->outputFileName().isEmpty()
                               ? tr("QR code sent to the printer.")
                               : tr("QR code saved in %1").arg(chosen->outputFileName()));
            });
    dialog->open();
    close();
}

} // namespace tilldeck::ui

#include "moc_qr_popup.cpp"
