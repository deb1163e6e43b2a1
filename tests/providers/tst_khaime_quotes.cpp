// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/codec_quote.h"
#include "support/runner.h"

#include <QFile>
#include <QTest>

namespace khaime_quotes_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::khaime;
using namespace Qt::StringLiterals;
using checkout::SessionDraft;
using checkout::Split;
using money::Money;

namespace {

Money sum(qint64 minor, const char *code)
{
    return {minor, *money::Currency::fromCode(QString::fromLatin1(code))};
}

QByteArray example(const QString &name)
{
    QFile file(u"" TILLDECK_TEST_DIR "/contract/examples/khaime/%1.json"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonDocument json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text);
}

/// Returns @p text with every @p from replaced.
QJsonDocument changed(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    Q_ASSERT(text.contains(from));
    return json(text.replace(from, to));
}

SessionDraft draftOf(const char *flow, const char *currency)
{
    SessionDraft draft;
    draft.flow = QString::fromLatin1(flow);
    draft.pricing = sum(9000, "USD");
    draft.chargeCurrency = sum(0, currency).currency();
    return draft;
}

QString detailsOf(const auto &result)
{
    return result ? u"(none)"_s : result.error().details;
}

QByteArray merchant(const QByteArray &marketplace, const QByteArray &payout)
{
    return R"({"success": true, "data": {"id": 1676, "profile": {"business_name": "Sub Store"}, "marketplace": {)" +
           marketplace + R"(}, "payout": {)" + payout + "}}}";
}

} // namespace

class KhaimeQuotesTest : public QObject
{
    Q_OBJECT

private slots:
    void theContractsPreviewIsReadFigureByFigure()
    {
        const auto quote =
            decodePreview(json(example(u"create-charge.preview.response"_s)), draftOf("khaime.charge", "NGN"));
        QVERIFY2(quote, qPrintable(detailsOf(quote)));
        QCOMPARE(quote->customerPays, sum(1'440'000, "NGN"));
        QCOMPARE(quote->base, sum(1'440'000, "NGN"));
        QCOMPARE(quote->fee, sum(92'160, "NGN"));
        QCOMPARE(quote->customerPaysFee, std::optional(false));
        QCOMPARE(quote->businessReceives, sum(9000, "USD"));
        QCOMPARE(quote->conversion->original, sum(9000, "USD"));
        QCOMPARE(quote->conversion->converted, sum(1'440'000, "NGN"));
        QCOMPARE(quote->conversion->rate, u"1600"_s);
        QCOMPARE(quote->gateway, u"paystack"_s);
        QCOMPARE(quote->international, std::optional(true));
        QCOMPARE(quote->businessCountry, u"US"_s);
        QCOMPARE(quote->customerCountry, u"NG"_s);
    }

    void thePreviewFlagMayStandBesideTheData()
    {
        const QByteArray inside = example(u"create-charge.preview.response"_s);
        const QJsonDocument beside = changed(QByteArray(inside).replace("\"preview\": true,", ""), "\"success\": true,",
                                             "\"success\": true, \"preview\": true,");
        QVERIFY(!beside["data"_L1].toObject().contains("preview"_L1));
        const auto quote = decodePreview(beside, draftOf("khaime.charge", "NGN"));
        QVERIFY(quote);
        QCOMPARE(quote->customerPays, sum(1'440'000, "NGN"));
        const auto without =
            decodePreview(json(QByteArray(inside).replace("\"preview\": true,", "")), draftOf("khaime.charge", "NGN"));
        QVERIFY(!without);
        QVERIFY(detailsOf(without).contains("data.preview"_L1));
    }

    void aPreviewMayLookLikeACharge()
    {
        const auto quote = decodePreview(
            json(
                R"({"success": true, "preview": true, "data": {"payment_gateway": "stripe", "fee_details": )"
                R"({"base_amount": 5000, "transaction_fee": 320, "total_amount": 5320, "customer_pays_fees": true}}})"),
            draftOf("khaime.charge", "USD"));
        QVERIFY2(quote, qPrintable(detailsOf(quote)));
        QCOMPARE(quote->customerPays, sum(5320, "USD"));
        QCOMPARE(quote->base, sum(5000, "USD"));
        QCOMPARE(quote->customerPaysFee, std::optional(true));
        QVERIFY(!quote->conversion);
    }

    void aPreviewInAnotherCurrencyIsNotBelieved()
    {
        const auto quote =
            decodePreview(json(example(u"create-charge.preview.response"_s)), draftOf("khaime.charge", "GHS"));
        QVERIFY(!quote);
        QCOMPARE(quote.error().kind, checkout::ErrorKind::Malformed);
    }

    void ratesAreKeptAsWritten_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("kept");
        QTest::newRow("whole") << QByteArray("1600") << u"1600"_s;
        QTest::newRow("fraction") << QByteArray("1450.1") << u"1450.1"_s;
        QTest::newRow("small") << QByteArray("0.000625") << u"0.000625"_s;
        QTest::newRow("smaller") << QByteArray("0.0000125") << u"0.0000125"_s;
        QTest::newRow("text") << QByteArray("\"1600.00\"") << u"1600.00"_s;
        QTest::newRow("null") << QByteArray("null") << QString();
    }
    void ratesAreKeptAsWritten()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, kept);
        const auto quote = decodePreview(changed(example(u"create-charge.preview.response"_s), "1600", written),
                                         draftOf("khaime.charge", "NGN"));
        QVERIFY2(quote, qPrintable(detailsOf(quote)));
        QCOMPARE(quote->conversion->rate, kept);
        QCOMPARE(quote->conversion->converted, sum(1'440'000, "NGN"));
    }

    void aConversionIsFoundWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("the contract's") << example(u"calculate-pricing.response.fragment"_s);
        QTest::newRow("in data") << QByteArray(
            R"({"success": true, "data": {"local": {"amount": 1440000, "currency": "NGN"}}})");
        QTest::newRow("in data.pricing") << QByteArray(
            R"({"success": true, "data": {"pricing": {"base": {"amount": 9000, "currency": "USD"}, )"
            R"("local": {"amount": 1440000, "currency": "NGN", "formatted": "x"}, )"
            R"("conversion": {"rate": 1450.1, "source": "wise_api", "applied": true}}, "price_discrimination": null}})");
    }
    void aConversionIsFoundWhereverItStands()
    {
        QFETCH(QByteArray, answer);
        const auto price = decodeLocalPrice(json(answer), sum(0, "NGN").currency());
        QVERIFY2(price, qPrintable(detailsOf(price)));
        QCOMPARE(price->local, sum(1'440'000, "NGN"));
        if (price->base) {
            QCOMPARE(price->base, sum(9000, "USD"));
            QCOMPARE(price->rate, u"1450.1"_s);
        }
        QVERIFY(!decodeLocalPrice(json(answer), sum(0, "GHS").currency()));
        QVERIFY(!decodeLocalPrice(json("{}"), {}));
        QVERIFY(!decodeLocalPrice(json(R"({"local": {"amount": 1.5, "currency": "NGN"}})"), {}));
        QVERIFY(!decodeLocalPrice(json(R"({"local": {"amount": 1, "currency": "???"}})"), {}));
    }

    void aSubMerchantThatCannotBeChargedSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("chargeable");
        const QByteArray active = R"("status": "active", "commission_rate": 0.08)";
        QTest::newRow("the contract's")
            << merchant(active, R"("status": "active", "payout_ready": true, "charge_eligible": true)") << true;
        QTest::newRow("suspended") << merchant(R"("status": "suspended")", R"("charge_eligible": true)") << false;
        QTest::newRow("onboarding") << merchant(active, R"("status": "pending_onboarding")") << false;
        QTest::newRow("no payout") << merchant(active, R"("status": "not_configured")") << false;
        QTest::newRow("not eligible") << merchant(active, R"("status": "active", "charge_eligible": false)") << false;
        QTest::newRow("nothing told") << merchant("", "") << true;
        QTest::newRow("words nobody knows")
            << merchant(R"("status": "vip")", R"("status": "weekly", "charge_eligible": true)") << true;
    }
    void aSubMerchantThatCannotBeChargedSaysWhy()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, chargeable);
        const auto found = decodeSubMerchant(json(answer));
        QVERIFY2(found, qPrintable(detailsOf(found)));
        QCOMPARE(found->id, u"1676"_s);
        QCOMPARE(whyNotCharged(*found).isEmpty(), chargeable);
        if (!chargeable)
            QVERIFY(whyNotCharged(*found).contains("Sub Store"_L1));
    }

    void theSplitIsTheWholeAndSaysWhoseRateItIs_data()
    {
        QTest::addColumn<QByteArray>("marketplace");
        QTest::addColumn<Split::CommissionSource>("source");
        QTest::addColumn<qint64>("commission"); // -1: not worked out
        using enum Split::CommissionSource;
        QTest::newRow("own rate") << QByteArray(R"("commission_rate": 0.05, "marketplace_commission_rate": 0.1)") << Own
                                  << qint64(7000);
        QTest::newRow("own rate of nothing") << QByteArray(R"("commission_rate": 0)") << Own << qint64(0);
        QTest::newRow("marketplace rate")
            << QByteArray(R"("commission_rate": null, "marketplace_commission_rate": 0.07)") << Marketplace
            << qint64(9800);
        QTest::newRow("no rate") << QByteArray(R"("status": "active")") << None << qint64(0);
        QTest::newRow("everything") << QByteArray(R"("commission_rate": 1)") << Own << qint64(140'000);
        QTest::newRow("finer than can be held") << QByteArray(R"("commission_rate": 0.081255)") << Own << qint64(-1);
        QTest::newRow("more than everything") << QByteArray(R"("commission_rate": 1.5)") << Own << qint64(-1);
    }
    void theSplitIsTheWholeAndSaysWhoseRateItIs()
    {
        QFETCH(QByteArray, marketplace);
        QFETCH(Split::CommissionSource, source);
        QFETCH(qint64, commission);
        const auto found = decodeSubMerchant(json(merchant(marketplace, "")));
        QVERIFY(found);
        const Split split = splitOf(sum(140'000, "NGN"), *found);
        QCOMPARE(split.commissionSource, source);
        QCOMPARE(split.subMerchantName, u"Sub Store"_s);
        QCOMPARE(split.commission.has_value(), commission >= 0);
        if (split.commission) {
            QCOMPARE(split.commission, sum(commission, "NGN"));
            QCOMPARE(split.commission->plus(*split.net), std::optional(split.gross));
        }
    }

    void aCommissionIsRoundedHalfUp()
    {
        const auto found = decodeSubMerchant(json(merchant(R"("commission_rate": 0.05)", "")));
        QCOMPARE(splitOf(sum(30, "USD"), *found).commission, sum(2, "USD"));
        QCOMPARE(splitOf(sum(29, "USD"), *found).commission, sum(1, "USD"));
    }
};

TILLDECK_TEST(KhaimeQuotesTest)

} // namespace khaime_quotes_test

#include "tst_khaime_quotes.moc"
