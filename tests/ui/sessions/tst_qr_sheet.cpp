// SPDX-License-Identifier: GPL-3.0-or-later
// The QR code as a picture and on paper, module by module as the encoder has it.
#include "support/runner.h"
#include "ui/sessions/copy_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/qr_popup.h"

#include <QFileDialog>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace qr_sheet_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;

class QrSheetTest : public QObject
{
    Q_OBJECT

private slots:
    void aPictureIsCrispAndLargeEnough()
    {
        const QImage picture = ui::qrPicture(m_url);
        QVERIFY(picture.width() >= 512 && picture.width() == picture.height());
        QVERIFY(isTheCode(picture, picture.rect()));
        // Nothing between black and white.
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QRgb pixel = picture.pixel(x, y);
                QVERIFY(pixel == qRgb(0, 0, 0) || pixel == qRgb(255, 255, 255));
            }
        }
        QVERIFY(ui::qrPicture(QString(5000, u'x')).isNull());
    }

    void aPageHoldsTheCodeAndTheWordsAroundIt_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("portrait") << QSize(1240, 1754);
        QTest::newRow("landscape") << QSize(1754, 1240);
        QTest::newRow("a label") << QSize(600, 400);
    }
    void aPageHoldsTheCodeAndTheWordsAroundIt()
    {
        QFETCH(QSize, size);
        QImage page(size, QImage::Format_RGB32);
        page.fill(Qt::red);
        QPainter painter(&page);
        const ui::QrSheet sheet{m_url, u"Kestrel Studio"_s, u"248.00 EUR"_s};
        const QRectF code = ui::paintQrSheet(painter, page.rect(), sheet);
        painter.end();
        QVERIFY(QRectF(page.rect()).contains(code));
        QVERIFY(isTheCode(page, code.toRect()));
        const int bottom = qRound(code.bottom());
        QVERIFY(hasInk(page, QRect(0, 0, page.width(), qRound(code.top()))));
        QVERIFY(hasInk(page, QRect(0, bottom, page.width(), page.height() - bottom)));
    }

    void theSavedPictureIsNamedAndTold()
    {
        QWidget window;
        window.show();
        QString told;
        auto *popup =
            new ui::QrPopup({m_url, u"Kestrel Studio"_s, {}}, u"Opens."_s, u"checkout-order-1042.png"_s, &window);
        popup->onSaved([&told](const QString &sentence) { told = sentence; });
        popup->show();
        const auto buttons = popup->findChildren<ui::Button *>();
        QCOMPARE(buttons.size(), 2); // save and print
        buttons.front()->click();
        auto *dialog = window.findChild<QFileDialog *>();
        QVERIFY(dialog);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"code.png"_s);
        emit dialog->fileSelected(path);
        QVERIFY(told.endsWith(path));
        QVERIFY(isTheCode(QImage(path), QImage(path).rect()));
        emit dialog->fileSelected(u"/nowhere/at/all.png"_s);
        QVERIFY(told.contains(u"could not be saved"_s));
    }

    void theFileIsNamedByWhatIsNoSecret()
    {
        ledger::SessionRecord record;
        record.session.id = u"cs_7Hq2"_s;
        record.session.secureToken = u"sec_secret"_s;
        QCOMPARE(ui::qrFileName(record), u"checkout-cs_7Hq2.png"_s);
        record.draft.reference = u"../order 10/42"_s;
        QCOMPARE(ui::qrFileName(record), u"checkout-..-order-10-42.png"_s);
        // A letter beyond the first plane, and one with a mark, are whole or not there.
        record.draft.reference = u"\U00020000"_s.repeated(31);
        QCOMPARE(ui::qrFileName(record), u"checkout-%1.png"_s.arg(u"\U00020000"_s.repeated(30)));
        record.draft.reference = u"a"_s.repeated(59) + u"e\u0301z"_s;
        QCOMPARE(ui::qrFileName(record), u"checkout-%1.png"_s.arg(u"a"_s.repeated(59)));
    }

private:
    /// Returns whether @p area of @p image is the code with 4 modules of white around it.
    bool isTheCode(const QImage &image, const QRect &area) const
    {
        const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
            QRcode_encodeString(m_url.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
        const int modules = code->width + 8;
        const double side = double(area.width()) / modules;
        for (int y = 0; y < modules; ++y) {
            for (int x = 0; x < modules; ++x) {
                const bool inside = x >= 4 && y >= 4 && x < modules - 4 && y < modules - 4;
                const bool dark = inside && (code->data[(y - 4) * code->width + x - 4] & 1) != 0;
                const QPoint middle = area.topLeft() + QPoint(int((x + 0.5) * side), int((y + 0.5) * side));
                if (image.pixelColor(middle) != QColor(dark ? Qt::black : Qt::white))
                    return false;
            }
        }
        return true;
    }
    static bool hasInk(const QImage &image, const QRect &area)
    {
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                if (qGray(image.pixel(x, y)) < 100 && image.pixelColor(x, y) != QColor(Qt::red))
                    return true;
            }
        }
        return false;
    }

    const QString m_url = u"https://checkout.paymentkit.example/tok9vR2mQx8u7Ck0007"_s;
};

TILLDECK_TEST(QrSheetTest)

} // namespace qr_sheet_test

#include "tst_qr_sheet.moc"
