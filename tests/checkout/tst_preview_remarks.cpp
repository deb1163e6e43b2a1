// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/preview_remarks.h"
#include "checkout/pricing.h"
#include "support/runner.h"

#include <QTest>

namespace preview_remarks_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::checkout;
using tilldeck::money::Currency;
using tilldeck::money::Money;

namespace {

Capabilities provider()
{
    Capabilities can;
    can.providerName = u"PaymentKit"_s;
    can.documentedCurrencies = {u"EUR"_s, u"XOF"_s};
    return can;
}

/// Returns the preview of a total in each of @p codes, one a tier.
Preview previewOf(const QStringList &codes, qint64 minorUnits)
{
    Preview preview;
    for (const QString &code : codes) {
        Breakdown tier;
        tier.customerPays = Figure(Money(minorUnits, *Currency::fromCode(code)), Certainty::Exact);
        preview.tiers.push_back(tier);
    }
    return preview;
}

} // namespace

class PreviewRemarksTest : public QObject
{
    Q_OBJECT

private slots:
    void anAmountWhoseDecimalsTheProviderNamesNeedsNoWord()
    {
        QCOMPARE(previewRemarks(previewOf({u"EUR"_s, u"XOF"_s}, 500), provider()), QStringList());
        QCOMPARE(previewRemarks(Preview(), provider()), QStringList());
    }

    void aCurrencyThatItsDocumentsDoNotNameIsSaidOnce()
    {
        const QStringList remarks =
            previewRemarks(previewOf({u"UGX"_s, u"EUR"_s, u"UGX"_s, u"KWD"_s}, 500), provider());
        QCOMPARE(remarks.size(), 2);
        QVERIFY2(remarks.front().startsWith(u"PaymentKit does not say how many decimals its integers have in UGX. "
                                            "Tilldeck counts 0,"_s),
                 qPrintable(remarks.front()));
        QVERIFY2(remarks.back().contains(u"in KWD. Tilldeck counts 3,"_s), qPrintable(remarks.back()));
        QVERIFY2(remarks.front().endsWith(u": 1 stands for 1 UGX."_s), qPrintable(remarks.front()));
        QVERIFY2(remarks.back().endsWith(u": 1000 stands for 1 KWD."_s), qPrintable(remarks.back()));
        QCOMPARE(decimalsRemark(*Currency::fromCode(u"KWD"), provider()), remarks.back());
        QCOMPARE(decimalsRemark(*Currency::fromCode(u"EUR"), provider()), QString());
    }

    void aTotalOfNothingIsSaidBeforehand()
    {
        QCOMPARE(previewRemarks(previewOf({u"EUR"_s}, 0), provider()),
                 QStringList{u"Nothing is left to pay. PaymentKit may refuse a total of 0."_s});
    }

    void thatAGatewayGivesNoLinkIsSaidBeforehand()
    {
        Capabilities can = provider();
        can.gatewaysWithoutPage = {u"stripe"_s};
        Quote quote(Money(2966, *Currency::fromCode(u"EUR")));
        quote.gateway = u"paystack"_s;
        QCOMPARE(previewRemarks(withQuote(Preview(), quote), can), QStringList());
        quote.gateway = u"stripe"_s;
        const QString noLink = u"Stripe takes this payment on a page of your own: there is no link."_s;
        QCOMPARE(previewRemarks(withQuote(Preview(), quote), can), QStringList{noLink});
        can.flows = {FlowChoice{u"f.session"_s, u"Hosted session"_s, {}}};
        can.flowWithPage = u"f.session"_s;
        QCOMPARE(previewRemarks(withQuote(Preview(), quote), can),
                 QStringList{noLink + u" Choose “Hosted session” for a link."_s});
    }

    void whatIsRoundedOrMultipliedHereIsSaid()
    {
        Preview rounded = previewOf({u"EUR"_s}, 2966);
        rounded.tiers.front().isRounded = true;
        QCOMPARE(previewRemarks(rounded, provider()).size(), 1);
        QVERIFY(previewRemarks(rounded, provider()).front().contains(u"PaymentKit does not say how it rounds"_s));

        Quote quote(Money(2966, *Currency::fromCode(u"EUR")));
        QCOMPARE(previewRemarks(withQuote(Preview(), quote), provider()), QStringList());
        quote.isMultiplied = true;
        const Preview multiplied = withQuote(Preview(), quote);
        QCOMPARE(multiplied.tiers.front().customerPays->certainty, Certainty::Estimate);
        QVERIFY(previewRemarks(multiplied, provider()).front().startsWith(u"PaymentKit quotes one piece."_s));
    }
};

TILLDECK_TEST(PreviewRemarksTest)

} // namespace preview_remarks_test

#include "tst_preview_remarks.moc"
