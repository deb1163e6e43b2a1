// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/draft_document.h"
#include "support/runner.h"

#include <QTest>

namespace draft_order_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using checkout::SessionDraft;

class DraftOrderTest : public QObject
{
    Q_OBJECT

private slots:
    /// The journal compares drafts as they were written: another order of the members would be another draft, and the
    /// same could be created twice.
    void aDraftIsWrittenAsItAlwaysWas()
    {
        const money::Currency usd = *money::Currency::fromCode(u"USD");
        SessionDraft draft;
        draft.flow = u"f"_s;
        draft.mode = u"m"_s;
        draft.productId = u"p"_s;
        draft.productName = u"n"_s;
        draft.productQuantity = 2;
        draft.pricing = money::Money(1, usd);
        draft.chargeCurrency = usd;
        draft.chargeAmount = money::Money(3, usd);
        draft.subscriptionFrequency = u"s"_s;
        draft.subMerchantId = u"21"_s;
        draft.customer.id = u"c"_s;
        draft.customer.email = u"e"_s;
        draft.customer.name = u"cn"_s;
        draft.customer.firstName = u"fn"_s;
        draft.customer.lastName = u"ln"_s;
        draft.customer.country = u"NG"_s;
        draft.lineItems = {checkout::LineItem(u"i"_s, 4)};
        draft.processorRouteId = u"r"_s;
        draft.promotionCode = u"pc"_s;
        draft.couponId = u"co"_s;
        draft.expiresInHours = 5;
        draft.description = u"d"_s;
        draft.reference = u"re"_s;
        draft.successUrl = u"su"_s;
        draft.returnUrl = u"ru"_s;
        draft.metadata = {checkout::CustomField(u"a"_s, true)};
        draft.customFields = {checkout::CustomField(u"b"_s, qint64(6))};
        draft.subscriptionCustomFields = {checkout::CustomField(u"x"_s, u"y"_s)};
        draft.cascade = {checkout::CascadeTier({checkout::LineItem(u"j"_s, 1)}, u"q"_s)};
        const QByteArray sent =
            R"({"tilldeck_draft":1,"flow":"f","mode":"m","product_id":"p","product_name":"n","quantity":2,)"
            R"("pricing":{"total_amount":1,"total_currency":"USD"},"charge_currency":"USD","charge_amount":3,)"
            R"("subscription_frequency":"s","sub_merchant_id":"21","customer":{"id":"c","email":"e","name":"cn",)"
            R"("first_name":"fn","last_name":"ln","country":"NG"},"line_items":[{"price_id":"i","quantity":4}],)"
            R"("processor_route_id":"r","promotion_code":"pc","coupon_id":"co","expires_in_hours":5,)"
            R"("description":"d","reference":"re","success_url":"su","return_url":"ru","metadata":{"a":true},)"
            R"("custom_fields":{"b":6},"subscription_custom_fields":{"x":"y"},)"
            R"("cascade":[{"line_items":[{"price_id":"j","quantity":1}],"processor_route_id":"q"}])";
        QCOMPARE(ledger::encodeDraft(draft), sent + '}');
        draft.internalNote = u"note"_s;
        QCOMPARE(ledger::encodeDraft(draft), sent + R"(,"internal_note":"note"})");
    }
};

TILLDECK_TEST(DraftOrderTest)

} // namespace draft_order_test

#include "tst_draft_order.moc"
