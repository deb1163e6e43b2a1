// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clock_watch.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace clock_watch_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ClockWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_wall = QDateTime::fromString(u"2026-04-14T23:59:50Z"_s, Qt::ISODate);
        m_awake = 1000s;
        m_watch = std::make_unique<desk::ClockWatch>([this] { return m_wall; }, [this] { return m_awake; });
        m_jumped = std::make_unique<QSignalSpy>(m_watch.get(), &desk::ClockWatch::jumped);
        m_day = std::make_unique<QSignalSpy>(m_watch.get(), &desk::ClockWatch::dayChanged);
    }

    void timeThatPassesIsNoJump()
    {
        pass(9s, 9s);
        QCOMPARE(m_jumped->size(), 0);
        QCOMPARE(m_day->size(), 0);
        pass(1s, 1s); // midnight
        QCOMPARE(m_jumped->size(), 0);
        QCOMPARE(m_day->size(), 1);
        pass(3600s, 3600s);
        QCOMPARE(m_day->size(), 1);
    }

    void sleepIsAJump()
    {
        pass(1800s, 0s);
        QCOMPARE(m_jumped->size(), 1);
        QCOMPARE(m_day->size(), 1);
        pass(1s, 1s);
        QCOMPARE(m_jumped->size(), 1);
    }

    void aClockThatIsSetIsAJump()
    {
        pass(-3600s, 1s);
        QCOMPARE(m_jumped->size(), 1);
        QCOMPARE(m_day->size(), 0);
        pass(-24h, 1s);
        QCOMPARE(m_day->size(), 1);
    }

    void aDriftIsNone()
    {
        for (int i = 0; i < 100; ++i)
            pass(1001ms, 1s);
        QCOMPARE(m_jumped->size(), 0);
    }

    void itLooksByItselfNowAndThen()
    {
        desk::ClockWatch watch([this] { return m_wall; }, [this] { return m_awake; }, 100ms);
        const QSignalSpy jumped(&watch, &desk::ClockWatch::jumped);
        m_wall = m_wall.addSecs(60);
        QTRY_COMPARE(jumped.size(), 1);
    }

    void itWakesAtMidnight()
    {
        QElapsedTimer passed;
        passed.start();
        const auto almost = QDateTime::fromString(u"2026-04-14T23:59:59.700Z"_s, Qt::ISODateWithMs);
        const desk::ClockWatch watch([&] { return almost.addMSecs(passed.elapsed()); },
                                     [&] { return std::chrono::milliseconds(passed.elapsed()); }, 24h);
        QSignalSpy day(&watch, &desk::ClockWatch::dayChanged);
        QTRY_COMPARE(day.size(), 1);
        QTest::qWait(300);
        QCOMPARE(day.size(), 1);
    }

private:
    void pass(std::chrono::milliseconds wall, std::chrono::milliseconds awake)
    {
        m_wall = m_wall.addMSecs(wall.count());
        m_awake += awake;
        m_watch->look();
    }

    QDateTime m_wall;
    std::chrono::milliseconds m_awake{0};
    std::unique_ptr<desk::ClockWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_jumped, m_day;
};

TILLDECK_TEST(ClockWatchTest)

} // namespace clock_watch_test

#include "tst_clock_watch.moc"
