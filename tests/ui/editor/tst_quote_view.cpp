// SPDX-License-Identifier: GPL-3.0-or-later
// What a quote shows as the provider's, and what as computed here.
#include "sample.h"
#include "support/runner.h"
#include "ui/editor/preview/quote_view.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/badge.h"

#include <QLabel>
#include <QTest>

#include <algorithm>
#include <memory>

namespace quote_view_test {

using namespace tilldeck;
using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

class QuoteViewTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsYoursAfterSplitAndFeeIsSaid_data()
    {
        QTest::addColumn<QString>("feeCurrency");
        QTest::addColumn<QStringList>("amounts");
        QTest::newRow("one currency") << u"USD"_s << QStringList{u"4.50 USD"_s, u"3.50 USD"_s};
        QTest::newRow("another currency") << u"NGN"_s << QStringList{u"4.50 USD"_s};
    }
    void whatIsYoursAfterSplitAndFeeIsSaid()
    {
        QFETCH(const QString, feeCurrency);
        QFETCH(const QStringList, amounts);
        checkout::Quote quote(test::amount(14400000, "NGN"));
        quote.fee = money::Money(100, *money::Currency::fromCode(feeCurrency));
        quote.customerPaysFee = false;
        checkout::Split split(test::amount(9000, "USD"));
        split.commission = test::amount(450, "USD");
        split.net = test::amount(8550, "USD");
        quote.split = split;
        const std::unique_ptr<QWidget> view(makeQuoteView(quote, u"Fairlead"_s, QLocale::c()));
        QStringList shown;
        for (const auto *amount : view->findChildren<AmountLabel *>())
            shown << amount->text().replace(QChar::Nbsp, u' ');
        for (const QString &amount : amounts)
            QVERIFY2(shown.contains(amount), qPrintable(shown.join(u'\n')));
        QCOMPARE(shown.contains(u"3.50 USD"_s), feeCurrency == u"USD"_s);
        int computed = 0;
        for (const auto *tag : view->findChildren<FigureTag *>())
            computed += tag->source() == FigureSource::Estimate;
        // The split is computed here, too: its commission, what is credited, and that once more as the headline.
        QCOMPARE(computed, 3 + int(amounts.size()));
        QVERIFY(std::ranges::any_of(view->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->text() == u"The split is computed here from the rate that Fairlead reports."_s;
        }));
    }

    void aTotalThatIsMultipliedHereIsAnEstimate()
    {
        checkout::Quote quote(test::amount(33000, "USD"));
        const auto sources = [&quote] {
            const std::unique_ptr<QWidget> view(makeQuoteView(quote, u"Fairlead"_s, QLocale::c()));
            QList<FigureSource> shown;
            for (const auto *tag : view->findChildren<FigureTag *>())
                shown << tag->source();
            return shown;
        };
        QCOMPARE(sources().count(FigureSource::Estimate), 0);
        quote.isMultiplied = true;
        QCOMPARE(sources().count(FigureSource::Estimate), 2);
        QCOMPARE(sources().count(FigureSource::Quote), 0);
    }
};

TILLDECK_TEST(QuoteViewTest)

} // namespace quote_view_test

#include "tst_quote_view.moc"
