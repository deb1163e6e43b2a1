// SPDX-License-Identifier: GPL-3.0-or-later
// Segments, of which one is chosen, and the keyboard.
#include "support/runner.h"
#include "ui/forms/tab_chain.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace segmented_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::ui;

class SegmentedTest : public QObject
{
    Q_OBJECT

private slots:
    void segmentsAreChosenByArrowKeys()
    {
        SegmentedControl control(u"Discount"_s);
        control.addSegment(0, u"None"_s);
        control.addSegment(1, u"Promotion code"_s);
        control.addSegment(2, u"Coupon ID"_s);
        QCOMPARE(control.current(), 0);
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        control.show();
        control.setSegmentEnabled(1, false, u"Not offered by this provider"_s);
        QTest::keyClick(&control, Qt::Key_Right);
        QCOMPARE(control.current(), 2); // over the disabled one
        QTest::keyClick(&control, Qt::Key_Right);
        QCOMPARE(control.current(), 2);
        control.setLayoutDirection(Qt::RightToLeft);
        QTest::keyClick(&control, Qt::Key_Right);
        QCOMPARE(control.current(), 0);
        QCOMPARE(changed.size(), 2);
    }

    void theTabKeyGoesOnFromTheSegmentThatIsChosenNow()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *control = new SegmentedControl(u"Discount"_s);
        control->addSegment(0, u"None"_s);
        control->addSegment(1, u"Promotion code"_s);
        auto *code = new QLineEdit;
        row->addWidget(new QLineEdit);
        row->addWidget(control);
        row->addWidget(code);
        row->addWidget(new QLineEdit);
        chainTabs({&window});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        control->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(control->current(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), code);
        QTest::keyClick(code, Qt::Key_Backtab);
        QVERIFY(control->isAncestorOf(QApplication::focusWidget()));
    }
};

TILLDECK_TEST(SegmentedTest)

} // namespace segmented_test

#include "tst_segmented.moc"
