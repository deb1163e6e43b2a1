// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/format.h"
#include "support/runner.h"

#include <QScopeGuard>
#include <QTest>

#include <unicode/locid.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <rapidcheck.h>

#include <limits>

namespace money_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::money;

namespace {

Currency currency(const char *code)
{
    return *Currency::fromCode(QString::fromLatin1(code));
}

} // namespace

class MoneyTest : public QObject
{
    Q_OBJECT

private slots:
    void currencyIsKnownInAnyCase_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("code");
        QTest::newRow("capitals") << "EUR" << "EUR";
        QTest::newRow("lower case, as PaymentKit writes it") << "xof" << "XOF";
        QTest::newRow("not a currency") << "ZZZ" << "";
        QTest::newRow("too long") << "EURO" << "";
        QTest::newRow("digits") << "12E" << "";
        QTest::newRow("empty") << "" << "";
    }
    void currencyIsKnownInAnyCase()
    {
        QFETCH(QString, written);
        QFETCH(QString, code);
        const auto found = Currency::fromCode(written);
        QCOMPARE(found.has_value() ? found->code() : QString(), code);
    }

    void exponentFollowsIso4217_data()
    {
        QTest::addColumn<int>("digits");
        for (const char *two : {"EUR", "USD", "NGN", "GHS", "KES", "ZAR", "TZS", "GBP", "CAD", "AUD", "RSD", "ALL",
                                "LBP", "HUF", "TWD", "MGA", "IDR", "COP", "PKR"})
            QTest::newRow(two) << 2;
        for (const char *none : {"XOF", "XAF", "JPY", "RWF", "UGX", "KRW", "ISK", "CLP", "VND", "GNF"})
            QTest::newRow(none) << 0;
        for (const char *three : {"KWD", "BHD", "TND", "IQD"})
            QTest::newRow(three) << 3;
        QTest::newRow("CLF") << 4;
    }
    void exponentFollowsIso4217()
    {
        QFETCH(int, digits);
        QCOMPARE(currency(QTest::currentDataTag()).exponent(), digits);
    }

    void arithmeticAnswersNothingInsteadOfOverflowing()
    {
        constexpr qint64 largest = std::numeric_limits<qint64>::max();
        const Money most(largest, currency("EUR"));
        const Money one(1, currency("EUR"));
        QVERIFY(!most.plus(one));
        QVERIFY(!Money(-largest, currency("EUR")).minus(Money(2, currency("EUR"))));
        QVERIFY(!most.times(2));
        QVERIFY(!one.plus(Money(1, currency("USD"))));
        QCOMPARE(most.share(10000)->minorUnits(), largest);
    }

    void shareRoundsHalfUp_data()
    {
        QTest::addColumn<qint64>("of");
        QTest::addColumn<qint64>("basisPoints");
        QTest::addColumn<qint64>("share");
        QTest::newRow("20 % of 310.00") << qint64(31000) << qint64(2000) << qint64(6200);
        QTest::newRow("6.4 % of 50.00") << qint64(5000) << qint64(640) << qint64(320);
        QTest::newRow("half a cent goes up") << qint64(5) << qint64(1000) << qint64(1);
        QTest::newRow("less than half goes down") << qint64(4) << qint64(1000) << qint64(0);
        QTest::newRow("all of it") << qint64(123456789) << qint64(10000) << qint64(123456789);
    }
    void shareRoundsHalfUp()
    {
        QFETCH(qint64, of);
        QFETCH(qint64, basisPoints);
        QFETCH(qint64, share);
        QCOMPARE(Money(of, currency("EUR")).share(basisPoints)->minorUnits(), share);
    }

    void amountsAreWrittenByLocale_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::newRow("English") << qint64(123450) << "EUR" << "en_GB" << u"1,234.50\u00a0EUR"_s;
        QTest::newRow("German") << qint64(123450) << "EUR" << "de_DE" << u"1.234,50\u00a0EUR"_s;
        QTest::newRow("no decimals") << qint64(50000) << "XOF" << "en_GB" << u"50,000\u00a0XOF"_s;
        QTest::newRow("three decimals") << qint64(1500) << "KWD" << "en_GB" << u"1.500\u00a0KWD"_s;
        QTest::newRow("below one") << qint64(7) << "EUR" << "en_GB" << u"0.07\u00a0EUR"_s;
        QTest::newRow("typographic minus") << qint64(-749) << "EUR" << "en_GB" << u"\u22127.49\u00a0EUR"_s;
        QTest::newRow("largest, exact") << std::numeric_limits<qint64>::max() << "EUR" << "en_GB"
                                        << u"92,233,720,368,547,758.07\u00a0EUR"_s;
    }
    void amountsAreWrittenByLocale()
    {
        QFETCH(qint64, minor);
        QFETCH(QString, code);
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QCOMPARE(format(Money(minor, *Currency::fromCode(code)), QLocale(locale)), text);
    }

    void aCurrencyWithoutDecimalsGetsNoneInWords_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *locale, const char *code, const QString &words) {
            QTest::newRow(qPrintable(QString::fromLatin1("%1, %2").arg(QLatin1String(locale), QLatin1String(code))))
                << QString::fromLatin1(locale) << QString::fromLatin1(code) << words;
        };
        row("de_DE", "XOF", u"12.000 F CFA"_s);
        row("de_DE", "XAF", u"12.000 FCFA"_s);
        row("de_DE", "JPY", u"12.000 ¥"_s);
        row("en_GB", "XOF", u"F CFA 12,000"_s);
        row("en_GB", "UGX", u"UGX 12,000"_s);
        row("en_GB", "RWF", u"RWF 12,000"_s);
        row("fr_FR", "XOF", u"12 000 F CFA"_s);
        row("fr_FR", "XAF", u"12 000 FCFA"_s);
        row("fr_FR", "RWF", u"12 000 RWF"_s);
        row("fr_FR", "EUR", u"120,00 €"_s);
    }
    void aCurrencyWithoutDecimalsGetsNoneInWords()
    {
        QFETCH(QString, locale);
        QFETCH(QString, code);
        QFETCH(QString, words);
        // Which space a locale puts in is ICU's to say.
        QString written = formatInWords(Money(12000, *Currency::fromCode(code)), QLocale(locale));
        for (const char16_t space : {u'\u00a0', u'\u202f'})
            written.replace(QChar(space), u' ');
        QCOMPARE(written, words);
    }

    void typedAmounts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<int>("problem"); // -1: none
        QTest::newRow("plain") << "29" << "EUR" << "en_GB" << qint64(2900) << -1;
        QTest::newRow("decimals") << "29.5" << "EUR" << "en_GB" << qint64(2950) << -1;
        QTest::newRow("German") << "1.234,50" << "EUR" << "de_DE" << qint64(123450) << -1;
        QTest::newRow("francs") << "12000" << "XOF" << "fr_FR" << qint64(12000) << -1;
        QTest::newRow("francs with decimals")
            << "12.5" << "XOF" << "en_GB" << qint64(0) << int(AmountProblem::TooManyDecimals);
        QTest::newRow("a thousand to many, with zeros")
            << "12.500" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::TooManyDecimals);
        QTest::newRow("as a program wrote it")
            << u"\u200f12.50\u00a0EUR\ufeff"_s << "EUR" << "en_GB" << qint64(1250) << -1;
        QTest::newRow("the code before it") << "eur 12,50" << "EUR" << "de_DE" << qint64(1250) << -1;
        QTest::newRow("another currency")
            << "12.50 USD" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::OtherCurrency);
        QTest::newRow("no currency at all")
            << "12.50 QQQ" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("the code alone") << "EUR" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("Arabic digits") << u"١٬٢٣٤٫٥٠"_s << "EUR" << "ar_EG" << qint64(123450) << -1;
        QTest::newRow("Latin digits in Arabic") << u"1٬234٫50"_s << "EUR" << "ar_EG" << qint64(123450) << -1;
        QTest::newRow("Persian digits in English")
            << u"۱۲٫۵۰"_s << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a comma where the decimal sign is the Arabic one")
            << "12,500" << "EUR" << "ar_EG" << qint64(0) << int(AmountProblem::TooManyDecimals);
        QTest::newRow("a blank in a number")
            << "12 50" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a decimal comma with zeros")
            << "10,00" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a half with a comma")
            << "0,500" << "USD" << "en_US" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a half with a point")
            << "0.500" << "EUR" << "de_DE" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a group without a number")
            << ",250" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("the apostrophe of Switzerland") << u"1’234.50"_s << "EUR" << "de_CH" << qint64(123450) << -1;
        QTest::newRow("the thin space of France") << u"1\u202f234,50"_s << "EUR" << "fr_FR" << qint64(123450) << -1;
        QTest::newRow("three decimals") << "1.005" << "EUR" << "en_GB" << qint64(0)
                                        << int(AmountProblem::TooManyDecimals);
        QTest::newRow("beyond int64") << "99999999999999999999" << "EUR" << "en_GB" << qint64(0)
                                      << int(AmountProblem::TooLarge);
        QTest::newRow("int64 itself") << "92233720368547758.07" << "EUR" << "en_GB"
                                      << std::numeric_limits<qint64>::max() << -1;
        QTest::newRow("words") << "ten" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("tail") << "10x" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a power of ten") << "1E2" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a small power of ten")
            << "1e2" << "EUR" << "de_DE" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a decimal comma in English")
            << "12,50" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a decimal point in German")
            << "12.50" << "EUR" << "de_DE" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("groups in English") << "1,234,567.8" << "EUR" << "en_GB" << qint64(123456780) << -1;
        QTest::newRow("a group that is too long")
            << "1234,567" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("groups of two in India") << "12,34,567.5" << "EUR" << "en_IN" << qint64(123456750) << -1;
        QTest::newRow("a typed space in French") << "1 234,5" << "EUR" << "fr_FR" << qint64(123450) << -1;
        QTest::newRow("a typed apostrophe in Switzerland") << "1'234.5" << "EUR" << "de_CH" << qint64(123450) << -1;
        QTest::newRow("a group in the decimals")
            << "1.234,567" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("a percentage") << "5%" << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::NotANumber);
        QTest::newRow("nothing") << " " << "EUR" << "en_GB" << qint64(0) << int(AmountProblem::Empty);
    }
    void typedAmounts()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        QFETCH(QString, locale);
        QFETCH(qint64, minor);
        QFETCH(int, problem);
        const auto read = parseAmount(typed, *Currency::fromCode(code), QLocale(locale));
        QCOMPARE(read ? -1 : int(read.error()), problem);
        if (read)
            QCOMPARE(read->minorUnits(), minor);
    }

    void everyCurrencyIsReadBackWithItsCode()
    {
        UErrorCode status = U_ZERO_ERROR;
        UEnumeration *codes = ucurr_openISOCurrencies(UCURR_ALL, &status);
        const auto close = qScopeGuard([codes] { uenum_close(codes); });
        int count = 0;
        while (const char *code = uenum_next(codes, nullptr, &status)) {
            const auto known = Currency::fromCode(QString::fromLatin1(code));
            if (!known)
                continue;
            ++count;
            const Money money(-123'456'789, *known);
            for (const char *name : {"en_GB", "de_DE", "de_CH", "fr_FR", "en_IN", "ar_EG", "fa_IR", "sv_SE"}) {
                const QLocale locale(QString::fromLatin1(name));
                const auto read = parseAmount(format(money, locale), *known, locale);
                QVERIFY2(read && *read == money, qPrintable(locale.name() + u": "_s + format(money, locale)));
            }
        }
        QVERIFY2(count > 150, qPrintable(QString::number(count)));
    }

    void whatEveryLocaleWritesIsReadBack()
    {
        auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
        QVERIFY(locales.size() > 300);
        int32_t count = 0;
        const icu::Locale *const ofIcu = icu::Locale::getAvailableLocales(count);
        for (int32_t at = 0; at < count; ++at)
            locales << QLocale(QString::fromLatin1(ofIcu[at].getName()));
        for (const QLocale &locale : locales) {
            for (const char *code : {"EUR", "XOF", "KWD", "CLF"}) {
                for (const qint64 minor :
                     {qint64(0), qint64(7), qint64(-1250), qint64(123456), qint64(9'876'543'210)}) {
                    const Money money(minor, currency(code));
                    for (const QString &text : {formatAmount(money, locale), format(money, locale)}) {
                        const auto read = parseAmount(text, money.currency(), locale);
                        const QString shown = locale.name() + u": "_s + text;
                        QVERIFY2(read.has_value(), qPrintable(shown));
                        QVERIFY2(*read == money, qPrintable(shown));
                    }
                }
            }
        }
    }

    void theComputersLanguageChangesNoOther()
    {
        const auto restore = qScopeGuard([before = icu::Locale::getDefault()] {
            UErrorCode status = U_ZERO_ERROR;
            icu::Locale::setDefault(before, status);
        });
        auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
        locales << QLocale::c();
        const Money money(1'234'567, currency("KWD"));
        QStringList first;
        for (const char *own : {"en_US_POSIX", "de_DE", "ar_EG", "hi_IN", "fr_FR"}) {
            UErrorCode status = U_ZERO_ERROR;
            icu::Locale::setDefault(icu::Locale(own), status);
            QVERIFY(U_SUCCESS(status));
            QStringList written;
            for (const QLocale &locale : std::as_const(locales))
                written << locale.name() + u' ' + format(money, locale) + formatAmount(money, locale);
            if (first.isEmpty())
                first = written;
            for (qsizetype at = 0; at < written.size(); ++at)
                QCOMPARE(written.at(at), first.at(at));
            QCOMPARE(parseAmount(u"1.234"_s, money.currency(), QLocale::c())->minorUnits(), 1234);
            QCOMPARE(parseAmount(u"12.50"_s, currency("EUR"), QLocale::c())->minorUnits(), 1250);
            QVERIFY(!parseAmount(u"12,50"_s, currency("EUR"), QLocale::c()));
            QVERIFY(!parseAmount(u"1,234"_s, money.currency(), QLocale::c()));
        }
    }

    void whatIsWrittenIsReadBack()
    {
        QVERIFY(rc::check("format then parse gives the same amount", [](qint64 minor) {
            for (const char *code : {"EUR", "XOF", "KWD"}) {
                for (const char *name : {"en_GB", "de_DE", "fr_FR", "de_CH", "en_IN"}) {
                    const QLocale locale(QString::fromLatin1(name));
                    const Money money(minor, currency(code));
                    const auto read = parseAmount(formatAmount(money, locale), money.currency(), locale);
                    RC_ASSERT(read.has_value());
                    RC_ASSERT(*read == money);
                }
            }
        }));
    }
};

TILLDECK_TEST(MoneyTest)

} // namespace money_test

#include "tst_money.moc"
