// SPDX-License-Identifier: GPL-3.0-or-later
// Khaime's arithmetic, and how often it may be called.
#include "sandbox/khaime/rules.h"
#include "support/runner.h"

#include <QTest>

#include <rapidcheck.h>

namespace khaime_rules_test {

using namespace tilldeck;
using namespace tilldeck::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QStringList kCurrencies{u"USD"_s, u"EUR"_s, u"GBP"_s, u"CAD"_s, u"AUD"_s, u"NGN"_s, u"GHS"_s, u"KES"_s,
                              u"ZAR"_s, u"TZS"_s, u"XAF"_s, u"XOF"_s, u"JPY"_s, u"RWF"_s, u"UGX"_s};

money::Currency currency(const QString &code)
{
    return *money::Currency::fromCode(code);
}

rc::Gen<money::Currency> anyCurrency()
{
    return rc::gen::map(rc::gen::inRange(0, int(kCurrencies.size())),
                        [](int i) { return currency(kCurrencies.at(i)); });
}

rc::Gen<qint64> anyAmount()
{
    return rc::gen::oneOf(rc::gen::inRange<qint64>(1, 100'000), rc::gen::inRange<qint64>(1, khaime::kLargestAmount));
}

} // namespace

class KhaimeRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void convertsInMinorUnits_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<qint64>("result");
        QTest::addColumn<double>("rate");
        QTest::newRow("the contract's example") << qint64(9000) << u"USD"_s << u"NGN"_s << qint64(1'440'000) << 1600.0;
        QTest::newRow("and back") << qint64(1'440'000) << u"NGN"_s << u"USD"_s << qint64(9000) << 1.0 / 1600;
        QTest::newRow("to no decimals") << qint64(2000) << u"USD"_s << u"XOF"_s << qint64(12'000) << 600.0;
        QTest::newRow("from no decimals") << qint64(12'000) << u"XOF"_s << u"USD"_s << qint64(2000) << 1.0 / 600;
        QTest::newRow("yen") << qint64(9000) << u"USD"_s << u"JPY"_s << qint64(13'500) << 150.0;
        QTest::newRow("Rwandan francs") << qint64(9000) << u"USD"_s << u"RWF"_s << qint64(117'000) << 1300.0;
        QTest::newRow("Ugandan shillings") << qint64(9000) << u"USD"_s << u"UGX"_s << qint64(333'000) << 3700.0;
        QTest::newRow("equal francs") << qint64(77) << u"XAF"_s << u"XOF"_s << qint64(77) << 1.0;
        QTest::newRow("half rounds up") << qint64(25) << u"USD"_s << u"EUR"_s << qint64(23) << 0.92;
        QTest::newRow("exactly half") << qint64(1) << u"USD"_s << u"JPY"_s << qint64(2) << 150.0;
        QTest::newRow("without a rate, but the same") << qint64(5) << u"CHF"_s << u"CHF"_s << qint64(5) << 1.0;
    }
    void convertsInMinorUnits()
    {
        QFETCH(qint64, amount);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto result = khaime::converted({amount, currency(from)}, currency(to));
        QVERIFY(result);
        QTEST(result->minorUnits(), "result");
        QCOMPARE(result->currency().code(), to);
        QTEST(*khaime::reportedRate(currency(from), currency(to)), "rate");
    }

    void currenciesWithoutARateAreNotConverted()
    {
        QVERIFY(!khaime::converted({5, currency(u"CHF"_s)}, currency(u"USD"_s)));
        QVERIFY(!khaime::converted({5, currency(u"USD"_s)}, currency(u"CHF"_s)));
        QVERIFY(!khaime::converted({khaime::kLargestAmount + 1, currency(u"USD"_s)}, currency(u"UGX"_s)));
    }

    void conversionIsOffByHalfAUnitAtMost()
    {
        // Back at the same rates, the original must be one of the amounts that half a unit more or less would give.
        QVERIFY(rc::check("conversion is within half a minor unit", [] {
            const money::Currency from = *anyCurrency();
            const money::Currency to = *anyCurrency();
            const qint64 amount = *anyAmount();
            const auto there = khaime::converted({amount, from}, to);
            RC_ASSERT(there.has_value());
            RC_ASSERT(there->currency() == to);
            // Half a unit of the target is worth half as many of the source as one unit of the source is worth.
            const auto million = khaime::converted({1'000'000'000'000, from}, to);
            const long double unit = (long double)(million->minorUnits()) / 1e12L;
            const long double off = (long double)(there->minorUnits()) - unit * (long double)(amount);
            RC_ASSERT(std::abs(off) <= 0.5L + 1e-9L * unit * (long double)(amount));
        }));
    }

    void conversionIsMonotone()
    {
        QVERIFY(rc::check("a larger amount never converts to less", [] {
            const money::Currency from = *anyCurrency();
            const money::Currency to = *anyCurrency();
            const qint64 less = *anyAmount();
            const qint64 more = std::min(khaime::kLargestAmount, less + *rc::gen::inRange<qint64>(0, 1000));
            RC_ASSERT(khaime::converted({less, from}, to)->minorUnits() <=
                      khaime::converted({more, from}, to)->minorUnits());
        }));
    }

    void feeIsExact()
    {
        QCOMPARE(khaime::feeOf({5000, currency(u"USD"_s)}), 320);
        QCOMPARE(khaime::feeOf({1'440'000, currency(u"NGN"_s)}), 92'160);
        QVERIFY(rc::check("the fee is 6.4 %, rounded half up", [] {
            const qint64 base = *anyAmount();
            const qint64 fee = khaime::feeOf({base, currency(u"USD"_s)});
            // 0.064 = 8/125
            const qint64 eightfold = base * 8;
            RC_ASSERT(fee == eightfold / 125 + (eightfold % 125 * 2 >= 125 ? 1 : 0));
        }));
    }

    void splitLosesNothing()
    {
        const khaime::Split documented = khaime::splitOf(140'000, 50'000);
        QCOMPARE(documented.commission, 7000);
        QCOMPARE(documented.net, 133'000);
        QVERIFY(rc::check("commission and net are the gross", [] {
            const qint64 gross = *anyAmount();
            const qint64 rate = *rc::gen::inRange<qint64>(0, 1'000'001);
            const khaime::Split split = khaime::splitOf(gross, rate);
            RC_ASSERT(split.commission + split.net == gross);
            RC_ASSERT(split.commission >= 0);
            RC_ASSERT(split.net >= 0);
            RC_ASSERT(rate != 0 || split.commission == 0);
            RC_ASSERT(rate != 1'000'000 || split.net == 0);
        }));
    }

    void toleranceIncludesItsEdges_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<qint64>("own");
        QTest::addColumn<bool>("ok");
        QTest::newRow("equal") << qint64(1'440'000) << qint64(1'440'000) << true;
        QTest::newRow("1 % more") << qint64(1'454'400) << qint64(1'440'000) << true;
        QTest::newRow("1 % and a unit more") << qint64(1'454'401) << qint64(1'440'000) << false;
        QTest::newRow("1 % less") << qint64(1'425'600) << qint64(1'440'000) << true;
        QTest::newRow("1 % and a unit less") << qint64(1'425'599) << qint64(1'440'000) << false;
        QTest::newRow("no whole unit is 1 %") << qint64(100) << qint64(99) << false;
        QTest::newRow("largest") << khaime::kLargestAmount << khaime::kLargestAmount / 100 * 99 << false;
    }
    void toleranceIncludesItsEdges()
    {
        QFETCH(qint64, amount);
        QFETCH(qint64, own);
        QTEST(khaime::isWithinTolerance(amount, own), "ok");
    }

    void countriesAreReadByNameAndCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("NG") << u"NG"_s;
        QTest::newRow("ng") << u"NG"_s;
        QTest::newRow("Nigeria") << u"NG"_s;
        QTest::newRow(" ghana ") << u"GH"_s;
        QTest::newRow("South Africa") << u"ZA"_s;
        QTest::newRow("United States") << u"US"_s;
        QTest::newRow("Atlantis") << QString();
        QTest::newRow("") << QString();
    }
    void countriesAreReadByNameAndCode()
    {
        QTEST(khaime::countryCode(QString::fromLatin1(QTest::currentDataTag())), "code");
    }

    void countriesHaveACurrency()
    {
        QCOMPARE(khaime::currencyOfCountry(u"NG"_s)->code(), u"NGN"_s);
        QCOMPARE(khaime::currencyOfCountry(u"SN"_s)->code(), u"XOF"_s);
        QVERIFY(!khaime::currencyOfCountry(QString()));
    }

    void callsAreCounted()
    {
        khaime::RateLimit limit;
        for (int i = 0; i < khaime::RateLimit::kMostInSecond; ++i)
            QCOMPARE(limit.wait(10), 0);
        QCOMPARE(limit.wait(10), 1000);
        QCOMPARE(limit.wait(1009), 1);
        QCOMPARE(limit.wait(1010), 0);
    }

    void afterAThousandCallsTheHourHasToPass()
    {
        khaime::RateLimit limit;
        qint64 now = 0;
        for (int i = 0; i < khaime::RateLimit::kMostInHour; ++i, now += 100)
            QCOMPARE(limit.wait(now), 0);
        QCOMPARE(limit.wait(now), 3'600'000 - now);
        QVERIFY(limit.wait(3'599'999) > 0);
        QCOMPARE(limit.wait(3'600'000), 0);
    }
};

TILLDECK_TEST(KhaimeRulesTest)

} // namespace khaime_rules_test

#include "tst_khaime_rules.moc"
