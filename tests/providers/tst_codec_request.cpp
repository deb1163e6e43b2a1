// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/codec_request.h"
#include "support/runner.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

#include <limits>

namespace codec_request_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::paymentkit;
using namespace Qt::StringLiterals;
using checkout::CustomField;
using checkout::Field;
using checkout::LineItem;
using checkout::SessionDraft;

namespace {

QJsonObject sent(const SessionDraft &draft)
{
    const auto body = encodeCreate(draft);
    return body ? QJsonDocument::fromJson(*body).object() : QJsonObject{{u"not sent"_s, true}};
}

QJsonObject example(const QString &name)
{
    QFile file(u"" TILLDECK_TEST_DIR
               "/contract/examples/paymentkit/create-checkout-session.%1.request.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {{u"no such file"_s, file.fileName()}};
    return QJsonDocument::fromJson(file.readAll()).object();
}

SessionDraft redirecting(std::vector<LineItem> items)
{
    SessionDraft draft;
    draft.lineItems = std::move(items);
    draft.successUrl = u"https://yoursite.com/success"_s;
    draft.returnUrl = u"https://yoursite.com/cancel"_s;
    return draft;
}

SessionDraft draftOf(const QString &exampleName)
{
    SessionDraft draft = redirecting({LineItem(u"price_xyz"_s, 1)});
    if (exampleName == "basic"_L1) {
        draft.customer.id = u"cus_abc123"_s;
    } else if (exampleName == "existing-customer"_L1) {
        draft.lineItems.clear();
        draft.customer.id = u"cus_abc123"_s;
        draft.returnUrl = u"https://yoursite.com/settings"_s;
    } else if (exampleName == "promotion-code"_L1) {
        draft.promotionCode = u"SAVE20"_s;
    } else if (exampleName == "coupon"_L1) {
        draft.couponId = u"coupon_dev_abc123"_s;
    } else if (exampleName == "expires-in-hours"_L1) {
        draft.expiresInHours = 48;
    } else if (exampleName == "custom-fields"_L1) {
        draft.customFields = {CustomField(u"order_id"_s, u"order_12345"_s),
                              CustomField(u"campaign"_s, u"halloween_sale"_s)};
    } else if (exampleName == "params-for-sub"_L1) {
        draft.subscriptionCustomFields = {CustomField(u"tier"_s, u"enterprise"_s),
                                          CustomField(u"region"_s, u"us-east"_s)};
    } else if (exampleName == "processor-route"_L1) {
        draft.processorRouteId = u"proute_dev_x7k9m2n4"_s;
    } else if (exampleName == "cascade"_L1) {
        draft.lineItems = {LineItem(u"price_premium"_s, 1)};
        draft.cascade = {checkout::CascadeTier({LineItem(u"price_standard"_s, 1)}, {}),
                         checkout::CascadeTier({LineItem(u"price_basic"_s, 1)}, u"proute_dev_fallback"_s)};
    }
    return draft;
}

// The reader of the property below: written against the contract, sharing nothing with the encoder.

std::vector<LineItem> lineItemsIn(const QJsonObject &object)
{
    std::vector<LineItem> items;
    for (const QJsonValue &value : object["line_items"_L1].toArray())
        items.emplace_back(value["price_id"_L1].toString(), value["quantity"_L1].toInteger(-1));
    return items;
}

/// By name: JSON objects have no order.
QMap<QString, QVariant> fieldsIn(const QJsonObject &object)
{
    return object["custom_fields"_L1].toObject().toVariantMap();
}

QMap<QString, QVariant> fieldsIn(const std::vector<CustomField> &fields)
{
    QMap<QString, QVariant> map;
    for (const CustomField &field : fields)
        map.insert(field.name, std::visit([](const auto &value) { return QVariant(value); }, field.value));
    return map;
}

SessionDraft withoutFields(SessionDraft draft)
{
    draft.customFields.clear();
    draft.subscriptionCustomFields.clear();
    return draft;
}

SessionDraft draftIn(const QJsonObject &body)
{
    SessionDraft draft;
    draft.customer.id = body["customer_id"_L1].toString();
    draft.lineItems = lineItemsIn(body);
    draft.processorRouteId = body["processor_route_id"_L1].toString();
    draft.promotionCode = body["promotion_code"_L1].toString();
    draft.couponId = body["coupon_id"_L1].toString();
    if (body.contains("expires_in_hours"_L1))
        draft.expiresInHours = body["expires_in_hours"_L1].toInteger(-1);
    draft.successUrl = body["success_url"_L1].toString();
    draft.returnUrl = body["return_url"_L1].toString();
    for (const QJsonValue &tier : body["cascade_line_items"_L1].toArray())
        draft.cascade.emplace_back(lineItemsIn(tier.toObject()), tier["processor_route_id"_L1].toString());
    return draft;
}

QString arbitraryText(bool mayBeEmpty)
{
    const auto character = rc::gen::elementOf(std::u32string(U"aZ09 _-{}[]\"\\/<>&?=%\n\t\u0001äß中\U0001F4B6"));
    std::u32string text = *rc::gen::container<std::u32string>(character);
    if (text.empty() && !mayBeEmpty)
        text = U"x";
    return QString::fromStdU32String(text);
}

std::vector<LineItem> arbitraryItems()
{
    std::vector<LineItem> items;
    for (int n = *rc::gen::inRange(0, 4); n > 0; --n)
        items.emplace_back(arbitraryText(false), *rc::gen::arbitrary<qint64>());
    return items;
}

std::vector<CustomField> arbitraryFields()
{
    std::vector<CustomField> fields;
    for (int n = *rc::gen::inRange(0, 4); n > 0; --n) {
        const QString name = QString::number(n) + arbitraryText(true);
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            fields.emplace_back(name, arbitraryText(true));
            break;
        case 1:
            fields.emplace_back(name, *rc::gen::arbitrary<qint64>());
            break;
        case 2: // a fraction, so that the reader can tell it from a whole number
            fields.emplace_back(name, *rc::gen::inRange(-100000, 100000) + 0.5);
            break;
        default:
            fields.emplace_back(name, *rc::gen::arbitrary<bool>());
        }
    }
    return fields;
}

SessionDraft arbitraryDraft()
{
    SessionDraft draft;
    draft.customer.id = arbitraryText(true);
    draft.lineItems = arbitraryItems();
    draft.processorRouteId = arbitraryText(true);
    (*rc::gen::arbitrary<bool>() ? draft.promotionCode : draft.couponId) = arbitraryText(true);
    if (*rc::gen::arbitrary<bool>())
        draft.expiresInHours = *rc::gen::arbitrary<qint64>();
    draft.successUrl = arbitraryText(true);
    draft.returnUrl = arbitraryText(true);
    draft.customFields = arbitraryFields();
    draft.subscriptionCustomFields = arbitraryFields();
    for (int n = *rc::gen::inRange(0, 3); n > 0; --n)
        draft.cascade.emplace_back(arbitraryItems(), arbitraryText(true));
    return draft;
}

} // namespace

class PaymentKitRequestTest : public QObject
{
    Q_OBJECT

private slots:
    void everyExampleOfTheContractIsWhatIsSent_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"basic", "cascade", "coupon", "custom-fields", "existing-customer", "expires-in-hours",
                                 "params-for-sub", "processor-route", "promotion-code"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyExampleOfTheContractIsWhatIsSent()
    {
        QFETCH(QString, name);
        QCOMPARE(sent(draftOf(name)), example(name));
    }

    void whatWasNotSetIsAbsent()
    {
        QCOMPARE(*encodeCreate(SessionDraft()), QByteArray("{}"));
        SessionDraft draft;
        draft.lineItems = {LineItem(u"price_a"_s, 2)};
        QCOMPARE(*encodeCreate(draft), QByteArray(R"({"line_items":[{"price_id":"price_a","quantity":2}]})"));
    }

    void isReadFromTheCustomerDownToTheReturnUrl()
    {
        SessionDraft draft = draftOf(u"cascade"_s);
        draft.customer.id = u"cus_1"_s;
        draft.promotionCode = u"SPRING20"_s;
        draft.expiresInHours = 24;
        draft.customFields = {CustomField(u"zebra"_s, true), CustomField(u"aardvark"_s, qint64(3))};
        draft.subscriptionCustomFields = {CustomField(u"tier"_s, 1.5)};
        draft.processorRouteId = u"proute_1"_s;
        const QByteArray body = *encodeCreate(draft);
        qsizetype last = 0;
        for (const char *member : {"customer_id", "line_items", "promotion_code", "expires_in_hours",
                                   "cascade_line_items", "custom_fields", "zebra", "aardvark", "params_for_sub",
                                   "\"processor_route_id\":\"proute_1\"", "success_url", "return_url"}) {
            const qsizetype at = body.indexOf(member);
            QVERIFY2(at > last, member);
            last = at;
        }
        RequestText text;
        text.body = body;
        const QByteArray indented = text.indentedBody();
        QVERIFY(indented.contains("\n  \"line_items\": [\n    {\n      \"price_id\": \"price_premium\",\n"));
        QCOMPARE(QJsonDocument::fromJson(indented), QJsonDocument::fromJson(body));
    }

    void defaultRouteOfATierIsNull()
    {
        const QJsonArray tiers = sent(draftOf(u"cascade"_s))["cascade_line_items"_L1].toArray();
        QVERIFY(tiers.at(0)["processor_route_id"_L1].isNull());
        QVERIFY(tiers.at(0).toObject().contains("processor_route_id"_L1));
    }

    void placeholderLeavesUnencoded()
    {
        SessionDraft draft;
        draft.successUrl = u"https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}&a=ü"_s;
        QVERIFY(
            encodeCreate(draft)->contains("https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}&a=\xc3\xbc"));
    }

    void integersAreExact()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        SessionDraft draft;
        draft.lineItems = {LineItem(u"p"_s, most)};
        draft.customFields = {CustomField(u"least"_s, std::numeric_limits<qint64>::min())};
        const QByteArray body = *encodeCreate(draft);
        QVERIFY(body.contains("\"quantity\":9223372036854775807}"));
        QVERIFY(body.contains("\"least\":-9223372036854775808}"));
    }

    void whatHasNoPlaceIsRefused_data()
    {
        QTest::addColumn<SessionDraft>("draft");
        QTest::addColumn<Field>("field");
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("index");
        const SessionDraft whole = draftOf(u"cascade"_s);

        SessionDraft draft = whole;
        draft.promotionCode = u"A"_s;
        draft.couponId = u"B"_s;
        QTest::newRow("promotion code and coupon together") << draft << Field::Coupon << 0 << -1;
        draft = whole;
        draft.mode = u"subscription"_s;
        QTest::newRow("mode") << draft << Field::Mode << 0 << -1;
        draft = whole;
        draft.customer.email = u"a@example.com"_s;
        QTest::newRow("customer by e-mail") << draft << Field::Customer << 0 << -1;
        draft = whole;
        draft.cascade[1].lineItems.emplace_back();
        QTest::newRow("line item without a price") << draft << Field::Price << 2 << 1;
        draft = whole;
        draft.customFields = {CustomField(u"a"_s, true), CustomField(u"a"_s, false)};
        QTest::newRow("two fields of one name") << draft << Field::CustomFieldName << 0 << 1;
        draft = whole;
        draft.subscriptionCustomFields = {CustomField({}, u"x"_s)};
        QTest::newRow("field without a name") << draft << Field::SubscriptionFieldName << 0 << 0;
        draft = whole;
        draft.customFields = {CustomField(u"a"_s, std::numeric_limits<double>::infinity())};
        QTest::newRow("a number that JSON cannot hold") << draft << Field::CustomFieldValue << 0 << 0;
    }
    void whatHasNoPlaceIsRefused()
    {
        QFETCH(SessionDraft, draft);
        QFETCH(Field, field);
        QFETCH(int, tier);
        QFETCH(int, index);
        const auto body = encodeCreate(draft);
        QVERIFY(!body);
        QCOMPARE(body.error().kind, checkout::ErrorKind::InvalidInput);
        QCOMPARE(body.error().problems.size(), std::size_t(1));
        const checkout::Problem &problem = body.error().problems.front();
        QCOMPARE(problem.field, field);
        QCOMPARE(problem.tier, tier);
        QCOMPARE(problem.index, index);
        QVERIFY(!problem.sentence.isEmpty());
    }

    void everyDraftIsReadBackAsItWas()
    {
        QVERIFY(rc::check("a reader of the contract finds the draft in the body", [] {
            const SessionDraft draft = arbitraryDraft();
            const auto body = encodeCreate(draft);
            RC_ASSERT(body.has_value());
            QJsonParseError error;
            const QJsonObject object = QJsonDocument::fromJson(*body, &error).object();
            RC_ASSERT(error.error == QJsonParseError::NoError);
            RC_ASSERT(draftIn(object) == withoutFields(draft));
            RC_ASSERT(fieldsIn(object) == fieldsIn(draft.customFields));
            RC_ASSERT(fieldsIn(object["params_for_sub"_L1].toObject()) == fieldsIn(draft.subscriptionCustomFields));
        }));
    }
};

TILLDECK_TEST(PaymentKitRequestTest)

} // namespace codec_request_test

#include "tst_codec_request.moc"
