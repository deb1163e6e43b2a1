// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the one direction in a window of the other read as they are written: their marks stand at their own end.
#include "support/runner.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QTest>

namespace text_direction_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class TextDirectionTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsPaintedTheSameInBothLayouts_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("button") << 0;
        QTest::newRow("segments") << 1;
    }
    void aTextIsPaintedTheSameInBothLayouts()
    {
        QFETCH(int, which);
        const ui::Theme theme(*qApp, ui::ThemeMode::Light);
        const QImage before = picture(which, Qt::LeftToRight);
        QVERIFY(before == picture(which, Qt::LeftToRight));
        QVERIFY(before == picture(which, Qt::RightToLeft));
    }

private:
    static QImage picture(int which, Qt::LayoutDirection direction)
    {
        QWidget window;
        window.setLayoutDirection(direction);
        QWidget *shown = nullptr;
        if (which == 0) {
            shown = new ui::Button(u"Copy as…"_s);
        } else {
            auto *segments = new ui::SegmentedControl(u"Period"_s);
            segments->addSegment(7, u"7 days"_s);
            shown = segments;
        }
        shown->setParent(&window);
        shown->resize(shown->sizeHint());
        window.resize(400, 100);
        window.show();
        return shown->grab().toImage();
    }
};

TILLDECK_TEST(TextDirectionTest)

} // namespace text_direction_test

#include "tst_text_direction.moc"
