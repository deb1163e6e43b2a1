// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/style/theme.h"
#include "ui/widgets/badge.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace theme_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::ui;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private slots:
    void aTooltipIsPlainText()
    {
        const Theme theme(*qApp, ThemeMode::Light);
        QWidget window;
        window.show();
        for (const QString &text : {u"<b>Tom</b> & <img src='https://evil.example/x'>"_s, u"Tom &amp; Jerry"_s}) {
            QToolTip::showText(window.mapToGlobal(QPoint()), text, &window);
            const auto all = QApplication::topLevelWidgets();
            const auto tip = std::ranges::find_if(all, [](const QWidget *one) { return one->inherits("QTipLabel"); });
            QVERIFY(tip != all.end());
            QCOMPARE(static_cast<QLabel *>(*tip)->textFormat(), Qt::PlainText);
            QCOMPARE(static_cast<QLabel *>(*tip)->text(), text);
        }
        QToolTip::hideText();
    }

    void textCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textCanBeRead()
    {
        QFETCH(bool, dark);
        const Tokens &t = dark ? darkTokens() : lightTokens();
        const auto readable = [](const QColor &ink, const QColor &ground, double limit = 4.5) {
            const double found = contrast(ink, ground);
            QVERIFY2(found >= limit, qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(found)));
        };
        const QColor grounds[] = {t.window, t.base, t.panel, t.hover, t.selected, t.selectedOff, t.liveBackground};
        for (const QColor &ground : grounds)
            for (const QColor &ink : {t.text, t.text2, t.text3, t.link, t.good, t.warning, t.danger})
                readable(ink, ground);
        readable(t.onAccent, t.accent);
        readable(t.onAccent, t.accentHover);
        readable(t.testText, t.testBackground);
        readable(t.testText, t.testHatch);
        readable(t.onLivePill, t.livePill);
        for (const QColor &ground : {t.window, t.base, t.panel})
            readable(t.control, ground, 3.0);
        for (const BadgeColors &badge : t.badges)
            for (const QColor &ground : grounds)
                readable(badge.foreground, badge.background.isValid() ? badge.background : ground);
    }

    void everyStatusHasAGlyphOfItsOwnAndAWord()
    {
        for (int i = 0; i < badgeKinds; ++i) {
            const auto kind = BadgeKind(i);
            QVERIFY(!badgeText(kind).isEmpty() || kind == BadgeKind::Unrecognised);
            // Not by colour alone: painted in one colour, two statuses still differ, unless they mean the same of a
            // session and of a payment.
            for (int other = 0; other < i; ++other) {
                const auto before = BadgeKind(other);
                const bool isAlike = (kind == BadgeKind::Succeeded && before == BadgeKind::Completed) ||
                                     (kind == BadgeKind::RefundUnknown && before == BadgeKind::OutcomeUnknown) ||
                                     (kind == BadgeKind::Creating && before == BadgeKind::Refunding);
                QVERIFY(isAlike || badgeGlyph(kind) != badgeGlyph(before));
            }
        }
        Badge unknown;
        unknown.setStatus(BadgeKind::Unrecognised, {}, u"on_hold"_s);
        QCOMPARE(unknown.label(), u"on_hold"_s);
        QVERIFY(unknown.accessibleName().contains(u"on_hold"_s));
    }

    void everyIconIsThere()
    {
        for (int i = 0; i <= int(Icon::StatusUnrecognised); ++i) {
            const QImage image = icon(Icon(i)).pixmap(16, 16).toImage();
            int ink = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    ink += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
            QVERIFY2(ink > 5, qPrintable(u"icon %1"_s.arg(i)));
        }
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }
};
TILLDECK_TEST(ThemeTest)

} // namespace theme_test

#include "tst_theme.moc"
