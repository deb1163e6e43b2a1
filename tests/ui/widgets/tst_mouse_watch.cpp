// SPDX-License-Identifier: GPL-3.0-or-later
// A live account asks before what the mouse did not start.
#include "support/runner.h"
#include "ui/forms/real_money.h"

#include <QPushButton>
#include <QTest>

namespace mouse_watch_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

class MouseWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clicks.clear();
        m_window = std::make_unique<QWidget>();
        m_window->resize(300, 200);
        m_button = new QPushButton(u"Refund"_s, m_window.get());
        m_button->setGeometry(20, 20, 100, 30);
        connect(m_button, &QPushButton::clicked, this,
                [this, watch = new MouseWatch(m_button)] { m_clicks << watch->takeIsMouse(); });
        m_window->show();
    }

    void aClickIsOfTheMouse()
    {
        QTest::mouseClick(m_button, Qt::LeftButton);
        QTest::mouseDClick(m_button, Qt::LeftButton); // the second press of a double click
        QTest::mouseRelease(m_button, Qt::LeftButton);
        QCOMPARE(m_clicks, QList<bool>({true, true}));
    }

    void keysAndProgramsAreNot()
    {
        QTest::keyClick(m_button, Qt::Key_Space);
        m_button->click();
        QCOMPARE(m_clicks, QList<bool>({false, false}));
    }

    void aPressThatWasDraggedOffIsNoClick()
    {
        QTest::mousePress(m_button, Qt::LeftButton);
        QTest::mouseMove(m_button, outside());
        QTest::mouseRelease(m_button, Qt::LeftButton, {}, outside());
        QVERIFY(m_clicks.isEmpty());
        m_button->click(); // as Enter in a dialog presses its default button
        QCOMPARE(m_clicks, QList<bool>({false}));
    }

    void aReleaseAloneIsNoClick()
    {
        QTest::mouseRelease(m_button, Qt::LeftButton);
        m_button->click();
        QCOMPARE(m_clicks, QList<bool>({false}));
    }

    void anotherButtonOfTheMouseIsNoClick()
    {
        QTest::mouseClick(m_button, Qt::RightButton);
        m_button->click();
        QTest::mousePress(m_button, Qt::RightButton);
        QTest::mouseRelease(m_button, Qt::LeftButton);
        m_button->click();
        QCOMPARE(m_clicks, QList<bool>({false, false}));
    }

    void aClickThatPressedNothingIsForgotten()
    {
        m_button->setCheckable(true);
        m_button->blockSignals(true);
        QTest::mouseClick(m_button, Qt::LeftButton);
        m_button->blockSignals(false);
        QCoreApplication::processEvents();
        m_button->click();
        QCOMPARE(m_clicks, QList<bool>({false}));
    }

private:
    QPoint outside() const { return {m_button->width() + 40, m_button->height() + 40}; }

    std::unique_ptr<QWidget> m_window;
    QPushButton *m_button = nullptr;
    QList<bool> m_clicks; ///< Whether each was the mouse's.
};

TILLDECK_TEST(MouseWatchTest)

} // namespace mouse_watch_test

#include "tst_mouse_watch.moc"
