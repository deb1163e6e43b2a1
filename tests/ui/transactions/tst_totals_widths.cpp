// SPDX-License-Identifier: GPL-3.0-or-later
// The totals at every width: nothing is cut, and showing them ends.
#include "support/runner.h"
#include "ui/transactions/totals_bar.h"

#include <QLabel>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

namespace totals_widths_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class TotalsWidthsTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsCutAtAnyWidth_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<bool>("isMirrored");
        QTest::newRow("English") << u"en_GB"_s << false;
        QTest::newRow("German") << u"de_DE"_s << false;
        QTest::newRow("right to left") << u"ar_EG"_s << true;
    }
    void nothingIsCutAtAnyWidth()
    {
        QFETCH(QString, locale);
        QFETCH(bool, isMirrored);
        QTranslator translator;
        const bool isTranslated = translator.load(QLocale(locale), u"tilldeck"_s, u"_"_s, u":/i18n"_s);
        if (isTranslated)
            QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(locale));
        QWidget page;
        page.setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        auto *column = new QVBoxLayout(&page);
        column->setContentsMargins(0, 0, 0, 0);
        auto *list = new QWidget;
        auto *bar = new ui::TotalsBar;
        column->addWidget(list, 1);
        column->addWidget(bar);
        m_looks = 0;
        page.resize(960, 500);
        page.show();
        bar->setFiltered(totals());
        // One pixel after the other where a column or a line comes or goes, in both directions.
        for (int width = 1300; width >= 240; width -= width > 700 ? 7 : 1)
            lookAt(page, *bar, width);
        for (int width = 240; width <= 1300; width += 13)
            lookAt(page, *bar, width);
        QVERIFY2(m_looks > 200, QByteArray::number(m_looks));
    }

private:
    static std::vector<ledger::CurrencyTotal> totals()
    {
        std::vector<ledger::CurrencyTotal> all;
        for (const char *code : {"EUR", "KWD", "NGN", "USD", "XOF"}) {
            ledger::CurrencyTotal total(*money::Currency::fromCode(QString::fromLatin1(code)));
            total.payments = 1284;
            total.succeeded = 1280;
            total.withFee = 1100;
            total.paid = 123'456'789'012;
            total.net = 120'000'000'000;
            total.refunded = 9'876'543'210;
            total.withoutRefunds = 17;
            all.push_back(total);
        }
        return all;
    }
    void lookAt(QWidget &page, const ui::TotalsBar &bar, int width)
    {
        page.resize(width, 500);
        QCoreApplication::processEvents();
        if (page.width() > width)
            return; // it cannot be as narrow as that
        ++m_looks;
        const QSize settled = bar.size();
        QCoreApplication::processEvents();
        QCOMPARE(bar.size(), settled); // the height is that of the width at once
        for (const auto *label : bar.findChildren<QLabel *>()) {
            if (!label->isVisible())
                continue;
            const QRect place(label->mapTo(&bar, QPoint()), label->size());
            const QByteArray where = QByteArray::number(width) + ": " + label->text().toUtf8();
            QVERIFY2(bar.rect().contains(place), where);
            QVERIFY2(label->width() >= label->sizeHint().width(), where);
            QVERIFY2(label->height() >= label->fontMetrics().height(), where);
        }
    }

    int m_looks = 0; ///< Widths that were tried.
};

TILLDECK_TEST(TotalsWidthsTest)

} // namespace totals_widths_test

#include "tst_totals_widths.moc"
