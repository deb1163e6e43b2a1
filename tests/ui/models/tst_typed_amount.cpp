// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of an amount that cannot be read.
#include "support/runner.h"
#include "ui/forms/typed_amount.h"

#include <QTest>
#include <QTranslator>

namespace typed_amount_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::ui;

class TypedAmountTest : public QObject
{
    Q_OBJECT

private slots:
    void aMisreadAmountSaysHowItIsWrittenHere_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        const auto add = [](const char *locale, const char *currency, const char *typed, const char *sentence) {
            QTest::addRow("%s %s in %s", typed, currency, locale)
                << QString::fromLatin1(locale) << QString::fromLatin1(currency) << QString::fromUtf8(typed)
                << QString::fromUtf8(sentence);
        };
        add("en_GB", "EUR", "2.50", "");
        add("en_GB", "EUR", "2,50", "Use a point before the decimals: 2.50");
        add("en_GB", "EUR", "2,5", "Use a point before the decimals: 2.50");
        add("en_GB", "EUR", "1.234,50", "Use a point before the decimals: 1,234.50");
        add("en_GB", "EUR", "1234,567", "EUR has 2 decimals at most.");
        add("en_GB", "KWD", "1.234,567", "Use a point before the decimals: 1,234.567");
        add("en_GB", "XOF", "12,50", "XOF has no decimals. Type a whole amount.");
        add("en_GB", "EUR", "ten", "Type an amount, for example 1,250.00.");
        add("en_GB", "EUR", "1,23,4", "Type an amount, for example 1,250.00.");
        add("de_DE", "EUR", "2,50", "");
        add("de_DE", "EUR", "2.50", "Schreiben Sie ein Komma vor die Nachkommastellen: 2,50");
        add("de_DE", "EUR", "1,234.50", "Schreiben Sie ein Komma vor die Nachkommastellen: 1.234,50");
        add("de_DE", "XOF", "12.50", "XOF hat keine Nachkommastellen. Geben Sie einen ganzen Betrag ein.");
        add("de_DE", "EUR", "zehn", "Geben Sie einen Betrag ein, zum Beispiel 1.250,00.");
        add("de_CH", "EUR", "2,50", "Schreiben Sie einen Punkt vor die Nachkommastellen: 2.50");
    }
    void aMisreadAmountSaysHowItIsWrittenHere()
    {
        QFETCH(const QString, locale);
        QFETCH(const QString, currency);
        QFETCH(const QString, typed);
        QFETCH(const QString, sentence);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/tilldeck_"_s + locale.left(2)));
        QCoreApplication::installTranslator(&translator);
        TypedAmount amount;
        amount.text = typed;
        amount.currency = currency;
        QCOMPARE(amount.problem(QLocale(locale)), sentence);
        QCoreApplication::removeTranslator(&translator);
    }
};

TILLDECK_TEST(TypedAmountTest)

} // namespace typed_amount_test

#include "tst_typed_amount.moc"
