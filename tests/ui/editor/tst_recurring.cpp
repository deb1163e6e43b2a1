// SPDX-License-Identifier: GPL-3.0-or-later
// The preview says what a recurring price costs after the first payment.
#include "editor_bench.h"
#include "support/runner.h"

namespace recurring_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using test::EditorBench;

class RecurringTest : public QObject
{
    Q_OBJECT

private slots:
    void aRecurringPriceSaysWhatItCostsThen_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a year") << u"price_annual_eur"_s << QString() << u"Then 480.00 EUR a year."_s;
        QTest::newRow("a month") << u"price_month_eur"_s << QString() << u"Then 50.00 EUR a month."_s;
        QTest::newRow("discounted") << u"price_annual_eur"_s << u"SPRING20"_s
                                    << u"Then 480.00 EUR a year, before discounts."_s;
        QTest::newRow("once") << u"price_onboard_eur"_s << QString() << QString();
    }
    void aRecurringPriceSaysWhatItCostsThen()
    {
        QFETCH(const QString, price);
        QFETCH(const QString, code);
        QFETCH(const QString, sentence);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        checkout::SessionDraft draft;
        draft.lineItems = {checkout::LineItem(price, 2)};
        draft.promotionCode = code;
        EditorBench bench(draft);
        QString said;
        for (const auto *label : bench.screen().findChildren<QLabel *>())
            if (label->isVisible() && label->text().startsWith(u"Then "_s))
                said = label->text().replace(QChar::Nbsp, u' ');
        QCOMPARE(said, sentence);
        QLocale::setDefault(QLocale::c());
    }
};

TILLDECK_TEST(RecurringTest)

} // namespace recurring_test

#include "tst_recurring.moc"
