// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/minor_units.h"
#include "support/runner.h"

#include <QTest>

#include <rapidcheck.h>

#include <limits>

namespace minor_units_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace Qt::StringLiterals;
using money::Currency;
using money::Money;

namespace {

Currency currency(const QString &code)
{
    return *Currency::fromCode(code);
}

} // namespace

class MinorUnitsTest : public QObject
{
    Q_OBJECT

private slots:
    void khaimeCountsAsItsContractSays_data()
    {
        QTest::addColumn<int>("decimals");
        for (const char *code : {"XOF", "XAF", "JPY", "RWF", "UGX"})
            QTest::newRow(code) << 0;
        for (const char *code : {"NGN", "GHS", "KES", "ZAR", "TZS", "USD", "EUR", "GBP", "CAD", "AUD"})
            QTest::newRow(code) << 2;
        QTest::newRow("KWD") << 3; // in no table: its own smallest unit
    }
    void khaimeCountsAsItsContractSays()
    {
        QFETCH(int, decimals);
        const Currency one = currency(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(wireExponent(Family::Khaime, one), decimals);
        QCOMPARE(fromWire(Family::Khaime, 50000, one), Money(50000, one));
        QCOMPARE(toWire(Family::Khaime, Money(50000, one)), std::optional(qint64(50000)));
    }

    void whichDecimalsAreDocumentedIsKnown_data()
    {
        QTest::addColumn<Family>("family");
        QTest::addColumn<QStringList>("documented");
        QTest::newRow("PaymentKit") << Family::PaymentKit << QStringList();
        QTest::newRow("Khaime") << Family::Khaime << QStringList{u"UGX"_s, u"JPY"_s, u"RWF"_s};
        QTest::newRow("Ikawaari") << Family::Ikawaari << QStringList();
    }
    void whichDecimalsAreDocumentedIsKnown()
    {
        QFETCH(const Family, family);
        QFETCH(const QStringList, documented);
        const QStringList known = documentedCurrencies(family);
        for (const QString &code : {u"EUR"_s, u"USD"_s, u"XOF"_s, u"NGN"_s})
            QVERIFY2(known.contains(code), qPrintable(code));
        for (const QString &code : {u"ISK"_s, u"HUF"_s, u"TWD"_s, u"MGA"_s, u"KWD"_s, u"UGX"_s, u"JPY"_s, u"RWF"_s})
            QVERIFY2(known.contains(code) == documented.contains(code), qPrintable(code));
    }

    void aProviderThatCountsOtherwiseIsScaledOrRefused_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("exponent");
        QTest::addColumn<qint64>("wire");
        QTest::addColumn<qint64>("minor"); // -1: refused
        QTest::newRow("francs in hundredths") << u"XOF"_s << 2 << qint64(1'200'000) << qint64(12'000);
        QTest::newRow("half a franc") << u"XOF"_s << 2 << qint64(50) << qint64(-1);
        QTest::newRow("whole dollars") << u"USD"_s << 0 << qint64(12) << qint64(1'200);
        QTest::newRow("beyond int64") << u"USD"_s << 0 << std::numeric_limits<qint64>::max() / 10 << qint64(-1);
    }
    void aProviderThatCountsOtherwiseIsScaledOrRefused()
    {
        QFETCH(QString, code);
        QFETCH(int, exponent);
        QFETCH(qint64, wire);
        QFETCH(qint64, minor);
        const auto amount = fromWire(wire, exponent, currency(code));
        QCOMPARE(amount.has_value(), minor >= 0);
        if (!amount)
            return;
        QCOMPARE(amount->minorUnits(), minor);
        QCOMPARE(toWire(*amount, exponent), std::optional(wire));
    }

    void noUnitIsLostOrInvented()
    {
        QVERIFY(rc::check("what is read back is what was written", [] {
            const Money amount(*rc::gen::arbitrary<qint64>(),
                               currency(*rc::gen::element<QString>(u"XOF"_s, u"USD"_s, u"KWD"_s)));
            const int exponent = *rc::gen::inRange(0, 5);
            const auto wire = toWire(amount, exponent);
            if (wire)
                RC_ASSERT(fromWire(*wire, exponent, amount.currency()) == std::optional(amount));
            else
                RC_ASSERT(exponent != amount.currency().exponent());
        }));
    }
};

TILLDECK_TEST(MinorUnitsTest)

} // namespace minor_units_test

#include "tst_minor_units.moc"
