// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/draft_document.h"
#include "support/runner.h"

#include <QTest>

#include <rapidcheck.h>

#include <limits>

namespace draft_document_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using checkout::Field;
using checkout::SessionDraft;

namespace {

rc::Gen<QString> anyText()
{
    const auto unit = rc::gen::oneOf(rc::gen::inRange<quint16>(0, 0x80), rc::gen::arbitrary<quint16>(),
                                     rc::gen::inRange<quint16>(0xd800, 0xe000));
    return rc::gen::map(rc::gen::container<std::vector<quint16>>(unit), [](const std::vector<quint16> &units) {
        QString text;
        for (const quint16 u : units)
            text += QChar(u);
        return text + (units.size() % 3 == 1 ? u"\U0001F6D2"_s : QString());
    });
}

rc::Gen<qint64> anyInteger()
{
    return rc::gen::oneOf(rc::gen::arbitrary<qint64>(), rc::gen::just(std::numeric_limits<qint64>::max()),
                          rc::gen::just(std::numeric_limits<qint64>::min()));
}

rc::Gen<std::optional<money::Money>> anyMoney()
{
    return rc::gen::exec([]() -> std::optional<money::Money> {
        if (*rc::gen::arbitrary<bool>())
            return std::nullopt;
        const QString code = *rc::gen::element(u"EUR"_s, u"XOF"_s, u"KWD"_s);
        return money::Money(*anyInteger(), *money::Currency::fromCode(code));
    });
}

rc::Gen<checkout::LineItem> anyItem()
{
    return rc::gen::exec([] {
        checkout::LineItem item(*anyText(), *anyInteger());
        item.name = *anyText();
        item.unitAmount = *anyMoney();
        return item;
    });
}

rc::Gen<std::vector<checkout::CustomField>> anyFields()
{
    const auto field = rc::gen::exec([] {
        checkout::CustomFieldValue value;
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            value = *anyText();
            break;
        case 1:
            value = *anyInteger();
            break;
        case 2:
            // Whole numbers among them: 1.0 is not 1.
            value = *rc::gen::oneOf(rc::gen::arbitrary<double>(), rc::gen::just(1.0), rc::gen::just(1e300));
            break;
        default:
            value = *rc::gen::arbitrary<bool>();
        }
        return checkout::CustomField(*anyText(), value);
    });
    return rc::gen::container<std::vector<checkout::CustomField>>(field);
}

rc::Gen<SessionDraft> anyDraft()
{
    return rc::gen::exec([] {
        SessionDraft draft;
        for (QString *text : {&draft.mode,
                              &draft.customer.id,
                              &draft.customer.email,
                              &draft.customer.name,
                              &draft.processorRouteId,
                              &draft.promotionCode,
                              &draft.couponId,
                              &draft.successUrl,
                              &draft.returnUrl,
                              &draft.flow,
                              &draft.productId,
                              &draft.productName,
                              &draft.description,
                              &draft.reference,
                              &draft.subMerchantId,
                              &draft.subscriptionFrequency,
                              &draft.customer.firstName,
                              &draft.customer.lastName,
                              &draft.customer.country,
                              &draft.internalNote})
            *text = *anyText();
        draft.lineItems = *rc::gen::container<std::vector<checkout::LineItem>>(anyItem());
        if (*rc::gen::arbitrary<bool>())
            draft.expiresInHours = *anyInteger();
        draft.customFields = *anyFields();
        draft.subscriptionCustomFields = *anyFields();
        draft.metadata = *anyFields();
        draft.productQuantity = *anyInteger();
        draft.pricing = *anyMoney();
        draft.chargeAmount = *anyMoney();
        if (*rc::gen::arbitrary<bool>())
            draft.chargeCurrency = money::Currency::fromCode(u"XOF");
        const int tiers = *rc::gen::inRange(0, 3);
        for (int i = 0; i < tiers; ++i)
            draft.cascade.emplace_back(*rc::gen::container<std::vector<checkout::LineItem>>(anyItem()), *anyText());
        return draft;
    });
}

} // namespace

class DraftDocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void everyDraftReadsBackAsItWas()
    {
        QVERIFY(rc::check("decode(encode(draft)) == draft", [] {
            const SessionDraft draft = *anyDraft();
            const auto read = ledger::decodeDraft(ledger::encodeDraft(draft));
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == draft);
        }));
    }

    void aChargeWrittenByHandIsRead()
    {
        const auto draft = ledger::decodeDraft(R"({"tilldeck_draft": 1, "flow": "shop.charge",
            "charge_amount": 1440000, "pricing": {"total_amount": 9000, "total_currency": "usd"},
            "charge_currency": "NGN", "reference": "KS-1", "description": "Course", "product_id": "prod_1",
            "product_name": "Course", "quantity": 2, "sub_merchant_id": "sub_1", "subscription_frequency": "monthly",
            "internal_note": "VIP", "metadata": {"order": 7}, "customer": {"first_name": "Ada", "last_name": "Obi", "country": "NG"}})");
        QVERIFY(draft);
        SessionDraft expected;
        expected.flow = u"shop.charge"_s;
        expected.pricing = money::Money(9000, *money::Currency::fromCode(u"USD"));
        expected.chargeCurrency = money::Currency::fromCode(u"NGN");
        expected.chargeAmount = money::Money(1'440'000, *expected.chargeCurrency);
        expected.reference = u"KS-1"_s;
        expected.description = u"Course"_s;
        expected.productId = u"prod_1"_s;
        expected.productName = u"Course"_s;
        expected.productQuantity = 2;
        expected.subMerchantId = u"sub_1"_s;
        expected.subscriptionFrequency = u"monthly"_s;
        expected.metadata = {checkout::CustomField(u"order"_s, qint64(7))};
        expected.internalNote = u"VIP"_s;
        expected.customer.firstName = u"Ada"_s;
        expected.customer.lastName = u"Obi"_s;
        expected.customer.country = u"NG"_s;
        QCOMPARE(*draft, expected);
    }

    void theProvidersConversionIsNoPartOfADocument()
    {
        SessionDraft priced;
        priced.convertedTotal = money::Money(1'440'000, *money::Currency::fromCode(u"NGN"));
        QCOMPARE(ledger::encodeDraft(priced), ledger::encodeDraft({}));
    }

    void whatIsNotSetIsAbsent() { QCOMPARE(ledger::encodeDraft({}), QByteArray(R"({"tilldeck_draft":1})")); }

    void aDocumentWrittenByHandIsRead()
    {
        const auto draft = ledger::decodeDraft(R"( {"tilldeck_draft": 1, "mode": "payment",
            "customer": {"id": "cus_1"},
            "line_items": [{"price_id": "price_1", "quantity": 2}, {"name": "Call", "amount": 4500, "currency": "eur"}],
            "promotion_code": "SPRING20", "coupon_id": "both_are_for_validation_to_judge", "expires_in_hours": 48,
            "success_url": "https:\/\/shop.example/ok?id={CHECKOUT_SESSION_ID}",
            "custom_fields": {"ref": "\u00c9\ud83d\uded2", "count": 3, "ratio": 1e3, "vip": true},
            "cascade": [{"line_items": [{"price_id": "price_2", "quantity": 1}], "processor_route_id": null}]} )");
        QVERIFY(draft);
        QCOMPARE(draft->lineItems.at(0), checkout::LineItem(u"price_1"_s, 2));
        QCOMPARE(draft->lineItems.at(1).quantity, 1);
        QCOMPARE(draft->lineItems.at(1).unitAmount->minorUnits(), 4500);
        QCOMPARE(draft->promotionCode, u"SPRING20"_s);
        QCOMPARE(draft->couponId, u"both_are_for_validation_to_judge"_s);
        QCOMPARE(draft->successUrl, u"https://shop.example/ok?id={CHECKOUT_SESSION_ID}"_s);
        QCOMPARE(draft->customFields.at(0), checkout::CustomField(u"ref"_s, u"É\U0001F6D2"_s));
        QCOMPARE(draft->customFields.at(1), checkout::CustomField(u"count"_s, qint64(3)));
        QCOMPARE(draft->customFields.at(2), checkout::CustomField(u"ratio"_s, 1000.0));
        QCOMPARE(draft->customFields.at(3), checkout::CustomField(u"vip"_s, true));
        QCOMPARE(draft->cascade.at(0).processorRouteId, QString());
    }

    void halfACharacterInATextLosesNoDraft()
    {
        checkout::SessionDraft draft;
        draft.description = u"before "_s + QChar(0xd83d) + u" behind"_s; // half of a pair, as a bad paste leaves it
        draft.promotionCode = u"SPRING20"_s;
        const auto read = ledger::decodeDraft(ledger::encodeDraft(draft));
        QVERIFY(read);
        QCOMPARE(read->promotionCode, draft.promotionCode);
        QVERIFY(read->description.startsWith(u"before "_s) && read->description.endsWith(u" behind"_s));
        QVERIFY(ledger::decodeDraft(R"({"tilldeck_draft":1,"description":"a\ud83d b","promotion_code":"X"})"));
    }

    void badInputIsNamedOnItsField_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<Field>("field");
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *tag, const char *members, Field field, int tier, int index,
                            const QString &named) {
            QTest::newRow(tag) << QByteArray(members) << field << tier << index << named;
        };
        row("unknown member", R"("line_itmes": [])", Field::Draft, 0, -1, u"line_itmes"_s);
        row("unknown member of a customer", R"("customer": {"phone": "1"})", Field::Customer, 0, -1, u"phone"_s);
        row("unknown member of a line item", R"("line_items": [{"price_id": "p"}, {"price": "p"}])", Field::LineItems,
            0, 1, u"price"_s);
        row("unknown member of a tier", R"("cascade": [{}, {"route": "r"}])", Field::LineItems, 2, -1, u"route"_s);
        row("member twice", R"("mode": "payment", "mode": "subscription")", Field::Draft, 0, -1, u"mode"_s);
        row("fraction", R"("line_items": [{"price_id": "p", "quantity": 1.5}])", Field::Quantity, 0, 0, u"quantity"_s);
        row("written as a fraction", R"("line_items": [{"price_id": "p", "quantity": 1.0}])", Field::Quantity, 0, 0,
            u"quantity"_s);
        row("quantity as a text", R"("line_items": [{"price_id": "p", "quantity": "2"}])", Field::Quantity, 0, 0,
            u"quantity"_s);
        row("beyond int64", R"("line_items": [{"price_id": "p", "quantity": 9223372036854775808}])", Field::Quantity, 0,
            0, u"9223372036854775808"_s);
        row("amount beyond int64 in a tier",
            R"("cascade": [{"line_items": [{"name": "n", "amount": -9223372036854775809, "currency": "EUR"}]}])",
            Field::Amount, 1, 0, u"-9223372036854775809"_s);
        row("amount without currency", R"("line_items": [{"name": "n", "amount": 1}])", Field::Amount, 0, 0,
            u"currency"_s);
        row("currency without amount", R"("line_items": [{"name": "n", "currency": "EUR"}])", Field::Amount, 0, 0,
            u"amount"_s);
        row("no such currency", R"("line_items": [{"name": "n", "amount": 1, "currency": "ZZZ"}])", Field::Amount, 0, 0,
            u"“ZZZ” is not a currency. Write the three letters of one in “line_items[0].currency”"_s);
        row("no such currency of a pricing", R"("pricing": {"total_amount": 1, "total_currency": "ZZZ"})",
            Field::Pricing, 0, -1, u"“pricing.total_currency”"_s);
        row("a letter too many in a short name", R"("customer": {"ide": "cus_1"})", Field::Customer, 0, -1, u"“id”"_s);
        row("line items not a list", R"("line_items": {})", Field::LineItems, 0, -1, u"line_items"_s);
        row("hours with exponent", R"("expires_in_hours": 1e3)", Field::Expiry, 0, -1, u"expires_in_hours"_s);
        row("URL not a text", R"("success_url": 1)", Field::SuccessUrl, 0, -1, u"success_url"_s);
        row("custom field object", R"("custom_fields": {"ok": 1, "address": {}})", Field::CustomFieldValue, 0, 1,
            u"address"_s);
        row("custom field list", R"("custom_fields": {"tags": []})", Field::CustomFieldValue, 0, 0, u"tags"_s);
        row("custom field null", R"("subscription_custom_fields": {"ref": null})", Field::SubscriptionFieldValue, 0, 0,
            u"ref"_s);
        row("pricing not an object", R"("pricing": 9000)", Field::Pricing, 0, -1, u"total_amount"_s);
        row("pricing without a currency", R"("pricing": {"total_amount": 9000})", Field::Pricing, 0, -1,
            u"total_currency"_s);
        row("pricing of a fraction", R"("pricing": {"total_amount": 90.5, "total_currency": "USD"})", Field::Pricing, 0,
            -1, u"total_amount"_s);
        row("pricing with a third member", R"("pricing": {"total_amount": 1, "total_currency": "USD", "tax": 1})",
            Field::Pricing, 0, -1, u"tax"_s);
        row("charge currency that is none", R"("charge_currency": "ZZZ")", Field::ChargeCurrency, 0, -1, u"ZZZ"_s);
        row("charge currency as a number", R"("charge_currency": 566)", Field::ChargeCurrency, 0, -1,
            u"charge_currency"_s);
        row("charge amount without a currency", R"("charge_amount": 5)", Field::ChargeAmount, 0, -1,
            u"charge_currency"_s);
        row("charge amount as a text", R"("charge_amount": "5")", Field::ChargeAmount, 0, -1, u"charge_amount"_s);
        row("quantity of the product as a fraction", R"("quantity": 1.5)", Field::Quantity, 0, -1, u"quantity"_s);
        row("flow not a text", R"("flow": null)", Field::Flow, 0, -1, u"flow"_s);
        row("the provider's conversion", R"("converted_total": 5)", Field::Draft, 0, -1, u"converted_total"_s);
        row("nested metadata", R"("metadata": {"a": {"b": 1}})", Field::MetadataValue, 0, 0, u"a"_s);
        row("country not a text", R"("customer": {"country": 1})", Field::CustomerCountry, 0, -1, u"country"_s);
        row("custom number beyond int64", R"("custom_fields": {"n": 9223372036854775808})", Field::CustomFieldValue, 0,
            0, u"n"_s);
        row("custom number beyond double", R"("custom_fields": {"n": 1e999})", Field::CustomFieldValue, 0, 0, u"n"_s);
    }
    void badInputIsNamedOnItsField()
    {
        QFETCH(QByteArray, members);
        QFETCH(Field, field);
        QFETCH(int, tier);
        QFETCH(int, index);
        QFETCH(QString, named);
        const auto draft = ledger::decodeDraft(R"({"tilldeck_draft": 1, )" + members + '}');
        QVERIFY(!draft);
        QCOMPARE(draft.error().kind, checkout::ErrorKind::InvalidInput);
        QCOMPARE(draft.error().problems.size(), size_t(1));
        const checkout::Problem &problem = draft.error().problems.front();
        QCOMPARE(problem.field, field);
        QCOMPARE(problem.tier, tier);
        QCOMPARE(problem.index, index);
        QVERIFY2(problem.sentence.contains(named), qPrintable(problem.sentence));
        QCOMPARE(draft.error().sentence, problem.sentence);
    }

    void whatIsNoDraftDocumentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("no version") << QByteArray(R"({"mode": "payment"})") << u"“tilldeck_draft”: 1 is missing"_s;
        QTest::newRow("another version") << QByteArray(R"({"tilldeck_draft": 2})") << u"another version"_s;
        QTest::newRow("version as a text") << QByteArray(R"({"tilldeck_draft": "1"})") << u"another version"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"JSON object"_s;
        QTest::newRow("nothing") << QByteArray() << u"not JSON"_s;
        QTest::newRow("cut short") << QByteArray(R"({"tilldeck_draft": 1)") << u"line 1, column 21"_s;
        QTest::newRow("text behind it") << QByteArray(R"({"tilldeck_draft": 1} x)") << u"line 1, column 23"_s;
        QTest::newRow("leading zero") << QByteArray(R"({"tilldeck_draft": 01})") << u"not JSON"_s;
        QTest::newRow("not UTF-8") << QByteArray("{\"tilldeck_draft\": 1,\n \"mode\": \"\xff\"}")
                                   << u"not UTF-8: line 2, column 11"_s;
        QTest::newRow("in the third line")
            << QByteArray("{\n  \"tilldeck_draft\": 1,\n  \"mode\": \"\u00fc\",}") << u"line 3, column 15"_s;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6) << u"UTF-16"_s;
        QTest::newRow("UTF-16, the other end first") << QByteArray("\xfe\xff\0{\0}", 6) << u"UTF-16"_s;
        QTest::newRow("UTF-16 without a mark") << QByteArray("{\0}\0", 4) << u"UTF-16"_s;
        QTest::newRow("UTF-32") << QByteArray("\xff\xfe\0\0{\0\0\0}\0\0\0", 12) << u"UTF-32"_s;
        QTest::newRow("UTF-32, the other end first") << QByteArray("\0\0\xfe\xff\0\0\0{", 8) << u"UTF-32"_s;
        QTest::newRow("UTF-32 without a mark") << QByteArray("{\0\0\0}\0\0\0", 8) << u"UTF-32"_s;
        QTest::newRow("UTF-32 without a mark, the other end first") << QByteArray("\0\0\0{\0\0\0}", 8) << u"UTF-32"_s;
        QTest::newRow("nested without end") << QByteArray(100000, '[') << u"not JSON"_s;
    }
    void aByteOrderMarkIsSkipped()
    {
        const auto draft = ledger::decodeDraft("\xef\xbb\xbf{\"tilldeck_draft\": 1, \"mode\": \"payment\"}");
        QVERIFY2(draft, qPrintable(draft ? QString() : draft.error().sentence));
        QCOMPARE(draft->mode, u"payment"_s);
    }

    void everyBadMemberIsNamedWithItsPathAndTheNearestName()
    {
        const auto draft = ledger::decodeDraft(R"({"tilldeck_draft": 1, "lineItems": [], "promotioncode": "A",
            "colour": 1, "line_items": [{"price": "p", "quantity": 1.5}],
            "cascade": [{"line_items": [{}, {"qantity": 1, "amount": "5"}], "route": "r"}],
            "customer": {"mail": "a"}, "custom_fields": {"tags": []}})");
        QVERIFY(!draft);
        QStringList said;
        for (const checkout::Problem &problem : draft.error().problems)
            said << problem.sentence;
        const QString all = said.join(u'\n');
        QCOMPARE(said.size(), 11);
        for (const QString &part :
             {u"“lineItems” is not known in a draft document. Is “line_items” meant?"_s,
              u"“promotioncode” is not known in a draft document. Is “promotion_code” meant?"_s,
              u"“colour” is not known in a draft document. Remove it"_s, u"“line_items[0].price” is not known"_s,
              u"“line_items[0].quantity” must be a whole number"_s,
              u"“cascade[0].line_items[1].qantity” is not known in a draft document. Is “quantity” meant?"_s,
              u"“cascade[0].line_items[1].amount” must be a whole number"_s,
              u"“cascade[0].line_items[1]” has an amount but no “currency”"_s, u"“cascade[0].route” is not known"_s,
              u"“customer.mail” is not known in a draft document. Is “email” meant?"_s,
              u"“custom_fields.tags” must be a text"_s})
            QVERIFY2(all.contains(part), qPrintable(part + u"\n\n"_s + all));
    }

    void whatIsNoDraftDocumentIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto draft = ledger::decodeDraft(text);
        QVERIFY(!draft);
        QVERIFY2(draft.error().sentence.contains(says), qPrintable(draft.error().sentence));
    }
};

TILLDECK_TEST(DraftDocumentTest)

} // namespace draft_document_test

#include "tst_draft_document.moc"
