// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/session.h"
#include "checkout/validate.h"
#include "support/runner.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace tilldeck::checkout;
using tilldeck::money::Currency;
using tilldeck::money::Money;

using Change = std::function<void(SessionDraft &)>;
Q_DECLARE_METATYPE(Change)

namespace validate_test {

using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 4, 14), QTime(12, 0), Qt::UTC);

Catalog catalog()
{
    Catalog catalog;
    catalog.prices.available = true;
    const Currency eur = *Currency::fromCode(u"EUR");
    catalog.prices.items = {Price(u"eur"_s, Money(2900, eur)),
                            Price(u"usd"_s, Money(3100, *Currency::fromCode(u"USD"))),
                            Price(u"huge"_s, Money(std::numeric_limits<qint64>::max() / 2, eur))};
    Price off(u"off"_s, Money(100, eur));
    off.active = false;
    catalog.prices.items.push_back(off);
    return catalog;
}

Capabilities everything()
{
    Capabilities can;
    can.providerName = u"PaymentKit"_s;
    can.fields = {
        Field::LineItems,      Field::Price,    Field::Customer, Field::PromotionCode,   Field::Coupon,
        Field::ProcessorRoute, Field::Cascade,  Field::Expiry,   Field::CustomFieldName, Field::SubscriptionFieldName,
        Field::SuccessUrl,     Field::ReturnUrl};
    can.sessionIdIn = {Field::SuccessUrl};
    can.expiry = Capabilities::HoursRange();
    return can;
}

/// A flow that sells one product, in two currencies.
Capabilities charges()
{
    Capabilities can;
    can.providerName = u"Khaime"_s;
    can.flow = u"shop.charge"_s;
    can.flows = {FlowChoice{can.flow, u"Charge"_s, {}}};
    can.fields = {Field::Product,
                  Field::ProductName,
                  Field::Quantity,
                  Field::Pricing,
                  Field::ChargeCurrency,
                  Field::ChargeAmount,
                  Field::Description,
                  Field::Reference,
                  Field::MetadataName,
                  Field::SubMerchant,
                  Field::SubscriptionFrequency,
                  Field::CustomerEmail,
                  Field::CustomerName,
                  Field::CustomerCountry,
                  Field::SuccessUrl};
    can.needed = {Field::Product, Field::CustomerEmail};
    can.subscriptionFrequencies = QStringList{u"monthly"_s, u"yearly"_s};
    return can;
}

SessionDraft goodCharge()
{
    SessionDraft draft;
    draft.flow = u"shop.charge"_s;
    draft.productId = u"prod_1"_s;
    draft.pricing = Money(9000, *Currency::fromCode(u"USD"));
    draft.chargeCurrency = Currency::fromCode(u"NGN");
    draft.customer.email = u"ada@example.com"_s;
    return draft;
}

SessionDraft good()
{
    SessionDraft draft;
    draft.lineItems = {LineItem(u"eur"_s, 1)};
    draft.successUrl = u"https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}"_s;
    draft.returnUrl = u"http://kestrel.example/plans"_s;
    return draft;
}

} // namespace

class ValidateTest : public QObject
{
    Q_OBJECT

private slots:
    void aGoodDraftHasNoProblem()
    {
        SessionDraft draft = good();
        draft.cascade = {CascadeTier({LineItem(u"price_typed_by_hand"_s, 2)}, u"proute_1"_s)};
        draft.expiresInHours = 720;
        draft.customFields = {CustomField(u"order_id"_s, u"KS-1"_s), CustomField(u"seats"_s, qint64(3))};
        QCOMPARE(validate(draft, everything(), catalog(), now).size(), size_t(0));
    }

    void badInputStandsOnItsField_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("field");
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, Change change, Field field, const char *says, int tier = 0,
                            int index = -1) {
            QTest::newRow(name) << std::move(change) << int(field) << tier << index << QString::fromLatin1(says);
        };
        row("no items and no customer", [](SessionDraft &d) { d.lineItems.clear(); }, Field::LineItems, "Add an item");
        row("quantity 0", [](SessionDraft &d) { d.lineItems[0].quantity = 0; }, Field::Quantity, "1 or more", 0, 0);
        row(
            "quantity beyond int32", [](SessionDraft &d) { d.lineItems[0].quantity = 2147483648LL; }, Field::Quantity,
            "too large", 0, 0);
        row(
            "line beyond int64", [](SessionDraft &d) { d.lineItems = {LineItem(u"huge"_s, 3)}; }, Field::Quantity,
            "too large", 0, 0);
        row(
            "total beyond int64",
            [](SessionDraft &d) { d.lineItems = {LineItem(u"huge"_s, 2), LineItem(u"huge"_s, 1)}; }, Field::LineItems,
            "too large");
        row("no price", [](SessionDraft &d) { d.lineItems[0].priceId.clear(); }, Field::Price, "Choose a price", 0, 0);
        row(
            "price switched off", [](SessionDraft &d) { d.lineItems[0].priceId = u"off"_s; }, Field::Price,
            "switched off", 0, 0);
        row(
            "mixed currencies", [](SessionDraft &d) { d.lineItems.emplace_back(u"usd"_s, 1); }, Field::Price,
            "one currency", 0, 1);
        row(
            "mixed currencies across tiers",
            [](SessionDraft &d) { d.cascade = {CascadeTier({LineItem(u"usd"_s, 1)}, QString())}; }, Field::Price,
            "one currency", 1, 0);
        row("empty tier", [](SessionDraft &d) { d.cascade = {CascadeTier()}; }, Field::LineItems, "remove the tier", 1);
        row(
            "code and coupon together",
            [](SessionDraft &d) {
                d.promotionCode = u"A"_s;
                d.couponId = u"b"_s;
            },
            Field::Coupon, "not both");
        row("expiry 0", [](SessionDraft &d) { d.expiresInHours = 0; }, Field::Expiry, "1 to 720");
        row("expiry 721", [](SessionDraft &d) { d.expiresInHours = 721; }, Field::Expiry, "1 to 720");
        row(
            "success URL without http", [](SessionDraft &d) { d.successUrl = u"ftp://a.example"_s; }, Field::SuccessUrl,
            "https://");
        row(
            "success URL with a space", [](SessionDraft &d) { d.successUrl = u"https://a.example/x y"_s; },
            Field::SuccessUrl, "no spaces");
        row(
            "return URL without a host", [](SessionDraft &d) { d.returnUrl = u"https:///plans"_s; }, Field::ReturnUrl,
            "complete address");
        row(
            "custom field object", [](SessionDraft &d) { d.customFields = {CustomField(u"a"_s, u"{\"b\": 1}"_s)}; },
            Field::CustomFieldValue, "not an object", 0, 0);
        row(
            "custom field without a name", [](SessionDraft &d) { d.customFields = {CustomField(QString(), u"b"_s)}; },
            Field::CustomFieldName, "Enter a name", 0, 0);
        row(
            "custom field twice",
            [](SessionDraft &d) {
                d.subscriptionCustomFields = {CustomField(u"a"_s, true), CustomField(u"a"_s, false)};
            },
            Field::SubscriptionFieldName, "twice", 0, 1);
        row(
            "custom field text of 501",
            [](SessionDraft &d) { d.customFields = {CustomField(u"a"_s, QString(501, u'x'))}; },
            Field::CustomFieldValue, "500", 0, 0);
    }
    void badInputStandsOnItsField()
    {
        QFETCH(Change, change);
        QFETCH(int, field);
        QFETCH(int, tier);
        QFETCH(int, index);
        QFETCH(QString, says);
        SessionDraft draft = good();
        change(draft);
        const auto problems = validate(draft, everything(), catalog(), now);
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(int(problems.front().field), field);
        QCOMPARE(problems.front().tier, tier);
        QCOMPARE(problems.front().index, index);
        QVERIFY2(problems.front().sentence.contains(says), qPrintable(problems.front().sentence));
    }

    void whatAProviderDoesNotTakeIsNamed()
    {
        SessionDraft draft = good();
        draft.promotionCode = u"SAVE20"_s;
        draft.expiresInHours = 2;
        draft.cascade = {CascadeTier({LineItem(u"eur"_s, 1)}, QString())};
        draft.customFields = {CustomField(u"a"_s, u"b"_s)};
        Capabilities few;
        few.providerName = u"Ikawaari"_s;
        few.fields = {Field::LineItems, Field::Price, Field::SuccessUrl, Field::ReturnUrl};
        few.sessionIdIn = {Field::SuccessUrl};
        const auto problems = validate(draft, few, catalog(), now);
        QCOMPARE(problems.size(), size_t(4));
        for (const Problem &problem : problems)
            QVERIFY2(problem.sentence.contains(u"Ikawaari"_s), qPrintable(problem.sentence));
    }

    void aGoodChargeHasNoProblem()
    {
        SessionDraft draft = goodCharge();
        QVERIFY(validate(draft, charges(), catalog(), now).empty());
        draft.flow.clear();
        draft.chargeCurrency.reset();
        QVERIFY(validate(draft, charges(), catalog(), now).empty());
        draft.chargeAmount = Money(9000, *Currency::fromCode(u"USD"));
        draft.metadata = {CustomField(u"order"_s, qint64(7)), CustomField(u"gift"_s, true)};
        draft.subMerchantId = u"sub_1"_s;
        draft.subscriptionFrequency = u"monthly"_s;
        draft.successUrl = u"https://kestrel.example/paid"_s;
        QVERIFY(validate(draft, charges(), catalog(), now).empty());
    }

    void badInputOfAChargeStandsOnItsField_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("field");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, Change change, Field field, const char *says, int index = -1) {
            QTest::newRow(name) << std::move(change) << int(field) << index << QString::fromLatin1(says);
        };
        const auto usd = [](qint64 cents) { return Money(cents, *Currency::fromCode(u"USD")); };
        row("a flow of another provider", [](SessionDraft &d) { d.flow = u"other.flow"_s; }, Field::Flow, "other.flow");
        row("no product", [](SessionDraft &d) { d.productId.clear(); }, Field::Product, "enter a name");
        row(
            "a blank name",
            [](SessionDraft &d) {
                d.productId.clear();
                d.productName = u"  "_s;
            },
            Field::Product, "enter a name");
        row(
            "a product id with a space", [](SessionDraft &d) { d.productId = u"prod 1"_s; }, Field::Product,
            "no spaces");
        row("quantity 0", [](SessionDraft &d) { d.productQuantity = 0; }, Field::Quantity, "1 or more");
        row(
            "quantity beyond int32", [](SessionDraft &d) { d.productQuantity = 2147483648LL; }, Field::Quantity,
            "too large");
        row("no pricing", [](SessionDraft &d) { d.pricing.reset(); }, Field::Pricing, "above zero");
        row("pricing of zero", [usd](SessionDraft &d) { d.pricing = usd(0); }, Field::Pricing, "above zero");
        row(
            "a negative charge amount", [](SessionDraft &d) { d.chargeAmount = Money(-1, *d.chargeCurrency); },
            Field::ChargeAmount, "above zero");
        row(
            "a charge amount in another currency", [usd](SessionDraft &d) { d.chargeAmount = usd(100); },
            Field::ChargeAmount, "in NGN");
        row(
            "a charge amount that is not in the pricing currency",
            [](SessionDraft &d) {
                d.chargeAmount = Money(100, *d.chargeCurrency);
                d.chargeCurrency.reset();
            },
            Field::ChargeAmount, "in USD");
        row(
            "a frequency nobody knows", [](SessionDraft &d) { d.subscriptionFrequency = u"daily"_s; },
            Field::SubscriptionFrequency, "monthly, yearly");
        row(
            "a sub-merchant with a space", [](SessionDraft &d) { d.subMerchantId = u"sub 1"_s; }, Field::SubMerchant,
            "no spaces");
        row("no e-mail address", [](SessionDraft &d) { d.customer.email.clear(); }, Field::CustomerEmail, "Enter the");
        for (const char *email :
             {"ada", "ada@example", "@example.com", "ada@example.", "ada@exa@mple.com", "ada@.com", "ada@example.com;",
              "<ada@example.com>", "\"ada@example.com\"", "mailto:ada@example.com", "ada@example.comhttps://x.example"})
            row(
                email, [email](SessionDraft &d) { d.customer.email = QString::fromLatin1(email); },
                Field::CustomerEmail, "not a complete");
        row(
            "an e-mail address with a blank", [](SessionDraft &d) { d.customer.email = u"ada lovelace@example.com"_s; },
            Field::CustomerEmail, "Character 4 is a blank");
        for (const char *country : {"XQ", "ng", "NGA", "N1", "0", "Nigeria"})
            row(
                country, [country](SessionDraft &d) { d.customer.country = QString::fromLatin1(country); },
                Field::CustomerCountry, "two capital letters");
        row(
            "metadata twice",
            [](SessionDraft &d) { d.metadata = {CustomField(u"a"_s, true), CustomField(u"a"_s, false)}; },
            Field::MetadataName, "twice", 1);
        row(
            "metadata without a name", [](SessionDraft &d) { d.metadata = {CustomField(QString(), true)}; },
            Field::MetadataName, "Enter a name", 0);
        row(
            "metadata that is a list", [](SessionDraft &d) { d.metadata = {CustomField(u"a"_s, u"[1, 2]"_s)}; },
            Field::MetadataValue, "single value", 0);
        row(
            "a callback URL without a scheme", [](SessionDraft &d) { d.successUrl = u"kestrel"_s; }, Field::SuccessUrl,
            "https://");
        row(
            "line items", [](SessionDraft &d) { d.lineItems = {LineItem(u"eur"_s, 1)}; }, Field::LineItems,
            "Remove it");
    }
    void badInputOfAChargeStandsOnItsField()
    {
        QFETCH(Change, change);
        QFETCH(int, field);
        QFETCH(int, index);
        QFETCH(QString, says);
        SessionDraft draft = goodCharge();
        change(draft);
        const auto problems = validate(draft, charges(), catalog(), now);
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(int(problems.front().field), field);
        QCOMPARE(problems.front().index, index);
        QVERIFY2(problems.front().sentence.contains(says), qPrintable(problems.front().sentence));
    }

    void everythingAFlowDoesNotTakeIsNamedInTheOrderOfTheEditor()
    {
        SessionDraft draft = goodCharge();
        draft.flow.clear();
        draft.productQuantity = 2;
        draft.chargeAmount = Money(1, *draft.chargeCurrency);
        draft.subscriptionFrequency = u"monthly"_s;
        draft.subMerchantId = u"sub_1"_s;
        draft.customer.firstName = u"Ada"_s;
        draft.customer.country = u"NG"_s;
        draft.description = u"Course"_s;
        draft.reference = u"KS-1"_s;
        draft.successUrl = u"https://kestrel.example/paid"_s;
        draft.metadata = {CustomField(u"a"_s, true)};
        Capabilities none;
        none.providerName = u"Ikawaari"_s;
        QList<int> fields;
        for (const Problem &problem : validate(draft, none, catalog(), now)) {
            fields << int(problem.field);
            QCOMPARE(problem.sentence, u"Ikawaari does not take this. Remove it."_s);
        }
        QList<int> expected;
        for (const Field field :
             {Field::Product, Field::Quantity, Field::Pricing, Field::ChargeCurrency, Field::ChargeAmount,
              Field::SubscriptionFrequency, Field::SubMerchant, Field::CustomerEmail, Field::Customer,
              Field::CustomerCountry, Field::Description, Field::Reference, Field::SuccessUrl, Field::MetadataName})
            expected << int(field);
        QCOMPARE(fields, expected);
    }

    void aSessionWithACustomerNeedsNoItems()
    {
        SessionDraft draft = good();
        draft.lineItems.clear();
        draft.customer.id = u"cus_abc123"_s;
        QVERIFY(validate(draft, everything(), catalog(), now).empty());
    }

    void openSessionsWhoseTimeIsOverAreExpired()
    {
        Session session;
        session.expiresAt = now;
        QCOMPARE(statusAt(session, now.addSecs(-1)), SessionStatus::Open);
        QCOMPARE(statusAt(session, now), SessionStatus::Expired);
        session.status = SessionStatus::Completed;
        QCOMPARE(statusAt(session, now.addDays(1)), SessionStatus::Completed);
    }
};

TILLDECK_TEST(ValidateTest)

} // namespace validate_test

#include "tst_validate.moc"
