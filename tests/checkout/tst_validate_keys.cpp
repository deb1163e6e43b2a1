// SPDX-License-Identifier: GPL-3.0-or-later
// A key in a text of a draft is a problem, whichever text it is, and is not kept.
#include "checkout/validate.h"
#include "checkout/validate_keys.h"
#include "support/runner.h"

#include <QTest>

#include <functional>

namespace validate_keys_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::checkout;

using Change = std::function<void(SessionDraft &)>;

class ValidateKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyInAnyTextIsAProblemOnItsField_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<Field>("field");
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("index");
        const auto row = [](const char *name, Field field, Change change, int tier = 0, int index = -1) {
            QTest::newRow(name) << std::move(change) << field << tier << index;
        };
        const QString key = u"pk_live_4fYk9Zq2Lm7T"_s;
        row("success URL", Field::SuccessUrl,
            [=](SessionDraft &d) { d.successUrl = u"https://example.com/t?k="_s + key; });
        row("percent-encoded", Field::ReturnUrl,
            [](SessionDraft &d) { d.returnUrl = u"https://example.com/sk%5Flive%5F4fYk9Zq2Lm7T"_s; });
        row("internal note", Field::InternalNote, [=](SessionDraft &d) { d.internalNote = u"call "_s + key; });
        row("customer", Field::Customer, [=](SessionDraft &d) { d.customer.id = key; });
        row("promotion code", Field::PromotionCode, [=](SessionDraft &d) { d.promotionCode = key.toUpper(); });
        row("coupon", Field::Coupon, [=](SessionDraft &d) { d.couponId = key; });
        row(
            "name of a custom field", Field::CustomFieldName,
            [=](SessionDraft &d) { d.customFields = {CustomField(key, u"x"_s)}; }, 0, 0);
        row(
            "value of a custom field", Field::CustomFieldValue,
            [=](SessionDraft &d) { d.customFields = {CustomField(u"a"_s, true), CustomField(u"x"_s, key)}; }, 0, 1);
        row(
            "field of a subscription", Field::SubscriptionFieldValue,
            [=](SessionDraft &d) { d.subscriptionCustomFields = {CustomField(u"x"_s, key)}; }, 0, 0);
        row("price", Field::Price, [=](SessionDraft &d) { d.lineItems = {LineItem(key, 1)}; }, 0, 0);
        row("route", Field::ProcessorRoute, [=](SessionDraft &d) { d.processorRouteId = key; });
        row(
            "price of a later tier", Field::Price,
            [=](SessionDraft &d) { d.cascade = {CascadeTier({LineItem(u"eur"_s, 1), LineItem(key, 1)}, {})}; }, 1, 1);
        row(
            "route of a later tier", Field::ProcessorRoute,
            [=](SessionDraft &d) { d.cascade = {CascadeTier({LineItem(u"eur"_s, 1)}, key)}; }, 1);
        row("description, which is not taken", Field::Description, [=](SessionDraft &d) { d.description = key; });
        row(
            "metadata, which is not taken", Field::MetadataValue,
            [=](SessionDraft &d) { d.metadata = {CustomField(u"x"_s, key)}; }, 0, 0);
        row("reference, which is not taken", Field::Reference, [=](SessionDraft &d) { d.reference = key; });
        row("name, which is not taken", Field::Customer, [=](SessionDraft &d) { d.customer.lastName = key; });
        row("e-mail, which is not taken", Field::CustomerEmail, [=](SessionDraft &d) { d.customer.email = key; });
    }
    void aKeyInAnyTextIsAProblemOnItsField()
    {
        QFETCH(const Change, change);
        QFETCH(const Field, field);
        QFETCH(const int, tier);
        QFETCH(const int, index);
        SessionDraft draft;
        draft.lineItems = {LineItem(u"eur"_s, 1)};
        draft.successUrl = u"https://example.com/thanks?session={CHECKOUT_SESSION_ID}"_s;
        Capabilities can;
        can.fields = {Field::LineItems, Field::Price,           Field::Customer,   Field::PromotionCode,
                      Field::Coupon,    Field::CustomFieldName, Field::SuccessUrl, Field::ReturnUrl};
        QVERIFY(keyProblems(draft).empty());
        QCOMPARE(withoutKeys(draft), draft);
        change(draft);
        const auto problems = validate(draft, can, Catalog(), QDateTime::currentDateTimeUtc());
        QVERIFY(!problems.empty());
        const Problem &first = problems.front();
        QCOMPARE(int(first.field), int(field));
        QCOMPARE(first.tier, tier);
        QCOMPARE(first.index, index);
        QVERIFY2(first.sentence.startsWith(u"This holds a key."_s), qPrintable(first.sentence));
        const SessionDraft kept = withoutKeys(draft);
        QVERIFY(kept != draft);
        QVERIFY(keyProblems(kept).empty());
        QCOMPARE(kept.tierCount(), draft.tierCount());
    }
};

TILLDECK_TEST(ValidateKeysTest)

} // namespace validate_keys_test

#include "tst_validate_keys.moc"
