// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/overview/chart_scale.h"
#include "ui/overview/volume_chart.h"

#include <limits>

namespace volume_chart_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class VolumeChartTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsGivenBackIsSaidBesideWhatWasPaid()
    {
        const QDate day(2026, 4, 14);
        const auto euro = *money::Currency::fromCode(u"EUR");
        ledger::CurrencyTotal total(euro);
        total.succeeded = 2;
        total.paid = 50'000;
        total.refunded = 1'000;
        total.asked = 2'000;
        total.unknown = 3'000;
        ui::VolumeChart chart(euro);
        const int plain = chart.sizeHint().height();
        chart.setVolume(day, day, {}, total);
        const QString text = chart.accessibleDescription();
        QVERIFY2(text.contains(u"Of that"_s) && text.contains(u"10.00"_s) && text.contains(u"20.00"_s) &&
                     text.contains(u"30.00"_s),
                 qPrintable(text));
        QVERIFY(chart.sizeHint().height() > plain);
    }

    void aVolumeThatIsTooLargeIsSaid()
    {
        const QDate day(2026, 4, 14);
        const auto euro = *money::Currency::fromCode(u"EUR");
        ledger::CurrencyTotal total(euro);
        total.succeeded = 2;
        total.isTooLarge = true;
        ledger::DayVolume volume(day, euro);
        volume.payments = 2;
        volume.paid = std::numeric_limits<qint64>::max();
        volume.isTooLarge = true;
        ui::VolumeChart chart(euro);
        chart.setVolume(day.addDays(-1), day, {volume}, total);
        QVERIFY(chart.accessibleDescription().startsWith(u"Too much to add up"_s));
        QVERIFY(!chart.accessibleDescription().contains(u"of that"_s));
        QVERIFY(chart.dayText(1).contains(u"Too much to add up"_s));
    }

    void gridlinesAreRoundNumbers_data()
    {
        QTest::addColumn<qint64>("largest");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("top");
        QTest::newRow("nothing") << qint64(0) << u"EUR"_s << u"2"_s;
        QTest::newRow("cents") << qint64(40) << u"EUR"_s << u"0.4"_s;
        QTest::newRow("hundreds") << qint64(120000) << u"USD"_s << u"1.2 k"_s;
        QTest::newRow("no decimals") << qint64(180000) << u"XOF"_s << u"200 k"_s;
        QTest::newRow("millions") << qint64(99000000) << u"NGN"_s << u"1 M"_s;
    }
    void gridlinesAreRoundNumbers()
    {
        QFETCH(qint64, largest);
        QFETCH(QString, currency);
        QFETCH(QString, top);
        const double value = ui::chartTop(largest, *money::Currency::fromCode(currency));
        QCOMPARE(ui::axisText(value, QLocale(QLocale::English)), top);
    }
};

TILLDECK_TEST(VolumeChartTest)

} // namespace volume_chart_test

#include "tst_volume_chart.moc"
