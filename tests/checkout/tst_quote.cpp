// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/pricing.h"
#include "support/runner.h"

#include <QTest>

namespace quote_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::checkout;

namespace {

money::Money in(const QString &code, qint64 minorUnits)
{
    return {minorUnits, *money::Currency::fromCode(code)};
}

} // namespace

class QuoteTest : public QObject
{
    Q_OBJECT

private slots:
    void aRateThatDoesNotFitIsFound_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<qint64>("original");
        QTest::addColumn<QString>("to");
        QTest::addColumn<qint64>("converted");
        QTest::addColumn<QString>("rate");
        QTest::addColumn<std::optional<bool>>("fits");
        const std::optional<bool> yes(true);
        const std::optional<bool> no(false);
        QTest::newRow("off by ten") << u"USD"_s << 9000LL << u"NGN"_s << 1'440'000LL << u"1600"_s << no;
        QTest::newRow("what would fit") << u"USD"_s << 9000LL << u"NGN"_s << 14'400'000LL << u"1600"_s << yes;
        QTest::newRow("major units, one without decimals")
            << u"EUR"_s << 1000LL << u"XOF"_s << 6560LL << u"655.957"_s << yes;
        QTest::newRow("minor units, one without decimals")
            << u"EUR"_s << 1000LL << u"XOF"_s << 6560LL << u"6.56"_s << yes;
        QTest::newRow("half a percent off") << u"USD"_s << 1000LL << u"EUR"_s << 1000LL << u"1.005"_s << yes;
        QTest::newRow("more than that") << u"USD"_s << 1000LL << u"EUR"_s << 1000LL << u"1.0051"_s << no;
        QTest::newRow("not told") << u"USD"_s << 1000LL << u"EUR"_s << 900LL << QString() << std::optional<bool>();
        QTest::newRow("no number") << u"USD"_s << 1000LL << u"EUR"_s << 900LL << u"spot"_s << std::optional<bool>();
    }
    void aRateThatDoesNotFitIsFound()
    {
        QFETCH(QString, from);
        QFETCH(qint64, original);
        QFETCH(QString, to);
        QFETCH(qint64, converted);
        QFETCH(QString, rate);
        QFETCH(std::optional<bool>, fits);
        Conversion conversion(in(from, original), in(to, converted));
        conversion.rate = rate;
        QCOMPARE(conversion.rateFits(), fits);
    }

    void theQuoteFillsWhatIsSentAndTheFeeIsNotAskedForTwice()
    {
        SessionDraft draft;
        draft.pricing = in(u"USD"_s, 9000);
        QCOMPARE(priced(draft, std::nullopt), draft);

        Quote quote(in(u"NGN"_s, 1'532'160));
        quote.base = in(u"NGN"_s, 1'440'000);
        quote.conversion = Conversion(in(u"USD"_s, 9000), in(u"NGN"_s, 1'440'000));
        const SessionDraft sent = priced(draft, quote);
        QCOMPARE(sent.chargeAmount, in(u"NGN"_s, 1'440'000));
        QCOMPARE(sent.convertedTotal, in(u"NGN"_s, 1'440'000));
        QCOMPARE(sent.pricing, draft.pricing);

        quote.base.reset();
        QCOMPARE(priced(draft, quote).chargeAmount, in(u"NGN"_s, 1'440'000));
        quote.conversion.reset();
        QCOMPARE(priced(draft, quote).chargeAmount, in(u"NGN"_s, 1'532'160));
        QCOMPARE(priced(draft, quote).convertedTotal, std::nullopt);
    }

    void aTypedAmountStaysAsTyped()
    {
        SessionDraft draft;
        draft.pricing = in(u"USD"_s, 9000);
        draft.chargeAmount = in(u"NGN"_s, 1'450'000);
        Quote quote(in(u"NGN"_s, 1'450'000));
        quote.conversion = Conversion(in(u"USD"_s, 9000), in(u"NGN"_s, 1'440'000));
        QCOMPARE(priced(draft, quote).chargeAmount, in(u"NGN"_s, 1'450'000));
        QCOMPARE(priced(draft, quote).convertedTotal, in(u"NGN"_s, 1'440'000));
    }

    void aProductIsOneLineAndWhatTheCustomerPaysAnEstimate()
    {
        SessionDraft draft;
        draft.productId = u"prod_1"_s;
        draft.productQuantity = 3;
        Catalog catalog;
        QVERIFY(priceLocally(draft, catalog, {}).tiers.front().unpricedNote.has_value());

        Product product;
        product.id = u"prod_1"_s;
        product.name = u"Course"_s;
        product.unitAmount = in(u"USD"_s, 2000);
        catalog.products.items = {product};
        Breakdown tier = priceLocally(draft, catalog, {}).tiers.front();
        QCOMPARE(tier.lines.front().label, u"Course"_s);
        QCOMPARE(tier.lines.front().total, in(u"USD"_s, 6000));
        QCOMPARE(tier.customerPays, Figure(in(u"USD"_s, 6000), Certainty::Estimate));
        QVERIFY(!tier.fees);

        // What the merchant typed is what they want, whatever the catalog says.
        draft.pricing = in(u"USD"_s, 9000);
        tier = priceLocally(draft, catalog, {}).tiers.front();
        QCOMPARE(tier.subtotal, Figure(in(u"USD"_s, 9000), Certainty::Exact));
        QCOMPARE(tier.customerPays, Figure(in(u"USD"_s, 9000), Certainty::Estimate));

        draft.chargeCurrency = money::Currency::fromCode(u"NGN");
        tier = priceLocally(draft, catalog, {}).tiers.front();
        QVERIFY(!tier.customerPays);
        QVERIFY2(tier.unpricedNote->contains(u"NGN"_s), qPrintable(*tier.unpricedNote));
    }

    void figuresOfAQuoteAreTakenAsTheyCame()
    {
        SessionDraft draft;
        draft.pricing = in(u"USD"_s, 9000);
        draft.chargeCurrency = money::Currency::fromCode(u"NGN");
        Quote quote(in(u"NGN"_s, 1'440'000));
        quote.fee = in(u"NGN"_s, 92'160);
        quote.customerPaysFee = false;
        quote.businessReceives = in(u"USD"_s, 9000);
        const Preview preview = withQuote(priceLocally(draft, {}, {}), quote);
        QCOMPARE(preview.quoteState, QuoteState::Available);
        QCOMPARE(preview.quote, quote);
        const Breakdown &tier = preview.tiers.front();
        QCOMPARE(tier.customerPays, Figure(in(u"NGN"_s, 1'440'000), Certainty::Quote));
        QCOMPARE(tier.fees, Figure(in(u"NGN"_s, 92'160), Certainty::Quote));
        QCOMPARE(tier.received, Figure(in(u"USD"_s, 9000), Certainty::Quote));
        QVERIFY(!tier.unpricedNote);
    }

    void textsHaveNoBearingOnAQuote()
    {
        SessionDraft draft;
        draft.pricing = in(u"USD"_s, 9000);
        SessionDraft described = draft;
        described.description = u"Course"_s;
        described.reference = u"KS-1"_s;
        described.successUrl = u"https://kestrel.example"_s;
        described.customer.firstName = u"Ada"_s;
        QCOMPARE(quoteBasis(described), quoteBasis(draft));
        described.customer.country = u"NG"_s;
        QVERIFY(quoteBasis(described) != quoteBasis(draft));
    }

    void aQuoteEndsWithItsLastMoment()
    {
        Quote quote(in(u"NGN"_s, 1));
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'776'168'000'000, Qt::UTC);
        QVERIFY(!quote.isOutdated(now));
        quote.validUntil = now;
        QVERIFY(!quote.isOutdated(now.addMSecs(-1)));
        QVERIFY(quote.isOutdated(now));
    }

    void aQuoteThatIsYetToBeMadeIsOutdated()
    {
        // The clock was set back: how old the quote is nobody knows.
        Quote quote(in(u"NGN"_s, 1));
        quote.madeAt = QDateTime::fromMSecsSinceEpoch(1'776'168'000'000, Qt::UTC);
        QVERIFY(!quote.isOutdated(quote.madeAt.addSecs(-3600)));
        quote.validUntil = quote.madeAt.addSecs(300);
        QVERIFY(!quote.isOutdated(quote.madeAt.addSecs(-60))); // clocks are corrected by a little
        QVERIFY(quote.isOutdated(quote.madeAt.addSecs(-61)));
    }
};

TILLDECK_TEST(QuoteTest)

} // namespace quote_test

#include "tst_quote.moc"
