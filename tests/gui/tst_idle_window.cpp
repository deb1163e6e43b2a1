// SPDX-License-Identifier: GPL-3.0-or-later
// A window that nobody touches wakes seldom, and one that is minimised not at all by itself.
#include "gui/merchant.h"
#include "support/runner.h"

namespace idle_window_test {

using namespace Qt::StringLiterals;

using tilldeck::test::Merchant;

namespace {

/// Counts what is done in the thread of the window.
class Watch : public QObject
{
public:
    Watch() { qApp->installEventFilter(this); }
    int timers = 0;   ///< Events of timers.
    QStringList seen; ///< What was painted.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        timers += event->type() == QEvent::Timer ? 1 : 0;
        if (event->type() == QEvent::Paint)
            seen << QString::fromLatin1(watched->metaObject()->className()) + u' ' + watched->objectName();
        return false;
    }
};

constexpr int span = 4000; // milliseconds

} // namespace

class IdleWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void nobodyWakesAWindowInWhichNothingHappens()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        // What the start begins ends in a while, and a refresh comes twice a minute.
        const auto isQuiet = [](int most) {
            const Watch watch;
            QTest::qWait(span);
            return watch.timers <= most;
        };
        // Of the open session that the panel shows each second is one, and one may be a row's minute.
        QVERIFY(QTest::qWaitFor([&] { return isQuiet(span / 1000 + 3); }, 20 * span));
        merchant.window().showMinimized();
        QVERIFY(QTest::qWaitFor([&] { return isQuiet(1); }, 20 * span));
        const Watch watch;
        QTest::qWait(span);
        QCOMPARE(watch.seen, QStringList());
    }
};

TILLDECK_TEST(IdleWindowTest)

} // namespace idle_window_test

#include "tst_idle_window.moc"
