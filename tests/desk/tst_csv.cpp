// SPDX-License-Identifier: GPL-3.0-or-later
// CSV for programs and for Excel: what is lossless in the one and guarded in the other.
#include "desk/csv.h"
#include "support/runner.h"

namespace csv_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using desk::Csv;
using desk::CsvReader;

namespace {

money::Money in(const char *code, qint64 minorUnits)
{
    return {minorUnits, *money::Currency::fromCode(QString::fromLatin1(code))};
}

const QLocale german(QLocale::German, QLocale::Germany);
const QLocale british(QLocale::English, QLocale::UnitedKingdom);

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT

private slots:
    void textsAreLosslessForProgramsAndGuardedForExcel_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("programs");
        QTest::addColumn<QByteArray>("excel");
        const auto same = [](const char *name, const QString &text) {
            QTest::newRow(name) << text << text.toUtf8() << text.toUtf8();
        };
        const auto guarded = [](const char *name, const QString &text) {
            QTest::newRow(name) << text << text.toUtf8() << "'" + text.toUtf8();
        };
        const auto quoted = [](const char *name, const QString &text, const QByteArray &cell) {
            QTest::newRow(name) << text << "\"" + cell + "\"" << "\"'" + cell + "\"";
        };
        const auto blank = [](const char *name, const QString &text) {
            QTest::newRow(name) << text << "\"" + text.toUtf8() + "\"" << "'" + text.toUtf8();
        };
        same("plain", u"Élodie"_s);
        same("empty", {});
        same("a formula sign inside", u"a=1"_s);
        same("an id", u"cs_00042"_s);
        same("a name with a number", u"Premium 2024"_s);
        same("a card", u"Visa ending 4242"_s);
        same("5G", u"5G"_s);
        same("A 7", u"A 7"_s);
        same("Truelove", u"Truelove"_s);
        guarded("formula", u"=1+1"_s);
        guarded("plus", u"+49 30"_s);
        guarded("minus", u"-2"_s);
        guarded("at", u"@sum"_s);
        guarded("fullwidth equals", u"＝1"_s);
        guarded("fullwidth plus", u"＋1"_s);
        guarded("fullwidth minus", u"－1"_s);
        guarded("fullwidth at", u"＠sum"_s);
        guarded("small plus", u"\ufe62A1"_s);
        guarded("minus sign", u"\u2212A1"_s);
        guarded("behind an invisible mark", u"\u200b=A1"_s);
        QTest::newRow("behind a mark for the right") << u"\u200f=A1"_s << QByteArray("\u200f=A1") << QByteArray("'=A1");
        guarded("leading zeros", u"00042"_s);
        guarded("a power of ten", u"12E5"_s);
        guarded("a date", u"1-2"_s);
        guarded("a fraction", u"1/2"_s);
        guarded("a time", u"12:30"_s);
        guarded("a time of half a day", u"7 a"_s);
        guarded("more digits than a number holds", u"4242424242424242424"_s);
        guarded("more digits than a cell shows", QString(70, u'4'));
        guarded("a long decimal", u"0."_s + QString(200, u'3'));
        guarded("a number behind blanks", u"1"_s + QString(100, u' ').append(u'2'));
        same("a long text with a number", u"Order 2024 "_s + QString(100, u'x'));
        guarded("a decimal", u"1.50"_s);
        guarded("a percentage", u"50%"_s);
        guarded("an amount", u"€5"_s);
        guarded("a month", u"MAR1"_s);
        guarded("a month and a year", u"May 2024"_s);
        guarded("a negative number", u"(5)"_s);
        guarded("Arabic digits", u"٠٠٤٢"_s);
        guarded("Devanagari digits", u"००४२"_s);
        guarded("a truth", u"TRUE"_s);
        QTest::newRow("a date in German") << u"3. Dez"_s << QByteArray("3. Dez") << QByteArray("'3. Dez");
        blank("blanks before it", u"  =1"_s);
        blank("no-break space before it", u"\u00a0=1"_s);
        blank("tab", u"\t=1"_s);
        quoted("carriage return", u"\r=1"_s, "\r=1");
        quoted("line feed", u"\n=1"_s, "\n=1");
        quoted("formula with quotes", u"=HYPERLINK(\"http://x\")"_s, "=HYPERLINK(\"\"http://x\"\")");
        quoted("a decimal comma", u"1,50"_s, "1,50");
        QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"") << QByteArray("\"a,b\"");
        QTest::newRow("semicolon") << u"a;b"_s << QByteArray("\"a;b\"") << QByteArray("\"a;b\"");
        QTest::newRow("two lines") << u"a\nb"_s << QByteArray("\"a\nb\"") << QByteArray("\"a\nb\"");
        QTest::newRow("behind a control character") << u"\u0001=1"_s << QByteArray("=1") << QByteArray("'=1");
        QTest::newRow("an escape sequence") << u"a\u001b[2Jb\u009b31mc"_s << QByteArray("abc") << QByteArray("abc");
    }
    void textsAreLosslessForProgramsAndGuardedForExcel()
    {
        QFETCH(QString, text);
        QTEST(Csv(CsvReader::Programs).text(text), "programs");
        QTEST(Csv(CsvReader::Excel, QTimeZone::utc(), german).text(text), "excel");
    }

    void excelGetsTheSignsOfItsLocale()
    {
        const auto amount = in("EUR", -123450);
        const Csv programs(CsvReader::Programs, QTimeZone::utc(), german);
        QCOMPARE(programs.start() + programs.line({programs.number(amount), Csv::currency(amount)}),
                 QByteArray("-1234.50,EUR\r\n"));
        const Csv here(CsvReader::Excel, QTimeZone::utc(), german);
        QCOMPARE(here.start() + here.line({here.number(amount), Csv::currency(amount)}),
                 QByteArray("\xef\xbb\xbf-1234,50;EUR\r\n"));
        const Csv there(CsvReader::Excel, QTimeZone::utc(), british);
        QCOMPARE(there.start() + there.line({there.number(amount), there.number(in("JPY", 500))}),
                 QByteArray("\xef\xbb\xbf-1234.50,500\r\n"));
        const Csv swiss(CsvReader::Excel, QTimeZone::utc(), QLocale(QLocale::German, QLocale::Switzerland));
        QCOMPARE(swiss.line({swiss.number(amount), "x"}), QByteArray("-1234.50;x\r\n"));
        QCOMPARE(here.number(std::nullopt), QByteArray());
    }

    void theHourThatComesTwiceIsToldApart()
    {
        const Csv csv(CsvReader::Programs, QTimeZone("Europe/Berlin"));
        const auto at = [&](const char *utc) {
            return csv.time(QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate));
        };
        QCOMPARE(at("2026-10-25T00:30:00Z"), QByteArray("2026-10-25 02:30:00+02:00"));
        QCOMPARE(at("2026-10-25T01:30:00Z"), QByteArray("2026-10-25 02:30:00+01:00"));
        QCOMPARE(Csv(CsvReader::Excel, QTimeZone("America/St_Johns"))
                     .time(QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate)),
                 QByteArray("2025-12-31 20:30:00-03:30"));
        QCOMPARE(csv.time({}), QByteArray());
        QCOMPARE(csv.timeTitle(u"Time"_s), u"Time (Europe/Berlin)"_s);
    }
};

TILLDECK_TEST(CsvTest)

} // namespace csv_test

#include "tst_csv.moc"
