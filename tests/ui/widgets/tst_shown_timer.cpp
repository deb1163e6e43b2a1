// SPDX-License-Identifier: GPL-3.0-or-later
// What changes by the clock alone: when it is looked at again, and what of it is painted.
#include "support/runner.h"
#include "ui/lists/delegates.h"
#include "ui/lists/roles.h"
#include "ui/widgets/shown_timer.h"
#include "ui/widgets/time_text.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

namespace shown_timer_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 4, 14), QTime(12, 0), Qt::UTC);

/// Collects what is painted of a widget.
class Painted : public QObject
{
public:
    explicit Painted(QWidget *widget)
        : QObject(widget)
    {
        widget->installEventFilter(this);
    }
    QRegion region;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
};

} // namespace

class ShownTimerTest : public QObject
{
    Q_OBJECT

private slots:
    void itSleepsWhileItsWidgetCannotBeSeen()
    {
        QWidget window;
        auto *page = new QWidget(&window);
        ShownTimer timer(page);
        QSignalSpy fired(&timer, &ShownTimer::timeout);
        timer.start(1min);
        QVERIFY(!timer.isRunning());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(timer.isRunning());
        page->hide();
        QVERIFY(!timer.isRunning());
        page->show();
        QVERIFY(timer.isRunning());
        window.showMinimized();
        QTRY_VERIFY(!timer.isRunning());
        window.showNormal();
        QTRY_VERIFY(timer.isRunning());
        window.hide();
        QVERIFY(!timer.isRunning());
        QVERIFY(timer.isActive());
        QCOMPARE(fired.size(), 0);
    }

    void whatCameDueUnseenFiresOnceWhenItIsSeen()
    {
        QWidget window;
        ShownTimer timer(&window);
        QSignalSpy fired(&timer, &ShownTimer::timeout);
        timer.start(1ms);
        QTest::qWait(200);
        QCOMPARE(fired.size(), 0);
        window.show();
        QTRY_COMPARE(fired.size(), 1);
        QVERIFY(!timer.isActive());
        QVERIFY(!timer.isRunning());
    }

    void theSoonerOfTwoWaitsCounts()
    {
        QWidget window;
        window.show();
        ShownTimer timer(&window);
        QSignalSpy fired(&timer, &ShownTimer::timeout);
        timer.start(1h);
        timer.startWithin(2h);
        timer.startWithin(1ms);
        QTRY_COMPARE(fired.size(), 1);
        timer.start(1ms);
        timer.stop();
        QTest::qWait(200);
        QCOMPARE(fired.size(), 1);
    }

    /// Nothing is missed, and nothing is looked at that says the same.
    void aTextHoldsUntilTheMomentThatIsSaid()
    {
        for (const TimeDetail detail : {TimeDetail::Minutes, TimeDetail::Seconds}) {
            for (qint64 left = 1; left < 3LL * 86'400'000; left += 1 + left / 7) {
                const QDateTime until = noon.addMSecs(left);
                const qint64 holds = timeLeftHolds(noon, until, detail).value().count();
                const QString text = timeLeft(noon, until, detail);
                QVERIFY2(holds > 0 && holds <= left, qPrintable(u"%1 of %2"_s.arg(holds).arg(left)));
                QCOMPARE(timeLeft(noon.addMSecs(holds - 1), until, detail), text);
                if (holds < left)
                    QVERIFY2(timeLeft(noon.addMSecs(holds), until, detail) != text, qPrintable(text));
            }
        }
        QVERIFY(!timeLeftHolds(noon, noon));
        QVERIFY(!timeLeftHolds(noon, {}));
        for (qint64 passed = 0; passed < 3LL * 86'400'000; passed += 1 + passed / 7) {
            const QDateTime time = noon.addMSecs(-passed);
            const qint64 holds = agoHolds(noon, time).count();
            QCOMPARE(ago(noon.addMSecs(holds - 1), time), ago(noon, time));
            QVERIFY(ago(noon.addMSecs(holds), time) != ago(noon, time));
        }
        QCOMPARE(ago(noon.addMSecs(agoHolds(noon, noon.addSecs(5)).count()), noon.addSecs(5)), u"1 s ago"_s);
    }

    void onlyTheCellWhoseTextChangesIsPainted()
    {
        QElapsedTimer passed;
        passed.start();
        QTableView view;
        QStandardItemModel model(3, 1);
        const std::chrono::milliseconds left[] = {5min + 30s, 3min + 800ms, 2h + 20s};
        for (int row = 0; row < 3; ++row)
            model.setData(model.index(row, 0), noon.addMSecs(left[row].count()), ExpiresAtRole);
        view.setModel(&model);
        auto *delegate = new TimeLeftDelegate(&view, [&passed] { return noon.addMSecs(passed.elapsed()); });
        view.setItemDelegateForColumn(0, delegate);
        QSignalSpy changed(delegate, &TimeLeftDelegate::timePassed);
        view.resize(300, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::qWait(100);
        Painted painted(view.viewport());
        QTRY_COMPARE(changed.size(), 1);
        QTRY_VERIFY(!painted.region.isEmpty());
        QCOMPARE(painted.region.boundingRect().intersected(view.visualRect(model.index(0, 0))), QRect());
        QVERIFY(painted.region.boundingRect().intersects(view.visualRect(model.index(1, 0))));
        QCOMPARE(painted.region.boundingRect().intersected(view.visualRect(model.index(2, 0))), QRect());
    }
};

TILLDECK_TEST(ShownTimerTest)

} // namespace shown_timer_test

#include "tst_shown_timer.moc"
