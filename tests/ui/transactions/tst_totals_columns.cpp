// SPDX-License-Identifier: GPL-3.0-or-later
// The totals stand in columns, one for each currency.
#include "support/runner.h"
#include "ui/overview/volume_chart.h"
#include "ui/transactions/totals_bar.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLayout>
#include <QTest>

namespace totals_columns_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class TotalsColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void eachCurrencyHasAColumn()
    {
        ui::TotalsBar bar;
        bar.resize(1000, 80);
        ledger::CurrencyTotal euro(*money::Currency::fromCode(u"EUR"_s));
        euro.payments = euro.succeeded = 3;
        euro.withFee = 2;
        euro.paid = 34800;
        euro.net = 33731;
        euro.refunded = 1320;
        ledger::CurrencyTotal franc(*money::Currency::fromCode(u"XOF"_s));
        franc.payments = franc.succeeded = 1;
        franc.paid = 50000;
        bar.setFiltered({euro, franc});
        bar.show();
        const QLabel *paid = label(bar, u"348.00 EUR"_s);
        const QLabel *other = label(bar, u"50,000 XOF"_s);
        QVERIFY(paid && other);
        const auto place = [&bar](const QLabel *one) { return one->mapTo(&bar, QPoint()); };
        QCOMPARE(place(paid).y(), place(other).y());
        QVERIFY(place(other).x() >= place(paid).x() + paid->width());
        const QLabel *net = label(bar, u"337.31 after fees, known for 2 of 3"_s);
        QVERIFY(net && place(net).x() == place(paid).x() && place(net).y() > place(paid).y());
        QVERIFY(label(bar, u"13.20 refunded"_s));
        // A narrow bar leaves out what is after fees, and wraps.
        bar.resize(360, 120);
        QCoreApplication::processEvents();
        QVERIFY(!label(bar, u"337.31 after fees, known for 2 of 3"_s));
        QVERIFY(label(bar, u"348.00 EUR"_s) && label(bar, u"50,000 XOF"_s));
        QVERIFY2(bar.text().contains(u"after fees"_s), qPrintable(bar.text()));
    }

    void sevenCurrenciesLeaveRoomForTheList()
    {
        ui::TotalsBar bar;
        bar.resize(360, 120);
        std::vector<ledger::CurrencyTotal> totals;
        for (const char *code : {"EUR", "GBP", "GHS", "JPY", "NGN", "USD", "XOF"}) {
            totals.emplace_back(*money::Currency::fromCode(QString::fromLatin1(code)));
            totals.back().payments = totals.back().succeeded = 1;
            totals.back().paid = 12300;
        }
        bar.setFiltered(totals);
        bar.show();
        const auto sums = [&bar] {
            int count = 0;
            for (const auto *one : bar.findChildren<QLabel *>())
                count += one->isVisible() && one->text().contains(u"12") ? 1 : 0;
            return count;
        };
        const auto more = [&bar] { return bar.findChild<QAbstractButton *>(u"moreSums"_s); };
        QVERIFY(more());
        const int left = 7 - sums();
        QVERIFY2(left > 0 && left < 7, qPrintable(QString::number(left)));
        QVERIFY2(more()->text() == u"and %1 more"_s.arg(left), qPrintable(more()->text()));
        QVERIFY2(more()->toolTip().contains(u"XOF"_s), qPrintable(more()->toolTip()));
        QVERIFY(bar.text().contains(u"XOF"_s)); // the copied text has all
        const int capped = bar.layout()->heightForWidth(bar.width());
        more()->click();
        QTRY_COMPARE(sums(), 7);
        QVERIFY(bar.layout()->heightForWidth(bar.width()) > capped);
        more()->click();
        QTRY_COMPARE(sums(), 7 - left);
        bar.resize(2400, 120);
        QTRY_COMPARE(sums(), 7);
        QVERIFY(!more());
    }

    void refundsThatAreNotKnownAreSaidWhereverASumIsWithoutThem()
    {
        ui::TotalsBar bar;
        bar.resize(1000, 80);
        ledger::CurrencyTotal franc(*money::Currency::fromCode(u"XOF"_s));
        franc.payments = franc.succeeded = 4;
        franc.paid = 90000;
        franc.refunded = 35000;
        franc.withoutRefunds = 2;
        bar.setFiltered({franc});
        bar.show();
        QVERIFY(label(bar, u"35,000 refunded"_s) && label(bar, u"Refunds of 2 payment(s) not known"_s));
        QVERIFY2(bar.text().contains(u"refunds of 2 payment(s) not known"_s), qPrintable(bar.text()));
        ui::VolumeChart chart(franc.currency);
        const QDate day(2026, 4, 14);
        chart.setVolume(day, day, {}, franc);
        QVERIFY2(chart.accessibleDescription().contains(u"Refunds of 2 payment(s) not known"_s),
                 qPrintable(chart.accessibleDescription()));
        ui::Chip chip(u"Part refunded"_s);
        chip.setCount(0);
        ui::sayUntoldRefunds(chip, {franc});
        QVERIFY(chip.toolTip().contains(u"2 payment(s)"_s));
        QCOMPARE(chip.accessibleName(), u"Part refunded, not known how many"_s);
        chip.setCount(3);
        QCOMPARE(chip.accessibleName(), u"Part refunded, 3 at least"_s);
        chip.setCount(0);
        franc.withoutRefunds = 0;
        ui::sayUntoldRefunds(chip, {franc});
        QCOMPARE(chip.accessibleName(), u"Part refunded, 0"_s);
        QVERIFY(chip.toolTip().isEmpty());
    }

    void everyRefundThatMayHaveBeenMadeIsAmongTheSums_data()
    {
        QTest::addColumn<int>("payments");
        QTest::newRow("beside what was paid") << 2;
        QTest::newRow("alone in its currency") << 0;
    }
    void everyRefundThatMayHaveBeenMadeIsAmongTheSums()
    {
        QFETCH(const int, payments);
        for (const bool isUnknown : {true, false}) {
            ui::TotalsBar bar;
            bar.resize(1000, 80);
            ledger::CurrencyTotal euro(*money::Currency::fromCode(u"EUR"_s));
            euro.payments = 2;
            euro.succeeded = payments;
            euro.paid = payments * 5000;
            (isUnknown ? euro.unknown : euro.underWay) = 1500;
            bar.setFiltered({euro});
            bar.show();
            QVERIFY2(label(bar, isUnknown ? u"15.00 refund of unknown outcome"_s : u"15.00 refund under way"_s),
                     qPrintable(bar.text()));
        }
    }

private:
    static const QLabel *label(const ui::TotalsBar &bar, const QString &text)
    {
        for (const auto *one : bar.findChildren<QLabel *>()) {
            QString shown = one->text();
            if (one->isVisible() &&
                shown.remove(QChar(0x2068)).remove(QChar(0x2069)).replace(QChar::Nbsp, u' ') == text)
                return one;
        }
        return nullptr;
    }
};

TILLDECK_TEST(TotalsColumnsTest)

} // namespace totals_columns_test

#include "tst_totals_columns.moc"
