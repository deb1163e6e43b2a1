// SPDX-License-Identifier: GPL-3.0-or-later
// A typed day is that day or none.
#include "support/runner.h"
#include "ui/forms/typed_date.h"

#include <QTest>

namespace typed_date_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::ui;

class TypedDateTest : public QObject
{
    Q_OBJECT

private slots:
    void aTypedDayIsThatDayOrNone_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("sentence");
        const auto add = [](const char *locale, const QString &typed, const QDate &day, const QString &sentence) {
            QTest::addRow("%s %s", locale, qPrintable(typed))
                << QString::fromLatin1(locale) << typed << day << sentence;
        };
        const QDate march(2027, 3, 15);
        add("de_DE", u"15.03.2027"_s, march, {});
        add("de_DE", u" 15. 3. 2027 "_s, march, {});
        add("de_DE", u"2027-03-15"_s, march, {});
        add("de_DE", u"15.03.27"_s, {}, u"Type all four digits of the year, for example 30.11.2026."_s);
        add("de_DE", u"15.03.202"_s, {}, u"Type all four digits of the year, for example 30.11.2026."_s);
        add("de_DE", u"15.03.20277"_s, {}, u"Type a day, for example 30.11.2026."_s);
        add("de_DE", u"03/15/2027"_s, {}, u"Type a day, for example 30.11.2026."_s);
        add("de_DE", u"03.15.2027"_s, {}, u"There is no such day. Type a day, for example 30.11.2026."_s);
        add("de_DE", u"31.02.2027"_s, {}, u"There is no such day. Type a day, for example 30.11.2026."_s);
        add("de_DE", QString(), {}, u"Type a day, for example 30.11.2026."_s);
        add("en_GB", u"15/03/2027"_s, march, {});
        add("en_GB", u"03/15/2027"_s, {}, u"There is no such day. Type a day, for example 30/11/2026."_s);
        add("en_US", u"3/15/2027"_s, march, {});
        add("en_US", u"15.03.2027"_s, {}, u"Type a day, for example 11/30/2026."_s);
        add("C", u"2027-03-15"_s, march, {});
        add("C", u"01/01/2020"_s, {}, u"Type a day, for example 2026-11-30."_s);
        add("ar_EG", u"١٥/٣/٢٠٢٧"_s, march, {});
        add("ar_EG", u"15/3/2027"_s, march, {});
        add("ar_EG", u"2027-03-15"_s, march, {});
    }
    void aTypedDayIsThatDayOrNone()
    {
        QFETCH(const QString, locale);
        QFETCH(const QString, typed);
        QFETCH(const QDate, day);
        QFETCH(const QString, sentence);
        const auto read = readDate(typed, QLocale(locale), {2026, 11, 30});
        QCOMPARE(read.value_or(QDate()), day);
        QCOMPARE(read ? QString() : read.error(), sentence);
    }

    void eachLocaleReadsWhatItWrites()
    {
        const auto all = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
        QVERIFY(all.size() > 100);
        for (const QLocale &locale : all) {
            for (const QDate &day : {QDate(2026, 11, 30), QDate(2027, 3, 5), QDate(2099, 12, 1)}) {
                const QString written = dateText(day, locale);
                QVERIFY2(readDate(written, locale, day).value_or(QDate()) == day,
                         qPrintable(locale.name() + u' ' + written));
            }
        }
    }
};

TILLDECK_TEST(TypedDateTest)

} // namespace typed_date_test

#include "tst_typed_date.moc"
