// SPDX-License-Identifier: GPL-3.0-or-later
// How fast many calls leave: within what the provider takes, and never while it asks to be left alone.
#include "desk/pace.h"
#include "support/runner.h"

#include <QTest>

namespace pace_test {

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace std::chrono_literals;

namespace {

checkout::Error tooMany(std::optional<std::chrono::milliseconds> retryAfter = {})
{
    checkout::Error error(checkout::ErrorKind::RateLimited, QString());
    error.retryAfter = retryAfter;
    return error;
}

const Pace::Clock::time_point start = Pace::Clock::time_point(24h);

} // namespace

class PaceTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutALimitNothingWaits()
    {
        Pace pace(std::nullopt);
        for (int i = 0; i < 1000; ++i)
            pace.note(start, 1);
        QVERIFY(pace.waitAt(start) <= 0ms);
    }

    void aMinutesPartGoesAtOnceAndTheRestAsTheProviderTakesIt()
    {
        Pace pace(600); // ten in a minute
        for (int i = 0; i < 10; ++i) {
            QVERIFY(pace.waitAt(start) <= 0ms);
            pace.note(start, 1);
        }
        QVERIFY(pace.waitAt(start) <= 0ms); // full, and not beyond it
        pace.note(start, 1);
        QCOMPARE(pace.waitAt(start).count(), 6000);
        QVERIFY(pace.waitAt(start + 6s) <= 0ms);
        // In an hour no more leave than may, but for the first minute's.
        auto now = start + 6s;
        int left = 11;
        for (; now < start + 1h; now += std::max(pace.waitAt(now), 1ms)) {
            if (pace.waitAt(now) > 0ms)
                continue;
            pace.note(now, 1);
            ++left;
        }
        QVERIFY2(left >= 600 && left <= 611, qPrintable(QString::number(left)));
    }

    void itIsLeftAloneForAsLongAsItAsks()
    {
        Pace pace(std::nullopt);
        QVERIFY(pace.rest(start, tooMany(7s)));
        QCOMPARE(pace.waitAt(start).count(), 7000);
        QVERIFY(pace.waitAt(start + 7s) <= 0ms);
        QVERIFY(!pace.rest(start + 7s, tooMany(2h)));
    }

    void anAnswerBetweenTwoRefusalsEndsNoRest()
    {
        Pace pace(std::nullopt);
        QVERIFY(pace.rest(start, tooMany(7s)));
        pace.noteAnswer();
        QVERIFY(pace.rest(start + 1s, tooMany()));
        QCOMPARE(pace.waitAt(start + 1s).count(), 6000);
    }

    void whoDoesNotSayHowLongIsLeftAloneLongerEachTime()
    {
        Pace pace(std::nullopt);
        QVERIFY(pace.rest(start, tooMany()));
        QCOMPARE(pace.waitAt(start).count(), 1000);
        // Those that were under way with it are the same time.
        for (int i = 0; i < 20; ++i)
            QVERIFY(pace.rest(start, tooMany()));
        QCOMPARE(pace.waitAt(start).count(), 1000);
        QVERIFY(pace.rest(start + 1s, tooMany()));
        QCOMPARE(pace.waitAt(start + 1s).count(), 2000);
        pace.noteAnswer();
        QVERIFY(pace.rest(start + 3s, tooMany()));
        QCOMPARE(pace.waitAt(start + 3s).count(), 1000);
        auto now = start + 4s;
        int rests = 1;
        while (pace.rest(now, tooMany())) {
            now += pace.waitAt(now);
            ++rests;
        }
        QCOMPARE(rests, 7);
    }
};

TILLDECK_TEST(PaceTest)

} // namespace pace_test

#include "tst_pace.moc"
