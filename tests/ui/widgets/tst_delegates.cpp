// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/lists/delegates.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/time_text.h"

#include <QTest>
#include <QTextBoundaryFinder>

namespace delegates_test {

using namespace tilldeck;
using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

namespace {

AmountParts parts(qint64 minor, const char *code)
{
    return amountParts({minor, *money::Currency::fromCode(QString::fromLatin1(code))}, QLocale(QLocale::English));
}

} // namespace

class DelegatesTest : public QObject
{
    Q_OBJECT

private slots:
    void textIsNeverCutInsideWhatAReaderTakesForOneCharacter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a family") << u"\U0001f469\u200d\U0001f469\u200d\U0001f467"_s.repeated(6);
        QTest::newRow("a flag of tags")
            << u"\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"_s.repeated(6);
        QTest::newRow("combining marks") << u"e\u0301\u0323"_s.repeated(20);
        QTest::newRow("Arabic with marks") << u"مُحَمَّد بْنُ عَبْدِ اللّٰه "_s.repeated(4);
    }
    void textIsNeverCutInsideWhatAReaderTakesForOneCharacter()
    {
        QFETCH(const QString, text);
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            int cut = 0;
            for (int width = 20; width < 120; ++width) {
                const QRect cell(10, 0, width, 32);
                const auto placed = ItemsDelegate::layout(cell, font(TextStyle::Body), text, 1, direction);
                QVERIFY(cell.contains(placed.textRect));
                const bool isMirrored = direction == Qt::RightToLeft;
                QCOMPARE(isMirrored ? placed.textRect.right() : placed.textRect.left(),
                         isMirrored ? cell.right() : cell.left());
                QString kept = QString(placed.text).remove(u'…');
                // Qt keeps the form of a letter that was joined to the next one.
                if (!text.startsWith(kept) && kept.endsWith(u'\u200d'))
                    kept.chop(1);
                QVERIFY2(text.startsWith(kept), qPrintable(kept));
                finder.setPosition(kept.size());
                QVERIFY2(finder.isAtBoundary(), qPrintable(kept));
                cut += kept.size() < text.size() ? 1 : 0;
            }
            QVERIFY(cut > 0);
        }
    }

    void amountsOfAllCurrenciesLineUpOnTheDecimalSign()
    {
        const QFont figures = font(TextStyle::Body);
        const auto euro = layoutAmount(parts(24000, "EUR"), figures, 300, 2, CurrencySlot::Shown);
        const auto naira = layoutAmount(parts(14400000, "NGN"), figures, 300, 2, CurrencySlot::Shown);
        const auto franc = layoutAmount(parts(50000, "XOF"), figures, 300, 2, CurrencySlot::Shown);
        const auto minus = layoutAmount(parts(-6200, "EUR"), figures, 300, 2, CurrencySlot::Shown);
        for (const auto &other : {naira, franc, minus}) {
            QCOMPARE(other.decimal, euro.decimal);
            QCOMPARE(other.codeLeft, euro.codeLeft);
        }
        QCOMPARE(franc.fractionRight, franc.decimal); // an empty slot
        QVERIFY(naira.integerLeft < euro.integerLeft);
        QVERIFY(euro.fractionRight < euro.codeLeft);
        QCOMPARE(parts(-6200, "EUR").integer, u"−62"_s);
        QCOMPARE(parts(50000, "XOF").fraction, QString());
        // A column with dinars leaves room for three decimals in every row.
        const auto wide = layoutAmount(parts(24000, "EUR"), figures, 300, 3, CurrencySlot::Shown);
        const auto dinar = layoutAmount(parts(24000, "KWD"), figures, 300, 3, CurrencySlot::Shown);
        QCOMPARE(dinar.decimal, wide.decimal);
        QVERIFY(wide.decimal < euro.decimal);
    }
    void figuresAreTabular()
    {
        const QFont figures = font(TextStyle::Body);
        QCOMPARE(tabularWidth(u"111,111.11", figures), tabularWidth(u"888,888.88", figures));
    }
    void tierMarkIsNeverElided()
    {
        const QString text = u"A very long name of an annual membership with everything"_s;
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
            for (const int width : {400, 120, 60, 24}) {
                const QRect cell(10, 0, width, 32);
                const auto placed = ItemsDelegate::layout(cell, font(TextStyle::Body), text, 2, direction);
                QVERIFY(cell.contains(placed.markRect));
                QVERIFY(!placed.markRect.intersects(placed.textRect));
            }
        const auto narrow = ItemsDelegate::layout({0, 0, 120, 32}, font(TextStyle::Body), text, 2, Qt::LeftToRight);
        QVERIFY(narrow.text.endsWith(u'…'));
        QVERIFY(
            ItemsDelegate::layout({0, 0, 120, 32}, font(TextStyle::Body), text, 1, Qt::LeftToRight).markRect.isNull());
    }
    void timeLeftIsWrittenPlainly_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("minutes");
        QTest::addColumn<QString>("exact");
        QTest::newRow("hours") << 34878 << u"9 h 41 min"_s << u"9 h 41 min 18 s"_s;
        QTest::newRow("minutes") << 185 << u"3 min"_s << u"3 min 5 s"_s;
        QTest::newRow("seconds") << 42 << u"less than 1 min"_s << u"42 s"_s;
        QTest::newRow("days") << 3 * 86400 + 7200 << u"3 d 2 h"_s << u"3 d 2 h"_s;
        QTest::newRow("over") << 0 << QString() << QString();
    }
    void timeLeftIsWrittenPlainly()
    {
        QFETCH(int, seconds);
        const QDateTime now(QDate(2026, 4, 14), QTime(13, 0), Qt::UTC);
        QTEST(timeLeft(now, now.addSecs(seconds)), "minutes");
        QTEST(timeLeft(now, now.addSecs(seconds), TimeDetail::Seconds), "exact");
    }
    void timesNameTheirZone()
    {
        const QDateTime time(QDate(2026, 4, 14), QTime(23, 13), Qt::UTC);
        QCOMPARE(absoluteTime(time, QTimeZone("Africa/Lagos"), QLocale(QLocale::English)),
                 u"Wed 15 Apr 2026, 00:13 WAT"_s);
        QCOMPARE(listTime(time, time, QTimeZone("Africa/Lagos"), QLocale(QLocale::English)), u"00:13"_s);
        QCOMPARE(listTime(time.addDays(-3), time, QTimeZone("UTC"), QLocale(QLocale::English)), u"11 Apr"_s);
    }
};
TILLDECK_TEST(DelegatesTest)

} // namespace delegates_test

#include "tst_delegates.moc"
