// SPDX-License-Identifier: GPL-3.0-or-later
// What a tier charges again after each period.
#include "checkout/charged_again.h"
#include "checkout/pricing.h"
#include "support/runner.h"

#include <QTest>

#include <limits>

namespace charged_again_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::checkout;

namespace {

const QDateTime now(QDate(2026, 4, 14), QTime(12, 0), Qt::UTC);
const QLocale english(QLocale::English, QLocale::UnitedKingdom);

money::Money amount(qint64 minor, QStringView code = u"EUR")
{
    return {minor, *money::Currency::fromCode(code)};
}

Price price(const QString &id, const QString &period, money::Money unit)
{
    Price price(id, unit);
    price.name = id;
    price.billingPeriod = period;
    return price;
}

Catalog catalog()
{
    Catalog catalog;
    catalog.prices.available = true;
    catalog.prices.items = {price(u"once"_s, {}, amount(1000)),
                            price(u"year"_s, u"year"_s, amount(48000)),
                            price(u"month"_s, u"month"_s, amount(5000)),
                            price(u"seat"_s, u"month"_s, amount(700)),
                            price(u"vast"_s, u"month"_s, amount(std::numeric_limits<qint64>::max())),
                            price(u"dollars"_s, u"month"_s, amount(100, u"USD")),
                            price(u"odd"_s, u"every_4_days"_s, amount(300))};
    return catalog;
}

QStringList textsOf(const Breakdown &breakdown)
{
    QStringList texts = chargedAgainTexts(breakdown, english);
    for (QString &text : texts)
        text.replace(QChar::Nbsp, u' ');
    return texts;
}

} // namespace

class ChargedAgainTest : public QObject
{
    Q_OBJECT

private slots:
    void eachPeriodIsSaidOnceAndWhatIsNotKnownIsSaid_data()
    {
        QTest::addColumn<QStringList>("prices");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("nothing") << QStringList{u"once"_s} << QStringList();
        QTest::newRow("beside a single payment")
            << QStringList{u"once"_s, u"year"_s} << QStringList{u"Then 480.00 EUR a year."_s};
        QTest::newRow("mixed periods") << QStringList{u"month"_s, u"year"_s, u"seat"_s}
                                       << QStringList{u"Then 57.00 EUR a month."_s, u"Then 480.00 EUR a year."_s};
        QTest::newRow("a word of the provider")
            << QStringList{u"odd"_s} << QStringList{u"Then 3.00 EUR again: every_4_days."_s};
        const QString unsummed = u"What is charged again (month) cannot be added up."_s;
        QTest::newRow("more than can be counted")
            << QStringList{u"vast"_s, u"year"_s} << QStringList{unsummed, u"Then 480.00 EUR a year."_s};
        QTest::newRow("beside a known one of the same period")
            << QStringList{u"month"_s, u"vast"_s, u"seat"_s} << QStringList{unsummed};
        QTest::newRow("two currencies") << QStringList{u"month"_s, u"dollars"_s}
                                        << QStringList{u"What is charged again (month) cannot be added up."_s};
    }
    void eachPeriodIsSaidOnceAndWhatIsNotKnownIsSaid()
    {
        QFETCH(const QStringList, prices);
        QFETCH(const QStringList, texts);
        SessionDraft draft;
        for (const QString &id : prices)
            draft.lineItems.emplace_back(id, id == u"vast"_s ? 2 : 1);
        // A second tier says its own.
        draft.cascade = {CascadeTier({LineItem(u"once"_s, 1), LineItem(u"seat"_s, 3)}, {})};
        const Preview preview = priceLocally(draft, catalog(), now);
        QCOMPARE(preview.tiers.size(), size_t(2));
        QCOMPARE(textsOf(preview.tiers[0]), texts);
        QCOMPARE(textsOf(preview.tiers[1]), QStringList{u"Then 21.00 EUR a month."_s});
        draft.promotionCode = u"SAVE20"_s;
        QCOMPARE(textsOf(priceLocally(draft, catalog(), now).tiers[1]),
                 QStringList{u"Then 21.00 EUR a month, before discounts."_s});
    }

    void whatRestsOnAnEstimateIsOneEachTime()
    {
        SessionDraft draft;
        draft.lineItems.emplace_back(u"month"_s, 1);
        Breakdown breakdown = priceLocally(draft, catalog(), now).tiers[0];
        breakdown.customerPays->certainty = Certainty::Estimate; // the provider may add its fee
        QCOMPARE(textsOf(breakdown), QStringList{u"Then 50.00 EUR a month, as an estimate."_s});
    }

    void ofAQuantityThatIsRefusedOnlyTheRefusalIsSaid()
    {
        for (const qint64 refused : {qint64(0), qint64(-3), qint64(2147483648)}) {
            SessionDraft draft;
            draft.lineItems = {LineItem(u"year"_s, refused), LineItem(u"month"_s, 1)};
            const Breakdown tier = priceLocally(draft, catalog(), now).tiers[0];
            QCOMPARE(textsOf(tier), QStringList{u"Then 50.00 EUR a month."_s});
            QVERIFY2(tier.unpricedNote.value_or(QString()).contains(u"quantity"_s), qPrintable(*tier.unpricedNote));
            QVERIFY(!chargedAgain(tier).front().amount);
        }
    }
};

TILLDECK_TEST(ChargedAgainTest)

} // namespace charged_again_test

#include "tst_charged_again.moc"
