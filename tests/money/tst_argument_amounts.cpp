// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts of the command line, where a script may have written them.
#include "money/format.h"
#include "support/runner.h"

#include <QTest>

#include <rapidcheck.h>

namespace argument_amounts_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::money;

namespace {

Currency currency(const char *code)
{
    return *Currency::fromCode(QString::fromLatin1(code));
}

constexpr std::array localeNames{"en_GB", "de_DE", "fr_FR", "de_CH", "en_IN", "pt_BR", "sv_SE", "ar_EG", "C"};

} // namespace

class ArgumentAmountsTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsReadAsTheWindowReadsItAndNeverByALocaleAlone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<qint64>("minor"); // -1: refused
        QTest::addColumn<qint64>("other"); // 0: no other reading
        QTest::addColumn<int>("problem");
        const auto reads = [](const char *name, const QString &typed, const char *code, const char *locale,
                              qint64 minor, qint64 other = 0) {
            QTest::newRow(name) << typed << QString::fromLatin1(code) << QString::fromLatin1(locale) << minor << other
                                << -1;
        };
        const auto refuses = [](const char *name, const QString &typed, const char *code, const char *locale,
                                AmountProblem problem) {
            QTest::newRow(name) << typed << QString::fromLatin1(code) << QString::fromLatin1(locale) << qint64(-1)
                                << qint64(0) << int(problem);
        };
        reads("a point in English", u"12.50"_s, "EUR", "en_GB", 1250);
        reads("a point in German", u"12.50"_s, "EUR", "de_DE", 1250);
        reads("a point in Arabic", u"12.50"_s, "EUR", "ar_EG", 1250);
        reads("whole", u"1250"_s, "KWD", "de_DE", 1'250'000);
        reads("a comma in German", u"12,50"_s, "EUR", "de_DE", 1250);
        reads("with its code", u"12.50 EUR"_s, "EUR", "en_GB", 1250);
        reads("with a no-break space", u"12.50\u00a0eur"_s, "EUR", "en_GB", 1250);
        reads("the code first", u"EUR 12.50"_s, "EUR", "de_DE", 1250);
        reads("Arabic digits", u"١٢٫٥٠"_s, "EUR", "ar_EG", 1250);
        reads("Arabic digits with groups", u"١٬٢٣٤٫٥٠"_s, "EUR", "ar_EG", 123450);
        reads("groups", u"1,250"_s, "EUR", "en_GB", 125000);
        reads("all of it", u"1,250.00"_s, "EUR", "en_GB", 125000);
        reads("two readings, a point", u"1.250"_s, "KWD", "en_GB", 1250, 1'250'000);
        reads("two readings, a point in German", u"1.250"_s, "KWD", "de_DE", 1250, 1'250'000);
        reads("two readings, a comma", u"1,250"_s, "KWD", "en_GB", 1'250'000, 1250);
        reads("two readings, with a code that is written otherwise", u"1.250 KWD"_s, "KWD", "de_DE", 1250, 1'250'000);
        reads("as it is printed", u"1.250 KWD"_s, "KWD", "en_GB", 1250);
        reads("as it is printed in German", u"1,250 KWD"_s, "KWD", "de_DE", 1250);
        reads("whole yen as they are printed in German", u"1.250 JPY"_s, "JPY", "de_DE", 1250);
        refuses("a point and three digits of yen", u"1.250"_s, "JPY", "de_DE", AmountProblem::TooManyDecimals);
        refuses("a point and three digits", u"1.250"_s, "EUR", "de_DE", AmountProblem::TooManyDecimals);
        refuses("not as it is printed", u"1.250 EUR"_s, "EUR", "de_DE", AmountProblem::TooManyDecimals);
        refuses("another currency", u"12.50 USD"_s, "EUR", "en_GB", AmountProblem::OtherCurrency);
        refuses("no currency", u"12.50 QQQ"_s, "EUR", "en_GB", AmountProblem::NotANumber);
        refuses("a comma in English", u"12,50"_s, "EUR", "en_GB", AmountProblem::NotANumber);
        refuses("a variable is not set before the point", u".50"_s, "EUR", "en_GB", AmountProblem::NotANumber);
        refuses("a variable is not set behind the point", u"12."_s, "EUR", "en_GB", AmountProblem::NotANumber);
        refuses("a plus", u"+1"_s, "EUR", "en_GB", AmountProblem::NotANumber);
        refuses("a minus", u"-1"_s, "EUR", "en_GB", AmountProblem::NotANumber);
        refuses("an exponent", u"1e2"_s, "EUR", "en_GB", AmountProblem::NotANumber);
        refuses("hexadecimal", u"0x10"_s, "EUR", "en_GB", AmountProblem::NotANumber);
        refuses("nothing", u" "_s, "EUR", "en_GB", AmountProblem::Empty);
        refuses("beyond int64", u"99999999999999999999"_s, "EUR", "de_DE", AmountProblem::TooLarge);
    }
    void itIsReadAsTheWindowReadsItAndNeverByALocaleAlone()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        QFETCH(QString, locale);
        QFETCH(qint64, minor);
        QFETCH(qint64, other);
        QFETCH(int, problem);
        const auto read = parseArgument(typed, *Currency::fromCode(code), QLocale(locale));
        QCOMPARE(read ? -1 : int(read.error()), problem);
        if (!read)
            return;
        QCOMPARE(read->amount.minorUnits(), minor);
        QCOMPARE(read->other ? read->other->minorUnits() : 0, other);
    }

    void aTextMeansTheSameUnderEveryLocaleOrIsSaidToBeTwoThings()
    {
        QVERIFY(rc::check("all that read it read the same", [] {
            const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789.,' ")));
            const auto suffix = *rc::gen::element(std::string(), std::string(" EUR"), std::string(" KWD"));
            const QString typed = QString::fromStdString(text + suffix);
            for (const char *code : {"EUR", "JPY", "KWD"}) {
                std::optional<Money> first;
                for (const char *name : localeNames) {
                    const auto read = parseArgument(typed, currency(code), QLocale(QString::fromLatin1(name)));
                    if (!read || read->other)
                        continue;
                    first = first.value_or(read->amount);
                    RC_ASSERT(*first == read->amount);
                }
            }
        }));
    }

    void digitsWithAPointAreReadUnderEveryLocale()
    {
        QVERIFY(rc::check("a script is understood everywhere", [] {
            const Money money(*rc::gen::inRange<qint64>(0, 1'000'000'000), currency("EUR"));
            for (const char *name : localeNames) {
                const auto read =
                    parseArgument(plainAmount(money), money.currency(), QLocale(QString::fromLatin1(name)));
                RC_ASSERT(read.has_value());
                RC_ASSERT(read->amount == money);
                RC_ASSERT(!read->other);
            }
        }));
    }

    void whatIsPrintedCanBePastedBack()
    {
        const auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
        for (const QLocale &locale : locales) {
            for (const char *code : {"EUR", "XOF", "KWD", "CLF"}) {
                for (const qint64 minor : {qint64(7), qint64(1250), qint64(123456), qint64(9'876'543'210)}) {
                    const Money money(minor, currency(code));
                    const QString text = format(money, locale);
                    const auto read = parseArgument(text, money.currency(), locale);
                    QVERIFY2(read && read->amount == money && !read->other, qPrintable(locale.name() + u": "_s + text));
                }
            }
        }
    }
};

TILLDECK_TEST(ArgumentAmountsTest)

} // namespace argument_amounts_test

#include "tst_argument_amounts.moc"
