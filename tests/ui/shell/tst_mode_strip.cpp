// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the strip has to say can be read to its end, in a small window, too.
#include "shell_window.h"
#include "support/runner.h"
#include "ui/shell/main_window.h"
#include "ui/shell/mode_strip.h"
#include "ui/widgets/shown_timer.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

namespace mode_strip_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

using tilldeck::accounts::Mode;
using tilldeck::test::makeWindow;

class ModeStripTest : public QObject
{
    Q_OBJECT

private slots:
    void whatItSaysOfATimeIsNeverBehind()
    {
        QElapsedTimer passed;
        passed.start();
        const QDateTime noon(QDate(2026, 4, 14), QTime(12, 0), Qt::UTC);
        ModeStrip strip(nullptr, [&] { return noon.addMSecs(passed.elapsed()); });
        strip.resize(1200, 28);
        strip.show();
        const auto *timer = strip.findChild<ShownTimer *>();
        ModeStripState state;
        state.mode = Mode::Live;
        state.updatedAt = noon.addMSecs(passed.elapsed() - 59'500);
        strip.setState(state);
        QVERIFY2(strip.text().contains(u"59 s ago"_s), qPrintable(strip.text()));
        QTRY_VERIFY(strip.text().contains(u"Up to date · 1 min ago"_s));
        state.updatedAt = noon.addMSecs(passed.elapsed() - 299'500);
        strip.setState(state);
        QVERIFY2(strip.text().contains(u"Up to date · 4 min ago"_s), qPrintable(strip.text()));
        QTRY_VERIFY(strip.text().contains(u"Last update 5 min ago"_s));
        QVERIFY(strip.text().contains(u"Update now"_s));
        QVERIFY(timer->isRunning());
        state.mode = Mode::Sandbox;
        strip.setState(state);
        QVERIFY(!timer->isActive()); // it says no time
    }

    /// The smallest window, with sentences as long as those of other languages.
    void stripShowsEverySentenceWhole_data()
    {
        QTest::addColumn<int>("link");
        using Link = ModeStripState::Link;
        QTest::newRow("files") << int(Link::Files);
        QTest::newRow("trouble") << int(Link::Trouble);
        QTest::newRow("key refused") << int(Link::KeyRefused);
        QTest::newRow("fresh") << int(Link::Fresh);
    }
    void stripShowsEverySentenceWhole()
    {
        QFETCH(const int, link);
        const auto window = makeWindow();
        window->show();
        window->resize(960, 600);
        window->showPage(PageId::Sessions);
        ModeStripState state{Mode::Test, ModeStripState::Link(link), QDateTime::currentDateTimeUtc(), {}, {}, true, {}};
        state.problem =
            u"Lagos Shop: der Schlüssel wurde abgelehnt. Die anderen 2 Konten sind auf dem neuesten Stand. Bis "
            "dahin wird bei keinem Zahlungsanbieter etwas erstellt, erstattet oder geändert."_s;
        window->setModeStrip(state);
        ModeStrip *strip = window->modeStrip();
        const QString whole = strip->text();
        QTest::qWait(50);
        for (const auto *label : strip->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width()) : 0;
            QVERIFY2(needed <= label->height() && (needed > 0 || label->sizeHint().width() <= label->width()),
                     qPrintable(label->text()));
            QVERIFY(strip->rect().contains(label->geometry()));
        }
        QCOMPARE(window->width(), 960);
        QVERIFY(whole.contains(link == int(ModeStripState::Link::Fresh) ? u"No money moves."_s : state.problem));
        const auto links = strip->findChildren<QAbstractButton *>();
        for (const auto *button : links)
            QVERIFY(!button->isVisible() || strip->rect().contains(button->geometry()));
    }
};
TILLDECK_TEST(ModeStripTest)

} // namespace mode_strip_test

#include "tst_mode_strip.moc"
