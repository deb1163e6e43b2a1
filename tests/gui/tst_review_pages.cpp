// SPDX-License-Identifier: GPL-3.0-or-later
// Overview, promotions and catalog of the real window lead to the page where a merchant goes on.
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/share_bar.h"
#include "ui/overview/volume_chart.h"
#include "ui/style/paint.h"

#include <QLineEdit>

#include <algorithm>

namespace review_pages_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

class ReviewPagesTest : public QObject
{
    Q_OBJECT

private slots:
    void aPriceOfTheCatalogBeginsASession()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QTest::keyClick(&merchant.window(), Qt::Key_5, Qt::AltModifier);
        QTableView *prices = merchant.table(u"Products and prices"_s);
        QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(prices, u"price_premium"_s) >= 0, 15000);
        prices->selectRow(Merchant::rowWith(prices, u"price_premium"_s));
        QVERIFY(merchant.press(u"Use in a new session"_s));
        QCOMPARE(merchant.window().currentPage(), ui::PageId::Editor);
        QTRY_VERIFY(merchant.seesAmount({49900, *money::Currency::fromCode(u"USD")}));
    }

    void aPromotionCodeBeginsASession()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QTest::keyClick(&merchant.window(), Qt::Key_4, Qt::AltModifier);
        QTableView *codes = merchant.table(u"Promotions"_s);
        QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(codes, u"SAVE20"_s) >= 0, 15000);
        codes->selectRow(Merchant::rowWith(codes, u"SAVE20"_s));
        QVERIFY(merchant.press(u"Use in a new session"_s));
        QCOMPARE(merchant.window().currentPage(), ui::PageId::Editor);
        const auto fields = merchant.window().findChildren<QLineEdit *>();
        QVERIFY(std::ranges::any_of(
            fields, [](const QLineEdit *field) { return field->isVisible() && field->text() == "SAVE20"_L1; }));
    }

    void theOverviewLeadsToTheListBehindAFigure()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QTest::keyClick(&merchant.window(), Qt::Key_1, Qt::AltModifier);
        auto *overview = merchant.window().findChild<ui::OverviewPage *>();
        QTRY_VERIFY(overview->isVisible());
        auto *completed = overview->findChildren<ui::ShareLegend *>().first();
        QTRY_VERIFY_WITH_TIMEOUT(completed->count() > 0, 15000);
        QTest::mouseClick(completed, Qt::LeftButton);
        QCOMPARE(merchant.window().currentPage(), ui::PageId::Sessions);
        QTableView *sessions = merchant.table(u"Checkout sessions"_s);
        QTRY_VERIFY(sessions->model()->rowCount() > 0 && Merchant::rowWith(sessions, u"Open"_s) < 0 &&
                    Merchant::rowWith(sessions, u"Completed"_s) == 0);
        QVERIFY(merchant.find<QAbstractButton>(u"Last 30 days"_s)); // as in the overview

        QTest::keyClick(&merchant.window(), Qt::Key_1, Qt::AltModifier);
        const auto firstChart = [overview]() -> ui::VolumeChart * {
            const auto charts = overview->findChildren<ui::VolumeChart *>();
            const auto shown = std::ranges::find_if(charts, &QWidget::isVisible);
            return shown == charts.end() ? nullptr : *shown;
        };
        QTRY_VERIFY_WITH_TIMEOUT(firstChart(), 15000);
        ui::VolumeChart *chart = firstChart();
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Return);
        QCOMPARE(merchant.window().currentPage(), ui::PageId::Transactions);
        QTRY_VERIFY(merchant.find<QAbstractButton>(ui::isolated(chart->currency().code())) !=
                    nullptr); // chips of the filter
        const QString today = QLocale().toString(QDate::currentDate(), u"d MMM yyyy"_s);
        QTRY_VERIFY(merchant.find<QAbstractButton>(ui::isolated(today)));
    }
};

TILLDECK_TEST(ReviewPagesTest)

} // namespace review_pages_test

#include "tst_review_pages.moc"
