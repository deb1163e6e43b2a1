// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that one locale reads as another amount than the next.
#include "money/format.h"
#include "support/runner.h"

#include <QSet>
#include <QTest>

#include <rapidcheck.h>

#include <string>
#include <tuple>

namespace two_readings_test {

using namespace Qt::StringLiterals;
using namespace std::string_literals;

using namespace tilldeck::money;

namespace {

Currency currency(const std::string &code)
{
    return *Currency::fromCode(QString::fromStdString(code));
}

/// Draws a number with one sign before three digits, which is a group to some and decimals to others.
rc::Gen<std::string> oneGroup()
{
    return rc::gen::map(rc::gen::tuple(rc::gen::inRange(1, 1000), rc::gen::elementOf(".,"s), rc::gen::inRange(0, 1000),
                                       rc::gen::element(""s, " KWD"s)),
                        [](const std::tuple<int, char, int, std::string> &parts) {
                            const auto &[whole, sign, rest, code] = parts;
                            const std::string digits = std::to_string(1000 + rest).substr(1);
                            return std::to_string(whole) + sign + digits + code;
                        });
}

/// Draws an amount as one of several locales writes it.
rc::Gen<std::string> writtenSomewhere()
{
    return rc::gen::map(
        rc::gen::tuple(rc::gen::inRange<qint64>(-9'999'999, 9'999'999),
                       rc::gen::element("en_GB"s, "de_DE"s, "fr_FR"s, "de_CH"s, "en_IN"s, "ar_EG"s),
                       rc::gen::element("EUR"s, "XOF"s, "KWD"s)),
        [](const std::tuple<qint64, std::string, std::string> &parts) {
            const auto &[minor, locale, code] = parts;
            return formatAmount(Money(minor, currency(code)), QLocale(QString::fromStdString(locale))).toStdString();
        });
}

/// Draws digits and signs in any order.
rc::Gen<std::string> anySigns()
{
    return rc::gen::container<std::string>(rc::gen::elementOf("0123456789.,' "s));
}

} // namespace

class TwoReadingsTest : public QObject
{
    Q_OBJECT

private slots:
    void twoLocalesNeverReadATextDifferentlyWithoutAWord()
    {
        // With 2 decimals or none nothing is ambiguous; with 3 it is said.
        const auto texts =
            rc::gen::weightedOneOf<std::string>({{4, oneGroup()}, {1, writtenSomewhere()}, {1, anySigns()}});
        int drawn = 0;
        int withTwoReadings = 0;
        QVERIFY(rc::check("what is read in two ways is said by all that read it", [&] {
            const QString typed = QString::fromStdString(*texts);
            ++drawn;
            for (const std::string &code : {"EUR"s, "XOF"s, "KWD"s}) {
                QSet<qint64> readings;
                QStringList silent;
                for (const char *name : {"en_GB", "de_DE", "fr_FR", "de_CH", "en_IN", "pt_BR", "sv_SE", "ar_EG"}) {
                    const QLocale locale(QString::fromLatin1(name));
                    const auto read = parseAmount(typed, currency(code), locale);
                    if (!read)
                        continue;
                    readings.insert(read->minorUnits());
                    const auto other = otherReading(typed, currency(code), locale);
                    if (!other)
                        silent << locale.name();
                    else
                        RC_ASSERT(*other != *read);
                }
                if (readings.size() < 2)
                    continue;
                RC_ASSERT(code == "KWD"s);
                ++withTwoReadings;
                RC_ASSERT(silent.join(u' ').toStdString() == ""s);
            }
        }));
        QVERIFY2(drawn >= 100 && 3 * withTwoReadings > drawn,
                 qPrintable(u"%1 of %2"_s.arg(withTwoReadings).arg(drawn)));
    }

    void anAmountWithTwoReadingsIsSaid()
    {
        const Currency dinar = currency("KWD");
        const QLocale english(u"en_GB"_s);
        QCOMPARE(otherReading(u"1,250"_s, dinar, english), Money(1250, dinar));
        QCOMPARE(otherReading(u"1.250"_s, dinar, english), Money(1'250'000, dinar));
        QVERIFY(!otherReading(u"1,250.500"_s, dinar, english));
        QVERIFY(!otherReading(u"1,250"_s, currency("EUR"), english));
        QVERIFY(!otherReading(u"1250"_s, dinar, english));
    }
};

TILLDECK_TEST(TwoReadingsTest)

} // namespace two_readings_test

#include "tst_two_readings.moc"
