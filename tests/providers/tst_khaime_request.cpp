// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/pricing.h"
#include "providers/khaime/codec_request.h"
#include "support/runner.h"

#include <QFile>
#include <QTest>

#include <limits>

namespace khaime_request_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::khaime;
using namespace Qt::StringLiterals;
using checkout::CustomField;
using checkout::Field;
using checkout::SessionDraft;
using money::Money;

namespace {

Money sum(qint64 minor, const char *code)
{
    return {minor, *money::Currency::fromCode(QString::fromLatin1(code))};
}

QJsonObject objectOf(const checkout::Result<QByteArray> &body)
{
    return body ? QJsonDocument::fromJson(*body).object() : QJsonObject{{u"not sent"_s, true}};
}

QJsonObject sent(const SessionDraft &draft)
{
    return objectOf(encodeCreate(draft));
}

QJsonObject example(const QString &name)
{
    QFile file(u"" TILLDECK_TEST_DIR "/contract/examples/khaime/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {{u"no such file"_s, file.fileName()}};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void setJane(SessionDraft &draft)
{
    draft.customer.email = u"jane@example.com"_s;
    draft.customer.firstName = u"Jane"_s;
    draft.customer.lastName = u"Doe"_s;
}

/// The contract's 90.00 USD, paid in naira.
SessionDraft charge()
{
    SessionDraft draft;
    draft.flow = u"khaime.charge"_s;
    draft.pricing = sum(9000, "USD");
    draft.chargeCurrency = sum(0, "NGN").currency();
    draft.chargeAmount = sum(1'440'000, "NGN");
    draft.description = u"Design consultation"_s;
    setJane(draft);
    draft.customer.country = u"NG"_s;
    return draft;
}

SessionDraft session()
{
    SessionDraft draft;
    draft.flow = u"khaime.session"_s;
    draft.pricing = sum(5000, "USD");
    draft.productName = u"Premium Plan"_s;
    draft.customer.email = u"jane@example.com"_s;
    draft.successUrl = u"https://example.com/success"_s;
    draft.returnUrl = u"https://example.com/cancel"_s;
    return draft;
}

SessionDraft embedded()
{
    SessionDraft draft;
    draft.flow = u"khaime.checkout"_s;
    draft.productId = u"789"_s;
    draft.chargeCurrency = sum(0, "USD").currency();
    setJane(draft);
    return draft;
}

std::vector<checkout::Problem> problemsOf(const SessionDraft &draft)
{
    const auto body = encodeCreate(draft);
    return body ? std::vector<checkout::Problem>() : body.error().problems;
}

} // namespace

class KhaimeRequestTest : public QObject
{
    Q_OBJECT

private slots:
    void everyExampleOfTheContractIsWhatIsSent()
    {
        QCOMPARE(sent(session()), example(u"create-payment-session.request"_s));
        QCOMPARE(sent(embedded()), example(u"sdk-initialize.request"_s));
        QCOMPARE(objectOf(encodePreview(charge())), example(u"create-charge.preview.request"_s));
        SessionDraft converted = charge();
        converted.convertedTotal = sum(1'440'000, "NGN");
        const QJsonObject body = sent(converted);
        const QJsonObject fragment = example(u"create-charge.converted.request.fragment"_s);
        QCOMPARE(fragment.size(), 6);
        for (auto it = fragment.begin(); it != fragment.end(); ++it)
            QCOMPARE(body.value(it.key()), QJsonValue(*it));
    }

    void aQuotedDraftIsTheDraftThatIsSent()
    {
        SessionDraft typed = charge();
        typed.chargeAmount.reset();
        checkout::Quote quote(sum(1'532'160, "NGN"));
        quote.base = sum(1'440'000, "NGN");
        quote.conversion.emplace(sum(9000, "USD"), sum(1'440'000, "NGN"));
        const QJsonObject body = sent(checkout::priced(typed, quote));
        QCOMPARE(body["amount"_L1].toInteger(), 1'440'000);
        QCOMPARE(body["converted_total_amount"_L1].toInteger(), 1'440'000);
        QCOMPARE(body["converted_total_currency"_L1].toString(), u"NGN"_s);
    }

    void onlyCanonicalNamesAndInReadingOrder()
    {
        SessionDraft draft = charge();
        draft.convertedTotal = sum(1'440'000, "NGN");
        draft.reference = u"order-1001"_s;
        draft.successUrl = u"https://shop.example/back?id={ID}"_s;
        draft.metadata = {CustomField(u"zebra"_s, true), CustomField(u"aardvark"_s, qint64(3))};
        draft.subMerchantId = u"1676"_s;
        QCOMPARE(*encodeCreate(draft),
                 QByteArray(R"({"amount":1440000,"currency":"NGN","total_amount":9000,"total_currency":"USD",)"
                            R"("converted_total_amount":1440000,"converted_total_currency":"NGN",)"
                            R"("description":"Design consultation","reference":"order-1001",)"
                            R"("callback_url":"https://shop.example/back?id={ID}",)"
                            R"("customer":{"email":"jane@example.com","first_name":"Jane","last_name":"Doe",)"
                            R"("country":"NG"},"metadata":{"zebra":true,"aardvark":3},"sub_merchant_id":1676})"));
        RequestText text;
        text.body = *encodeCreate(draft);
        QVERIFY(text.indentedBody().contains("\n  \"amount\": 1440000,\n"));
    }

    void aChargeWithoutAReferenceTakesTheKey()
    {
        QCOMPARE(objectOf(encodeCreate(charge(), u"intent-1"_s))["reference"_L1].toString(), u"intent-1"_s);
        SessionDraft draft = charge();
        draft.reference = u"order-1001"_s;
        QCOMPARE(objectOf(encodeCreate(draft, u"intent-1"_s))["reference"_L1].toString(), u"order-1001"_s);
        QVERIFY(!objectOf(encodeCreate(session(), u"intent-1"_s)).contains("reference"_L1));
        QVERIFY(!objectOf(encodePreview(draft)).contains("reference"_L1));
    }

    void theSameCurrencyNeedsNoConversion()
    {
        SessionDraft draft;
        draft.pricing = sum(12'000, "XOF");
        draft.customer.email = u"awa@example.com"_s;
        const QJsonObject body = sent(draft);
        QCOMPARE(body["amount"_L1].toInteger(), 12'000);
        QCOMPARE(body["currency"_L1].toString(), u"XOF"_s);
        QCOMPARE(body["total_amount"_L1].toInteger(), 12'000);
        QVERIFY(!body.contains("converted_total_amount"_L1));
    }

    void aFrequencyAndAProductNumberAreSent()
    {
        SessionDraft draft = session();
        draft.productName.clear();
        draft.productId = u"3046"_s;
        draft.subscriptionFrequency = u"quarterly"_s;
        const QJsonObject body = sent(draft);
        QCOMPARE(body["product_id"_L1], QJsonValue(3046));
        QVERIFY(!body.contains("product_name"_L1));
        QCOMPARE(body["subscription_frequency_key"_L1].toString(), u"quarterly"_s);
    }

    void theQuoteOfAnEmbeddedCheckoutIsNotSentBack()
    {
        checkout::Quote quote(sum(825'000, "NGN"));
        quote.conversion.emplace(sum(5000, "USD"), sum(825'000, "NGN"));
        SessionDraft draft = embedded();
        draft.chargeCurrency = sum(0, "NGN").currency();
        const QJsonObject body = sent(checkout::priced(draft, quote));
        QCOMPARE(body.keys(), (QStringList{u"currency"_s, u"customer"_s, u"product_id"_s, u"quantity"_s}));
        QCOMPARE(body["currency"_L1].toString(), u"NGN"_s);
    }

    void theToleranceIsExactWithItsEdges_data()
    {
        QTest::addColumn<qint64>("conversion");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<bool>("fits");
        QTest::newRow("equal") << qint64(1'440'000) << qint64(1'440'000) << true;
        QTest::newRow("upper edge") << qint64(1'440'000) << qint64(1'454'400) << true;
        QTest::newRow("one above") << qint64(1'440'000) << qint64(1'454'401) << false;
        QTest::newRow("lower edge") << qint64(1'440'000) << qint64(1'425'600) << true;
        QTest::newRow("one below") << qint64(1'440'000) << qint64(1'425'599) << false;
        QTest::newRow("an edge between two units") << qint64(199) << qint64(200) << true;
        QTest::newRow("too little for one unit") << qint64(99) << qint64(100) << false;
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        QTest::newRow("the largest there is") << most << most - most / 100 << true;
        QTest::newRow("one below that edge") << most << most - most / 100 - 1 << false;
        QTest::newRow("nothing like it") << most << -most << false;
    }
    void theToleranceIsExactWithItsEdges()
    {
        QFETCH(qint64, conversion);
        QFETCH(qint64, amount);
        QFETCH(bool, fits);
        QCOMPARE(providers::khaime::isWithinTolerance(sum(amount, "NGN"), sum(conversion, "NGN")), fits);
        SessionDraft draft = charge();
        draft.chargeAmount = sum(amount, "NGN");
        draft.convertedTotal = sum(conversion, "NGN");
        const auto problems = problemsOf(draft);
        QCOMPARE(problems.empty(), fits);
        if (fits)
            return;
        QCOMPARE(problems.front().field, Field::ChargeAmount);
        QVERIFY(problems.front().sentence.contains("NGN"_L1));
    }

    void whatHasNoPlaceIsRefused_data()
    {
        QTest::addColumn<SessionDraft>("draft");
        QTest::addColumn<Field>("field");
        const auto row = [](const char *name, SessionDraft draft, auto change, Field field) {
            change(draft);
            QTest::newRow(name) << draft << field;
        };
        using Draft = SessionDraft;
        row("unknown flow", charge(), [](Draft &d) { d.flow = u"paymentkit.session"_s; }, Field::Flow);
        row("mode", charge(), [](Draft &d) { d.mode = u"payment"_s; }, Field::Mode);
        row("customer by id", charge(), [](Draft &d) { d.customer.id = u"cus_1"_s; }, Field::Customer);
        row("line items", charge(), [](Draft &d) { d.lineItems.emplace_back(u"p"_s, 1); }, Field::LineItems);
        row("cascade", session(), [](Draft &d) { d.cascade.emplace_back(); }, Field::LineItems);
        row("route", charge(), [](Draft &d) { d.processorRouteId = u"r"_s; }, Field::ProcessorRoute);
        row("promotion code", session(), [](Draft &d) { d.promotionCode = u"A"_s; }, Field::PromotionCode);
        row("coupon", session(), [](Draft &d) { d.couponId = u"A"_s; }, Field::Coupon);
        row("expiry", embedded(), [](Draft &d) { d.expiresInHours = 24; }, Field::Expiry);
        row(
            "custom fields", charge(), [](Draft &d) { d.customFields.emplace_back(u"a"_s, true); },
            Field::CustomFieldName);
        row("cancel URL of a charge", charge(), [](Draft &d) { d.returnUrl = u"https://a.b"_s; }, Field::ReturnUrl);
        row(
            "URL of an embedded checkout", embedded(), [](Draft &d) { d.successUrl = u"https://a.b"_s; },
            Field::SuccessUrl);
        row("product of a charge", charge(), [](Draft &d) { d.productId = u"789"_s; }, Field::Product);
        row("name for an embedded product", embedded(), [](Draft &d) { d.productName = u"Plan"_s; }, Field::Product);
        row("quantity of a session", session(), [](Draft &d) { d.productQuantity = 2; }, Field::Quantity);
        row("price of an embedded checkout", embedded(), [](Draft &d) { d.pricing = sum(1, "USD"); }, Field::Pricing);
        row(
            "second currency of a session", session(), [](Draft &d) { d.chargeCurrency = sum(0, "NGN").currency(); },
            Field::ChargeCurrency);
        row("reference of a session", session(), [](Draft &d) { d.reference = u"a"_s; }, Field::Reference);
        row("description of a session", session(), [](Draft &d) { d.description = u"a"_s; }, Field::Description);
        row(
            "metadata of an embedded checkout", embedded(), [](Draft &d) { d.metadata.emplace_back(u"a"_s, true); },
            Field::MetadataName);
        row("sub-merchant of a session", session(), [](Draft &d) { d.subMerchantId = u"1"_s; }, Field::SubMerchant);
        row(
            "frequency of a charge", charge(), [](Draft &d) { d.subscriptionFrequency = u"monthly"_s; },
            Field::SubscriptionFrequency);
        row("no price", charge(), [](Draft &d) { d.pricing.reset(); }, Field::Pricing);
        row("no quote", charge(), [](Draft &d) { d.chargeAmount.reset(); }, Field::Quote);
        row(
            "amount in another currency", charge(), [](Draft &d) { d.chargeAmount = sum(1, "GHS"); },
            Field::ChargeAmount);
        row("quote for another currency", charge(), [](Draft &d) { d.convertedTotal = sum(1, "GHS"); }, Field::Quote);
        row(
            "amount unlike the price", charge(),
            [](Draft &d) {
                d.chargeCurrency = d.pricing->currency();
                d.chargeAmount = sum(9091, "USD");
            },
            Field::ChargeAmount);
        row("session without a product", session(), [](Draft &d) { d.productName.clear(); }, Field::Product);
        row("embedded checkout without a product", embedded(), [](Draft &d) { d.productId.clear(); }, Field::Product);
        row(
            "embedded checkout without a currency", embedded(), [](Draft &d) { d.chargeCurrency.reset(); },
            Field::ChargeCurrency);
        row("product by a word", embedded(), [](Draft &d) { d.productId = u"prod_1"_s; }, Field::Product);
        row("product with a blank", embedded(), [](Draft &d) { d.productId = u" 789"_s; }, Field::Product);
        row("product with a leading nought", embedded(), [](Draft &d) { d.productId = u"0789"_s; }, Field::Product);
        row(
            "product beyond int64", embedded(), [](Draft &d) { d.productId = u"9999999999999999999"_s; },
            Field::Product);
        row("sub-merchant by a word", charge(), [](Draft &d) { d.subMerchantId = u"sub"_s; }, Field::SubMerchant);
        row(
            "metadata without a name", charge(), [](Draft &d) { d.metadata.emplace_back(QString(), true); },
            Field::MetadataName);
        row(
            "metadata that JSON cannot hold", session(),
            [](Draft &d) { d.metadata.emplace_back(u"a"_s, std::numeric_limits<double>::infinity()); },
            Field::MetadataValue);
    }
    void whatHasNoPlaceIsRefused()
    {
        QFETCH(SessionDraft, draft);
        QFETCH(Field, field);
        const auto body = encodeCreate(draft);
        QVERIFY(!body);
        QCOMPARE(body.error().kind, checkout::ErrorKind::InvalidInput);
        QCOMPARE(body.error().problems.size(), std::size_t(1));
        QCOMPARE(body.error().problems.front().field, field);
        QVERIFY(!body.error().problems.front().sentence.isEmpty());
    }

    void capabilitiesNameWhatIsTaken()
    {
        const auto charge = capabilities(Flow::Charge);
        QCOMPARE(charge.flows.size(), std::size_t(3));
        QCOMPARE(charge.flows.front().id, charge.flow);
        for (const Field field : {Field::Pricing, Field::ChargeCurrency, Field::ChargeAmount, Field::SubMerchant})
            QVERIFY(charge.takes(field));
        QVERIFY(charge.quoteLifetime && !charge.looksUpSessions && !charge.listsSessions && !charge.expireCall);
        QCOMPARE(charge.chargeCurrencies.size(), 12);
        QCOMPARE(charge.chargeCurrencies.front(), u"NGN"_s);
        const auto session = capabilities(Flow::Session);
        QVERIFY(session.takes(Field::ProductName) && session.takes(Field::Pricing) && !session.quoteLifetime &&
                session.looksUpSessions);
        QVERIFY(!session.honoursIdempotencyKey && !session.honoursRefundKey);
        const auto embedded = capabilities(Flow::Checkout);
        QVERIFY(embedded.takes(Field::Quantity) && !embedded.takes(Field::ProductName));
        QVERIFY(!embedded.takes(Field::Pricing) && embedded.quoteLifetime);
        QVERIFY(embedded.account.merchantId && !embedded.account.accountId);
        QVERIFY(!flowOf(u"khaime.nothing"_s));
    }
};

TILLDECK_TEST(KhaimeRequestTest)

} // namespace khaime_request_test

#include "tst_khaime_request.moc"
