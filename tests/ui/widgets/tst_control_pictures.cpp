// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the widgets for looking at, when TILLDECK_PICTURES names a folder.
#include "gallery.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QTest>

namespace control_pictures_test {

using namespace tilldeck;
using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

class PicturesTest : public QObject
{
    Q_OBJECT

private slots:
    void galleryInBothThemes()
    {
        Theme theme(*qApp, ThemeMode::Light);
        test::Gallery gallery(QApplication::clipboard());
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        gallery.findChild<QPushButton *>(u"focus"_s)->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(gallery.findChild<Table *>(u"loading"_s)->showsSkeleton());
        const QImage light = gallery.grab().toImage();
        theme.setMode(ThemeMode::Dark);
        QCoreApplication::processEvents();
        const QImage dark = gallery.grab().toImage();
        // Switching repaints what stands there: the page's ground, and not one widget keeps the light ground.
        QCOMPARE(dark.pixelColor(5, 5), darkTokens().base);
        int whites = 0;
        for (int y = 0; y < dark.height(); ++y)
            for (int x = 0; x < dark.width(); ++x)
                whites += dark.pixelColor(x, y) == lightTokens().base ? 1 : 0;
        QVERIFY2(whites < 40000, qPrintable(QString::number(whites))); // the QR code stays white
        QImage both(light.width() * 2, light.height(), QImage::Format_RGB32);
        QPainter painter(&both);
        painter.drawImage(0, 0, light);
        painter.drawImage(light.width(), 0, dark);
        painter.end();
        if (qEnvironmentVariableIsSet("TILLDECK_PICTURES"))
            QVERIFY(both.save(qEnvironmentVariable("TILLDECK_PICTURES") + u"/g-components.png"_s));
    }
};
TILLDECK_TEST(PicturesTest)

} // namespace control_pictures_test

#include "tst_control_pictures.moc"
